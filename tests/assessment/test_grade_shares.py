"""Shares of grades: how many may have one, and who is beyond that."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.assessment.grade_shares import grade_shares, remarks
from docgen.assessment.period import Period
from docgen.assessment.results import results
from tests.assessment.small_company import records
from tests.small_project import MANUAL, read_project

NAMES = "甲乙丙丁戊己庚辛壬癸"


def shares(folder: Path, scores: str, grades: str) -> tuple[list[str], dict[str, str]]:
    """Each grade with its count, its limit, who is over and who is tied; and each person's remark. The scores are those
    of 甲, 乙, 丙 …"""
    department = f"部门: 车间\n岗位:\n  工人:\n    任职者: [{', '.join(NAMES)}]\n    职责: {{生产: 少一件扣1分}}\n"
    manual = read_project(
        folder,
        {
            "manual.yaml": f"{MANUAL}考核: {{等级: {{{grades}}}}}\n",
            "departments/车间.yaml": department.replace("少一件扣1分", "{考核办法: 少做一件扣1分}"),
        },
    )
    rows = [
        f"2026-11-05,{name},少做一件,{100 - int(score)}件,\n"
        for name, score in zip(NAMES, scores.split(), strict=False)
    ]
    read, problems = records(manual, folder, "".join(rows))
    assert problems == []
    found = grade_shares(results(read, Period(2026, 11, 1), "记录.csv")[0])
    lines = [
        f"{each.band.name} {each.number}/{each.people} {each.percentage} ≤{each.limit} "
        f"{''.join(one.person.name for one in each.over)}|{''.join(one.person.name for one in each.tied)}"
        for each in found
    ]
    return lines, {name[0]: remark for name, remark in remarks(found).items()}


THREE = "优秀: {下限: 90, 比例: 20%}, 合格: {下限: 60, 比例: 75%}, 差: {下限: 0, 比例: 10%}"


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ("99 95 80 80 80 70 70 70 70 50", ["优秀 2/10 20.0% ≤2 |", "合格 7/10 70.0% ≤7 |", "差 1/10 10.0% ≤1 |"]),
        # One of nine is 11.1%, two are 22.2%: above the share.
        ("99 95 80 80 80 70 70 70 70", ["优秀 2/9 22.2% ≤1 乙|", "合格 7/9 77.8% ≤6 |己庚辛壬", "差 0/9 0.0% ≤0 |"]),
        # The last leaves first.
        ("99 98 97 96 80 80 80 70 70 70", ["优秀 4/10 40.0% ≤2 丁丙|", "合格 6/10 60.0% ≤7 |", "差 0/10 0.0% ≤1 |"]),
        # Of 乙, 丙 and 丁 one may stay; nobody can say who.
        (
            "99 97 97 97 96 80 80 70 70 70",
            ["优秀 5/10 50.0% ≤2 戊|乙丙丁", "合格 5/10 50.0% ≤7 |", "差 0/10 0.0% ≤1 |"],
        ),
        # Those who leave together are no tie.
        ("99 98 97 97 80 80 80 70 70 70", ["优秀 4/10 40.0% ≤2 丙丁|", "合格 6/10 60.0% ≤7 |", "差 0/10 0.0% ≤1 |"]),
        # Out of the lowest grade the best goes first.
        ("70 70 70 70 70 70 70 50 40 30", ["优秀 0/10 0.0% ≤2 |", "合格 7/10 70.0% ≤7 |", "差 3/10 30.0% ≤1 辛壬|"]),
        # Too few for anybody.
        ("95 80 80", ["优秀 1/3 33.3% ≤0 甲|", "合格 2/3 66.7% ≤2 |", "差 0/3 0.0% ≤0 |"]),
    ],
)
def test_who_is_beyond_a_share(tmp_path: Path, scores: str, expected: list[str]) -> None:
    assert shares(tmp_path, scores, THREE)[0] == expected


def test_a_remark_says_what_is_to_be_decided(tmp_path: Path) -> None:
    assert shares(tmp_path, "99 97 97 97 96 80 80 70 70 70", THREE)[1] == {
        "戊": "超出比例，待定",
        **dict.fromkeys("乙丙丁", "并列，待定"),
    }


def test_a_grade_without_a_share_has_no_limit(tmp_path: Path) -> None:
    assert shares(tmp_path, "95 80", "优秀: 90, 差: 0") == (["优秀 1/2 50.0% ≤None |", "差 1/2 50.0% ≤None |"], {})
