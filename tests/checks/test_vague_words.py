"""A standard can be measured."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import standards

CODE = "VAGUE-WORDS"


def test_is_told_at_the_word(report: Report) -> None:
    assert report(CODE, 仓储部=standards("认真巡查，及时处理问题。")) == [
        "content/departments/仓储部.yaml:8:13: 警告 VAGUE-WORDS: “认真”做到什么程度？没有写时间、次数或比例",
        "    8 |           - 认真巡查，及时处理问题。",
        "      |             ^^^^",
        "      = 帮助: 写成可以核对的，例如“当天”“每周一次”“98%以上”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("认真巡查，及时处理问题。")) == [
        "content/departments/仓储部.yaml:8:13: warning VAGUE-WORDS: how much is “认真”? no time, count or rate",
        "    8 |           - 认真巡查，及时处理问题。",
        "      |             ^^^^",
        "      = help: write what can be checked: 当天, 每周一次, 98%以上",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["账目清楚，及时入账。"],
        ["服务态度良好。"],
        ["尽快答复客户。"],
        ["经常深入库区。"],
        ["<5>单据及时准确。"],
        ["定期备份数据。"],
        ["完成工作迅速。"],
        ["夜间入库的第二天验收；特殊情况汇报后尽快完善手续。"],
        ["考核标准可以包括报告的质量、活动的效果等方面。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["每天巡查一次，及时处理问题。"],
        ["发现问题及时处理，超过2天的写明原因。"],
        ["单据当天录入。"],
        ["认真核对，零差错。"],
        ["三天内妥善处理。"],
        ["在法定期限前2天申报，不定期抽查。"],
        ["在规定期限内申报。"],
        ["认真遵守消防制度，不在库内吸烟。"],
        ["验收记录可以包括照片。"],
        ["不能及时入账的，当面说明。"],
        ["逐笔认真核对，无遗漏。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))
