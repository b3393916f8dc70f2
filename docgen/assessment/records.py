"""The records of an assessment (日期, 姓名/岗位, 条款, 次数或数值, 备注), from CSV, .xlsx or YAML, each tied to a line.

What is wrong in a row is a problem at that row.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from docgen.assessment import record_problems as wrong
from docgen.assessment.lines import Line
from docgen.assessment.scheme import Item, Scheme, ScoredClause, scheme_of
from docgen.checks.makeup import SCORECARD
from docgen.clause import Quantity
from docgen.clause.grammar import FILLER
from docgen.clause.tokens import tokens
from docgen.loader.values import DATE_FORMS
from docgen.manual.model import Manual
from docgen.manual.references import Place, directory
from docgen.problems import Problem, reason
from docgen.roster import problems as roster_problems
from docgen.roster.rows import Columns, Row, column_called, rows_of
from docgen.source import Text

COLUMNS: Final = Columns(
    {
        "date": ("日期", "发生日期", "记录日期", "date"),
        "name": ("姓名", "姓名/岗位", "被考核人", "员工姓名", "name"),
        "department": ("部门", "部门名称", "所在部门", "department"),
        "post": ("岗位", "岗位名称", "职位", "职务", "post", "position"),
        "clause": ("条款", "考核条款", "考核办法", "考核项目", "clause"),
        "value": ("次数或数值", "数值", "次数", "数量", "值", "得分", "value"),
        "remark": ("备注", "说明", "情况", "remark", "note"),
    },
    ("date", "clause"),
    "日期、姓名/岗位、条款、次数或数值、备注",
)
NOTHING: Final = ("无", "none")
"""The clause of a record that says that there is nothing to record."""
VAGUE: Final = re.compile("[一二两三四五六七八九]{2}")  # 两三次
SAME_UNITS: Final = {"日": "天"}


class Person(NamedTuple):
    """Who is scored: somebody in a post, or, without a name, whoever holds it."""

    name: str
    place: Place

    def __str__(self) -> str:
        return f"{self.name}（{self.place}）" if self.name else str(self.place)


class Record(NamedTuple):
    """A sound row. `line` is the place of its line in the scheme, None where there is nothing to record; `typed` the
    value as it was written."""

    row: Row
    date: datetime.date
    person: Person
    line: int | None
    value: Decimal
    typed: str
    remark: str


def read_records(path: str, manual: Manual) -> tuple[list[Record], list[Problem]]:
    """The records of a file that lies anywhere; `path` is as its user named it."""
    try:
        data = Path(path).read_bytes()
    except OSError as failure:
        return [], [roster_problems.unreadable(path, reason(failure))]
    is_yaml = Path(path).suffix.lower() in (".yaml", ".yml")
    rows, problems = _yaml_rows(path, data) if is_yaml else rows_of(path, data, COLUMNS)
    if not rows and not problems:
        problems.append(wrong.empty(path))
    found = [record for row in rows if (record := _record(row, manual, problems))]
    return found, problems


def _yaml_rows(path: str, data: bytes) -> tuple[list[Row], list[Problem]]:
    """A list of mappings with the names of the columns as keys."""
    from docgen.yaml.reader import Mapping, Scalar, Sequence, read_yaml

    names = frozenset(name for names in COLUMNS.names.values() for name in names)
    root, problems = read_yaml(path, data, names)
    if root is None:
        return [], problems
    rows = []
    for item in root.items if isinstance(root, Sequence) else (root,):
        cells: dict[str, Text] = {}
        entries = item.entries if isinstance(item, Mapping) and isinstance(root, Sequence) else None
        for key, value in entries or ():
            column = column_called(key.text, COLUMNS)
            if column and isinstance(value, Scalar):
                cells[column] = Text(" ".join(value.text.split()), value.position)
        if entries is None or any(not isinstance(value, Scalar) for _, value in entries):
            problems.append(wrong.not_rows(item.position))
        else:
            rows.append(Row(item.position, cells))
    return rows, problems


def _record(row: Row, manual: Manual, problems: list[Problem]) -> Record | None:
    """What one row says, with a problem for each thing that is missing or wrong."""
    clause, typed = row.text("clause"), row.text("value")
    is_nothing = clause in NOTHING
    needed = ("date", "clause") if is_nothing else ("date", "clause", "value")
    lacking = [wrong.missing(row.position, COLUMNS.names[column][0]) for column in needed if not row.text(column)]
    if not (row.text("name") or row.text("post")):
        lacking.append(wrong.missing(row.position, "姓名或岗位"))
    problems += lacking
    date = _date(row.text("date"), problems) if row.text("date") else None
    if lacking:
        return None
    person = _person(row, manual, problems)
    if person is None or date is None:
        return None
    if is_nothing:
        return Record(row, date, person, None, Decimal(0), "", row.text("remark"))
    found = _line(scheme_of(person.place), clause, typed, problems)
    return Record(row, date, person, *found, str(typed), row.text("remark")) if found else None


def _date(text: Text, problems: list[Problem]) -> datetime.date | None:
    found = DATE_FORMS.fullmatch(unicodedata.normalize("NFKC", text).split(" ")[0])
    try:
        if found:
            return datetime.date(*map(int, found.groups()))
    except ValueError:
        pass  # 2026-11-31
    problems.append(wrong.date(text))
    return None


# People


def _person(row: Row, manual: Manual, problems: list[Problem]) -> Person | None:
    name, post, department = row.text("name"), row.text("post"), row.text("department")
    path = f"{department}/{post}" if department and post and "/" not in post else str(post)
    if not post:
        found = _people(str(name), str(department), manual)
    elif name:
        found = [
            Person(str(name), place)
            for place in directory(manual).posts(path)
            if not place.post.holders or name in place.post.holders
        ]
    else:
        found = _holders(path, manual)
    if len(found) == 1:
        return found[0]
    called = f"{name}（{post}）" if name and post else str(name or post)
    if found:
        problems.append(wrong.persons(row.position, called, [str(person) for person in found]))
    else:
        holders = [str(holder) for _, each in manual.posts for holder in each.holders]
        posts = [str(each.name) for _, each in manual.posts]
        problems.append(wrong.no_person(row.position, called, holders + posts))
    return None


def _people(name: str, department: str, manual: Manual) -> list[Person]:
    """Whom a name means: those who are called so; else the column 姓名/岗位 names a post."""
    people = [
        Person(name, Place(each, post))
        for each, post in manual.posts
        if name in post.holders and department in ("", each.name)
    ]
    return people or _holders(f"{department}/{name}" if department else name, manual)


def _holders(path: str, manual: Manual) -> list[Person]:
    """The people in a post; whoever holds it, where the manual doesn't say."""
    return [
        Person(str(holder), place) for place in directory(manual).posts(path) for holder in place.post.holders or ("",)
    ]


