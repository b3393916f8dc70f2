"""Nothing is printed twice."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

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
        "      = 帮助: 留一处；只想印部门的一部分，写“只印”和另一个“标题”",
        "content/manual.yaml:9:5: 错误 CHAPTER-TWICE: “总则.md”在第 6 行已经印过",
        "    9 |   - 总则.md",
        "      |     ^^^^^^^",
        "      = 帮助: 留一处；只想印部门的一部分，写“只印”和另一个“标题”",
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
        "      = help: keep one of them; to print a part of a department write 只印 and another 标题",
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


CHAPTERS = {"总则.md": "# 总则\n\n适用于全公司。\n"}


def test_a_part_of_a_department_without_a_title_stands_where_the_department_does(report: Report) -> None:
    manual = "章节:\n  - 仓储部\n  - {部门: 全部, 只印: 职责}\n"
    assert report(CODE, manual=manual, 仓储部="部门: 仓储部\n") == [
        "content/manual.yaml:6:10: 错误 CHAPTER-TWICE: “仓储部”在第 5 行已经印过",
        "    6 |   - {部门: 全部, 只印: 职责}",
        "      |            ^^^^",
        "      = 帮助: 留一处；只想印部门的一部分，写“只印”和另一个“标题”",
    ]


def test_two_entries_of_one_title(report: Report) -> None:
    manual = "章节:\n  - {标题: 一览, 部门: 仓储部, 只印: 部门职责}\n  - {标题: 一览, 部门: 仓储部, 只印: 职责}\n"
    assert report(CODE, manual=manual, 仓储部="部门: 仓储部\n")[:3] == [
        "content/manual.yaml:6:10: 错误 CHAPTER-TWICE: “一览”在第 5 行已经印过",
        "    6 |   - {标题: 一览, 部门: 仓储部, 只印: 职责}",
        "      |            ^^^^",
    ]


def test_an_entry_titled_as_a_chapter_is(report: Report) -> None:
    manual = "章节:\n  - {标题: 总则, 部门: 仓储部}\n  - 总则\n"
    assert report(CODE, manual=manual, chapters=CHAPTERS, 仓储部="部门: 仓储部\n")[:3] == [
        "content/manual.yaml:5:10: 错误 CHAPTER-TWICE: “总则”在第 6 行已经印过",
        "    5 |   - {标题: 总则, 部门: 仓储部}",
        "      |            ^^^^",
    ]


def test_an_entry_titled_as_what_is_in_force_for_all(report: Report) -> None:
    manual = "章节:\n  - {标题: 岗位通用, 部门: 仓储部}\n"
    common = "岗位通用:\n  考核办法:\n    - {内容: 迟到一次扣1分。, 对应: 全部}\n"
    assert report(CODE, manual=manual, common=common, 仓储部="部门: 仓储部\n")[0] == (
        "content/manual.yaml:5:10: 错误 CHAPTER-TWICE: “岗位通用”在 content/common.yaml 里已经印过"
    )


def test_a_department_twice_in_one_entry(report: Report) -> None:
    manual = "章节:\n  - {标题: 一览, 部门: [仓储部, 财务部, 仓储部]}\n"
    assert report(CODE, manual=manual, 仓储部="部门: 仓储部\n", 财务部="部门: 财务部\n")[:3] == [
        "content/manual.yaml:5:29: 错误 CHAPTER-TWICE: “仓储部”在第 5 行已经印过",
        "    5 |   - {标题: 一览, 部门: [仓储部, 财务部, 仓储部]}",
        "      |                                         ^^^^^^",
    ]


def test_each_once(codes: Codes) -> None:
    manual = "章节: [目录, 总则, 仓储部]\n附件: [财务部]\n"
    assert CODE not in codes(manual=manual, chapters=CHAPTERS, 仓储部="部门: 仓储部\n", 财务部="部门: 财务部\n")
