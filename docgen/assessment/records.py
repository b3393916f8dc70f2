"""The records of an assessment (日期, 姓名/岗位, 条款, 次数或数值, 备注, and 考核人 where several assess), from CSV,
.xlsx or YAML, each tied to a line.

What is wrong in a row is a problem at that row.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from docgen.assessment import record_problems as wrong
from docgen.assessment.line_search import line_of
from docgen.assessment.people import Person, assessor_of, person_of
from docgen.assessment.points import ZERO
from docgen.assessment.scheme import scheme_of
from docgen.manual.model import Manual
from docgen.problems import Guesses, Problem
from docgen.source import Text
from docgen.spreadsheet import problems as of_list
from docgen.spreadsheet.columns import Columns
from docgen.spreadsheet.dates import day_of
from docgen.spreadsheet.rows import Row, read_file, rows_of

COLUMNS: Final = Columns(
    {
        "date": ("日期", "发生日期", "记录日期", "date"),
        "name": ("姓名", "姓名/岗位", "被考核人", "员工姓名", "name"),
        "department": ("部门", "部门名称", "所在部门", "department"),
        "post": ("岗位", "岗位名称", "职位", "职务", "post", "position"),
        "clause": ("条款", "考核条款", "考核办法", "考核项目", "clause"),
        "value": ("次数或数值", "数值", "次数", "数量", "值", "得分", "value"),
        "assessor": ("考核人", "评分人", "打分人", "考评人", "assessor"),
        "remark": ("备注", "说明", "情况", "remark", "note"),
    },
    ("date", "clause"),
)
NO_VALUE: Final = ("", "0", "0次", "无", "-", "—", "/")
"""What may stand as the value of a record that says that there is nothing to record."""
NOTHING: Final = ("无", "none")
"""The clause of a record that says that there is nothing to record."""


class Record(NamedTuple):
    """A sound row. `line` is the place of its line in the scheme, None where there is nothing to record; `typed` the
    value as it was written; `assessor` who gave it, "" where the row doesn't say."""

    row: Row
    date: datetime.date
    person: Person
    line: int | None
    value: Decimal
    typed: str
    assessor: str
    remark: str


def read_records(path: str, manual: Manual) -> tuple[list[Record], list[Problem]]:
    """The records of a file that lies anywhere; `path` is as its user named it."""
    data = read_file(path)
    if not isinstance(data, bytes):
        return [], [data]
    is_yaml = Path(path).suffix.lower() in (".yaml", ".yml")
    rows, problems = _yaml_rows(path, data) if is_yaml else rows_of(path, data, COLUMNS)
    guesses = Guesses()
    found = [record for row in rows if (record := _record(row, manual, guesses, problems))]
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
            column = COLUMNS.called(key.text)
            if column and isinstance(value, Scalar):
                cells[column] = Text(" ".join(value.text.split()), value.position)
        if entries is None or any(not isinstance(value, Scalar) for _, value in entries):
            problems.append(wrong.not_rows(item.position))
        else:
            rows.append(Row(item.position, cells))
    if not rows and not problems:
        problems.append(of_list.empty(path, COLUMNS.listed))
    return rows, problems


def _record(row: Row, manual: Manual, guesses: Guesses, problems: list[Problem]) -> Record | None:
    """What one row says, with a problem for each thing that is missing or wrong."""
    clause, typed = row.text("clause"), row.text("value")
    is_nothing = clause in NOTHING
    lacking = row.lacking(COLUMNS)
    if not typed and not is_nothing:
        lacking.append(of_list.missing(row.position, COLUMNS.names["value"][0]))
    if not (row.text("name") or row.text("post")):
        lacking.append(of_list.missing(row.position, "姓名或岗位"))
    problems += lacking
    date = day_of(row.text("date"), problems)
    if lacking:
        return None
    person = person_of(row, manual, guesses, problems)
    if person is None or date is None:
        return None
    scheme = scheme_of(person.place)
    assessor = assessor_of(row, scheme, manual, problems)
    line, value = (None, ZERO) if is_nothing else line_of(scheme, clause, typed, guesses, problems) or (None, None)
    if is_nothing and typed not in NO_VALUE:
        problems.append(wrong.value(typed, f"条款写了“{clause}”，就没有数"))
        return None
    if assessor is None or value is None:
        return None
    return Record(row, date, person, line, value, str(typed), assessor, row.text("remark"))
