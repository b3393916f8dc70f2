"""Which effects of a clause judge the same number, and so share a line of a score sheet.

Tiers do (90%以上得10分，80%至90%得8分), what is counted from a threshold (达到95%得10分，每低1%扣1分), and which time
it is (首次扣1分，第二次扣2分).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from docgen.clause import Effect, Quantity
from docgen.clause.tiers import goes_on

TIMES: Final = "次"


def groups_of(effects: list[Effect], target: Quantity | None) -> list[list[Effect]]:
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
    if is_bare(effect) and group[0].kind == "score":
        return _is_otherwise(effect, group)
    if is_judged(effect) or is_judged(last) or unit_of(effect) != unit_of(last) or vetoes_all(effect, last):
        return False
    if effect.occurrence or last.occurrence:
        return bool(effect.occurrence and last.occurrence) and is_award(effect) == is_award(last)
    if start_of(effect, target) and start_of(last, target):
        return True
    if is_award(effect) != is_award(last):
        return False
    return bool(start_of(effect, None) and last.bounds) or (is_bounded(effect) and goes_on(effect, last))


def _is_otherwise(effect: Effect, group: list[Effect]) -> bool:
    """全部完成得满分，否则不得分; 完成得2分，未完成得0分; 90%以上得10分，其余得0分."""
    if effect.kind == "score":
        return all(effect.amount != other.amount for other in group)
    if is_bare(group[-1]):
        return effect.kind == "deduct" or effect.scope == "item"
    return effect.scope == "item" and effect.when.lstrip("，,；;").startswith(("否则", "其余", "其他", "其它", "反之"))


def starts_full(effects: list[Effect]) -> bool:
    """无违规得10分，每次违规扣2分: 10 points are there until something is taken off."""
    first, others = effects[:1], effects[1:]
    takes_off = any(effect.kind == "deduct" and not is_bare(effect) for effect in others)
    has_scores = any(effect.kind == "score" for effect in others)
    return bool(first) and first[0].kind == "score" and is_bare(first[0]) and takes_off and not has_scores


def vetoes_all(*effects: Effect) -> bool:
    return any(effect.scope == "all" for effect in effects)


def is_award(effect: Effect) -> bool:
    return effect.kind == "award"


def is_bare(effect: Effect) -> bool:
    """Nothing says when, or how often: 全部完成得满分."""
    return not (effect.bounds or effect.per or effect.occurrence or is_judged(effect))


def is_judged(effect: Effect) -> bool:
    """The points are somebody's decision: a range, a choice, or no number at all."""
    if effect.kind == "veto":
        return False
    return effect.amount is None or effect.max_amount is not None or effect.unit != "分"


def unit_of(effect: Effect) -> str:
    """The unit of the number that the effect judges."""
    if effect.occurrence:
        return TIMES
    if effect.per:
        return effect.per.unit
    return effect.bounds[0].unit if effect.bounds else TIMES


def is_bounded(effect: Effect) -> bool:
    """Whether the number itself has bounds; those of 超过10分钟的，每次扣1分 are about each time."""
    return bool(effect.bounds) and all(bound.unit == unit_of(effect) for bound in effect.bounds)


def start_of(effect: Effect, target: Quantity | None) -> Quantity | None:
    """What steps are counted from: what the clause says, else the indicator's target."""
    if effect.step_from or not effect.per or effect.bounds:
        return effect.step_from
    return target if target and target.unit == effect.per.unit and _move(effect) else None


def step_falls(effect: Effect) -> bool:
    move = _move(effect)
    return bool(move["down"]) if move else any(bound.op[0] == "<" for bound in effect.bounds)


def distance_of(effect: Effect) -> Literal["", "高", "低"]:
    """Of a rate that costs points for each 1% it is lower, and no word on lower than what: that it is lower."""
    move = _move(effect) if effect.per and effect.per.unit == "%" and not effect.bounds else None
    return "" if move is None else "高" if move["up"] else "低"


def _move(effect: Effect) -> re.Match[str] | None:
    """每低, 每超过: the word behind the last 每 counts."""
    return _moves().search(effect.when.rpartition("每")[2])


@cache
def _moves() -> re.Pattern[str]:
    return re.compile("(?P<up>超|高|升|提高|增|多)|(?P<down>低|降|下滑|减|少|差|不足|不满|不到|未达)")
