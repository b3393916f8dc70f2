"""Third pass: what a condition says, from its marks: its step, its bounds, which time it is."""

from __future__ import annotations

from typing import Final, NamedTuple

from docgen.clause.effects import Bound, Comparison, Kind, Quantity
from docgen.clause.grammar import rules, words
from docgen.clause.marks import MEASURES, READERS, Direction, Marks, Step
from docgen.clause.tokens import Tokens

TAKING: Final = frozenset(("deduct", "fine", "pay"))
COUNTED: Final = TAKING | {"award", "score"}
CONTRARY: Final[dict[Comparison, Comparison]] = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


class Condition(NamedTuple):
    """`range_end` is the one of `bounds` that ends a range, which the neighbouring tier may own.
    `direction`: the step is a distance from a threshold (每低1%), counted from it. `required`: the bounds that such a
    step falls short of (不低于95%，每低1%). `plain`: an amount without 每 or a comparison and the words before it
    (晚, 2天), which beside others is a tier. `counted`: how many times, where a number stands alone (三次), which
    beside others means which time; `onward`: and more (三次以上). `until_next`: 再犯 is every later time, or those
    before the next that the clause names."""

    bounds: tuple[Bound, ...] = ()
    per: Quantity | None = None
    occurrence: tuple[int, int | None] | None = None
    range_end: Bound | None = None
    direction: Direction | None = None
    required: tuple[Bound, ...] = ()
    plain: tuple[str, Quantity] | None = None
    counted: int | None = None
    onward: bool = False
    until_next: bool = False


def condition(tokens: Tokens, start: int, end: int, kind: Kind | None) -> Condition:
    """What stands between `start` and `end` before a consequence of that kind. To 得分 80% is a level reached rather
    than a step."""
    marks = Marks(tokens, start, end, kind)
    for found in rules("marks").finditer(tokens.text, start, end):
        if read := READERS.get(found.lastgroup or ""):
            read(marks, found)
    return _settled(marks, kind)


def _settled(marks: Marks, kind: Kind | None) -> Condition:
    step = marks.steps[-1] if marks.steps else Step(marks.case) if marks.case else None
    if len(marks.steps) > 1 and marks.steps[0].is_late and marks.steps[0].per.unit != marks.steps[-1].per.unit:
        marks.bounds.append(Bound(">=", *marks.steps[0].per))
    bounds, required = marks.bounds or marks.levels, marks.required
    rest = marks.tokens.text[marks.last_bound : marks.end]
    is_late = all(bound.op[0] == "<" for bound in bounds) and words("late").search(rest)
    if marks.bounds and (is_late or words("unmet").search(rest)):
        bounds = [bound._replace(op=CONTRARY[bound.op]) for bound in marks.bounds]
    elif step and bounds and _falls_short(marks, step, bounds, kind):
        stated = bounds if marks.bounds else [bound for bound in bounds if bound.unit in MEASURES]  # not 抽查10份
        bounds, required = [], stated + required
    bounds = [bound for place, bound in enumerate(bounds) if not _is_contrary(bound, bounds[place + 1 :][-9:])]
    away = step and (step.direction or _short_of_due(step, required))
    return Condition(
        tuple(bounds),
        step and step.per,
        marks.occurrence,
        marks.range_end,
        away,
        tuple(required),
        marks.plain,
        marks.counted,
        marks.onward,
        marks.until_next,
    )


def _short_of_due(step: Step, required: list[Bound]) -> Direction | None:
    """每月不少于2次，缺1次"""
    return "down" if any(bound.op == ">=" and bound.unit == step.per.unit for bound in required) else None


def _is_contrary(bound: Bound, later: list[Bound]) -> bool:
    """不少于30户，不足30户的; 90分以上为优秀，不足60分的: the first is not what the consequence is about."""
    return any(bound.unit == other.unit and _exclude(bound, other) for other in later)


def _exclude(one: Bound, other: Bound) -> bool:
    """Whether no number is within both."""
    low, high = (one, other) if one.op[0] == ">" else (other, one)
    if high.op[0] == ">" or low.op[0] == "<":
        return False
    return low.amount > high.amount or (low.amount == high.amount and (low.op, high.op) != (">=", "<="))


def _falls_short(marks: Marks, step: Step, bounds: list[Bound], kind: Kind | None) -> bool:
    """不低于95%，每低1%; 以95%为准，每高1%; 5日内办结，每逾期1日: such bounds say what is required."""
    if bounds is marks.levels and (step.direction or kind in TAKING):
        return True
    if step.is_lapse and not step.direction:
        return all(bound.op == "<=" and bound.unit == step.per.unit for bound in bounds)
    away = {"down": ">", "up": "<"}.get(step.direction or "")
    return away is not None and all(bound.op[0] == away and bound.unit == step.per.unit for bound in bounds)
