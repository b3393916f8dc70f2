"""The names of departments and chapters are unique."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "NAME-TWICE"


def test_two_departments_with_one_name(report: Report) -> None:
    assert report(CODE, 仓储部="部门: 仓储部\n", 库房="部门: 仓储部\n") == [
        "content/departments/库房.yaml:1:5: 错误 NAME-TWICE: "
        "已经有一个部门叫“仓储部”（content/departments/仓储部.yaml 第 1 行）",
        "    1 | 部门: 仓储部",
        "      |       ^^^^^^",
        "      = 帮助: 改掉其中一个的名称",
    ]


def test_two_chapters_with_one_title(report: Report) -> None:
    chapters = {"01.md": "# 总则\n\n适用于全公司。\n", "02.md": "# 总则\n\n适用于各部门。\n"}
    assert report(CODE, "en", chapters=chapters) == [
        "content/chapters/02.md:1:3: error NAME-TWICE: "
        "there is a chapter “总则” already (content/chapters/01.md, line 1)",
        "    1 | # 总则",
        "      |   ^^^^",
        "      = help: rename one of them",
    ]


def test_a_chapter_called_as_a_department_is(report: Report) -> None:
    chapters = {"仓储部.md": "# 仓储管理\n\n适用于仓储部。\n"}
    assert report(CODE, chapters=chapters, 仓储部="部门: 仓储部\n")[0] == (
        "content/departments/仓储部.yaml:1:5: 错误 NAME-TWICE: "
        "已经有一个章节文件叫“仓储部”（content/chapters/仓储部.md 第 1 行）"
    )


def test_a_chapter_titled_as_a_department_is_called(report: Report) -> None:
    chapters = {"01.md": "# 仓储部\n\n适用于仓储部。\n"}
    assert report(CODE, chapters=chapters, 仓储部="部门: 仓储部\n")[0] == (
        "content/chapters/01.md:1:3: 错误 NAME-TWICE: "
        "已经有一个部门叫“仓储部”（content/departments/仓储部.yaml 第 1 行）"
    )


def test_a_chapter_titled_as_what_is_in_force_for_all(report: Report) -> None:
    common = "岗位通用:\n  考核办法:\n    - {内容: 迟到一次扣1分。, 对应: 全部}\n"
    assert report(CODE, common=common, chapters={"01.md": "# 岗位通用\n\n正文。\n"}) == [
        "content/chapters/01.md:1:3: 错误 NAME-TWICE: 已经有一个章节叫“岗位通用”（content/common.yaml 第 2 行）",
        "    1 | # 岗位通用",
        "      |   ^^^^^^^^",
        "      = 帮助: 改掉其中一个的名称",
    ]


@pytest.mark.parametrize(
    "chapters",
    [
        {"01.md": "# 总则\n\n正文。\n", "02.md": "# 附则\n\n正文。\n"},
        {"总则.md": "# 总则\n\n正文。\n"},
        {"仓储管理.md": "# 仓储管理\n\n正文。\n"},
    ],
)
def test_names_that_differ_are_fine(codes: Codes, chapters: dict[str, str]) -> None:
    assert CODE not in codes(chapters=chapters, 仓储部="部门: 仓储部\n", 财务部="部门: 财务部\n")
