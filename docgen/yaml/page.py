"""A YAML file as a page to search for traps: its lines, and which of them stand in quotes or in a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from docgen.decoding import position_at
from docgen.problems import Problem, Severity
from docgen.source import Position
from docgen.yaml.composer import Composed, Span
from docgen.yaml.nodes import Scalar


class Finding(NamedTuple):
    """A trap at text[start:end]. `problem` makes the problem once its position is known, which takes a walk over the
    text. `certain`: no reading of the line makes it right; the others are reported only where libyaml failed."""

    start: int
    end: int
    problem: Callable[[Position], Problem]
    severity: Severity = "error"
    certain: bool = True


class Page(NamedTuple):
    """A file's text, and in order those of its scalars that are quoted, blocks, or plain over several lines. The text
    has one more `\\n` before it, so that every line begins with one: offsets are by one more, line numbers too."""

    path: str
    text: str
    spans: list[Span]
    starts: list[int]
    failed: bool

    def span_at(self, offset: int) -> Span | None:
        number = bisect_right(self.starts, offset) - 1
        return self.spans[number] if number >= 0 and offset < self.spans[number].end else None

    def is_literal(self, offset: int) -> bool:
        """Whether the character there stands in quotes or in a block, where it means itself."""
        span = self.span_at(offset)
        return span is not None and span.scalar.style != "plain"

    def row_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def problem(self, finding: Finding) -> Problem:
        place = position_at(self.path, self.text, finding.start, finding.end - finding.start)
        return finding.problem(place._replace(line=place.line - 1))


def page_of(path: str, text: str, composed: Composed) -> Page:
    """The page of a file that libyaml has read; where it failed, the spans of the rest are guessed."""
    spans = [Span(span.start + 1, span.end + 1, span.scalar) for span in composed.spans]
    text = "\n" + text
    if composed.failure is not None:
        start = text.rfind("\n", 0, composed.read_to + 1)
        literal_ends = [span.end for span in spans[-1:] if span.scalar.style != "plain"]
        spans += _guessed_spans(path, text, max([start, *literal_ends]))
    return Page(path, text, spans, [span.start for span in spans], composed.failure is not None)


# A line up to its value: indentation, dashes, and a plain key with its colon. Possessive, for no line may take long.
ITEMS = r"\n(?P<items>[ ]*+(?:-[ ]++)*+)"
PLAIN = r"(?:[^:#\n]|:(?=\S)|(?<=\S)\#)"
KEY = rf"(?P<key>(?![\s\#'\"\[\]{{}}>|*&!%@`,]){PLAIN}++:[ \t]++)"

BLOCK_HEADER = r"[|>][-+0-9]*+[ \t]*+(?:\#[^\n]*)?(?=\n|\Z)"
_QUOTED = r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')(?=[ \t]*+(?:[\n:,\]}]|\Z|[ \t]\#))"
_OPENING = re.compile(rf"{ITEMS}{KEY}?(?P<value>(?P<quoted>{_QUOTED})|{BLOCK_HEADER})", re.DOTALL)


def _guessed_spans(path: str, text: str, offset: int) -> list[Span]:
    """The quoted texts and blocks of the lines that libyaml never reached, as their first lines show them."""
    spans = []
    while opening := _OPENING.search(text, offset):
        offset = opening.end()
        if not opening["quoted"]:
            margin = len(opening["items"]) if opening["key"] else opening["items"].rfind("-")
            body = re.compile(rf"(?:\n[ ]{{{margin + 1}}}[^\n]*+|\n[ ]*+(?=\n|\Z))*+").match(text, offset)
            offset = body.end() if body else offset
        style = Scalar("", Position(path), "single" if opening["quoted"] else "literal")
        spans.append(Span(opening.start("value"), offset, style))
    return spans
