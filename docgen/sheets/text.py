"""A table for a terminal: columns as wide as what is in them, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.problems import display_width
from docgen.sheets import Cell


def as_text(headings: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> str:
    """The headings and the rows, a line each; wide characters take two columns."""
    columns = list(zip(headings, *rows, strict=True))
    padded = [_padded([str(cell) for cell in column], not isinstance(column[-1], str)) for column in columns]
    return "".join(f"{'  '.join(cells).rstrip()}\n" for cells in zip(*padded, strict=True))


def _padded(cells: list[str], to_right: bool) -> list[str]:
    width = max(map(display_width, cells))
    spaces = [" " * (width - display_width(cell)) for cell in cells]
    return [space + cell if to_right else cell + space for cell, space in zip(cells, spaces, strict=True)]
