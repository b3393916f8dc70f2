"""Assessors and approvers are posts, departments, relations, or listed as outside."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "ASSESSOR-UNKNOWN"

MANAGEMENT = "部门: 经理层\n岗位: {总经理: {编制: 1}}\n"


def test_asks_what_was_meant(report: Report) -> None:
    manual = "外部岗位: 考核小组\n考核: {考核人: [直接上级, 考评小组]}\n"
    assert report(CODE, manual=manual, 经理层=MANAGEMENT) == [
        "content/manual.yaml:5:18: 错误 ASSESSOR-UNKNOWN: 考核人“考评小组”不是手册里的岗位",
        "    5 | 考核: {考核人: [直接上级, 考评小组]}",
        "      |                           ^^^^^^^^",
        "      = 帮助: 是不是“考核小组”？手册里没有页的上级和考核人，写进 manual.yaml 的“外部岗位”",
    ]


def test_an_approver_in_english(report: Report) -> None:
    department = """\
        部门: 经理层
        岗位:
          总经理:
            考核: {审批人: 总经理、董事长}
    """
    assert report(CODE, "en", manual="外部岗位: 董事会\n", 经理层=department) == [
        "content/departments/经理层.yaml:4:19: error ASSESSOR-UNKNOWN: approver “董事长” is not a post of this manual",
        "    4 |     考核: {审批人: 总经理、董事长}",
        "      |                            ^^^^^^",
        "      = help: did you mean “董事会”? "
        "superiors and assessors with no page of their own are listed in 外部岗位 in manual.yaml",
    ]


def test_the_assessor_of_an_indicator(report: Report) -> None:
    department = """\
        部门: 经理层
        岗位:
          总经理:
            指标:
              利润率: {目标: 5%, 考核人: 董事}
    """
    assert report(CODE, manual="外部岗位: 监事会\n", 经理层=department)[0] == (
        "content/departments/经理层.yaml:5:26: 错误 ASSESSOR-UNKNOWN: 考核人“董事”不是手册里的岗位"
    )


def test_posts_departments_and_relations_are_assessors(report: Report) -> None:
    manual = """\
        外部岗位: 考核小组
        考核:
          考核人: {直接上级: 40%, 同级: 20%, 本人: 10%, 经理层: 10%, 考核小组: 20%}
          审批人: 总经理
    """
    assert report(CODE, manual=manual, 经理层=MANAGEMENT) == []


def test_one_name_may_mean_a_post_of_each_department(report: Report) -> None:
    files = {name: f"部门: {name}\n岗位: {{主任: {{编制: 1}}}}\n" for name in ("办公室", "仓储部")}
    assert report(CODE, manual="考核: {考核人: 主任}\n", **files) == []
