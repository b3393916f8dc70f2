"""A manual takes effect after it is issued."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "EFFECTIVE-BEFORE-APPROVAL"


def test_is_told_at_the_date(report: Report) -> None:
    assert report(CODE, manual="发布日期: 2026-01-05\n生效日期: 2026-01-01\n审议: 已讨论。\n公示: 已公示。\n") == [
        "content/manual.yaml:5:7: 警告 EFFECTIVE-BEFORE-APPROVAL: 生效日期早于发布日期（2026年1月5日）",
        "    5 | 生效日期: 2026-01-01",
        "      |           ^^^^^^^^^^",
        "      = 帮助: 把生效日期改到发布以后",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(
        CODE, "en", manual="发布日期: 2026-01-05\n生效日期: 2026-01-01\n审议: 已讨论。\n公示: 已公示。\n"
    ) == [
        "content/manual.yaml:5:7: warning EFFECTIVE-BEFORE-APPROVAL: in force before its date of issue (2026-01-05)",
        "    5 | 生效日期: 2026-01-01",
        "      |           ^^^^^^^^^^",
        "      = help: let it take effect after it is issued",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "发布日期: 2026-02-01\n生效日期: 2026-01-01\n",
        "印发: {日期: 2026-01-10}\n生效日期: 2026-01-01\n",
        "生效日期: 2026-01-01\n修订记录:\n  - {版本: '1', 日期: 2026-01-03, 内容: 首次发布。}\n",
        "生效日期: 2026-01-01\n审议: 2026年1月3日职工代表大会讨论。\n",
        "生效日期: 2026-01-01\n公示: 2026-1-6至2026-1-12公告栏公示。\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(manual=text)


@pytest.mark.parametrize(
    "text",
    [
        "发布日期: 2025-12-22\n生效日期: 2026-01-01\n",
        "发布日期: 2026-01-01\n生效日期: 2026-01-01\n",
        "发布日期: 2026-01-05\n",
        "生效日期: 2026-01-01\n审议: 2025年12月10日讨论。\n公示: 2025年12月28日至2026年1月6日公示。\n",
        "生效日期: 2026-01-01\n公示: 2026年2月31日公示。\n",
        "生效日期: 2026-01-01\n修订记录:\n  - {版本: '1', 日期: 2025-12-03, 内容: 首次发布。}\n"
        "  - {版本: '2', 日期: 2026-05-03, 内容: 修订。}\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(manual=text)
