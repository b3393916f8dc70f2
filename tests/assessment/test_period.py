"""Periods of assessment."""

from __future__ import annotations

import datetime

import pytest

from docgen.assessment.period import period_of


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2026-11", "2026年11月", "2026-11-01", "2026-11-30"),
        ("2026Q4", "2026年第4季度", "2026-10-01", "2026-12-31"),
        ("2026h1", "2026年上半年", "2026-01-01", "2026-06-30"),
        ("2026H2", "2026年下半年", "2026-07-01", "2026-12-31"),
        ("2026", "2026年度", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_and_its_days(text: str, label: str, first: str, last: str) -> None:
    period = period_of(text)
    assert period
    assert str(period) == label
    day = datetime.timedelta(days=1)
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    assert [period.has(each) for each in (start - day, start, end, end + day)] == [False, True, True, False]


@pytest.mark.parametrize("text", ["", "2026-13", "2026Q5", "2026-11-01", "十一月"])
def test_what_is_no_period(text: str) -> None:
    assert period_of(text) is None


def test_the_shorter_periods_of_a_longer_one() -> None:
    quarter, year = period_of("2026Q4"), period_of("2026")
    assert quarter
    assert year
    assert [str(each) for each in quarter.parts(1)] == ["2026年10月", "2026年11月", "2026年12月"]
    assert [str(each) for each in year.parts(6)] == ["2026年上半年", "2026年下半年"]
    assert quarter.parts(12) == [quarter]
