"""The floors of grades fall strictly, and reach 0."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "GRADES-ORDER"


def test_scores_below_the_last_floor_have_no_grade(report: Report) -> None:
    assert report(CODE, manual="考核: {等级: {优秀: 90, 良好: 80, 合格: 60}}\n") == [
        "content/manual.yaml:4:27: 错误 GRADES-ORDER: 最后一等“合格”的下限是 60，60 分以下没有等级",
        "    4 | 考核: {等级: {优秀: 90, 良好: 80, 合格: 60}}",
        "      |                                   ^^^^",
        "      = 帮助: 最后加一等，下限写 0",
    ]


def test_a_floor_that_does_not_fall(report: Report) -> None:
    assert report(CODE, "en", manual="考核: {等级: {优秀: 90, 良好: 90, 差: 0}}\n") == [
        "content/manual.yaml:4:19: error GRADES-ORDER: the floor of “良好” is 90, that of “优秀” is 90",
        "    4 | 考核: {等级: {优秀: 90, 良好: 90, 差: 0}}",
        "      |                         ^^^^",
        "      = help: list the grades from high to low",
    ]


def test_a_grade_without_a_floor(report: Report) -> None:
    assert report(CODE, manual="考核: {等级: {优秀: {系数: 1.2}, 差: 0}}\n") == [
        "content/manual.yaml:4:11: 错误 GRADES-ORDER: 等级“优秀”没有下限",
        "    4 | 考核: {等级: {优秀: {系数: 1.2}, 差: 0}}",
        "      |               ^^^^",
        "      = 帮助: 写“下限”，例如 80",
    ]


def test_a_scale_is_reported_once_where_it_is_written(report: Report) -> None:
    department = "部门: 仓储部\n考核: {等级: {优秀: 90}}\n岗位: {仓库主任: {编制: 1}, 库管员: {编制: 6}}\n"
    assert len(report(CODE, manual="考核: {等级: {优秀: 90, 差: 0}}\n", 仓储部=department)) == 4


def test_floors_down_to_0_are_fine(report: Report) -> None:
    assert report(CODE, manual="考核: {等级: {优秀: 90.5分, 良好: ８０, 差: 0}}\n") == []


@pytest.mark.parametrize("grades", ["{合格: 60, 不合格: 0}", "{优秀: {下限: 90, 系数: 1.2}, 其他: {下限: 0, 系数: 1}}"])
def test_passes(codes: Codes, grades: str) -> None:
    assert CODE not in codes(manual=f"考核: {{等级: {grades}}}\n")
