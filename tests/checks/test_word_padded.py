"""Words have no spaces in them."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, standards

CODE = "WORD-PADDED"


def test_is_told_at_the_word(report: Report) -> None:
    assert report(CODE, 仓储部=standards("理 解 力")) == [
        "content/departments/仓储部.yaml:8:13: 警告 WORD-PADDED: “理 解 力”中间加了空格",
        "    8 |           - 理 解 力",
        "      |             ^^^^^^^^",
        "      = 帮助: 写“理解力”，对齐由样式来做",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("理 解 力")) == [
        "content/departments/仓储部.yaml:8:13: warning WORD-PADDED: “理 解 力” is stretched with spaces",
        "    8 |           - 理 解 力",
        "      |             ^^^^^^^^",
        "      = help: write “理解力”; the style aligns it",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["考 核 项 目：收发。"],
        ["总　则"],
        ["评定 忠 诚 度"],
        ["合 计 得 分"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["单据当天录入。"],
        ["签字：　年　月　日"],
        ["用 Word 写，存 3 份。"],
        ["张三 李四"],
        ["甲 乙 丙"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("考 核 项 目：收发。"))
