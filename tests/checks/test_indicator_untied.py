"""An indicator says which duties it measures."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "INDICATOR-UNTIED"

BASE = """\
部门: 仓储部
岗位:
  主任:
    职责: {收发: {工作标准: 当天录入。, 考核办法: 晚1天扣1分。}}
    指标:
"""


def test_is_told_at_the_indicator(report: Report) -> None:
    assert report(CODE, 仓储部=BASE + "      相符率: {权重: 100%, 考核办法: 每低0.1%扣1分。}\n") == [
        "content/departments/仓储部.yaml:6:7: 警告 INDICATOR-UNTIED: 指标“相符率”没有对应职责",
        "    6 |       相符率: {权重: 100%, 考核办法: 每低0.1%扣1分。}",
        "      |       ^^^^^^",
        "      = 帮助: 写“对应”：本岗位的哪几项职责，或者“全部”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=BASE + "      相符率: {权重: 100%, 考核办法: 每低0.1%扣1分。}\n") == [
        "content/departments/仓储部.yaml:6:7: warning INDICATOR-UNTIED: the indicator “相符率” is tied to no duty",
        "    6 |       相符率: {权重: 100%, 考核办法: 每低0.1%扣1分。}",
        "      |       ^^^^^^",
        "      = help: write 对应: which of the post's duties, or 全部",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "      相符率: {权重: 100%}\n",
        "      相符率: {权重: 60%, 对应: 收发}\n      出错率: {权重: 40%}\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "      相符率: {权重: 100%, 对应: 收发}\n",
        "      相符率: {权重: 100%, 对应: 全部}\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)
