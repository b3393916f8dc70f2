"""Awards for each time have a cap."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "AWARD-NO-CAP"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("建议被采纳，每条加1分。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 AWARD-NO-CAP: 加分没有上限",
        "    9 |           - 建议被采纳，每条加1分。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 接着写“加分不超过3分”，或者在“考核”里写“加分上限”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("产量每超1%加0.5分，每低1%扣1分，最多扣5分。")) == [
        "content/departments/仓储部.yaml:9:13: warning AWARD-NO-CAP: the award has no cap",
        "    9 |           - 产量每超1%加0.5分，每低1%扣1分，最多扣5分。",
        "      |             ^^^^^^^^^^^^^^^^^",
        "      = help: go on with 加分不超过3分, or give 加分上限 under 考核",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "建议被采纳，每条加1分。",
        "产量每超1%加0.5分，每低1%扣1分，最多扣5分。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "建议被采纳，每条加1分，加分不超过3分。",
        "受到表彰加5分。",
        "每介绍一人奖励200元。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))
