"""The points of tiers rise or fall steadily."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "TIER-ORDER"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("合格率95%以上得8分，90%至95%得10分，不满90%得0分。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 TIER-ORDER: 各档的分数高高低低",
        "    9 |           - 合格率95%以上得8分，90%至95%得10分，不满90%得0分。",
        "      |             ^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 结果越好，得的分要越多（扣的分要越少）",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("超过1小时扣3分，超过2小时扣5分，超过4小时扣2分。")) == [
        "content/departments/仓储部.yaml:9:31: warning TIER-ORDER: "
        "the points of the tiers do not rise or fall steadily",
        "    9 |           - 超过1小时扣3分，超过2小时扣5分，超过4小时扣2分。",
        "      |                                             ^^^^^^^^^^^^^^",
        "      = help: better results bring more points, or cost fewer",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "合格率95%以上得8分，90%至95%得10分，不满90%得0分。",
        "超过1小时扣3分，超过2小时扣5分，超过4小时扣2分。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "合格率95%以上得10分，90%至95%得8分，不满90%不得分。",
        "超过1小时扣1分，超过2小时扣2分，超过4小时扣5分。",
        "合格率95%以上得满分，90%至95%得1至8分，不满90%得0分。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))
