"""The effects of a clause as lines of a score sheet: one thing to fill in each, and the scales that make points of it.

Effects share a line where they judge the same number: tiers (90%以上得10分，80%至90%得8分), what is counted from a
threshold (达到95%得10分，每低1%扣1分), and which time it is (首次扣1分，第二次扣2分).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from docgen.assessment.points import ONE, ZERO, Rule, Scale
from docgen.clause import Effect, Quantity, Reading
from docgen.clause.grammar import units_of, words
from docgen.clause.wording import effect_words

TIMES: Final = "次"
Entry = Literal["count", "value", "judged", "none"]


class Line(NamedTuple):
    """One thing to fill in, and what comes of it.

    `entry`: a count of `unit`, which adds up over a period; a measured value in `unit`; points that an assessor
    decides on, from `low` to `high` or one of `choices`; or nothing, where a consequence has no points. `loss` gives
    what is taken off, or, where `top` is not 0, what is got of `top` points; `award` what is given beside the full
    mark. `vetoes`: the whole score is 0 once it is filled in. `required`: without a value there is no score. `part`:
    the words of the clause that it comes of.
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
    part: str = ""


class Needed(Exception):
    """An effect is of the full mark (满分, 本项不得分), and nothing says what that is."""


def lines_of(reading: Reading, full: Decimal | None, target: Quantity | None = None) -> tuple[Line, ...]:
    """The lines of a clause, in the order of its effects.

    `full`: the points (分值) of the item that the clause belongs to. `target`: of the indicator it belongs to, from
    which 每低1% counts. What cannot be computed is a line for points that an assessor decides on.
    """
    effects = _counted(reading.effects)
    if starts_full := _starts_full(effects):
        full = full if effects[0].amount == "full" else _amount(effects[0], full)
        effects = effects[1:]
    groups = _groups(effects, target)
    ends = [0, *(max(effect.span[1] for effect in group) for group in groups)]
    lines = [
        _line(group, full, target)._replace(part=reading.text[start:end])
        for group, (start, end) in zip(groups, pairwise(ends), strict=True)
    ]
    if starts_full:
        lines = [_at_least(line, _minus(full)) for line in lines]
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
    return Line(said, "judged", "分", ZERO, full, loss=Scale((_AS_GIVEN._replace(amount=-ONE),), least=_minus(full)))


def factor(full: Decimal) -> Line:
    """A factor of a scorecard: up to `full` points, as the assessors give them."""
    return Line("按衡量标准评分", "judged", "分", ZERO, full, loss=Scale((_AS_GIVEN,)), top=full, required=True)


_AS_GIVEN: Final = Rule(ONE, step=ONE, rounding="exact")


# Groups


def _counted(effects: tuple[Effect, ...]) -> list[Effect]:
    """The effects with points."""
    return [
        effect
        for effect in effects
        if effect.kind == "veto" or (effect.kind in ("deduct", "award", "score") and effect.unit in ("分", ""))
        or (effect.kind == "deduct" and effect.unit == "%")
    ]  # fmt: skip


def _groups(effects: list[Effect], target: Quantity | None) -> list[list[Effect]]:
    groups: list[list[Effect]] = []
    for effect in effects:
        if groups and _joins(effect, groups[-1], target):
            groups[-1].append(effect)
        else:
            groups.append([effect])
    return groups


def _joins(effect: Effect, group: list[Effect], target: Quantity | None) -> bool:
    """Whether an effect judges the same number as those before it."""
    last = group[-1]
    if _is_bare(effect) and group[0].kind == "score":
        return _is_otherwise(effect, group)
    if _is_judged(effect) or _is_judged(last) or _unit(effect) != _unit(last) or _vetoes_all(effect, last):
        return False
    if effect.occurrence or last.occurrence:
        return bool(effect.occurrence and last.occurrence) and _is_award(effect) == _is_award(last)
    if _start(effect, target) and _start(last, target):
        return True
    if _is_award(effect) != _is_award(last):
        return False
    return bool(_start(effect, None) and last.bounds) or bool(_bounded(effect) and _starts_tier(effect))


def _is_otherwise(effect: Effect, group: list[Effect]) -> bool:
    """全部完成得满分，否则不得分; 完成得2分，未完成得0分; 90%以上得10分，其余得0分."""
    if effect.kind == "score":
        return all(effect.amount != other.amount for other in group)
    if _is_bare(group[-1]):
        return effect.kind == "deduct" or effect.scope == "item"
    return effect.scope == "item" and effect.when.lstrip("，,；;").startswith(("否则", "其余", "其他", "其它", "反之"))


def _starts_full(effects: list[Effect]) -> bool:
    """无违规得10分，每次违规扣2分: 10 points are there until something is taken off."""
    first, others = effects[:1], effects[1:]
    takes_off = any(effect.kind == "deduct" and not _is_bare(effect) for effect in others)
    has_scores = any(effect.kind == "score" for effect in others)
    return bool(first) and first[0].kind == "score" and _is_bare(first[0]) and takes_off and not has_scores


