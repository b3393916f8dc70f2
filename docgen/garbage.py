"""Garbage collection, put off while something large is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Trees and pages are millions of objects that all stay: collecting finds nothing and costs a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # Hand them to the oldest generation: the next small collection would walk through them all.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
