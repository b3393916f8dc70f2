"""The roster (花名册): who is to be given which post's handout, from CSV or .xlsx.

A person is a 工号: two people of one name are two people, one number with several posts is 兼任. What is wrong
in a row is a problem at that row, and whoever it concerns is left out of `Roster.people`.
"""

from __future__ import annotations

import csv
import datetime
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen import roster_problems as wrong
from docgen.loader.values import DATE_FORMS
from docgen.manual import Date, Manual
from docgen.problems import Problem, reason
from docgen.references import Place, directory
from docgen.source import Position, Text

# Each column by the names that its heading may have, the first the usual one.
COLUMNS = {
    "name": ("姓名", "name"),
    "department": ("部门", "department"),
    "post": ("岗位", "post"),
    "number": ("工号", "number", "employeenumber"),
    "joined": ("入职日期", "joined", "datejoined"),
}
NEEDED = ("name", "post", "number")
DELIMITERS = ",\t;"  # Excel's: by comma, by tab in "Unicode text", by semicolon where the comma is the decimal sign
COMPACT_DATE_DIGITS = 8


class Recipient(NamedTuple):
    """One person and the posts to be handed out. `number` and `name` are "" and `joined` is None in a copy for
    somebody to fill in."""

    places: tuple[Place, ...]
    name: Text | str = ""
    number: Text | str = ""
    joined: Date | None = None


class Roster(NamedTuple):
    """The people whose rows are sound, in the order in which they first stand, and what is wrong with the others."""

    people: tuple[Recipient, ...]
    problems: list[Problem]


Cells = list[str]


class Row(NamedTuple):
    """One row: the cells by column, each at the row's position."""

    position: Position
    cells: dict[str, Text]

    def text(self, column: str) -> Text:
        return self.cells.get(column) or Text("", self.position)


def read_roster_file(path: str, manual: Manual) -> Roster:
    """Read a roster that lies anywhere; `path` is as its user named it."""
    try:
        data = Path(path).read_bytes()
    except OSError as failure:
        return Roster((), [wrong.unreadable(path, reason(failure))])
    return read_roster(path, data, manual)


def read_roster(path: str, data: bytes, manual: Manual) -> Roster:
    """Read the bytes of the file called `path`; one that ends in .xlsx is a workbook, whose first sheet counts."""
    table, problems = _workbook(path, data) if Path(path).suffix.lower() == ".xlsx" else _csv(path, data)
    rows = list(_rows(table, problems))
    if not rows and not problems:
        problems.append(wrong.empty(path))
    return _people(rows, manual, problems)


# Cells


Table = list[tuple[Position, Cells]]


def _csv(path: str, data: bytes) -> tuple[Table, list[Problem]]:
    """The rows of a CSV file as Excel writes it (RFC 4180); a row stands where it begins."""
    from docgen.archive import archive_problem
    from docgen.decoding import decode_any

    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return [], [archive_problem(path, data) or wrong.workbook_called_csv(path)]
    text, problems = decode_any(path, data)
    if text is None:
        return [], problems
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    table: Table = []
    lines, line = text.split("\n"), 1
    try:
        for cells in reader:
            table.append((Position(path, line, 1, max(1, len(lines[line - 1]))), cells))
            line = reader.line_num + 1
    except csv.Error:
        problems.append(wrong.quotes(Position(path, line)))
    return table, problems


def _delimiter(text: str) -> str:
    """The one that takes the headings apart."""
    first = next((line for line in text.split("\n") if line.strip()), "")

    def known(delimiter: str) -> int:
        return sum(_column(cell.strip('"')) is not None for cell in first.split(delimiter))

    return max(DELIMITERS, key=known)


def _workbook(path: str, data: bytes) -> tuple[Table, list[Problem]]:
    """The rows of a workbook's first sheet."""
    from docgen.archive import archive_problem

    if problem := archive_problem(path, data):
        return [], [problem]
    from warnings import catch_warnings, simplefilter

    from openpyxl import load_workbook

    with catch_warnings():
        simplefilter("ignore")  # what openpyxl can't keep of a workbook, it need not
        try:
            sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
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
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        form = str(getattr(cell, "number_format", ""))
        return str(value).zfill(len(form)) if form.strip("0") == "" else str(value)
    return "" if value is None else str(value)


# Rows


