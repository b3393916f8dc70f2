"""A makeup names what the post has."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "MAKEUP-UNKNOWN"


def test_a_part_that_does_not_exist(report: Report) -> None:
    assert report(CODE, manual="考核: {构成: {职责: 60%, 指标表: 40%}}\n") == [
        "content/manual.yaml:4:20: 错误 MAKEUP-UNKNOWN: 构成里不能写“指标表”",
        "    4 | 考核: {构成: {职责: 60%, 指标表: 40%}}",
        "      |                          ^^^^^^",
        "      = 帮助: 是不是“指标”？可以写：职责、指标、评分表",
    ]


def test_a_part_that_the_post_has_not(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            职责: {物资收发: 负责收发物资。}
            考核: {构成: {职责: 70%, 评分表: 30%}}
    """
    assert report(CODE, 仓储部=department) == [
        "content/departments/仓储部.yaml:5:24: 错误 MAKEUP-UNKNOWN: 构成里有“评分表”，岗位“仓库主任”没有",
        "    5 |     考核: {构成: {职责: 70%, 评分表: 30%}}",
        "      |                              ^^^^^^",
        "      = 帮助: 这个岗位有职责：在它的“考核”里写自己的“构成”，或补上“评分表”",
    ]


def test_a_part_that_is_inherited_and_the_post_has_not(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任: {职责: {物资收发: 负责收发物资。}}
          库管员: {指标: {账物相符率: {目标: 100%}}, 职责: {物资收发: 负责收发物资。}}
    """
    assert report(CODE, "en", manual="考核: {构成: {职责: 70%, 指标: 30%}}\n", 仓储部=department) == [
        "content/departments/仓储部.yaml:3:3: error MAKEUP-UNKNOWN: the makeup has “指标”, the post “仓库主任” has not",
        "    3 |   仓库主任: {职责: {物资收发: 负责收发物资。}}",
        "      |   ^^^^^^^^",
        "      = help: this post has 职责: give it a 构成 of its own under 考核, or add 指标",
    ]


@pytest.mark.parametrize(
    "post",
    [
        "{职责: {收发: {分值: 100}}, 指标: {相符率: {权重: 100%}}, 考核: {构成: {职责: 70%, 指标: 30%}}}",
        "{职责: {收发: {分值: 100}}, 考核: {构成: {职责: 100%}}}",
        "{职责: {收发: {分值: 100}}}",
    ],
)
def test_parts_that_the_post_has_pass(codes: Codes, post: str) -> None:
    assert CODE not in codes(仓储部=f"部门: 仓储部\n岗位: {{主任: {post}}}\n")
