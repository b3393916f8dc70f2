"""Effects as rules of a scale: what is taken off or got for the number that they judge."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from docgen.assessment.grouping import is_bare, is_bounded, start_of, step_falls
from docgen.assessment.points import ONE, ZERO, Rule
from docgen.clause import Effect, Quantity
from docgen.loader.values import LARGEST

AS_GIVEN: Final = Rule(ONE, step=ONE, rounding="exact")
"""The points that somebody decides on."""


FINEST_STEP: Final = Decimal("0.000001")


class Needed(Exception):
    """An effect can't be computed: it is of the full mark (满分, 本项不得分), and nothing says what that is; or of a
    number out of all measure (每0份)."""


def rules_of(effects: list[Effect], top: Decimal, full: Decimal | None, target: Quantity | None) -> tuple[Rule, ...]:
    """Those with bounds first, then what holds everywhere else."""
    rules = [(is_bounded(effect), _rule(effect, top, full, target)) for effect in effects]
    bounded = [rule for has_bounds, rule in rules if has_bounds]
    return (*_tightened(bounded), *(rule for has_bounds, rule in rules if not has_bounds))


def _rule(effect: Effect, top: Decimal, full: Decimal | None, target: Quantity | None) -> Rule:
    amount = amount_of(effect, full)
    rule = Rule(amount) if effect.kind in ("score", "award") else Rule(-amount, top)
    if effect.kind == "veto" and top:
        rule = Rule(ZERO)
    if effect.kind == "veto":
        return _within(rule if effect.bounds or top else rule._replace(low=ONE, low_in=True), effect)
    if effect.kind == "score" and is_bare(effect):
        return rule
    if effect.occurrence:
        first, last = effect.occurrence
        most = None if last is None else Decimal(last - first + 1)
        return rule._replace(step=ONE, start=Decimal(first - 1), most=most)
    if effect.per:
        if effect.per.amount < FINEST_STEP:
            raise Needed
        start = start_of(effect, target)
        falls = bool(start) and step_falls(effect)
        rounding: Literal["down", "up"] = "up" if effect.rounds_up else "down"
        counted = rule._replace(
            step=effect.per.amount, start=start.amount if start else ZERO, falls=falls, rounding=rounding
        )
        return _within(counted, effect)
    # 不按程序入库扣1分: each time it is found. 超过1天扣0.5分: once, however many days.
    return _within(rule, effect) if is_bounded(effect) else rule._replace(step=ONE)


def _within(rule: Rule, effect: Effect) -> Rule:
    for bound in effect.bounds if is_bounded(effect) else ():
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


def top_of(effect: Effect, full: Decimal | None) -> Decimal:
    """The most that can be got; 每完成1项得2分 says it by its cap, else it is the full mark."""
    if not effect.per:
        return amount_of(effect, full)
    most = full if effect.cap in (None, "full") else effect.cap
    if not isinstance(most, Decimal):
        raise Needed
    return most


def amount_of(effect: Effect, full: Decimal | None) -> Decimal:
    if effect.kind == "veto" or effect.amount == "full":
        if full is None:
            raise Needed
        return full
    if effect.amount is None or effect.amount > LARGEST:
        raise Needed
    return effect.amount


def cap_of(effects: list[Effect], full: Decimal | None) -> Decimal | None:
    """The widest of the caps; 扣完为止 is the full mark, where that is known."""
    caps = [full if effect.cap == "full" else effect.cap for effect in effects]
    if not caps or any(cap is None for cap in caps):
        return None
    return max(cap for cap in caps if cap is not None)


def minus(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -amount


def adds(effects: list[Effect]) -> bool:
    return any(effect.occurrence for effect in effects)
