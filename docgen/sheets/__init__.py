"""Plain tables that are no part of the manual: what is counted and compared, for a terminal, a page or a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

Cell = str | int | Decimal


class Row(NamedTuple):
    """The cells of a row; a newline in one begins a line. `wrong` rows are to be seen at once."""

    cells: tuple[Cell, ...]
    wrong: bool = False


class Sheet(NamedTuple):
    """A table with a name. `widths` are those of its columns in half-width characters, as spreadsheets count.

    By the first `grouped` columns rows belong together: on a page they stand in the first row of a group only, in a
    workbook in every row, so that it can be sorted and filtered.
    """

    name: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    grouped: int = 0


def for_reading(sheet: Sheet) -> Iterator[Row]:
    """The rows without what the row above says already."""
    last: tuple[Cell, ...] = ()
    for row in sheet.rows:
        group = row.cells[: sheet.grouped]
        changed = (place for place, cell in enumerate(group) if not last or cell != last[place])
        same = next(changed, len(group))
        yield row._replace(cells=("",) * same + row.cells[same:])
        last = group
