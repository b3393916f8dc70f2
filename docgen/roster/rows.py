"""The rows of a roster's file, CSV or .xlsx, as cells by column; and those of other lists with columns of their own.

A spreadsheet is read as its user sees it: the row of headings is looked for, in whatever names they have, and cells are
the texts that a spreadsheet program shows.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from docgen.problems import Problem
from docgen.roster import problems as wrong
from docgen.source import Position, Text

# Each column by the names that its heading may have, the first the usual one.
COLUMNS = {
    "name": ("姓名", "员工姓名", "name"),
    "department": ("部门", "部门名称", "所属部门", "所在部门", "department"),
    "post": ("岗位", "岗位名称", "职位", "职务", "post", "position"),
    "number": ("工号", "员工工号", "员工编号", "职工编号", "人员编号", "number", "employeenumber", "employeeid"),
    "joined": ("入职日期", "入职时间", "到岗日期", "joined", "datejoined", "hiredate"),
}


class Columns(NamedTuple):
    """What a list may have in its columns: the names of each, those that are needed, and all in one breath."""

    names: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    listed: str


# What a template of a personnel system adds to a heading: 姓名*, 工号（必填）.
HEADING_MARKS = re.compile(r"\*|\(.*?\)|[:;]$")
HEADINGS_WITHIN = 5  # filled rows: a title, a date of the list and the like may stand above the headings
# What a spreadsheet program shows in the place of a value that it can't compute or find.
CELL_ERRORS = frozenset(["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"])
NEEDED = ("name", "post", "number")
ROSTER = Columns(COLUMNS, NEEDED, "姓名、部门、岗位、工号、入职日期")
DELIMITERS = ",\t;"  # Excel's: by comma, by tab in "Unicode text", by semicolon where the comma is the decimal sign

Cells = list[str]
Table = list[tuple[Position, Cells]]


class Row(NamedTuple):
    """One row: the cells by column, each at the row's position."""

    position: Position
    cells: dict[str, Text]

    def text(self, column: str) -> Text:
        return self.cells.get(column) or Text("", self.position)


def rows_of(path: str, data: bytes, columns: Columns = ROSTER) -> tuple[list[Row], list[Problem]]:
    """The rows below the headings of the file called `path`; one that ends in .xlsx is a workbook."""
    table, problems = _workbook(path, data) if Path(path).suffix.lower() == ".xlsx" else _csv(path, data, columns)
    return list(_rows(table, columns, problems)), problems


# Cells


def _csv(path: str, data: bytes, columns: Columns) -> tuple[Table, list[Problem]]:
    """The rows of a CSV file as Excel writes it (RFC 4180); a row stands where it begins."""
    from docgen.archive import archive_problem
    from docgen.decoding import decode_any

    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return [], [archive_problem(path, data) or wrong.workbook_called_csv(path)]
    text, problems = decode_any(path, data)
    if text is None:
        return [], problems
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, columns), strict=True)
    table: Table = []
    lines, line = text.split("\n"), 1
    try:
        for cells in reader:
            table.append((Position(path, line, 1, max(1, len(lines[line - 1]))), cells))
            line = reader.line_num + 1
    except csv.Error:
        problems.append(wrong.quotes(Position(path, line)))
    return table, problems


def _delimiter(text: str, columns: Columns) -> str:
    """The one that takes the headings apart."""
    first = list(islice((line for line in text.split("\n") if line.strip()), HEADINGS_WITHIN))

    def known(delimiter: str) -> int:
        return max((_known([cell.strip('"') for cell in line.split(delimiter)], columns) for line in first), default=0)

    return max(DELIMITERS, key=known)


def _workbook(path: str, data: bytes) -> tuple[Table, list[Problem]]:
    """The rows of a workbook's first sheet that is not hidden."""
    from docgen.archive import archive_problem

    if problem := archive_problem(path, data):
        return [], [problem]
    from warnings import catch_warnings, simplefilter

    from openpyxl import load_workbook

    with catch_warnings():
        simplefilter("ignore")  # what openpyxl can't keep of a workbook, it need not
        try:
            sheets = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets
            sheet = next(sheet for sheet in sheets if sheet.sheet_state == "visible")
            sheet.reset_dimensions()  # what a program says of the size is not always so
            rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
        except Exception:  # openpyxl raises whatever its parts raise
            return [], [wrong.not_a_workbook(path)]
    return [(Position(path, number), cells) for number, cells in enumerate(rows, 1)], []


def _shown(cell: object) -> str:
    """A cell as Excel shows it, as far as a roster needs: 1001 for 1001.0, 0007 for 7 in the format 0000, a day."""
    value = getattr(cell, "value", None)
    if isinstance(value, datetime.date):  # a datetime too
        return f"{value:%Y-%m-%d}"
    if isinstance(value, int | float) and str(getattr(cell, "number_format", "")).endswith("%"):
        return f"{Decimal(str(value)) * 100:f}%"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        form = str(getattr(cell, "number_format", ""))
        return str(value).zfill(len(form)) if form.strip("0") == "" else str(value)
    return "" if value is None else str(value)


# Rows


def _rows(table: Table, columns: Columns, problems: list[Problem]) -> Iterator[Row]:
    """The rows below the headings, blank ones left out. Nothing where a needed column is missing."""
    filled = [(position, cells) for position, cells in table if any(cell.strip() for cell in cells)]
    if not filled:
        return
    # The first of the rows that know most columns.
    known = [_known(cells, columns) for _, cells in filled[:HEADINGS_WITHIN]]
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
        if column := column_called(heading, columns):
            is_usual = _plain(heading) == columns.names[column][0]
            found.setdefault(column, {}).setdefault(is_usual, []).append(place)
    places: dict[str, int] = {}
    for column, named in found.items():
        first, *more = named.get(True) or named[False]
        places[column] = first
        problems += [wrong.column_twice(head, columns.names[column][0]) for _ in more]
    return places


def _known(headings: list[str], columns: Columns) -> int:
    return sum(column_called(heading, columns) is not None for heading in headings)


def column_called(heading: str, columns: Columns) -> str | None:
    """Which column a heading is of; None for one that is none of theirs."""
    name = _plain(heading)
    return next((column for column, names in columns.names.items() if name in names), None)


def _plain(heading: str) -> str:
    return HEADING_MARKS.sub("", "".join(unicodedata.normalize("NFKC", heading).lower().split()))


def _text(cell: str, position: Position) -> Text:
    """A cell in one line, "" where it is an error of a formula."""
    plain = " ".join(cell.split())
    return Text("" if plain in CELL_ERRORS else plain, position)
