"""A threshold of one unit is once for all, or a step?"""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "STEP-OR-ONCE"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("发票办理超过1天扣0.5分。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 STEP-OR-ONCE: 是每超过1天算一回，还是超过1天只算一次？",
        "    9 |           - 发票办理超过1天扣0.5分。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 写“每超过1天”，或者“超过1天的，一次性扣……”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("误差超过1%扣2分，扣完为止。")) == [
        "content/departments/仓储部.yaml:9:13: warning STEP-OR-ONCE: once for all above 1%, or for each 1%?",
        "    9 |           - 误差超过1%扣2分，扣完为止。",
        "      |             ^^^^^^^^^^^^^^^",
        "      = help: write 每超过, or 超过…的，一次性扣",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "发票办理超过1天扣0.5分。",
        "误差超过1%扣2分，扣完为止。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "发票办理每超过1天扣0.5分。",
        "超过1天扣1分，超过3天扣5分。",
        "超过1天的，一次性扣1分。",
        "超过2小时扣1分。",
        "误差超过1%，每车扣2分。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))
