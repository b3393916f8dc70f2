"""The cells of a list's file, as the texts that a spreadsheet program shows."""

from __future__ import annotations

import csv
import datetime
import io
import re
from decimal import Decimal
from itertools import islice
from pathlib import Path

from docgen.clause.numerals import plain
from docgen.problems import Problem
from docgen.source import Position
from docgen.spreadsheet import problems as wrong
from docgen.spreadsheet.columns import HEADINGS_WITHIN, Columns

UNIT_BEHIND = re.compile(r"^[^\";]*\"([^\"]+)\"$")  # of a format: 0"次"
WIDEST = 256  # columns; a sheet painted to its last has 16,384 cells in each row
LONGEST_FORMAT = 255  # Excel's own limit
DELIMITERS = ",\t;"  # Excel's: by comma, by tab in "Unicode text", by semicolon where the comma is the decimal sign

Cells = list[str]
Table = list[tuple[Position, Cells]]


def table_of(path: str, data: bytes, columns: Columns) -> tuple[Table, list[Problem]]:
    """The rows of the file called `path`, each with where it begins; one that ends in .xlsx is a workbook."""
    return _workbook(path, data) if Path(path).suffix.lower() == ".xlsx" else _csv(path, data, columns)


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
        return max((columns.known([cell.strip('"') for cell in line.split(delimiter)]) for line in first), default=0)

    return max(DELIMITERS, key=known)


def _workbook(path: str, data: bytes) -> tuple[Table, list[Problem]]:
    """The rows of a workbook's first sheet that is not hidden, blank ones left out."""
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
            rows = enumerate(([_shown(cell) for cell in row[:WIDEST]] for row in sheet.iter_rows()), 1)
            return [(Position(path, number), cells) for number, cells in rows if any(cells)], []
        except Exception:  # openpyxl raises whatever its parts raise
            return [], [wrong.not_a_workbook(path)]


def _shown(cell: object) -> str:
    """A cell as Excel shows it, as far as lists need: 1001 for 1001.0, 0007 for 7 in the format 0000, 2次 in 0"次", a
    day."""
    value = getattr(cell, "value", None)
    if isinstance(value, datetime.date):  # a datetime too
        return f"{value:%Y-%m-%d}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    form = str(getattr(cell, "number_format", ""))
    number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)  # as many digits as Excel has
    if form.endswith("%"):
        return f"{plain(number * 100)}%"
    if form and not form.strip("0") and len(form) <= LONGEST_FORMAT:
        return plain(number).zfill(len(form))
    unit = UNIT_BEHIND.search(form)
    return plain(number) + (unit[1] if unit else "")
