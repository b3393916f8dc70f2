"""Where a value was written."""

from __future__ import annotations

from typing import NamedTuple

CONTENT = "content"
"""The folder of a project that holds all that is written by its people."""


class Position(NamedTuple):
    """A place in a file. `path` is relative to the project ("content/manual.yaml"); `line` and `column` count from 1,
    columns in characters; `length` is how many characters of that line the value covers (at least 1)."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Text(str):
    """A text that knows where it was written. Behaves as `str`; any string operation returns a plain `str`."""

    __slots__ = ("position",)

    position: Position

    def __new__(cls, text: str, position: Position) -> Text:
        self = str.__new__(cls, text)
        self.position = position
        return self


def part_of(text: Text, start: int, end: int) -> Position:
    """Where the characters from `start` to before `end` of a text stand; all of it where it is folded over lines or has
    escapes in it."""
    quotes = text.position.length - len(text)
    if quotes not in (0, 2):
        return text.position
    return text.position._replace(column=text.position.column + quotes // 2 + start, length=max(1, end - start))
