"""Numbers typed into texts are used once."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, standards

CODE = "NUM-DUP"


def test_is_told_at_the_second(report: Report) -> None:
    assert report(CODE, 仓储部=standards("<7>单据当天录入。", "<8>每天巡查一次。", "<8>每月盘点一次。")) == [
        "content/departments/仓储部.yaml:10:13: 警告 NUM-DUP: 编号“<8>”前面用过了，按顺序是“<9>”",
        "   10 |           - <8>每月盘点一次。",
        "      |             ^^^",
        "      = 帮助: 改成下一个号；编号可以删掉，由样式来编",
    ]


def test_the_last_number_in_a_circle_has_a_next_one(report: Report) -> None:
    assert report(CODE, 仓储部=standards("⑲单据当天录入。", "⑳每天巡查一次。", "⑳每月盘点一次。"))[:1] == [
        "content/departments/仓储部.yaml:10:13: 警告 NUM-DUP: 编号“⑳”前面用过了，按顺序是“㉑”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("<7>单据当天录入。", "<8>每天巡查一次。", "<8>每月盘点一次。")) == [
        "content/departments/仓储部.yaml:10:13: warning NUM-DUP: “<8>” stood before; the next is “<9>”",
        "   10 |           - <8>每月盘点一次。",
        "      |             ^^^",
        "      = help: write the next number, or none: the style numbers",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["1、账卡相符。", "1、账物相符。"],
        ["1.账卡相符。2.账物相符。2.单据齐全。"],
        ["一、账卡相符。", "二、账物相符。", "三、单据齐全。", "二、每月盘点。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["1、账卡相符。", "2、账物相符。"],
        ["（1）账卡相符：①日清；②月结。（2）单据齐全：①日清；②月结。"],
        ["1、账卡相符。2、账物相符。", "1、单据齐全。2、每月盘点。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("1、账卡相符。1、账物相符。"))
