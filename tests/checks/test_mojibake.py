"""Garbled characters are named."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, standards

CODE = "MOJIBAKE"


def test_is_told_at_the_characters(report: Report) -> None:
    assert report(CODE, 仓储部=standards("鍗曟嵁褰撳ぉ褰曞叆，账物相符。")) == [
        "content/departments/仓储部.yaml:8:13: 警告 MOJIBAKE: “鍗曟嵁褰撳ぉ褰曞叆，账物”是乱码（U+9357 U+66DF U+5D41）",
        "    8 |           - 鍗曟嵁褰撳ぉ褰曞叆，账物相符。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 原文可能是“单据当天录入”，重新输入一遍",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("鍗曟嵁褰撳ぉ褰曞叆，账物相符。")) == [
        "content/departments/仓储部.yaml:8:13: warning MOJIBAKE: "
        "“鍗曟嵁褰撳ぉ褰曞叆，账物” is garbled (U+9357 U+66DF U+5D41)",
        "    8 |           - 鍗曟嵁褰撳ぉ褰曞叆，账物相符。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: it may have been “单据当天录入”: type it again",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["ä»“åº“ç®¡ç†"],
        ["锟斤拷单据当天录入。"],
        ["ቤተ መጻሕፍቲ ባይዱ 解 力"],
        ["⼯作日报当天交。"],
        ["单据当天录入。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["单据当天录入，账、卡、物三对照。"],
        ["浏览器、浒苔、镐头按月登记。"],
        ["café——30 ℃、±0.5 mm、Ⅱ类。"],
        ["用 Ω、μm、① 标明。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("锟斤拷单据当天录入。"))
