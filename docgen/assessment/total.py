"""A post's scheme and what was filled in: its score, and the points of each line, item and part on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.assessment.grades import Band, grade_of
from docgen.assessment.items import Item
from docgen.assessment.lines import Line
from docgen.assessment.points import ZERO, points, rounded
from docgen.assessment.scheme import Part, Scheme


class LinePoints(NamedTuple):
    """What a line takes off (negative) or got of its `top`, and what it gives beside."""

    loss: Decimal = ZERO
    award: Decimal = ZERO


class Score(NamedTuple):
    """`lines`, `items` and `parts` are in the order of the scheme. `awards` is before the cap. `missing` counts
    required lines without a value: they have no points yet, and the score no grade."""

    total: Decimal
    band: Band | None
    lines: tuple[LinePoints, ...]
    items: tuple[tuple[Decimal, ...], ...]
    parts: tuple[Decimal, ...]
    awards: Decimal
    vetoed: bool
    missing: int


def score(scheme: Scheme, filled: Mapping[int, Sequence[Decimal]]) -> Score:
    """The score of what is filled in: values by the place of their line."""
    lines = scheme.lines
    found = [line_points(line, filled.get(place, ())) for place, line in enumerate(lines)]
    clauses = iter(_by_clause(scheme, found))
    by_item = [[[next(clauses) for _ in item.clauses] for item in part.items] for part in scheme.parts]
    items = tuple(
        tuple(_item(item, each) for item, each in zip(part.items, of_part, strict=True))
        for part, of_part in zip(scheme.parts, by_item, strict=True)
    )
    parts = tuple(_part(part, scores) for part, scores in zip(scheme.parts, items, strict=True))
    awards = sum((clause.award for of_part in by_item for each in of_part for clause in each), ZERO)
    vetoed = any(line.vetoes and any(filled.get(place, ())) for place, line in enumerate(lines))
    total = ZERO if vetoed else rounded(max(ZERO, _total(scheme, parts) + capped(awards, scheme.award_cap)))
    missing = sum(line.required and not filled.get(place) for place, line in enumerate(lines))
    band = None if missing else grade_of(total, scheme.bands)
    return Score(total, band, tuple(found), items, parts, awards, vetoed, missing)


def line_points(line: Line, values: Sequence[Decimal]) -> LinePoints:
    """The points of one line: counts of a period add up, measured values and decisions are looked at one by one."""
    if not values:
        return LinePoints()
    if line.entry == "count":
        values = (sum(values, ZERO),)
    return LinePoints(
        points(line.loss, values) if line.loss else ZERO, points(line.award, values) if line.award else ZERO
    )


def _by_clause(scheme: Scheme, found: list[LinePoints]) -> Iterator[LinePoints]:
    """The points of each clause, within the caps that its lines share."""
    rest = iter(found)
    for clause in (clause for part in scheme.parts for item in part.items for clause in item.clauses):
        mine = [next(rest) for _ in clause.lines]
        loss, award = sum((each.loss for each in mine), ZERO), sum((each.award for each in mine), ZERO)
        least, greatest = clause.caps
        yield LinePoints(
            loss if least is None else max(loss, least), award if greatest is None else min(award, greatest)
        )


def _lines(item: Item) -> list[Line]:
    return [line for clause in item.clauses for line in clause.lines]


def base_of(item: Item) -> Decimal:
    """What an item has before anything is got or taken off."""
    return (item.full or ZERO) - sum((line.top for line in _lines(item)), ZERO)


def _item(item: Item, found: list[LinePoints]) -> Decimal:
    """Never less than nothing; an item without a full mark is what it takes off."""
    points = base_of(item) + sum((each.loss for each in found), ZERO)
    return points if item.full is None else max(ZERO, points)


def _part(part: Part, items: tuple[Decimal, ...]) -> Decimal:
    points = sum((points * item.weight for points, item in zip(items, part.items, strict=True)), ZERO)
    if part.weight is None:
        return points - part.possible
    return max(ZERO, points * part.full / part.possible if part.possible else part.full + points)


def _total(scheme: Scheme, parts: tuple[Decimal, ...]) -> Decimal:
    return (
        sum(
            (points if part.weight is None else points * part.weight)
            for part, points in zip(scheme.parts, parts, strict=True)
        )
        or ZERO
    )


def capped(awards: Decimal, cap: Decimal | None) -> Decimal:
    """Awards, up to 加分上限."""
    return awards if cap is None else min(awards, cap)
