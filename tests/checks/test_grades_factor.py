"""The factors of grades fall with the grades, and each grade has one or none has."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "GRADES-FACTOR"


def test_a_lower_grade_with_a_higher_factor(report: Report) -> None:
    assert report(CODE, manual="考核: {等级: {良: {下限: 80, 系数: 1}, 差: {下限: 0, 系数: 1.2}}}\n") == [
        "content/manual.yaml:4:31: 警告 GRADES-FACTOR: “差”的系数 1.2 比上一等“良”的 1 高",
        "    4 | 考核: {等级: {良: {下限: 80, 系数: 1}, 差: {下限: 0, 系数: 1.2}}}",
        "      |                                        ^^",
        "      = 帮助: 等级低的，系数不能比高的大",
    ]


def test_a_grade_without_a_factor_among_others(report: Report) -> None:
    assert report(CODE, "en", manual="考核: {等级: {良: {下限: 80, 系数: 1}, 差: 0}}\n") == [
        "content/manual.yaml:4:31: warning GRADES-FACTOR: the grade “差” has no factor, others have",
        "    4 | 考核: {等级: {良: {下限: 80, 系数: 1}, 差: 0}}",
        "      |                                        ^^",
        "      = help: write its 系数, 0 where nothing is paid",
    ]


@pytest.mark.parametrize(
    "grades",
    [
        "{优: {下限: 90, 系数: 1.2}, 良: {下限: 80, 系数: 1.2}, 差: {下限: 0, 系数: 0}}",
        "{优: 90, 良: 80, 差: 0}",
    ],
)
def test_passes(codes: Codes, grades: str) -> None:
    assert CODE not in codes(manual=f"考核: {{等级: {grades}}}\n")
