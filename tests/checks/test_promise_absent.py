"""What the text promises is there."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import standards

CODE = "PROMISE-ABSENT"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=standards("按月考核，指标见附表。")) == [
        "content/departments/仓储部.yaml:8:20: 警告 PROMISE-ABSENT: 手册里没有“附表”，附件有 0 个",
        "    8 |           - 按月考核，指标见附表。",
        "      |                           ^^^^^^",
        "      = 帮助: 把它写进 manual.yaml 的“附件”，或改掉这句话",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("按月考核，指标见附表。")) == [
        "content/departments/仓储部.yaml:8:20: warning PROMISE-ABSENT: no “附表”: there are 0 annexes",
        "    8 |           - 按月考核，指标见附表。",
        "      |                           ^^^^^^",
        "      = help: list it in 附件 in manual.yaml, or reword",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["详见附件2。"],
        ["按附表一填写。"],
        ["参照附录办理。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["按月考核。"],
        ["保管附件和附表。"],
        ["合同附件齐全。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


ANNEXES = {"登记.md": "# 登记\n\n按月登记，见附件1。\n", "指标.md": "# 指标\n\n按月统计，见附件3。\n"}


def test_counts_the_annexes(report: Report) -> None:
    assert report(CODE, manual="附件: [登记.md, 指标.md]\n", chapters=ANNEXES) == [
        "content/chapters/指标.md:3:6: 警告 PROMISE-ABSENT: 手册里没有“附件3”，附件有 2 个",
        "    3 | 按月统计，见附件3。",
        "      |           ^^^^^^^",
        "      = 帮助: 把它写进 manual.yaml 的“附件”，或改掉这句话",
    ]
