"""上级 of a department is a department, a post or one outside."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "PARENT-UNKNOWN"


def test_asks_what_was_meant(report: Report) -> None:
    management = "部门: 经理层\n岗位: {生产副总经理: {编制: 1}}\n"
    assert report(CODE, 经理层=management, 仓储部="部门: 仓储部\n上级: 生产副总\n") == [
        "content/departments/仓储部.yaml:2:5: 错误 PARENT-UNKNOWN: 部门的上级“生产副总”不是手册里的岗位",
        "    2 | 上级: 生产副总",
        "      |       ^^^^^^^^",
        "      = 帮助: 是不是“生产副总经理”？手册里没有页的上级和考核人，写进 manual.yaml 的“外部岗位”",
    ]


def test_departments_posts_and_those_outside_are_parents(report: Report) -> None:
    files = {
        "经理层": "部门: 经理层\n上级: 董事会\n岗位: {总经理: {编制: 1}}\n",
        "办公室": "部门: 办公室\n上级: 总经理\n",
        "档案室": "部门: 档案室\n上级: 办公室\n",
    }
    assert report(CODE, manual="外部岗位: 董事会\n", **files) == []


def test_a_department_that_there_is_not(codes: Codes) -> None:
    assert CODE in codes(仓储部="部门: 仓储部\n上级: 生产中心\n", 生产部="部门: 生产部\n")


def test_without_a_parent_nothing_is_asked(codes: Codes) -> None:
    assert CODE not in codes(仓储部="部门: 仓储部\n")
