"""The rows of a list, as cells by column.

A spreadsheet is read as its user sees it: the row of headings is looked for, in whatever names they have, and cells are
the texts that a spreadsheet program shows.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.archive import MAX_BYTES
from docgen.problems import Problem, Words, reason
from docgen.source import Position, Text
from docgen.spreadsheet import problems as wrong
from docgen.spreadsheet.cells import Table, table_of
from docgen.spreadsheet.columns import HEADINGS_WITHIN, Columns

# What a spreadsheet program shows in the place of a value that it can't compute or find.
CELL_ERRORS = frozenset(["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"])


class Row(NamedTuple):
    """One row: the cells by column, each at the row's position."""

    position: Position
    cells: dict[str, Text]

    def text(self, column: str) -> Text:
        return self.cells.get(column) or Text("", self.position)

    def lacking(self, columns: Columns) -> list[Problem]:
        """A problem for each cell that is needed and empty."""
        needed = (column for column in columns.needed if not self.text(column))
        return [wrong.missing(self.position, columns.names[column][0]) for column in needed]


def read_file(path: str) -> bytes | Problem:
    """The bytes of a file that lies anywhere; `path` is as its user named it."""
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would never answer, and /dev/zero never end
            return wrong.unreadable(path, Words("不是普通文件", "it is no regular file"))
        if status.st_size > MAX_BYTES:
            megabytes = MAX_BYTES >> 20
            return wrong.unreadable(path, Words(f"超过 {megabytes} MB", f"it has more than {megabytes} MB"))
        return Path(path).read_bytes()
    except OSError as failure:
        return wrong.unreadable(path, reason(failure))


def rows_of(path: str, data: bytes, columns: Columns) -> tuple[list[Row], list[Problem]]:
    """The rows below the headings of the file called `path`, a CSV file or a workbook; no rows are a problem."""
    table, problems = table_of(path, data, columns)
    rows = list(_rows(table, columns, problems))
    if not rows and not problems:
        problems.append(wrong.empty(path, columns.listed))
    return rows, problems


def _rows(table: Table, columns: Columns, problems: list[Problem]) -> Iterator[Row]:
    """The rows below the headings, blank ones left out. Nothing where a needed column is missing."""
    filled = [(position, cells) for position, cells in table if any(cell.strip() for cell in cells)]
    if not filled:
        return
    # The first of the rows that know most columns.
    known = [columns.known(cells) for _, cells in filled[:HEADINGS_WITHIN]]
    place_of_headings = known.index(max(known))
    head, headings = filled[place_of_headings]
    places = _places(head, headings, columns, problems)
    missing = [columns.names[column][0] for column in columns.needed if column not in places]
    if missing:
        found = [heading.strip() for heading in headings]
        problems.append(wrong.columns_missing(head, missing, found, columns.listed))
        return
    for position, cells in filled[place_of_headings + 1 :]:
        texts = {column: _text(cells[place], position) for column, place in places.items() if place < len(cells)}
        if any(texts.values()):
            yield Row(position, texts)


def _places(head: Position, headings: list[str], columns: Columns, problems: list[Problem]) -> dict[str, int]:
    """The place of each column: of its usual name where that is there, else of another (some have 岗位 and 职务)."""
    found: dict[str, dict[bool, list[int]]] = {}
    for place, heading in enumerate(headings):
        if column := columns.called(heading):
            is_usual = columns.is_usual(column, heading)
            found.setdefault(column, {}).setdefault(is_usual, []).append(place)
    places: dict[str, int] = {}
    for column, named in found.items():
        first, *more = named.get(True) or named[False]
        places[column] = first
        problems += [wrong.column_twice(head, columns.names[column][0]) for _ in more]
    return places


def _text(cell: str, position: Position) -> Text:
    """A cell in one line, "" where it is an error of a formula."""
    plain = " ".join(cell.split())
    return Text("" if plain in CELL_ERRORS else plain, position)
