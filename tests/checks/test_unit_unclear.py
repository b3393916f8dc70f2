"""A number has its unit."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "UNIT-UNCLEAR"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("晚录入1天扣1。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 UNIT-UNCLEAR: “晚录入1天扣1”没有写单位",
        "    9 |           - 晚录入1天扣1。",
        "      |             ^^^^^^^^^^^^",
        "      = 帮助: 在数后面写上分、元或%",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("发现一处罚50，并通报。")) == [
        "content/departments/仓储部.yaml:9:13: warning UNIT-UNCLEAR: “发现一处罚50” names no unit",
        "    9 |           - 发现一处罚50，并通报。",
        "      |             ^^^^^^^^^^^^",
        "      = help: write 分, 元 or % after the number",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "晚录入1天扣1。",
        "发现一处罚50，并通报。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "晚录入1天扣1分。",
        "罚款50元，扣2分。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))
