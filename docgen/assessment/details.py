"""考核明细: what one person signs: every record with its points, and how they add up to the score and the grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.assessment.points import HUNDRED, rounded
from docgen.assessment.results import Assessed, Result
from docgen.assessment.scheme import Part, Scheme, scheme_of
from docgen.assessment.total import capped
from docgen.clause.numerals import plain

LACKING: Final = "未填全"
NO_RECORDS: Final = "没有扣分、加分的记录"
FINEST: Final = Decimal("0.0001")


class Line(NamedTuple):
    """One trace as it is printed."""

    item: str
    clause: str
    rule: str
    recorded: str
    points: str


class Detail(NamedTuple):
    """One person's part of the document: `lines` by period, with how the points add up; `mean` is that of several
    periods, "" of one."""

    key: str
    name: str
    place: str
    total: str
    grade: str
    periods: tuple[tuple[str, tuple[Line, ...], str], ...]
    mean: str
    signers: tuple[str, ...]


def detail(result: Result, remark: str) -> Detail:
    """`remark` is what is still to be decided of the grade."""
    scheme, place = scheme_of(result.person.place), result.person.place
    approver = place.post.assessment.approver if place.post.assessment else None
    return Detail(
        f"考核明细/{result.person}",
        result.person.name,
        str(place).replace("/", "　"),
        LACKING if result.total is None else f"{result.total:.2f}",
        _grade(result, remark),
        tuple((str(each.period), tuple(_lines(each)), addition(each, scheme)) for each in result.periods),
        _mean(result),
        ("被考核人", *(name for name, _ in scheme.assessors), *([f"审批人（{approver}）"] if approver else [])),
    )


def _grade(result: Result, remark: str) -> str:
    if result.band is None:
        return ""
    factor = f"系数{plain(result.band.factor)}" if result.band.factor is not None else ""
    said = "，".join(filter(None, (factor, remark)))
    return f"{result.band.name}（{said}）" if said else result.band.name


def _lines(each: Assessed) -> Iterator[Line]:
    for trace in each.trace:
        recorded = f"{trace.recorded}；{trace.remark}" if trace.remark else trace.recorded
        yield Line(trace.item, trace.clause, trace.rule, recorded, points_of(trace.loss, trace.award))
    if not each.trace:
        yield Line("", NO_RECORDS, "", "", "")


def points_of(loss: Decimal, award: Decimal) -> str:
    """-3, +2, or both."""
    return "，".join([*([number(loss)] if loss or not award else []), *([f"+{number(award)}"] if award else [])])


def number(amount: Decimal) -> str:
    """With no more decimals than somebody would check by hand."""
    return plain(amount.quantize(FINEST) if amount != amount.quantize(FINEST) else amount)


def addition(each: Assessed, scheme: Scheme) -> str:
    """职责 96×60%＋指标 98×40%＋加分 2＝98.8, so that everybody can check it."""
    score = each.score
    terms = [_term(part, points) for part, points in zip(scheme.parts, score.parts, strict=True)]
    if score.awards:
        most = capped(score.awards, scheme.award_cap)
        beyond = f"（{number(score.awards)}，上限{number(most)}）" if most != score.awards else ""
        terms.append(f"＋加分 {number(most)}{beyond}")
    said = "".join(terms).removeprefix("＋")
    if score.missing:
        return f"{said}；{LACKING}"
    return f"{said}；一票否决，得分 0.00" if score.vetoed else f"{said}；得分 {score.total:.2f}"


def _term(part: Part, points: Decimal) -> str:
    if part.weight is None:
        return f"－{part.name}扣分 {number(-points)}" if points else ""
    share = f"×{number(part.weight * HUNDRED)}%" if part.weight != 1 else ""
    return f"＋{part.name} {number(points)}{share}"


def _mean(result: Result) -> str:
    """（97.5＋95＋97.5）÷3＝96.67"""
    if len(result.periods) == 1 or result.total is None:
        return ""
    totals = "＋".join(number(each.score.total) for each in result.periods)
    return f"（{totals}）÷{len(result.periods)}＝{rounded(result.total)}"
