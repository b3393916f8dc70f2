"""The effects of a clause as lines of a score sheet: one thing to fill in each, and the scales that make it points."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from docgen.assessment.grouping import (
    distance_of,
    groups_of,
    is_award,
    is_bare,
    is_judged,
    start_of,
    starts_full,
    unit_of,
    vetoes_all,
)
from docgen.assessment.points import ONE, ZERO, Scale
from docgen.assessment.scales import AS_GIVEN, Needed, adds, amount_of, cap_of, minus, rules_of, top_of
from docgen.clause import Effect, Quantity, Reading
from docgen.clause.grammar import units_of
from docgen.clause.wording import effect_words

Entry = Literal["count", "value", "judged", "none"]


class Line(NamedTuple):
    """One thing to fill in, and what comes of it.

    `entry`: a count of `unit`, which adds up over a period; a measured value in `unit`; points that an assessor
    decides on, from `low` to `high` or one of `choices`; or nothing, where a consequence has no points. `loss` gives
    what is taken off, or, where `top` is not 0, what is got of `top` points; `award` what is given beside the full
    mark. `vetoes`: the whole score is 0 once it is filled in. `required`: without a value there is no score. `off`: the
    number is by how much a rate is higher (高) or lower (低) than it should be, not the rate. `part`: the words of the
    clause that it comes of.
    """

    said: str
    entry: Entry
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    choices: tuple[Decimal, ...] = ()
    loss: Scale | None = None
    award: Scale | None = None
    top: Decimal = ZERO
    vetoes: bool = False
    required: bool = False
    off: Literal["", "高", "低"] = ""
    part: str = ""


def lines_of(reading: Reading, full: Decimal | None, target: Quantity | None = None) -> tuple[Line, ...]:
    """The lines of a clause, in the order of its effects.

    `full`: the points (分值) of the item that the clause belongs to. `target`: of the indicator it belongs to, from
    which 每低1% counts. What cannot be computed is a line for points that an assessor decides on.
    """
    effects = _counted(reading.effects)
    if is_full := starts_full(effects):
        full = full if effects[0].amount == "full" else amount_of(effects[0], full)
        effects = effects[1:]
    groups = groups_of(effects, target)
    ends = [0, *(max(effect.span[1] for effect in group) for group in groups)]
    lines = [
        _line(group, full, target)._replace(part=reading.text[start:end])
        for group, (start, end) in zip(groups, pairwise(ends), strict=True)
    ]
    if is_full:
        lines = [_at_least(line, minus(full)) for line in lines]
    if reading.unread or reading.is_silent:
        lines.append(by_hand("按条款原文评定", full))
    elif not lines:
        said = "；".join(_said(effect) for effect in reading.effects)
        lines.append(Line(said or "不扣分，也不加分", "none"))
    return tuple(lines)


class Caps(NamedTuple):
    """What the lines of a clause come to together at most: 漏签每次扣1分，错填每次扣2分，最多扣5分."""

    least: Decimal | None = None
    greatest: Decimal | None = None


def caps_of(lines: tuple[Line, ...]) -> Caps:
    """The caps that several lines of a clause have in common."""
    losses = [line.loss.least for line in lines if line.loss and not any(each.top for each in lines)]
    awards = [line.award.greatest for line in lines if line.award]
    return Caps(_common(losses), _common(awards))


def _common(caps: list[Decimal | None]) -> Decimal | None:
    return caps[0] if len(caps) > 1 and len(set(caps)) == 1 else None


def _at_least(line: Line, least: Decimal | None) -> Line:
    if line.loss is None or line.top or line.loss.least is not None:
        return line
    return line._replace(loss=line.loss._replace(least=least))


def by_hand(said: str, full: Decimal | None) -> Line:
    """Points to take off, as an assessor sees fit."""
    return Line(said, "judged", "分", ZERO, full, loss=Scale((AS_GIVEN._replace(amount=-ONE),), least=minus(full)))


def factor(full: Decimal) -> Line:
    """A factor of a scorecard: up to `full` points, as the assessors give them."""
    return Line("按衡量标准评分", "judged", "分", ZERO, full, loss=Scale((AS_GIVEN,)), top=full, required=True)


def _counted(effects: tuple[Effect, ...]) -> list[Effect]:
    """The effects with points."""
    return [
        effect
        for effect in effects
        if effect.kind == "veto" or (effect.kind in ("deduct", "award", "score") and effect.unit in ("分", ""))
        or (effect.kind == "deduct" and effect.unit == "%")
    ]  # fmt: skip


def _line(group: list[Effect], full: Decimal | None, target: Quantity | None) -> Line:
    said = "；".join(_said(effect._replace(step_from=start_of(effect, target))) for effect in group)
    try:
        if vetoes_all(*group):
            return Line(said, _entry(unit_of(group[0])), unit_of(group[0]), vetoes=True)
        if is_judged(group[0]):
            return _judged(said, group[0], full)
        if group[0].kind == "score" and is_bare(group[0]):
            return _got_or_not(said, group, full)
        return _measured(said, group, full, target)
    except Needed:
        return by_hand(said, full)


def _said(effect: Effect) -> str:
    return "，".join(part.zh for part in effect_words(effect))


def _judged(said: str, effect: Effect, full: Decimal | None) -> Line:
    """扣1-3分, 分三档扣分, 酌情扣分; 得1-5分 is got of 5."""
    cap = cap_of([effect], full)
    if effect.unit != "分" or not (effect.choices or effect.max_amount):
        hand = by_hand(said, cap or full)
        return hand if effect.kind != "award" else _given(hand._replace(high=cap), cap)
    is_range = effect.max_amount is not None and not effect.per
    low = amount_of(effect, full) if is_range and effect.amount is not None else None
    top = max(effect.choices) if effect.choices else effect.max_amount
    line = Line(said, "judged", "分", low or ZERO, top if is_range else cap, () if effect.per else effect.choices)
    if effect.kind == "score":
        assert top is not None
        return line._replace(high=top, loss=Scale((AS_GIVEN,)), top=top, required=True)
    if effect.kind == "award":
        return _given(line, cap)
    return line._replace(loss=Scale((AS_GIVEN._replace(amount=-ONE),), least=minus(cap)))


def _given(line: Line, cap: Decimal | None) -> Line:
    return line._replace(loss=None, award=Scale((AS_GIVEN,), greatest=cap))


def _got_or_not(said: str, group: list[Effect], full: Decimal | None) -> Line:
    """全部完成得满分，否则不得分: all of it, or what is left."""
    top = amount_of(group[0], full)
    left = {_left(effect, top, full) for effect in group[1:]}
    choices = tuple(sorted({top} | (left or {ZERO})))
    return Line(said, "judged", "分", ZERO, top, choices, loss=Scale((AS_GIVEN,)), top=top, required=True)


def _left(effect: Effect, top: Decimal, full: Decimal | None) -> Decimal:
    if effect.kind == "veto":
        return ZERO
    return amount_of(effect, full) if effect.kind == "score" else max(ZERO, top - amount_of(effect, full))


def _measured(said: str, group: list[Effect], full: Decimal | None, target: Quantity | None) -> Line:
    losses = [effect for effect in group if not is_award(effect)]
    awards = [effect for effect in group if is_award(effect)]
    unit = unit_of(group[0])
    top = max((top_of(effect, full) for effect in losses if effect.kind == "score"), default=ZERO)
    from_start = any(start_of(effect, target) for effect in group)
    entry = "value" if from_start and target else _entry(unit)
    cap = cap_of(losses, full)
    least = ZERO if top else minus(cap)
    return Line(
        said,
        entry,
        unit,
        loss=Scale(rules_of(losses, top, full, target), adds(losses), least, top or None) if losses else None,
        award=Scale(rules_of(awards, ZERO, full, target), adds(awards), greatest=cap_of(awards, full))
        if awards
        else None,
        top=top,
        required=bool(top) or bool(target and from_start),
        off="" if from_start else distance_of(group[0]),
    )


def _entry(unit: str) -> Entry:
    return "count" if unit in _counts() else "value"


@cache
def _counts() -> frozenset[str]:
    return frozenset(units_of("count"))
