"""Numbers typed into texts leave none out."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, standards

CODE = "NUM-GAP"


def test_is_told_at_the_number(report: Report) -> None:
    assert report(CODE, 仓储部=standards("<1>单据当天录入。", "<3>每天巡查一次。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 NUM-GAP: “<3>”前面少了“<2>”",
        "    9 |           - <3>每天巡查一次。",
        "      |             ^^^",
        "      = 帮助: 看看是不是漏了一条；编号可以删掉，由样式来编",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("<1>单据当天录入。", "<3>每天巡查一次。")) == [
        "content/departments/仓储部.yaml:9:13: warning NUM-GAP: “<2>” is missing before “<3>”",
        "    9 |           - <3>每天巡查一次。",
        "      |             ^^^",
        "      = help: see what is missing; the style numbers items",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["1、账卡相符。", "2、账物相符。", "4、单据齐全。"],
        ["包括：1、账卡相符；3、单据齐全。"],
        ["（一）账卡相符。", "（三）单据齐全。"],
        ["①账卡相符。", "②账物相符。⑤单据齐全。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["<1>账卡相符。", "<2>单据齐全。"],
        ["包括：（1）账卡相符；（2）账物相符。", "包括：（1）单据齐全。"],
        ["分为三档：1、3、5分。"],
        ["每月5日、15日各一次。"],
        ["按第（2）项办理。", "按第（5）项办理。"],
        ["1.5%以内。", "3.5%以内。"],
        ["1.登记账目；2.编制报表3.核对往来；4.归档。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("1、账卡相符。2、账物相符。4、单据齐全。"))