def _vetoes_all(*effects: Effect) -> bool:
    return any(effect.scope == "all" for effect in effects)


def _starts_tier(effect: Effect) -> bool:
    return bool(words("tier_start").match(effect.when))


def _is_award(effect: Effect) -> bool:
    return effect.kind == "award"


def _is_bare(effect: Effect) -> bool:
    """Nothing says when, or how often: 全部完成得满分."""
    return not (effect.bounds or effect.per or effect.occurrence or _is_judged(effect))


def _is_judged(effect: Effect) -> bool:
    """The points are somebody's decision: a range, a choice, or no number at all."""
    if effect.kind == "veto":
        return False
    return effect.amount is None or effect.max_amount is not None or effect.unit != "分"


def _unit(effect: Effect) -> str:
    """The unit of the number that the effect judges."""
    if effect.occurrence:
        return TIMES
    if effect.per:
        return effect.per.unit
    return effect.bounds[0].unit if effect.bounds else TIMES


def _bounded(effect: Effect) -> bool:
    """Whether the number itself has bounds; those of 超过10分钟的，每次扣1分 are about each time."""
    return bool(effect.bounds) and all(bound.unit == _unit(effect) for bound in effect.bounds)


# Lines


def _line(group: list[Effect], full: Decimal | None, target: Quantity | None) -> Line:
    said = "；".join(_said(effect._replace(step_from=_start(effect, target))) for effect in group)
    try:
        if _vetoes_all(*group):
            return Line(said, _entry(_unit(group[0])), _unit(group[0]), vetoes=True)
        if _is_judged(group[0]):
            return _judged(said, group[0], full)
        if group[0].kind == "score" and _is_bare(group[0]):
            return _got_or_not(said, group, full)
        return _measured(said, group, full, target)
    except Needed:
        return by_hand(said, full)


def _said(effect: Effect) -> str:
    return "，".join(part.zh for part in effect_words(effect))


def _judged(said: str, effect: Effect, full: Decimal | None) -> Line:
    """扣1-3分, 分三档扣分, 酌情扣分; 得1-5分 is got of 5."""
    cap = _cap([effect], full)
    if effect.unit != "分" or not (effect.choices or effect.max_amount):
        hand = by_hand(said, cap or full)
        return hand if effect.kind != "award" else _given(hand._replace(high=cap), cap)
    is_range = effect.max_amount is not None and not effect.per
    low = _amount(effect, full) if is_range and effect.amount is not None else None
    top = max(effect.choices) if effect.choices else effect.max_amount
    line = Line(said, "judged", "分", low or ZERO, top if is_range else cap, () if effect.per else effect.choices)
    if effect.kind == "score":
        assert top is not None
        return line._replace(high=top, loss=Scale((_AS_GIVEN,)), top=top, required=True)
    if effect.kind == "award":
        return _given(line, cap)
    return line._replace(loss=Scale((_AS_GIVEN._replace(amount=-ONE),), least=_minus(cap)))


def _given(line: Line, cap: Decimal | None) -> Line:
    return line._replace(loss=None, award=Scale((_AS_GIVEN,), greatest=cap))


def _got_or_not(said: str, group: list[Effect], full: Decimal | None) -> Line:
    """全部完成得满分，否则不得分: all of it, or what is left."""
    top = _amount(group[0], full)
    left = {_left(effect, top, full) for effect in group[1:]}
    choices = tuple(sorted({top} | (left or {ZERO})))
    return Line(said, "judged", "分", ZERO, top, choices, loss=Scale((_AS_GIVEN,)), top=top, required=True)


def _left(effect: Effect, top: Decimal, full: Decimal | None) -> Decimal:
    if effect.kind == "veto":
        return ZERO
    return _amount(effect, full) if effect.kind == "score" else max(ZERO, top - _amount(effect, full))


def _measured(said: str, group: list[Effect], full: Decimal | None, target: Quantity | None) -> Line:
    losses = [effect for effect in group if not _is_award(effect)]
    awards = [effect for effect in group if _is_award(effect)]
    unit = _unit(group[0])
    top = max((_top(effect, full) for effect in losses if effect.kind == "score"), default=ZERO)
    from_start = any(_start(effect, target) for effect in group)
    entry = "value" if from_start and target else _entry(unit)
    cap = _cap(losses, full)
    least = ZERO if top else _minus(cap)
    return Line(
        said,
        entry,
        unit,
        loss=Scale(_rules(losses, top, full, target), _adds(losses), least, top or None) if losses else None,
        award=Scale(_rules(awards, ZERO, full, target), _adds(awards), greatest=_cap(awards, full)) if awards else None,
        top=top,
        required=bool(top) or bool(target and from_start),
    )


