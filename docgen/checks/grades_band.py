"""GRADES-BAND: 等级的分数段有空档或重叠 / Grade bands leave gaps or overlap

旧手册里的等级写成分数段（80-89、90分以上、60分以下）。得分保留两位小数，所以 80-89 和 90分以上 之间
有空档（89.5 不属于任何一等）；“以上”“以下”包括本数，所以 60-69 和 60分以下 重叠（60 属于两等）。

错：

    等级:
      优秀: 90分以上
      良好: 80-89
      合格: 60-79
      差: 60分以下

对（只写下限）：

    等级:
      优秀: 90
      良好: 80
      合格: 60
      差: 0

依据：《民法典》第一千二百五十九条，“以上”“以下”包括本数，“不满”“超过”不包括本数。

---

Old manuals write grades as bands of scores. Scores have two decimals, so that 80-89 and 90分以上 leave a gap
(89.5 is no grade); 以上 and 以下 include the number itself (民法典 art. 1259), so
that 60-69 and 60分以下 overlap at 60.

Wrong: “优秀: 90分以上”, “良好: 80-89” … Right: floors only, “优秀: 90”, “良好: 80” … down to 0.

Basis: 民法典 art. 1259: 以上 and 以下 include the number, 不满 and 超过 do not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from docgen.checks.walk import grade_scales
from docgen.checks.wording import digits, quoted
from docgen.manual.model import Grade, Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "GRADES-BAND"
SEVERITY: Final[Severity] = "error"

STEP = Decimal("0.01")
"""Scores are rounded to two decimals: the next score after 89 is 89.01."""

TOP = Decimal(1000000)
HELP = Words(
    "改成只写下限，例如 优秀: 90、良好: 80，最后一等写 0，就没有空档和重叠",
    "write floors instead, such as 优秀: 90, 良好: 80, the last one 0: they leave no gap",
)


class Band(NamedTuple):
    """The scores of a grade: from `low` to `high`, both included."""

    low: Decimal
    high: Decimal
    grade: Grade


def find(manual: Manual) -> Iterator[Problem]:
    for grades in grade_scales(manual):
        if any(grade.band for grade in grades) and not any(grade.damaged for grade in grades):
            yield from _of_scale(grades)


def _of_scale(grades: tuple[Grade, ...]) -> Iterator[Problem]:
    bands: list[Band] = []
    for grade in grades:
        found = _band(grade)
        if found is None:
            yield _problem(grade, Words(f"看不懂“{grade.name}”的分数段", f"the band of “{grade.name}” cannot be read"))
            return
        bands.append(found)
    bands = [_bounded(band, bands) for band in bands]
    bands.sort(key=lambda band: -band.high)
    if bands[-1].low > 0:
        yield _gap(bands[-1].grade, Decimal(0), bands[-1].low)
    for upper, lower in pairwise(bands):
        if upper.low - lower.high > STEP:
            yield _gap(lower.grade, lower.high + STEP, upper.low)
        elif upper.low <= lower.high:
            score = digits(upper.low)
            names = quoted([upper.grade.name, lower.grade.name])
            yield _problem(lower.grade, Words(f"{score} 分属于{names}两等", f"{score} belongs to two grades, {names}"))


def scale_of(grades: tuple[Grade, ...]) -> list[Band]:
    """The bands of a sound scale, in the order written."""
    bands = [band for grade in grades if (band := _band(grade))]
    return [_bounded(band, bands) for band in bands]


def _bounded(band: Band, bands: list[Band]) -> Band:
    """A grade with a floor reaches up to the next grade, as it does where all grades have floors."""
    if band.grade.floor is None:
        return band
    above = [other.low for other in bands if other.low > band.low]
    return band._replace(high=min(above) - STEP) if above else band


def _gap(grade: Grade, low: Decimal, above: Decimal) -> Problem:
    between = digits(((low + above) / 2).quantize(STEP))
    return _problem(grade, Words(f"{between} 分不属于任何一等", f"{between} belongs to no grade"))


def _problem(grade: Grade, message: Words) -> Problem:
    return Problem(SEVERITY, CODE, (grade.band or grade.name).position, message, HELP)


NUMBER = r"(\d+(?:\.\d+)?)分?"


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"{NUMBER}(?:-|~|—+|–|至|到){NUMBER}")


@cache
def _bound() -> re.Pattern[str]:
    before = "不满|不足|低于|小于|<|超过|高于|大于|>|<=|≤|>=|≥"
    return re.compile(rf"({before})?{NUMBER}(?:及|\(含\))?(以上|以下|以内)?(?:\((含|不含)[\d.]*分?\))?")


def _band(grade: Grade) -> Band | None:
    """What a band text says, by 民法典 art. 1259; None for a text that can't be read."""
    if grade.floor:
        return Band(grade.floor.value, TOP, grade)
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", grade.band or ""))
    if found := _range().fullmatch(text):
        ends = Decimal(found[1]), Decimal(found[2])
        return Band(min(ends), max(ends), grade) if max(ends) <= TOP else None
    low, high = Decimal(0), TOP
    for part in re.split("[,、;]", text):
        bound = _bound().fullmatch(part)
        limits = _limits(bound) if bound else None
        if limits is None:
            return None
        low, high = max(low, limits[0]), min(high, limits[1])
    return Band(low, high, grade)


def _limits(bound: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    before, number, after, aside = bound.groups()
    value, without = Decimal(number), aside == "不含"
    if bool(before) == bool(after) or value > TOP:
        return None
    if before in ("不满", "不足", "低于", "小于", "<"):
        return Decimal(0), value - STEP
    if before in ("超过", "高于", "大于", ">"):
        return value + STEP, TOP
    if before in ("<=", "≤"):
        return Decimal(0), value
    if before in (">=", "≥"):
        return value, TOP
    if after == "以上":
        return value + STEP if without else value, TOP
    return Decimal(0), value - STEP if without else value
