"""A post with more than one kind of marks says how much each counts."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "MAKEUP-MISSING"

POINTS_AND_INDICATORS = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发: {内容: 负责收发物资。, 分值: 100}
    指标:
      账物相符率: {目标: 100%}
"""


def test_points_and_indicators_without_a_makeup(report: Report) -> None:
    assert report(CODE, 仓储部=POINTS_AND_INDICATORS) == [
        "content/departments/仓储部.yaml:3:3: 错误 MAKEUP-MISSING: “仓库主任”有职责、指标，没有写各占多少",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = 帮助: 在“考核”下写“构成”，例如 {职责: 60%, 指标: 40%}",
    ]


def test_a_makeup_that_leaves_one_out(report: Report) -> None:
    scorecard = """\
    评分表: {工作成效: {工作质量: {衡量标准: 无差错。, 满分: 100}}}
    考核: {构成: {职责: 60%, 指标: 40%}}
"""
    assert report(CODE, "en", 仓储部=POINTS_AND_INDICATORS + scorecard) == [
        "content/departments/仓储部.yaml:3:3: error MAKEUP-MISSING: the makeup of “仓库主任” leaves out “评分表”",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = help: write 构成 under 考核, such as {职责: 60%, 指标: 30%, 评分表: 10%}",
    ]


def test_an_inherited_makeup_will_do(report: Report) -> None:
    assert report(CODE, manual="考核: {构成: {职责: 60%, 指标: 40%}}\n", 仓储部=POINTS_AND_INDICATORS) == []


def test_one_kind_of_marks_needs_none(report: Report) -> None:
    department = "部门: 仓储部\n岗位: {仓库主任: {职责: {物资收发: {分值: 100}}}}\n"
    assert report(CODE, 仓储部=department) == []
