"""The roster (花名册): who is to be given which post's handout, from CSV or .xlsx.

A person is a 工号: two people of one name are two people, one number with several posts is 兼任. What is wrong
in a row is a problem at that row, and whoever it concerns is left out of `Roster.people`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from docgen.manual.model import Date, Manual
from docgen.manual.references import Place, directory
from docgen.problems import Problem
from docgen.roster import problems as wrong
from docgen.source import Text
from docgen.spreadsheet.columns import Columns
from docgen.spreadsheet.dates import day_of
from docgen.spreadsheet.rows import Row, read_file, rows_of

# What Excel makes of a long 工号 in a CSV file: 2.02601E+11.
ROUNDED = re.compile(r"\d(\.\d+)?E\+\d+", re.IGNORECASE)
COLUMNS = Columns(
    {
        "name": ("姓名", "员工姓名", "name"),
        "department": ("部门", "部门名称", "所属部门", "所在部门", "department"),
        "post": ("岗位", "岗位名称", "职位", "职务", "post", "position"),
        "number": ("工号", "员工工号", "员工编号", "职工编号", "人员编号", "number", "employeenumber", "employeeid"),
        "joined": ("入职日期", "入职时间", "到岗日期", "joined", "datejoined", "hiredate"),
    },
    ("name", "post", "number"),
)


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


def read_roster_file(path: str, manual: Manual) -> Roster:
    """Read a roster that lies anywhere; `path` is as its user named it."""
    data = read_file(path)
    return read_roster(path, data, manual) if isinstance(data, bytes) else Roster((), [data])


def read_roster(path: str, data: bytes, manual: Manual) -> Roster:
    """Read the bytes of the file called `path`; one that ends in .xlsx is a workbook, whose first sheet that
    is not hidden counts."""
    rows, problems = rows_of(path, data, COLUMNS)
    return _people(rows, manual, problems)


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
    problems += row.lacking(COLUMNS)
    if ROUNDED.fullmatch(number):
        problems.append(wrong.number_rounded(number))
    day = day_of(row.text("joined"), problems)
    joined = Date(day, row.text("joined")) if day else None
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
