"""Sentences made from values mean exactly what the values say."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.manual.model import Assessment, Grade
from docgen.manual.sentences import assessment_sentence, grades_sentence
from tests.small_project import MANUAL, read_project


def assessment(folder: Path, fields: str) -> Assessment:
    """The 考核 of a manual with these fields."""
    lines = "".join(f"  {line}\n" for line in fields.splitlines())
    found = read_project(folder, {"manual.yaml": f"{MANUAL}考核:\n{lines}"}).assessment
    assert found
    return found


def grades(folder: Path, written: str) -> tuple[Grade, ...]:
    return assessment(folder, f"等级: {{{written}}}").grades


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            "优秀: 90, 良好: 80, 合格: 60, 不合格: 0",
            "90分以上为优秀；80分以上、不满90分为良好；60分以上、不满80分为合格；不满60分为不合格",
        ),
        ("优秀: 92.5分, 其他: 0", "92.5分以上为优秀；不满92.5分为其他"),
        ("合格: {下限: 60, 系数: 1}, 不合格: {下限: 0, 比例: 5%}", "60分以上为合格；不满60分为不合格"),
        ("优秀: 90-100, 良好: 80～89, 不合格: 60分以下", "90-100为优秀；80～89为良好；60分以下为不合格"),
        ("全部: 0", "为全部"),
    ],
    ids=["bounds", "decimals", "with factors", "bands as written", "one grade"],
)
def test_the_sentence_of_the_grades(tmp_path: Path, written: str, sentence: str) -> None:
    assert grades_sentence(grades(tmp_path, written)) == sentence


def grade_by_sentence(sentence: str, score: Decimal) -> list[str]:
    """The grades that a sentence gives a score: 以上 includes the number, 不满 does not (民法典 art. 1259)."""
    found = []
    for part in sentence.split("；"):
        bounds, _, name = part.partition("为")
        floors = [Decimal(number) for number in re.findall(r"([\d.]+)分以上", bounds)]
        ceilings = [Decimal(number) for number in re.findall(r"不满([\d.]+)分", bounds)]
        if all(score >= floor for floor in floors) and all(score < ceiling for ceiling in ceilings):
            found.append(name)
    return found


SCORES = ("100", "90", "89.99", "80", "79.99", "60", "59.99", "0")


def test_every_score_has_one_grade_and_the_bound_belongs_to_the_upper_one(tmp_path: Path) -> None:
    sentence = grades_sentence(grades(tmp_path, "优秀: 90, 良好: 80, 合格: 60, 不合格: 0"))
    scores = {
        "100": "优秀",
        "90": "优秀",
        "89.99": "良好",
        "80": "良好",
        "79.99": "合格",
        "60": "合格",
        "59.99": "不合格",
        "0": "不合格",
    }

    assert {score: grade_by_sentence(sentence, Decimal(score)) for score in scores} == {
        score: [name] for score, name in scores.items()
    }


EVERYTHING = """\
周期: [月, 年]
满分: 100
加分上限: 5
构成: {职责: 60%, 指标: 40%}
考核人: {直接上级: 70%, 考核小组: 30%}
审批人: 总经理
等级: {合格: {下限: 60, 系数: 1.0, 比例: 90%}, 不合格: {下限: 0, 系数: 0.5}}
结果运用: 不合格的，离岗培训。
"""


def test_an_assessment_in_one_sentence(tmp_path: Path) -> None:
    assert assessment_sentence(assessment(tmp_path, EVERYTHING)) == (
        "每月、每年考核一次；满分100分；加分不超过5分；得分由职责60%、指标40%构成；考核人为直接上级70%、考核小组30%；"
        "由总经理审批；60分以上为合格；不满60分为不合格；系数为合格1.0、不合格0.5；"
        "人数上限为合格90%；不合格的，离岗培训。"
    )


def test_an_assessment_that_says_nothing_is_no_sentence() -> None:
    assert assessment_sentence(Assessment()) == ""
