"""What a YAML file is read into: scalars, mappings and sequences, each with its position. Every scalar is text."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from docgen.source import Position

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]


class Scalar(NamedTuple):
    """A text as typed (`1.10`, `否`, `~` stay so). `position` is the first line of the value: of its text for a block
    (`|`, `>`), of its opening quote for a quoted one. `style` is how it was written: plain, 'single', "double",
    | literal, > folded."""

    text: str
    position: Position
    style: Style

    @property
    def is_null(self) -> bool:
        """Whether nothing was written (`工作标准:` and no more), which is the same as absent."""
        return not self.text and self.style == "plain"


class Mapping(NamedTuple):
    """Keys and values in the order written, each key once. `position` is the first key, or the `{`; `damaged`: a
    repeated key took a value away from it or from something in it."""

    entries: tuple[tuple[Scalar, Node], ...]
    position: Position
    flow: bool
    damaged: bool = False


class Sequence(NamedTuple):
    """Items in order. `position` is the first `-`, or the `[`."""

    items: tuple[Node, ...]
    position: Position
    flow: bool


Node: TypeAlias = Scalar | Mapping | Sequence


def lines(scalar: Scalar) -> tuple[Scalar, ...]:
    """The lines of a `|` block that are not blank, each with its own position; any other scalar as it is."""
    if scalar.style != "literal":
        return (scalar,)
    path, first_line, first_column, _ = scalar.position
    body = scalar.text.split("\n")
    first = next((number for number, line in enumerate(body) if line.strip(" \t")), 0)
    margin = first_column - _indentation(body[first], " \t")
    return tuple(
        Scalar(
            line.strip(),
            Position(path, first_line + number - first, margin + _indentation(line), len(line.strip())),
            "plain",
        )
        for number, line in enumerate(body)
        if line.strip()
    )


def _indentation(line: str, blanks: str | None = None) -> int:
    return len(line) - len(line.lstrip(blanks))
