"""Numbers typed into texts begin at 1."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, duties, standards

CODE = "NUM-START"


def test_is_told_at_the_first(report: Report) -> None:
    assert report(CODE, 仓储部=standards("<2>单据当天录入。", "<3>每天巡查一次。")) == [
        "content/departments/仓储部.yaml:8:13: 警告 NUM-START: 编号从“<2>”开始，没有“<1>”",
        "    8 |           - <2>单据当天录入。",
        "      |             ^^^",
        "      = 帮助: 看看前面是不是丢了一条；编号可以删掉，由样式来编",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("<2>单据当天录入。", "<3>每天巡查一次。")) == [
        "content/departments/仓储部.yaml:8:13: warning NUM-START: the numbers begin at “<2>”",
        "    8 |           - <2>单据当天录入。",
        "      |             ^^^",
        "      = help: see whether the first item is lost",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["2、账卡相符。", "3、账物相符。"],
        ["包括：（二）账卡相符；（三）单据齐全。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["1、账卡相符。", "2、账物相符。"],
        ["2、账卡相符。"],
        ["账卡相符。", "第2条另行规定。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


def test_holds_for_a_plain_list_of_duties(codes: Codes) -> None:
    assert CODE in codes(仓储部=duties("5.办理交办事项。", "1.放样并复核。"))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("2、账卡相符。3、账物相符。"))
