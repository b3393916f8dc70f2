"""Nothing is printed twice."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "CHAPTER-TWICE"


def test_a_page_and_a_file_named_twice(report: Report) -> None:
    manual = """\
        章节:
          - 目录
          - 总则
          - 目录
        附件:
          - 总则.md
    """
    assert report(CODE, manual=manual, chapters={"总则.md": "# 总则\n\n适用于全公司。\n"}) == [
        "content/manual.yaml:7:5: 错误 CHAPTER-TWICE: “目录”在第 5 行已经印过",
        "    7 |   - 目录",
        "      |     ^^^^",
        "      = 帮助: 留一处；只想印部门的一部分，写“只印”",
        "content/manual.yaml:9:5: 错误 CHAPTER-TWICE: “总则.md”在第 6 行已经印过",
        "    9 |   - 总则.md",
        "      |     ^^^^^^^",
        "      = 帮助: 留一处；只想印部门的一部分，写“只印”",
    ]


def test_departments_in_full_twice(report: Report) -> None:
    manual = """\
        章节:
          - 仓储部
          - 标题: 各部门
            部门: 全部
    """
    assert report(CODE, "en", manual=manual, 仓储部="部门: 仓储部\n", 财务部="部门: 财务部\n") == [
        "content/manual.yaml:7:9: error CHAPTER-TWICE: “仓储部” is printed in line 5",
        "    7 |     部门: 全部",
        "      |           ^^^^",
        "      = help: keep one of them; to print a part of a department write 只印",
    ]


def test_parts_of_a_department_are_not_twice(report: Report) -> None:
    manual = """\
        章节:
          - 标题: 各部门
            部门: 全部
            只印: 部门职责
          - 仓储部
    """
    assert report(CODE, manual=manual, 仓储部="部门: 仓储部\n") == []
