"""How problems are counted: by code, by department."""

from __future__ import annotations

from pathlib import Path

from docgen.reports.tallies import CodeTally, by_code, by_department
from docgen.source import Position
from tests.sample_report import EMPTY, NO_CLAUSE, NOWHERE
from tests.small_project import DEPARTMENT, read_project


def test_the_most_frequent_code_comes_first() -> None:
    lenient = NO_CLAUSE._replace(severity="warning")
    assert by_code([NO_CLAUSE, NOWHERE, EMPTY, lenient, EMPTY]) == [
        CodeTally("POST-EMPTY", "warning", 2),
        CodeTally("DUTY-NO-CLAUSE", "error", 1),
        CodeTally("DUTY-NO-CLAUSE", "warning", 1),
        CodeTally("PROJECT-MISSING", "error", 1),
    ]


def test_departments_come_in_their_order_and_other_files_after_them(tmp_path: Path) -> None:
    other = DEPARTMENT.replace("仓储部", "采购部").replace("        考核办法: 少巡查一次扣1分。\n", "")
    common = "岗位通用: {职责: {交办: {工作标准: 按时。, 考核办法: 逾期扣1分。}}}\n"
    manual = read_project(tmp_path, {"departments/采购部.yaml": other, "common.yaml": common})
    in_a_chapter = EMPTY._replace(position=Position("content/chapters/总则.md"))
    found = by_department([NOWHERE, in_a_chapter, EMPTY, NO_CLAUSE, NO_CLAUSE], manual)
    assert [(each.name, each.errors, each.warnings, each.coverage.duties, each.coverage.covered) for each in found] == [
        ("仓储部", 2, 1, 2, 2),
        ("采购部", 0, 0, 2, 1),
        ("content/common.yaml", 0, 0, 1, 1),
        ("content/chapters/总则.md", 0, 1, 0, 0),
        ("", 1, 0, 0, 0),
    ]


def test_without_a_manual_there_are_files_only() -> None:
    assert [(each.name, each.errors) for each in by_department([NO_CLAUSE], None)] == [
        ("content/departments/仓储部.yaml", 1)
    ]


def test_two_departments_with_one_name_are_counted_apart(tmp_path: Path) -> None:
    manual = read_project(tmp_path, {"departments/仓库.yaml": DEPARTMENT})
    assert [(each.name, each.errors, each.coverage.duties) for each in by_department([NO_CLAUSE], manual)] == [
        ("仓储部", 1, 2),
        ("仓储部", 0, 2),
    ]
