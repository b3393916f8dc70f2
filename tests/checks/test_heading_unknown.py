"""栏目名称 renames headings that there are."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "HEADING-UNKNOWN"


def test_a_heading_that_is_not_printed(report: Report) -> None:
    assert report(CODE, manual="栏目名称:\n  岗位职责: 工作内容\n") == [
        "content/manual.yaml:5:3: 错误 HEADING-UNKNOWN: 没有印“岗位职责”这个标题",
        "    5 |   岗位职责: 工作内容",
        "      |   ^^^^^^^^",
        "      = 帮助: 是不是“职责”？"
        "可以写：岗位、部门职责、岗位通用、任职资格、职责、职权、工作标准、考核办法、指标、评分表",
    ]


def test_a_placeholder_that_there_is_not(report: Report) -> None:
    assert report(CODE, "en", manual="栏目名称: {岗位: '{岗位名}工作标准'}\n") == [
        "content/manual.yaml:4:12: error HEADING-UNKNOWN: a heading has no placeholder “{岗位名}”",
        "    4 | 栏目名称: {岗位: '{岗位名}工作标准'}",
        "      |                  ^^^^^^^^^^^^^^^^^^",
        "      = help: did you mean “岗位”? there are: 岗位, 部门, 任职者",
    ]


def test_headings_that_there_are(report: Report) -> None:
    assert report(CODE, manual="栏目名称: {职责: 工作内容, 岗位: '{岗位}（{任职者}）', 部门职责: '{部门}职责'}\n") == []


@pytest.mark.parametrize("headings", ["{工作标准: 岗位标准}", "{评分表: 评分, 指标: 量化指标}", "{岗位: '{任职者}'}"])
def test_passes(codes: Codes, headings: str) -> None:
    assert CODE not in codes(manual=f"栏目名称: {headings}\n")
