"""Days as people type them into a list."""

from __future__ import annotations

import datetime

import pytest

from docgen.problems import Problem
from docgen.source import Position, Text
from docgen.spreadsheet.dates import day_of


def read(text: str) -> tuple[datetime.date | None, list[str]]:
    problems: list[Problem] = []
    found = day_of(Text(text, Position("名单.csv", 3)), problems)
    return found, [f"{problem.code}: {problem.message.zh}" for problem in problems]


@pytest.mark.parametrize(
    "text",
    ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "20260105", "２０２６-０１-０５", "2026-01-05 00:00:00"],
)
def test_a_day(text: str) -> None:
    assert read(text) == (datetime.date(2026, 1, 5), [])


def test_an_empty_cell_is_no_day_and_no_problem() -> None:
    assert read("") == (None, [])


@pytest.mark.parametrize("text", ["2026-02-30", "20261301", "1月5日", "46027", "=1+1", "去年"])
def test_what_is_no_day(text: str) -> None:
    assert read(text) == (None, [f"SHEET-DATE: “{text}”不是日期"])