# Lines


class Candidate(NamedTuple):
    """A line and where it stands."""

    number: int
    line: Line
    item: Item
    clause: ScoredClause
    clause_number: int
    is_factor: bool


def _line(scheme: Scheme, text: Text, typed: Text, problems: list[Problem]) -> tuple[int, Decimal] | None:
    """The line that a record means, and its value."""
    candidates = _called(scheme, text)
    if not candidates:
        known = [name for each in _candidates(scheme) for name in (each.item.title, each.clause.content)]
        problems.append(wrong.no_clause(text, str(scheme.place.post.name), list(dict.fromkeys(known))))
        return None
    scored = [each for each in candidates if each.line.entry != "none"]
    if not scored:
        problems.append(wrong.no_points(text))
        return None
    quantity = _quantity(typed)
    if quantity is None:
        problems.append(wrong.value(typed, "不是一个数"))
        return None
    fitting = [each for each in scored if _unit(each.line.unit) == _unit(quantity.unit)]
    if not fitting:
        problems.append(wrong.unit(typed, [each.line.unit for each in scored]))
        return None
    if len(fitting) > 1:
        problems.append(wrong.clauses(text, [_shown(each) for each in fitting]))
        return None
    if said := _out_of_range(fitting[0].line, quantity.amount):
        problems.append(wrong.value(typed, said))
        return None
    return fitting[0].number, quantity.amount


def _candidates(scheme: Scheme) -> Iterator[Candidate]:
    number = 0
    for part in scheme.parts:
        for item in part.items:
            for clause_number, clause in enumerate(item.clauses, 1):
                for line in clause.lines:
                    yield Candidate(number, line, item, clause, clause_number, part.name == SCORECARD)
                    number += 1


def _shown(found: Candidate) -> str:
    return f"{found.item.title}/{found.clause_number} {found.line.part or found.clause.content}"


def _called(scheme: Scheme, text: str) -> list[Candidate]:
    """The lines that a text means: of the clause that it is, of 职责/2, of a title; else where it is in a clause."""
    wanted = _plain(text)
    every = list(_candidates(scheme))
    title, _, number = wanted.rpartition("/")
    return (
        [each for each in every if wanted == _plain(each.clause.content) and wanted]
        or [each for each in every if title == _plain(each.item.title) and number == str(each.clause_number)]
        or [each for each in every if each.is_factor and wanted == _plain(each.clause.standard)]
        or [each for each in every if wanted == _plain(each.item.title)]
        or [each for each in every if wanted in _plain(each.line.part)]
        or [each for each in every if wanted in _plain(each.clause.content)]
    )


def _plain(text: str) -> str:
    """Without spaces and the mark at the end, all signs half-width."""
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip("。.;,")


def _quantity(text: str) -> Quantity | None:
    """3天, 两次, 98.5%; a number alone has the unit ""."""
    read = tokens(text)
    is_one = list(read.quantities) == [0] and not read.implied and not read.text[1:].strip(FILLER)
    return read.quantities[0] if is_one and not VAGUE.match(text) else None


def _unit(unit: str) -> str:
    return SAME_UNITS.get(unit, unit)


def _out_of_range(line: Line, value: Decimal) -> str:
    """Why a line cannot have this value; "" where it can."""
    if line.entry == "count" and value != value.to_integral_value():
        return "次数要是整数"
    if line.choices and value not in line.choices and value:
        return f"只能是 {'、'.join(f'{choice:f}' for choice in line.choices)}"
    if line.entry == "judged" and line.low is not None and value < line.low:
        return f"不能少于 {line.low:f} 分"
    return f"不能多于 {line.high:f} 分" if line.high is not None and value > line.high else ""
