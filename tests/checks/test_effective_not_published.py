"""What is in force was deliberated and made public."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "EFFECTIVE-NOT-PUBLISHED"


def test_is_told_at_the_date(report: Report) -> None:
    assert report(CODE, manual="生效日期: 2026-01-01\n") == [
        "content/manual.yaml:4:7: 警告 EFFECTIVE-NOT-PUBLISHED: 写了生效日期，没有写审议和公示",
        "    4 | 生效日期: 2026-01-01",
        "      |           ^^^^^^^^^^",
        "      = 帮助: 在 manual.yaml 写“审议”“公示”：何时、怎样做的",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="生效日期: 2026-01-01\n") == [
        "content/manual.yaml:4:7: warning EFFECTIVE-NOT-PUBLISHED: "
        "in force, with no word of deliberation and publicity",
        "    4 | 生效日期: 2026-01-01",
        "      |           ^^^^^^^^^^",
        "      = help: write 审议 and 公示 in manual.yaml: when and how it was done",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "生效日期: 2026-01-01\n审议: 经职工代表大会讨论。\n",
        "生效日期: 2026-01-01\n公示: 在公告栏公示。\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(manual=text)


@pytest.mark.parametrize(
    "text",
    [
        "生效日期: 2026-01-01\n审议: 经职工代表大会讨论。\n公示: 在公告栏公示。\n",
        "发布日期: 2026-01-01\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(manual=text)
