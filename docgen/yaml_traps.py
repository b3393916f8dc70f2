"""What people type in YAML that YAML takes for something else: found in the lines, said in their words.

HR writes in Notepad and pastes from Word. Most of these slips are no error to YAML: it cuts a text off at a `#`, runs a
list together into one text, or makes a field of half a sentence. The others it reports lines later. So the lines are
searched, and what stands in quotes or in a `|` block is left alone. The last three functions are for the loader, which
knows where a text was expected.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, groupby
from typing import Any, NamedTuple

from docgen import yaml_trap_problems as say
from docgen.decoding import position_at
from docgen.problems import Problem
from docgen.source import Position
from docgen.yaml_composer import Span
from docgen.yaml_errors import mistaken_lines


class Finding(NamedTuple):
    """A trap. `certain`: there is no way to read the line that makes it right; the others are reported only where
    libyaml failed, to explain why."""

    problem: Problem
    certain: bool = True


class Page(NamedTuple):
    """A file's text and the spans of its scalars that are quoted, blocks or folded, in order."""

    path: str
    text: str
    spans: list[Span]
    starts: list[int]

    def span_at(self, offset: int) -> Span | None:
        number = bisect_right(self.starts, offset) - 1
        return self.spans[number] if number >= 0 and offset < self.spans[number].end else None

    def is_literal(self, offset: int) -> bool:
        """Whether what stands there is in quotes or a block, where every character means itself."""
        span = self.span_at(offset)
        return span is not None and span.scalar.style != "plain"

    def position(self, offset: int, length: int) -> Position:
        return position_at(self.path, self.text, offset, length)
