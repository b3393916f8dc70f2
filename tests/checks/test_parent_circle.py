"""Departments' parents don't go round in a circle."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "PARENT-CIRCLE"


def test_a_circle_of_departments_is_shown(report: Report) -> None:
    files = {"甲部": "部门: 甲部\n上级: 乙部\n", "乙部": "部门: 乙部\n上级: 丙部\n", "丙部": "部门: 丙部\n上级: 甲部\n"}
    assert report(CODE, **files) == [
        "content/departments/丙部.yaml:2:5: 错误 PARENT-CIRCLE: 部门的上级绕了一圈又回到自己："
        "丙部 → 甲部 → 乙部 → 丙部",
        "    2 | 上级: 甲部",
        "      |       ^^^^",
        "      = 帮助: 改掉其中一个部门的“上级”",
    ]


def test_a_circle_may_go_by_a_post(report: Report) -> None:
    stores = "部门: 仓储部\n上级: 仓库主任\n岗位: {仓库主任: {编制: 1}}\n"
    assert report(CODE, "en", 仓储部=stores) == [
        "content/departments/仓储部.yaml:2:5: error PARENT-CIRCLE: departments' parents go round in a circle: "
        "仓储部 → 仓库主任 → 仓储部",
        "    2 | 上级: 仓库主任",
        "      |       ^^^^^^^^",
        "      = help: change the parent (上级) of one of them",
    ]


def test_a_department_may_be_under_a_post_of_its_own_that_has_a_superior(report: Report) -> None:
    office = "部门: 总经办\n上级: 总经理\n岗位: {总经理: {直接上级: 董事会}}\n"
    assert report(CODE, manual="外部岗位: 董事会\n", 总经办=office) == []


def test_a_department_that_is_its_own_parent_is_another_rules_matter(report: Report) -> None:
    assert report(CODE, 甲部="部门: 甲部\n上级: 甲部\n") == []
