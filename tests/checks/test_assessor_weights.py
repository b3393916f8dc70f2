"""The weights of assessors add up to 100%."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "ASSESSOR-WEIGHTS"


def test_says_what_they_add_up_to(report: Report) -> None:
    assert report(CODE, manual="考核: {考核人: {直接上级: 60%, 同级: 30%}}\n") == [
        "content/manual.yaml:4:12: 错误 ASSESSOR-WEIGHTS: 考核人的权重合计 90%，应当是 100%",
        "    4 | 考核: {考核人: {直接上级: 60%, 同级: 30%}}",
        "      |                 ^^^^^^^^",
        "      = 帮助: 改成合计 100%",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="考核: {考核人: {直接上级: 60%, 同级: 30%}}\n")[0] == (
        "content/manual.yaml:4:12: error ASSESSOR-WEIGHTS: "
        "the weights of the assessors (考核人) add up to 90%, not 100%"
    )


def test_names_without_weights_are_fine(report: Report) -> None:
    assert report(CODE, manual="考核: {考核人: [直接上级, 同级]}\n") == []


@pytest.mark.parametrize("assessors", ["{直接上级: 60%, 同级: 50%}", "{直接上级: 90%}"])
def test_fails(codes: Codes, assessors: str) -> None:
    assert CODE in codes(manual=f"考核: {{考核人: {assessors}}}\n")


@pytest.mark.parametrize("assessors", ["{直接上级: 60%, 同级: 40%}", "{直接上级: 100}", "直接上级"])
def test_passes(codes: Codes, assessors: str) -> None:
    assert CODE not in codes(manual=f"考核: {{考核人: {assessors}}}\n")
