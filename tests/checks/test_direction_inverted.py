"""Good results are not punished, bad ones not rewarded."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty, of_indicator
from tests.checks.conftest import Codes, Report

CODE = "DIRECTION-INVERTED"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("合格率每超过0.1%扣1分。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 DIRECTION-INVERTED: 合格率高了反而受罚，是不是写反了？",
        "    9 |           - 合格率每超过0.1%扣1分。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 看看“超过”“低于”、“扣”“加”有没有写反",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("差错率每低0.1%扣1分。")) == [
        "content/departments/仓储部.yaml:9:13: warning DIRECTION-INVERTED: "
        "A lower 差错率 is punished: the wrong way round?",
        "    9 |           - 差错率每低0.1%扣1分。",
        "      |             ^^^^^^^^^^^^^^^^^^^",
        "      = help: see whether 超过 and 低于, or 扣 and 加, are mixed up",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "合格率每超过0.1%扣1分。",
        "差错率每低0.1%扣1分。",
        "完成率低于90%加2分。",
        "客户投诉率高于2%加1分。",
        "漏检率每低0.1%扣1分。",
        "良品率每超过1%扣1分。",
        "未通过率低于5%扣1分。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "合格率每低0.1%扣1分。",
        "差错率每超过0.1%扣1分。",
        "不合格率超过2%扣5分。",
        "不良品率每超过1%扣1分。",
        "客诉及时率每低1%扣1分。",
        "完成率每高1%加1分，最多加5分。",
        "完成率不低于95%，每低1%扣1分。",
        "采购率每超1%扣1分。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))


@pytest.mark.parametrize(("name", "is_told"), [("差错率", True), ("合格率", False), ("面积", False)])
def test_the_subject_may_be_the_indicators_name(name: str, is_told: bool, codes: Codes) -> None:
    assert (CODE in codes(仓储部=of_indicator(name, "每低0.1%扣1分。"))) is is_told