def _rows(table: Table, problems: list[Problem]) -> Iterator[Row]:
    """The rows below the headings, blank ones left out. Nothing where a needed column is missing."""
    filled = ((position, cells) for position, cells in table if any(cell.strip() for cell in cells))
    head, headings = next(filled, (None, []))
    if head is None:
        return
    columns: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = _column(heading)
        if column in columns:
            problems.append(wrong.column_twice(head, COLUMNS[column][0]))
        elif column:
            columns[column] = place
    missing = [COLUMNS[column][0] for column in NEEDED if column not in columns]
    if missing:
        problems.append(wrong.columns_missing(head, missing, [heading.strip() for heading in headings]))
        return
    for position, cells in filled:
        found = {column: _text(cells[place], position) for column, place in columns.items() if place < len(cells)}
        if any(found.values()):
            yield Row(position, found)


def _column(heading: str) -> str | None:
    name = "".join(unicodedata.normalize("NFKC", heading).lower().split())
    return next((column for column, names in COLUMNS.items() if name in names), None)


def _text(cell: str, position: Position) -> Text:
    """A cell in one line."""
    return Text(" ".join(cell.split()), position)


# People


def _people(rows: list[Row], manual: Manual, problems: list[Problem]) -> Roster:
    """The rows brought together by 工号."""
    people: dict[str, Recipient] = {}
    firsts: dict[str, Row] = {}
    unsound: set[str] = set()
    for row in rows:
        number = unicodedata.normalize("NFKC", row.text("number"))
        first = firsts.setdefault(number, row)
        known = people.get(number)
        found: list[Problem] = []
        read = _recipient(row, manual, found)
        if known and read:
            found += _differences(row, first, read, known)
        problems += found
        if found or read is None:
            unsound.add(number)
        if read:
            people[number] = known._replace(places=known.places + read.places) if known else read
    sound = tuple(person for number, person in people.items() if number not in unsound)
    return Roster(sound, problems)


def _recipient(row: Row, manual: Manual, problems: list[Problem]) -> Recipient | None:
    """What one row says, with a problem for each thing that is missing or wrong."""
    name, number = row.text("name"), row.text("number")
    problems += [wrong.missing(row.position, COLUMNS[column][0]) for column in NEEDED if not row.text(column)]
    joined = _date(row.text("joined"), problems)
    place = _place(row, manual, problems) if row.text("post") else None
    return Recipient((place,), name, number, joined) if place and name and number else None


def _differences(row: Row, first: Row, read: Recipient, known: Recipient) -> Iterator[Problem]:
    """What can't be true of one 工号."""
    if read.name != known.name:
        yield wrong.two_people(row.position, read.number, (known.name, first.position.line), read.name)
    elif read.places[0] in known.places:
        yield wrong.post_twice(row.position, read.number, read.name, str(read.places[0]))
    elif read.joined and known.joined and read.joined.value != known.joined.value:
        yield wrong.two_dates(row.position, read.number, (known.joined, first.position.line), read.joined)


def _place(row: Row, manual: Manual, problems: list[Problem]) -> Place | None:
    """The post that a row names: 部门 and 岗位, 部门/岗位, or a bare post that there is but once."""
    known = directory(manual)
    department, post = row.text("department"), row.text("post")
    path = f"{department}/{post}" if department and "/" not in post else str(post)
    found = known.posts(path)
    if len(found) == 1:
        return found[0]
    if found:
        problems.append(wrong.post_ambiguous(row.position, post, [str(place) for place in found]))
    elif department and department not in known.departments:
        problems.append(wrong.no_department(row.position, department, list(known.departments)))
    else:
        problems.append(wrong.no_post(row.position, path, known.guess(path)))
    return None


def _date(text: Text, problems: list[Problem]) -> Date | None:
    """2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日 or 20260105; an empty cell is no date. What a time of day follows
    loses it."""
    if not text:
        return None
    plain = unicodedata.normalize("NFKC", text).split(" ")[0]
    if len(plain) == COMPACT_DATE_DIGITS and plain.isdecimal():
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    found = DATE_FORMS.fullmatch(plain)
    try:
        if found:
            return Date(datetime.date(*map(int, found.groups())), text)
    except ValueError:
        pass  # 2026-02-30
    problems.append(wrong.date(text))
    return None
