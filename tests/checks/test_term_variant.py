"""A thing is called by its term."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, standards

CODE = "TERM-VARIANT"


def test_is_told_at_the_variant(report: Report) -> None:
    assert report(
        CODE, 仓储部=standards("每月培训仓管员一次。"), manual="术语: {库管员: [仓管员, 管员], 木料场: 木材场}\n"
    ) == [
        "content/departments/仓储部.yaml:8:17: 警告 TERM-VARIANT: “仓管员”在“术语”里叫“库管员”",
        "    8 |           - 每月培训仓管员一次。",
        "      |                     ^^^^^^",
        "      = 帮助: 改成“库管员”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(
        CODE, "en", 仓储部=standards("每月培训仓管员一次。"), manual="术语: {库管员: [仓管员, 管员], 木料场: 木材场}\n"
    ) == [
        "content/departments/仓储部.yaml:8:17: warning TERM-VARIANT: “仓管员” is called “库管员” in 术语",
        "    8 |           - 每月培训仓管员一次。",
        "      |                     ^^^^^^",
        "      = help: write “库管员”",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["木材场每天巡查一次。"],
        ["库管员、管员每月学习一次。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts), manual="术语: {库管员: [仓管员, 管员], 木料场: 木材场}\n")


@pytest.mark.parametrize(
    "texts",
    [
        ["库管员每月学习一次。"],
        ["木料场每天巡查一次。"],
        ["仓库每天巡查一次。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts), manual="术语: {库管员: [仓管员, 管员], 木料场: 木材场}\n")


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(manual="术语: {库管员: 仓管员}\n", chapters=chapter("仓管员每天登记。"))
