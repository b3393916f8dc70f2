"""The comments of a YAML file that speak to docgen (`# docgen: 忽略 FINE 理由`), and the lines each speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen.source import Position, Text
from docgen.yaml.composer import Span
from docgen.yaml.page import Page

MARK = "docgen"


class Comment(NamedTuple):
    """What follows `docgen:`; `first` to `last` are the lines meant: that of the comment, or where it has a line of its
    own the next one that is no comment; and all lines of a text that begins there."""

    text: Text
    first: int
    last: int


_COMMENT = re.compile(rf"(?<=[ \t\n])\#++[ \t]*+{MARK}[ \t]*+[:：][ \t]*+(?P<text>[^\n]*)")
_SILENT_LINES = re.compile(r"(?:\n[ \t]*+(?:\#[^\n]*+)?(?=\n|\Z))*+")


def comments(page: Page) -> Iterator[Comment]:
    """The comments in order. What stands in quotes or in a `|` block is text."""
    line = counted = 0  # line breaks before the place `counted`: a file may have thousands of comments
    for match in _COMMENT.finditer(page.text):
        line += page.text.count("\n", counted, match.start())
        counted = match.start()
        span = page.span_at(match.start())
        if span is None or _is_beside(page, span, match.start()):
            yield _comment(page, match, line)


def _is_beside(page: Page, span: Span, offset: int) -> bool:
    """Whether it stands behind the `|` of a block, whose text begins in the next line."""
    return span.scalar.style in ("literal", "folded") and "\n" not in page.text[span.start : offset]


def _comment(page: Page, match: re.Match[str], line: int) -> Comment:
    row = page.text.rfind("\n", 0, match.start())
    said = match["text"].rstrip()
    text = Text(said, Position(page.path, line, match.start() - row, len(match[0].rstrip())))
    if not page.text[row : match.start()].strip():
        silent = _SILENT_LINES.match(page.text, match.end())
        row = silent.end() if silent else match.end()
    end = page.row_end(row + 1)
    first = line + page.text.count("\n", match.start(), row + 1)
    ends = [span.end for span in page.spans if row < span.start < end]
    return Comment(text, first, first + page.text.count("\n", end, max([end, *ends]) - 1) if ends else first)
