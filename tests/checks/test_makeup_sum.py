"""A makeup adds up to 100%."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "MAKEUP-SUM"


def test_is_reported_once_where_it_is_written(report: Report) -> None:
    department = "部门: 仓储部\n岗位: {仓库主任: {编制: 1}, 库管员: {编制: 6}}\n"
    assert report(CODE, manual="考核: {构成: {职责: 60%, 指标: 30%}}\n", 仓储部=department) == [
        "content/manual.yaml:4:11: 错误 MAKEUP-SUM: 构成合计 90%，应当是 100%",
        "    4 | 考核: {构成: {职责: 60%, 指标: 30%}}",
        "      |               ^^^^",
        "      = 帮助: 改成合计 100%",
    ]


def test_a_part_without_a_share(report: Report) -> None:
    assert report(CODE, "en", manual="考核:\n  构成:\n    职责: 60%\n    指标:\n") == [
        "content/manual.yaml:6:5: error MAKEUP-SUM: the makeup (构成): “指标” has no percentage",
        "    6 |     职责: 60%",
        "      |     ^^^^",
        "      = help: make them 100% in all",
    ]


def test_100_is_fine(report: Report) -> None:
    assert report(CODE, manual="考核: {构成: {职责: 60%, 指标: 30, 评分表: １０％}}\n") == []


@pytest.mark.parametrize("makeup", ["{职责: 100%}", "{职责: 33.3%, 指标: 33.3%, 评分表: 33.4%}"])
def test_passes(codes: Codes, makeup: str) -> None:
    assert CODE not in codes(manual=f"考核: {{构成: {makeup}}}\n")
