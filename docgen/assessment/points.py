"""The arithmetic of scoring, in exact decimals: a value on a scale is points.

Pure: no manual, no files. `docgen.assessment.formulas` writes the same as spreadsheet formulas, and a test holds the
two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
CENT = Decimal("0.01")


class Rule(NamedTuple):
    """What one consequence brings: `base`, and `amount` for each step of the value, or once where there is no step.

    It holds from `low` to `high` (None: open), whose numbers belong to it where `low_in`, `high_in`. Steps are counted
    from `start` upwards, or downwards where it `falls`, whole ones alone, a begun one too ("up"), or parts as parts
    ("exact"); at most `most` of them.
    """

    amount: Decimal
    base: Decimal = ZERO
    step: Decimal | None = None
    start: Decimal = ZERO
    falls: bool = False
    rounding: Literal["down", "up", "exact"] = "down"
    most: Decimal | None = None
    low: Decimal | None = None
    low_in: bool = False
    high: Decimal | None = None
    high_in: bool = False


class Scale(NamedTuple):
    """Rules of which the first that holds counts, or each where they `add`; within `least` and `greatest` points, over
    all values of a period."""

    rules: tuple[Rule, ...]
    add: bool = False
    least: Decimal | None = None
    greatest: Decimal | None = None


def points(scale: Scale, values: Sequence[Decimal]) -> Decimal:
    """What the values of a period bring together."""
    total = sum((_one(scale, value) for value in values), ZERO)
    if scale.least is not None:
        total = max(total, scale.least)
    return total if scale.greatest is None else min(total, scale.greatest)


def _one(scale: Scale, value: Decimal) -> Decimal:
    found = (_worth(rule, value) for rule in scale.rules if holds(rule, value))
    return sum(found, ZERO) if scale.add else next(found, ZERO)


def holds(rule: Rule, value: Decimal) -> bool:
    above = rule.low is None or value > rule.low or (rule.low_in and value == rule.low)
    return above and (rule.high is None or value < rule.high or (rule.high_in and value == rule.high))


def _worth(rule: Rule, value: Decimal) -> Decimal:
    return rule.base + rule.amount * (ONE if rule.step is None else steps(rule, value))


def steps(rule: Rule, value: Decimal) -> Decimal:
    """How often the step is in the distance of the value from the start."""
    assert rule.step
    distance = rule.start - value if rule.falls else value - rule.start
    counted = max(ZERO, distance) / rule.step
    if rule.rounding != "exact":
        counted = counted.to_integral_value(ROUND_FLOOR if rule.rounding == "down" else ROUND_CEILING)
    return counted if rule.most is None else min(counted, rule.most)


def weighted(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal:
    """The mean of what several assessors give."""
    return sum((value * weight for value, weight in zip(values, weights, strict=True)), ZERO) / sum(weights, ZERO)


def rounded(score: Decimal) -> Decimal:
    """Half up to two decimals, as a score is before its grade is looked up."""
    return score.quantize(CENT, ROUND_HALF_UP)


def ranks(scores: Iterable[Decimal]) -> dict[Decimal, int]:
    """The rank of each score, from the highest: equal ones share theirs, and the next comes after all of them."""
    found: dict[Decimal, int] = {}
    for rank, score in enumerate(sorted(scores, reverse=True), 1):
        found.setdefault(score, rank)
    return found
