"""No number is in two tiers."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "TIER-OVERLAP"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("满意度80%以上得8分，80%以下得0分。")) == [
        "content/departments/仓储部.yaml:9:25: 警告 TIER-OVERLAP: 80%属于两档",
        "    9 |           - 满意度80%以上得8分，80%以下得0分。",
        "      |                                 ^^^^^^^^^^^^",
        "      = 帮助: “以上”“以下”都包括本数；有一档写“不满80%”或者“超过80%”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("迟到10分钟以内扣1分，5分钟以上30分钟以下扣2分。")) == [
        "content/departments/仓储部.yaml:9:25: warning TIER-OVERLAP: 5分钟 belongs to two tiers",
        "    9 |           - 迟到10分钟以内扣1分，5分钟以上30分钟以下扣2分。",
        "      |                                  ^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: 以上 and 以下 include the number: write 不满5分钟 or 超过5分钟 in one of them",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "满意度80%以上得8分，80%以下得0分。",
        "迟到10分钟以内扣1分，5分钟以上30分钟以下扣2分。",
        "合格率90%至95%得8分，85%至92%得5分。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "满意度80%以上得8分，不满80%得0分。",
        "超过2小时扣1分，超过4小时扣3分。",
        "合格率90%以上得10分，80%至90%得8分，低于80%不得分。",
        "合格率90%以上得10分；满意度90%以下扣2分。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))
