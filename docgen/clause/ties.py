"""What ties the effects of one clause together: who owns the ends of tiers, what later steps count from, which time
一次 … 两次 … 三次 … mean, what is rounded up."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from docgen.clause.conditions import COUNTED, Condition
from docgen.clause.consequences import Consequence
from docgen.clause.effects import Amount, Bound, Effect, Quantity, Span
from docgen.clause.marks import ONE, TIMES
from docgen.clause.tokens import Tokens


class Found(NamedTuple):
    """An effect before it is tied to the others; places are those of the tokens. `inherits`: it has no condition of its
    own (并扣2分)."""

    said: Consequence
    condition: Condition
    start: int
    end: int
    when: Span
    cap: Amount | None = None
    inherits: bool = False


def tied(found: list[Found], rounded: list[Quantity], tokens: Tokens, text: str) -> tuple[Effect, ...]:
    """The effects of a clause; 不扣分 is none, but gives a threshold."""
    own = iter(_by_tier(_by_occurrence([one for one in found if not one.inherits])))
    found = _inherited([one if one.inherits else next(own) for one in found])
    conditions = [one.condition for one in found]
    if len(found) > 1:
        conditions = [_with_open_end(of, conditions) for of in conditions]
    return tuple(
        _effect(one._replace(condition=of), conditions[: place + 1], rounded, tokens, text)
        for place, (one, of) in enumerate(zip(found, conditions, strict=True))
        if one.said.kind
    )


def _effect(found: Found, conditions: list[Condition], rounded: list[Quantity], tokens: Tokens, text: str) -> Effect:
    said, of = found.said, found.condition
    per = said.per or of.per
    assert said.kind
    start, end = tokens.span(*found.when)
    return Effect(
        said.kind,
        tokens.span(found.start, found.end),
        said.amount,
        said.max_amount,
        said.choices,
        said.unit,
        per,
        of.bounds,
        found.cap,
        of.occurrence,
        said.scope,
        per in rounded,
        _counted_from(of, conditions) if per and per == of.per and of.direction else None,
        text[start:end],
    )


def _with_open_end(of: Condition, conditions: list[Condition]) -> Condition:
    """80%至90% ends below 90% where another tier owns 90%: 90%以上, or 90%至100%."""
    end = of.range_end
    if end is None:
        return of
    owners = (bound for other in conditions if other is not of for bound in other.bounds)
    if any(owner.op == ">=" and owner[1:] == end[1:] for owner in owners):
        return of._replace(bounds=tuple(bound._replace(op="<") if bound == end else bound for bound in of.bounds))
    return of


def _counted_from(of: Condition, conditions: list[Condition]) -> Quantity | None:
    """The threshold that 每低1% counts from: the nearest stated with it or before it, in the same unit."""
    assert of.per
    for other in (of, *reversed(conditions[:-1])):
        bounds = [bound for bound in (*other.bounds, *other.required) if bound.unit == of.per.unit]
        if bounds:
            nearer = [bound for bound in bounds if bound.op[0] == (">" if of.direction == "down" else "<")]
            return Quantity(*(nearer or bounds)[-1][1:])
    return None


def _inherited(found: list[Found]) -> list[Found]:
    """并扣2分, 扣主管1分: what has no condition of its own has the one before it, with its step if it is an amount."""
    done: list[Found] = []
    for one in found:
        of = one.condition
        if one.inherits:
            before = done[-1].condition
            bounds, end = (of.bounds, of.range_end) if of.bounds else (before.bounds, before.range_end)
            of = of._replace(bounds=bounds, range_end=end, occurrence=of.occurrence or before.occurrence)
            if one.said.kind in COUNTED and one.said.unit and not of.per:
                of = of._replace(per=before.per, direction=before.direction)
        done.append(one._replace(condition=of))
    return done


def _by_occurrence(found: list[Found]) -> list[Found]:
    """一次扣1分，两次扣3分，三次以上扣6分 says which time it is, where the numbers rise from one, or where other
    effects of the clause say 首次 or 再犯."""
    counted = [place for place, one in enumerate(found) if one.condition.counted]
    numbers = [found[place].condition.counted or 0 for place in counted]
    if any(one.condition.occurrence and one.condition.occurrence[0] == 2 for one in found):
        pass  # 一次罚10元，第二次罚20元
    elif any(one.condition.occurrence for one in found):
        counted = [place for place in counted if numbers[counted.index(place)] > 1]
    elif len(numbers) < 2 or numbers[0] != 1 or any(b - a != 1 for a, b in pairwise(numbers)):
        return found
    found = list(found)
    for place in counted:
        of = found[place].condition
        first = of.counted or 1
        bounds = tuple(bound for bound in of.bounds if bound.unit != "次")
        changed = of._replace(per=None, bounds=bounds, occurrence=(first, None if of.onward else first))
        found[place] = found[place]._replace(condition=changed)
    return [_until_next(one, found) for one in found]


def _by_tier(found: list[Found]) -> list[Found]:
    """晚1天扣1分，晚2天扣3分，晚3天扣5分: from one day on, from two, from three."""
    tiers: list[int] = []
    done = list(found)
    for place, one in enumerate(found):
        if tiers and _goes_on(found[tiers[-1]].condition, one.condition):
            tiers.append(place)
            for tier in tiers[-2:]:
                done[tier] = found[tier]._replace(condition=_reached(found[tier].condition))
        else:
            tiers = [place]
    return done


def _goes_on(lower: Condition, of: Condition) -> bool:
    """Whether an amount without 每 or a comparison is more of the same than the one before it."""
    if not lower.plain or not of.plain:
        return False
    (before, less), (words, more) = lower.plain, of.plain
    same = less.unit == more.unit and (before.endswith(words) or words.endswith(before))
    return same and more.amount > max(less.amount, ONE) and (more.unit not in TIMES or more.amount == less.amount + 1)


def _reached(of: Condition) -> Condition:
    if not of.plain or of.per != of.plain[1]:
        return of
    return of._replace(per=None, bounds=(*of.bounds, Bound(">=", *of.per)))


def _until_next(one: Found, found: list[Found]) -> Found:
    """再犯 before 三犯 is the second time only."""
    occurrence = one.condition.occurrence
    if not one.condition.until_next or not occurrence:
        return one
    later = [other.condition.occurrence[0] for other in found if other.condition.occurrence]
    following = [first for first in later if first > occurrence[0]]
    if not following:
        return one
    return one._replace(condition=one.condition._replace(occurrence=(occurrence[0], min(following) - 1)))
