"""libyaml, as ruamel.yaml binds it."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def libyaml() -> Any:
    """The module of ruamel.yaml.clib, whose CParser gives a tuple for each scalar: anchor, tag, what is implicit, text,
    start mark, end mark, style.

    By itself it calls ScalarEvent, whose constructor calls two others, all in Python: a sixth of the time of reading.
    Nothing in ruamel.yaml reads the events of a CParser.
    """
    import _ruamel_yaml

    _ruamel_yaml.ScalarEvent = lambda *fields: fields
    return _ruamel_yaml
