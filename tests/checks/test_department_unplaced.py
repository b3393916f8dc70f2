"""Every department is in a chapter."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "DEPARTMENT-UNPLACED"


def test_a_department_that_chapters_leave_out(report: Report) -> None:
    assert report(CODE, manual="章节: [仓储部]\n", 仓储部="部门: 仓储部\n", 财务部="部门: 财务部\n") == [
        "content/departments/财务部.yaml:1:5: 错误 DEPARTMENT-UNPLACED: “财务部”不在“章节”里，不会印出来",
        "    1 | 部门: 财务部",
        "      |       ^^^^^^",
        "      = 帮助: 在 manual.yaml 的“章节”里加一行“- 财务部”",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="章节: [封面]\n", 财务部="部门: 财务部\n") == [
        "content/departments/财务部.yaml:1:5: error DEPARTMENT-UNPLACED: "
        "“财务部” is in no chapter: it would not be printed",
        "    1 | 部门: 财务部",
        "      |       ^^^^^^",
        "      = help: add “- 财务部” to 章节 in manual.yaml",
    ]


def test_annexes_and_all_departments_place_it_too(report: Report) -> None:
    assert report(CODE, manual="章节: [封面]\n附件: [财务部]\n", 财务部="部门: 财务部\n") == []


def test_without_chapters_every_department_is_printed(report: Report) -> None:
    assert report(CODE, 财务部="部门: 财务部\n") == []


def test_a_chapter_that_could_not_be_read_may_be_its_place(codes: Codes) -> None:
    manual = """\
        章节:
          - 封面
          - 标题: 管理部门
            部们: 财务部
    """
    assert CODE not in codes(manual=manual, 财务部="部门: 财务部\n")
