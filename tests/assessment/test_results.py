"""Everybody's score from the records, exact to the last decimal."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from docgen.assessment.details import points_of
from docgen.assessment.period import period_of
from docgen.assessment.results import Result, period_over, results, without_records
from docgen.manual.model import Manual
from tests.assessment.small_company import company, records

MEASURED = "2026-11-30,石长青,账物相符率,99%,\n2026-11-30,石长青,协作,10分,\n"


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    return company(tmp_path)


def scored(manual: Manual, folder: Path, lines: str, period: str) -> tuple[list[Result], list[str]]:
    read, problems = records(manual, folder, lines)
    assert problems == []
    over = period_of(period)
    assert over
    found, problems = results(read, over, "记录.csv")
    rows = [problem.position.line for problem in problems if problem.position]
    words = [f"{problem.code}: {problem.message.zh}" for problem in problems]
    return found, [f"{line} {said}" for line, said in zip(rows, words, strict=True)]


def shown(result: Result) -> str:
    grade = result.band.name if result.band else "—"
    return f"{result.rank or '—'} {result.person.name} {'—' if result.total is None else result.total} {grade}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", "1 石长青 100.00 优秀"),
        # 职责 counts 60%: 3 + 5 off, not 3 + 4 days
        ("2026-11-02,石长青,单据晚录入,3天,\n2026-11-03,石长青,单据晚录入,4天,\n", "1 石长青 95.20 优秀"),
        ("2026-11-02,石长青,发错一次,2次,\n2026-11-03,石长青,发错一次,9次,\n", "1 石长青 96.40 优秀"),
        ("2026-11-02,石长青,泄密,1次,\n2026-11-02,石长青,发错一次,1次,\n", "1 石长青 64.00 合格"),
        ("2026-11-02,石长青,少巡查一次,99次,\n", "1 石长青 76.00 合格"),
        ("2026-11-02,石长青,发现隐患,2条,\n", "1 石长青 102.00 优秀"),
        ("2026-11-02,石长青,发现隐患,7条,\n", "1 石长青 103.00 优秀"),
        ("2026-11-02,石长青,死亡事故,1起,\n", ""),
        ("2026-11-02,石长青,死亡事故,1次,\n2026-11-02,石长青,发现隐患,7条,\n", "1 石长青 0.00 不合格"),
    ],
)
def test_parts_caps_and_vetoes(manual: Manual, tmp_path: Path, lines: str, expected: str) -> None:
    if not expected:
        assert [problem.code for problem in records(manual, tmp_path, lines)[1]] == ["RECORD-UNIT"]
        return
    found, problems = scored(manual, tmp_path, lines + MEASURED, "2026-11")
    assert ([shown(result) for result in found], problems) == ([expected], [])


def test_a_line_of_trace_says_the_rule_what_was_recorded_and_the_points(manual: Manual, tmp_path: Path) -> None:
    lines = (
        "2026-11-02,石长青,发错一次,2次,甲单\n2026-11-03,石长青,发错一次,1次,\n2026-11-30,石长青,账物相符率,98.65%,\n"
    )
    ((result,), _) = scored(manual, tmp_path, lines, "2026-11")
    assert [
        (each.item, each.rule, each.recorded, points_of(each.loss, each.award), each.remark)
        for each in result.periods[0].trace
    ] == [
        ("物资收发", "扣3分，每1次算一回，最多6分", "2次（11月2日）、1次（11月3日）", "-6", "甲单"),
        ("账物相符率", "扣1分，从99%起每0.1%算一回", "98.65%（11月30日）", "-3", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 50% of 100, and of 40 × 60% + 30 × 40% = 36 and 60
        ("协作,40分,厂长|协作,30分,石长青|学习,60分,厂长|学习,60分,仓库主任", "1 江小雪 98.00 优秀"),
        ("协作,36分,|学习,60分,", "1 江小雪 98.00 优秀"),
        # 4 + 2 off by one and 1 by the other: 4 less; 批 are counted, whoever saw them
        ("协作,40分,|学习,60分,|视情节,4分,厂长|视情节,2分,厂长|视情节,1分,石长青|漏检,1批,厂长|漏检,2批,石长青",
         "1 江小雪 95.00 优秀"),
    ],
)  # fmt: skip
def test_what_several_assessors_give_is_weighted(manual: Manual, tmp_path: Path, lines: str, expected: str) -> None:
    rows = (line.split(",") for line in lines.split("|"))
    text = "".join(f"2026-11-05,江小雪,{clause},{value},,{who}\n" for clause, value, who in rows)
    found, problems = scored(manual, tmp_path, text, "2026-11")
    assert ([shown(result) for result in found], problems) == ([expected], [])


def test_who_gave_nothing_counts_as_0_and_is_named(manual: Manual, tmp_path: Path) -> None:
    text = "2026-11-30,江小雪,协作,40分,,\n2026-11-30,江小雪,学习,60分,,\n2026-11-05,江小雪,视情节,10分,,石长青\n"
    found, problems = scored(manual, tmp_path, text, "2026-11")
    assert [shown(result) for result in found] == ["1 江小雪 98.00 优秀"]
    assert problems == ["4 RECORD-ALONE: “视情节”这一条厂长没有评，按 0 分平均"]


def test_the_trace_says_what_each_assessor_gave_and_its_weight(manual: Manual, tmp_path: Path) -> None:
    lines = "2026-11-05,江小雪,协作,40分,,厂长\n2026-11-06,江小雪,协作,30分,,石长青\n2026-11-06,江小雪,学习,60分,,\n"
    ((result,), _) = scored(manual, tmp_path, lines, "2026-11")
    assert [(each.recorded, each.loss) for each in result.periods[0].trace] == [
        ("40分（11月5日，厂长60%）、30分（11月6日，仓库主任40%）", Decimal(36)),
        ("60分（11月6日）", Decimal(60)),
    ]


def test_each_assessor_gives_what_is_required_once(manual: Manual, tmp_path: Path) -> None:
    lines = (
        "2026-11-05,江小雪,协作,40分,,厂长\n2026-11-06,江小雪,协作,30分,,厂长\n"
        "2026-11-05,江小雪,学习,50分,,厂长\n2026-11-06,江小雪,学习,60分,,\n"
    )
    found, problems = scored(manual, tmp_path, lines, "2026-11")
    assert [shown(result) for result in found] == ["— 江小雪 — —"]
    assert problems == [
        "3 RECORD-TWICE: “协作”一个周期只有一个值，第 2 行已经写了",
        "5 RECORD-TWICE: “学习”一个周期只有一个值，第 4 行已经写了",
        "1 RECORD-LACKING: 江小雪（质量部/质检员） 2026年11月还没有：协作（仓库主任），没有算总分",
    ]


def test_what_a_score_lacks(manual: Manual, tmp_path: Path) -> None:
    found, problems = scored(manual, tmp_path, "2026-11-02,石长青,发错一次,2次,\n2026-11-02,周立夏,无,,\n", "2026-11")
    assert [shown(result) for result in found] == ["1 周立夏 100.00 优秀", "— 石长青 — —"]
    assert problems == ["1 RECORD-LACKING: 石长青（仓储部/仓库主任） 2026年11月还没有：账物相符率、协作，没有算总分"]


def test_days_outside_the_period_and_values_there_twice(manual: Manual, tmp_path: Path) -> None:
    lines = f"2026-12-01,石长青,发错一次,2次,\n{MEASURED}2026-11-30,石长青,协作,8分,\n"
    assert scored(manual, tmp_path, lines, "2026-11")[1] == [
        "2 RECORD-OUTSIDE: 2026-12-01 不在2026年11月里",
        "5 RECORD-TWICE: “协作”一个周期只有一个值，第 4 行已经写了",
    ]


def test_rows_that_are_the_same_count_and_are_asked_about(manual: Manual, tmp_path: Path) -> None:
    lines = (
        "2026-11-05,程小满,账物不符,1项,\n2026-11-05,程小满,账物不符,1项,\n"
        "2026-11-05,程小满,账物不符,1项,二号架\n2026-11-06,程小满,账物不符,1项,\n2026-11-05,周立夏,账物不符,1项,\n"
        "2026-11-05,周立夏,无,,\n2026-11-05,周立夏,无,,\n"
    )
    found, problems = scored(manual, tmp_path, lines, "2026-11")
    assert [shown(result) for result in found] == ["1 周立夏 97.50 优秀", "2 程小满 90.00 优秀"]
    assert problems == ["3 RECORD-SAME: “账物不符”这一行和第 2 行一模一样，算了两次"]


def test_a_longer_period_is_the_mean_of_the_shorter_ones(manual: Manual, tmp_path: Path) -> None:
    lines = (
        "2026-10-08,程小满,账物不符,1项,\n2026-11-08,程小满,账物不符,2项,\n2026-12-08,程小满,账物不符,1项,\n"
        "2026-10-08,周立夏,无,,\n2026-11-08,周立夏,视情节,2.5分,\n"
        "2026-10-09,叉车工,损坏一件,1件,\n2026-12-09,叉车工,损坏一件,2件,\n"
    )
    found, problems = scored(manual, tmp_path, lines, "2026Q4")
    assert [shown(result) for result in found] == ["1 周立夏 98.75 优秀", "2 程小满 96.67 优秀", "3  88.00 合格"]
    assert [[str(each.period) for each in result.periods] for result in found] == [
        ["2026年10月", "2026年11月"],
        ["2026年10月", "2026年11月", "2026年12月"],
        ["2026年第4季度"],
    ]
    assert problems == ["1 RECORD-NONE: 周立夏（仓储部/库管员） 2026年12月没有记录，没有算进平均"]


def test_who_has_the_same_score_has_the_same_rank(manual: Manual, tmp_path: Path) -> None:
    lines = "2026-11-08,程小满,无,,\n2026-11-08,周立夏,无,,\n2026-11-08,叉车工,损坏一件,1件,\n"
    assert [shown(result) for result in scored(manual, tmp_path, lines, "2026-11")[0]] == [
        "1 程小满 100.00 优秀", "1 周立夏 100.00 优秀", "3  96.00 优秀",
    ]  # fmt: skip


def test_who_has_no_records(manual: Manual, tmp_path: Path) -> None:
    lines = "2026-11-08,程小满,无,,\n2026-11-08,叉车工,无,,\n"
    assert without_records(scored(manual, tmp_path, lines, "2026-11")[0], manual) == [
        "石长青（仓储部/仓库主任）", "周立夏（仓储部/库管员）", "江小雪（质量部/质检员）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2026-11-01", "2026-11-30"), "2026年11月"),
        (("2026-10-01", "2026-12-30"), "2026年第4季度"),
        (("2026-09-30", "2026-10-01"), "2026年下半年"),
        (("2026-01-01", "2026-12-31"), "2026年度"),
        (("2025-12-31", "2026-01-01"), "None"),
    ],
)
def test_the_period_that_the_records_are_of(
    manual: Manual, tmp_path: Path, days: tuple[str, ...], expected: str
) -> None:
    found, _ = records(manual, tmp_path, "".join(f"{day},周立夏,无,,\n" for day in days))
    assert str(period_over(found)) == expected
