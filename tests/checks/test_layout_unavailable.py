"""A layout that can't be printed yet is refused, where it is written."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "LAYOUT-UNAVAILABLE"


def test_of_the_manual_it_is_reported_once(report: Report) -> None:
    departments = {"仓储部": "部门: 仓储部\n岗位: {仓库主任: {编制: 1}}\n", "财务部": "部门: 财务部\n"}
    assert report(CODE, manual="布局: 对照表\n", **departments) == [
        "content/manual.yaml:4:5: 错误 LAYOUT-UNAVAILABLE: 这个版本还不能印“对照表”布局",
        "    4 | 布局: 对照表",
        "      |       ^^^^^^",
        "      = 帮助: 现在能印：三段式",
    ]


def test_of_a_post_in_english(report: Report) -> None:
    department = """\
        部门: 仓储部
        布局: standard
        岗位:
          仓库主任:
            布局: profile
    """
    assert report(CODE, "en", 仓储部=department) == [
        "content/departments/仓储部.yaml:5:9: error LAYOUT-UNAVAILABLE: the layout “岗位说明书” cannot be printed yet",
        "    5 |     布局: profile",
        "      |           ^^^^^^^",
        "      = help: these can be printed: 三段式",
    ]


def test_of_a_chapter(report: Report) -> None:
    manual = """\
        章节:
          - 标题: 各部门
            部门: 全部
            布局: 条文
    """
    assert report(CODE, manual=manual, 仓储部="部门: 仓储部\n")[0] == (
        "content/manual.yaml:7:9: 错误 LAYOUT-UNAVAILABLE: 这个版本还不能印“条文”布局"
    )
