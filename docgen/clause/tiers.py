"""Tiers of a clause (90%以上得10分，80%至90%得8分，不满80%得0分) as intervals, and where they meet badly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from docgen.clause.effects import Effect, Reading
from docgen.clause.grammar import units_of, words

# Units that come in whole numbers: after 3次 comes 4次. Hours, per cents, points and sums have parts.
PARTIAL: Final = frozenset(("%", "分", "元", "小时", "分钟", "秒", *units_of("measure")))


class Tier(NamedTuple):
    """The interval in which an effect applies; None for an end that is open to infinity, `_in` whether an end belongs
    to it."""

    effect: Effect
    low: Decimal | None
    low_in: bool
    high: Decimal | None
    high_in: bool

    @property
    def points(self) -> Decimal | None:
        """What the tier brings or costs, where that is one number."""
        effect = self.effect
        if effect.kind == "veto":
            return Decimal(0)
        if effect.amount == "full":
            return Decimal("Infinity")
        return effect.amount if effect.max_amount is None else None


class Meeting(NamedTuple):
    """Two neighbouring tiers, the lower first, and a number that belongs to both, or to neither."""

    lower: Tier
    upper: Tier
    number: Decimal


def tier_groups(reading: Reading) -> Iterator[list[Tier]]:
    """The tiers of a clause, from low to high: effects of one kind with bounds in one unit, of which only the first
    names its subject."""
    group: list[Tier] = []
    for effect in reading.effects:
        tier = _tier(effect)
        if tier and group and _belongs(effect, group[-1].effect):
            group.append(tier)
            continue
        if len(group) > 1:
            yield _sorted(group)
        group = [tier] if tier else []
    if len(group) > 1:
        yield _sorted(group)


def overlaps(group: list[Tier]) -> Iterator[Meeting]:
    for lower, upper in pairwise(group):
        if lower.high is None or upper.low is None:
            yield Meeting(lower, upper, upper.low or lower.high or Decimal(0))
        elif lower.high > upper.low or (lower.high == upper.low and lower.high_in and upper.low_in):
            yield Meeting(lower, upper, upper.low)


def gaps(group: list[Tier]) -> Iterator[Meeting]:
    for lower, upper in pairwise(group):
        if lower.high is None or upper.low is None or lower.high > upper.low:
            continue
        if lower.high == upper.low:
            if not lower.high_in and not upper.low_in:
                yield Meeting(lower, upper, lower.high)
        elif _unit(lower) in PARTIAL:
            yield Meeting(lower, upper, (lower.high + upper.low) / 2)
        elif (first := lower.high + lower.high_in) < upper.low + (not upper.low_in):
            yield Meeting(lower, upper, first)


def disorder(group: list[Tier]) -> Meeting | None:
    """The first two neighbours whose points go the other way than those before them."""
    rising: bool | None = None
    for lower, upper in pairwise(group):
        if lower.points is None or upper.points is None:
            return None
        if lower.points == upper.points:
            continue
        if rising is not None and rising != (upper.points > lower.points):
            return Meeting(lower, upper, upper.points)
        rising = upper.points > lower.points
    return None


def _tier(effect: Effect) -> Tier | None:
    units = {bound.unit for bound in effect.bounds}
    if len(units) != 1 or effect.occurrence or (effect.per and effect.per.unit in units):
        return None
    lows = [bound for bound in effect.bounds if bound.op[0] == ">"]
    highs = [bound for bound in effect.bounds if bound.op[0] == "<"]
    if len(lows) > 1 or len(highs) > 1:
        return None
    low, high = next(iter(lows), None), next(iter(highs), None)
    return Tier(
        effect,
        low.amount if low else None,
        low is not None and low.op == ">=",
        high.amount if high else None,
        high is not None and high.op == "<=",
    )


def goes_on(effect: Effect, before: Effect) -> bool:
    """Whether a condition has no subject of its own: 超过4小时, or once more 晚2天 after 日报晚1天."""
    if words("tier_start").match(effect.when):
        return True
    subject = _subject(effect)
    return bool(subject) and _subject(before).endswith(subject)


def _subject(effect: Effect) -> str:
    found = words("subject").match(effect.when)
    return found[0] if found else ""


def _belongs(effect: Effect, before: Effect) -> bool:
    """Whether an effect goes on with the tiers of the one before it."""
    family = {"veto": "score"}
    return (
        effect.bounds[0].unit == before.bounds[0].unit
        and family.get(effect.kind, effect.kind) == family.get(before.kind, before.kind)
        and effect.unit in ("", before.unit)
        and goes_on(effect, before)
    )


def _unit(tier: Tier) -> str:
    return tier.effect.bounds[0].unit


def _sorted(group: list[Tier]) -> list[Tier]:
    """From low to high. Of tiers open to the same side (超过2小时, 超过4小时) each ends where the next begins."""
    rising = sorted((tier for tier in group if tier.high is None), key=lambda tier: tier.low or 0)
    falling = sorted((tier for tier in group if tier.low is None), key=lambda tier: tier.high or 0)
    closed = [tier for tier in group if tier.low is not None and tier.high is not None]
    rising = [tier._replace(high=above.low, high_in=not above.low_in) for tier, above in pairwise(rising)] + rising[-1:]
    falling = falling[:1] + [
        tier._replace(low=below.high, low_in=not below.high_in) for below, tier in pairwise(falling)
    ]
    return sorted(falling + closed + rising, key=lambda tier: Decimal("-Infinity") if tier.low is None else tier.low)
