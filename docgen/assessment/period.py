"""Periods of assessment: a month, a quarter, a half-year, a year."""

from __future__ import annotations

import datetime
import re
from typing import Final, NamedTuple

_FORMS: Final = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>0?[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12]))?")
_QUARTER, _HALF, _YEAR = 3, 6, 12
_MONTHS_OF: Final = {"month": 1, "quarter": _QUARTER, "half": _HALF}


class Period(NamedTuple):
    """`months` of a year from the month `first` on."""

    year: int
    first: int
    months: int

    def __str__(self) -> str:
        """2026年11月, 2026年第4季度, 2026年下半年, 2026年度"""
        of_year = {
            1: f"{self.first}月",
            _QUARTER: f"第{self.first // _QUARTER + 1}季度",
            _HALF: "下半年" if self.first > _HALF else "上半年",
            _YEAR: "度",
        }
        return f"{self.year}年{of_year[self.months]}"

    def has(self, day: datetime.date) -> bool:
        return day.year == self.year and self.first <= day.month < self.first + self.months

    def parts(self, months: int) -> list[Period]:
        """The shorter periods of so many months within it; itself where it is no longer."""
        if self.months <= months:
            return [self]
        return [Period(self.year, first, months) for first in range(self.first, self.first + self.months, months)]


def period_of(text: str) -> Period | None:
    """2026-11, 2026Q4, 2026H2, 2026; None for anything else."""
    found = _FORMS.fullmatch(text.strip().upper())
    if not found:
        return None
    year = int(found["year"])
    for name, months in _MONTHS_OF.items():
        if found[name]:
            return Period(year, (int(found[name]) - 1) * months + 1, months)
    return Period(year, 1, _YEAR)
