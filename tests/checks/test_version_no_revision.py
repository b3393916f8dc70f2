"""Each version has its line in the revision record."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "VERSION-NO-REVISION"


def test_is_told_at_the_version(report: Report) -> None:
    assert report(CODE, manual="修订记录:\n  - {版本: '0.9', 日期: 2026-01-01, 内容: 修订。}\n") == [
        "content/manual.yaml:3:5: 警告 VERSION-NO-REVISION: 修订记录里没有 1 版",
        "    3 | 版本: '1'",
        "      |       ^^^",
        "      = 帮助: 在“修订记录”里添一条：版本、日期、内容",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="修订记录:\n  - {版本: '0.9', 日期: 2026-01-01, 内容: 修订。}\n") == [
        "content/manual.yaml:3:5: warning VERSION-NO-REVISION: 修订记录 has no line for version 1",
        "    3 | 版本: '1'",
        "      |       ^^^",
        "      = help: add one to 修订记录: 版本, 日期, 内容",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "代替: 第一版\n",
        "修订记录:\n  - {版本: '0.9', 日期: 2026-01-01, 内容: 修订。}\n"
        "  - {版本: '2', 日期: 2026-01-01, 内容: 修订。}\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(manual=text)


@pytest.mark.parametrize(
    "text",
    [
        "修订记录:\n  - {版本: '1', 日期: 2026-01-01, 内容: 修订。}\n",
        "",
        "修订记录:\n  - {版本: '0.9', 日期: 2026-01-01, 内容: 修订。}\n"
        "  - {版本: '1', 日期: 2026-01-01, 内容: 修订。}\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(manual=text)