def _top(effect: Effect, full: Decimal | None) -> Decimal:
    """The most that can be got; 每完成1项得2分 says it by its cap, else it is the full mark."""
    if not effect.per:
        return _amount(effect, full)
    most = full if effect.cap in (None, "full") else effect.cap
    if not isinstance(most, Decimal):
        raise Needed
    return most


def _entry(unit: str) -> Entry:
    return "count" if unit in _counts() else "value"


@cache
def _counts() -> frozenset[str]:
    return frozenset(units_of("count"))


def _adds(effects: list[Effect]) -> bool:
    return any(effect.occurrence for effect in effects)


def _rules(effects: list[Effect], top: Decimal, full: Decimal | None, target: Quantity | None) -> tuple[Rule, ...]:
    """Those with bounds first, then what holds everywhere else."""
    rules = [(_bounded(effect), _rule(effect, top, full, target)) for effect in effects]
    bounded = [rule for has_bounds, rule in rules if has_bounds]
    return (*_tightened(bounded), *(rule for has_bounds, rule in rules if not has_bounds))


def _rule(effect: Effect, top: Decimal, full: Decimal | None, target: Quantity | None) -> Rule:
    amount = _amount(effect, full)
    rule = Rule(amount) if effect.kind in ("score", "award") else Rule(-amount, top)
    if effect.kind == "veto" and top:
        rule = Rule(ZERO)
    if effect.kind == "veto":
        return _within(rule if effect.bounds or top else rule._replace(low=ONE, low_in=True), effect)
    if effect.kind == "score" and _is_bare(effect):
        return rule
    if effect.occurrence:
        first, last = effect.occurrence
        most = None if last is None else Decimal(last - first + 1)
        return rule._replace(step=ONE, start=Decimal(first - 1), most=most)
    if effect.per:
        start = _start(effect, target)
        falls = bool(start) and _falls(effect)
        rounding: Literal["down", "up"] = "up" if effect.rounds_up else "down"
        counted = rule._replace(
            step=effect.per.amount, start=start.amount if start else ZERO, falls=falls, rounding=rounding
        )
        return _within(counted, effect)
    # 不按程序入库扣1分: each time it is found. 超过1天扣0.5分: once, however many days.
    return _within(rule, effect) if _bounded(effect) else rule._replace(step=ONE)


def _within(rule: Rule, effect: Effect) -> Rule:
    for bound in effect.bounds if _bounded(effect) else ():
        if bound.op[0] == ">":
            rule = rule._replace(low=bound.amount, low_in=bound.op == ">=")
        else:
            rule = rule._replace(high=bound.amount, high_in=bound.op == "<=")
    return rule


def _tightened(rules: list[Rule]) -> Iterator[Rule]:
    """Of rules open to the same side (超过2小时, 超过4小时) each ends where the next begins."""
    rising = sorted((rule for rule in rules if rule.high is None), key=lambda rule: rule.low or ZERO)
    falling = sorted((rule for rule in rules if rule.low is None), key=lambda rule: rule.high or ZERO)
    ends = {id(rule): rule._replace(high=above.low, high_in=not above.low_in) for rule, above in pairwise(rising)}
    ends |= {id(rule): rule._replace(low=below.high, low_in=not below.high_in) for below, rule in pairwise(falling)}
    return (ends.get(id(rule), rule) for rule in rules)


# Numbers


def _amount(effect: Effect, full: Decimal | None) -> Decimal:
    if effect.kind == "veto" or effect.amount == "full":
        if full is None:
            raise Needed
        return full
    if effect.amount is None:
        raise Needed
    return effect.amount


def _cap(effects: list[Effect], full: Decimal | None) -> Decimal | None:
    """The widest of the caps; 扣完为止 is the full mark, where that is known."""
    caps = [full if effect.cap == "full" else effect.cap for effect in effects]
    if not caps or any(cap is None for cap in caps):
        return None
    return max(cap for cap in caps if cap is not None)


def _minus(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -amount


def _start(effect: Effect, target: Quantity | None) -> Quantity | None:
    """What steps are counted from: what the clause says, else the indicator's target."""
    if effect.step_from or not effect.per or effect.bounds:
        return effect.step_from
    return target if target and target.unit == effect.per.unit and _move(effect) else None


def _falls(effect: Effect) -> bool:
    move = _move(effect)
    return bool(move["down"]) if move else any(bound.op[0] == "<" for bound in effect.bounds)


def _move(effect: Effect) -> re.Match[str] | None:
    """每低, 每超过: the word behind the last 每 counts."""
    return _moves().search(effect.when.rpartition("每")[2])


@cache
def _moves() -> re.Pattern[str]:
    return re.compile("(?P<up>超|高|升|提高|增|多)|(?P<down>低|降|下滑|减|少|差|不足|不满|不到|未达)")
