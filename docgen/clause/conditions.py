"""Third pass: what a condition says. Its marks (每次, 超过3天, 第二次 …) become step, bounds and occurrence."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from docgen.clause.effects import Bound, Comparison, Quantity
from docgen.clause.grammar import COMPARISONS, phrase, rules
from docgen.clause.numerals import number
from docgen.clause.tokens import Tokens

ONE: Final = Decimal(1)
LONG_UNITS: Final = frozenset("天 日 周 月 季 季度 旬 年 星期 学期".split())


class Condition(NamedTuple):
    """`range_end` is the place in `bounds` of the last end of a range, which the neighbouring tier may own.
    `compares`: the step is a distance from a threshold (每低1%), counted from it. `counted`: how many times, where a
    number stands alone (三次), which beside others means which time; `onward`: and more (三次以上)."""

    bounds: tuple[Bound, ...] = ()
    per: Quantity | None = None
    occurrence: tuple[int, int | None] | None = None
    range_end: int | None = None
    compares: str = ""
    counted: int | None = None
    onward: bool = False


class _Step(NamedTuple):
    """A step that the words may mean; the one of the highest `rank` does, of equals the last."""

    rank: int
    per: Quantity
    compares: str = ""


class _Marks:
    """Collects what the marks of one condition say."""

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        self.tokens, self.start, self.end = tokens, start, end
        self.bounds: list[Bound] = []
        self.steps: list[_Step] = []
        self.occurrence: tuple[int, int | None] | None = None
        self.range_end: int | None = None
        self.counted: int | None = None
        self.onward = False

    def quantity(self, found: re.Match[str], group: str) -> Quantity:
        return self.tokens.quantities[found.start(group)]

    def add_bound(self, op: Comparison, quantity: Quantity) -> None:
        self.bounds.append(Bound(op, *quantity))

    def before(self, found: re.Match[str]) -> str:
        """The words of the same part of the sentence that stand before a mark."""
        text = self.tokens.text[self.start : found.start()]
        return text[max(text.rfind(sign) for sign in ",;:、") + 1 :]

    def is_last(self, found: re.Match[str]) -> bool:
        return not self.tokens.text[found.end() : self.end].strip("的,:)者给予以一律各均")


def condition(tokens: Tokens, start: int, end: int, *, is_scored: bool) -> Condition:
    """What stands between `start` and `end`. `is_scored`: the consequence is 得分, for which 80% is a level reached
    rather than a step."""
    marks = _Marks(tokens, start, end)
    for found in rules("marks").finditer(tokens.text, start, end):
        handler = _HANDLERS.get(found.lastgroup or "")
        if handler:
            handler(marks, found)
        elif found.lastgroup == "unmarked_":
            _unmarked(marks, found, is_scored)
    best = max(marks.steps, key=lambda step: step.rank, default=None)
    if best:
        best = [step for step in marks.steps if step.rank == best.rank][-1]
    return Condition(
        tuple(marks.bounds),
        best.per if best else None,
        marks.occurrence,
        marks.range_end,
        best.compares if best else "",
        marks.counted,
        marks.onward,
    )


def _first(marks: _Marks, found: re.Match[str]) -> None:
    marks.occurrence = (1, 1)


def _again(marks: _Marks, found: re.Match[str]) -> None:
    marks.occurrence = (2, None)


def _nth(marks: _Marks, found: re.Match[str]) -> None:
    """第二次 is [2, 2], 第三次及以上 [3, None], 第2至3次 [2, 3]."""
    first = int(number(found["nth"]))
    until = first
    if found["until"]:
        place = found.start("until")
        quantity = marks.tokens.quantities.get(place)
        until = int(quantity.amount) if quantity else int(number(found["until"].rstrip("次")))
    marks.occurrence = (first, None if found["onward"] else until)


def _up_to(marks: _Marks, found: re.Match[str]) -> None:
    marks.occurrence = (1, int(marks.quantity(found, "up_to").amount))


def _between(marks: _Marks, found: re.Match[str]) -> None:
    """95%≤X<98%"""
    high = marks.quantity(found, "high")
    low = marks.quantity(found, "low")
    marks.add_bound(">" if found["low_op"] == "<" else ">=", low._replace(unit=low.unit or high.unit))
    marks.add_bound("<" if found["high_op"] == "<" else "<=", high)


def _range(marks: _Marks, found: re.Match[str]) -> None:
    """80%(含)至90%: the first end belongs to it, and the last unless the neighbouring tier owns it."""
    low, high = marks.quantity(found, "from"), marks.quantity(found, "to")
    marks.add_bound(">" if _excludes(found["from_mark"]) else ">=", low._replace(unit=low.unit or high.unit))
    marks.add_bound("<" if _excludes(found["to_mark"]) else "<=", high)
    if not found["to_mark"]:
        marks.range_end = len(marks.bounds) - 1


def _every(marks: _Marks, found: re.Match[str]) -> None:
    verb = found["verb"] or ""
    compares = verb if verb and verb[0] not in "未没不无满" else ""
    marks.steps.append(_Step(3, marks.quantity(found, "step"), compares))


def _each(marks: _Marks, found: re.Match[str]) -> None:
    """每次; 每人每次 is 人次. 每天 names how often something is due, unless the consequence follows it."""
    per, place = marks.quantity(found, "each"), found.start("each")
    if found["each_other"]:
        other = marks.quantity(found, "each_other")
        per = Quantity(ONE, "人次") if {per.unit, other.unit} == {"人", "次"} else other
    elif per.unit in LONG_UNITS and place in marks.tokens.implied and not marks.is_last(found):
        return
    marks.steps.append(_Step(3, per))


def _each_case(marks: _Marks, found: re.Match[str]) -> None:
    marks.steps.append(_Step(1, Quantity(ONE, "次")))


def _not_within(marks: _Marks, found: re.Match[str]) -> None:
    """未在3日内: after more than three days."""
    marks.add_bound(">", marks.quantity(found, "limit" if found["limit"] else "limit_first"))


def _bound(marks: _Marks, found: re.Match[str]) -> None:
    if found["short_op"]:
        marks.add_bound(comparison(found["short_op"]), marks.quantity(found, "short_bound"))
    else:
        marks.add_bound(comparison(found["op"]), marks.quantity(found, "bound"))


def _bounded(marks: _Marks, found: re.Match[str]) -> None:
    """90%(含)以上, 3天以内. By 民法典 art. 1259 以上, 以下, 以内 include the number, 以外 does not."""
    side, quantity = found["side"], marks.quantity(found, "bounded")
    excluded = "不含" in side or "不包" in side
    if quantity.unit == "次" and "上" in side and marks.is_last(found):
        marks.counted, marks.onward = int(quantity.amount), True
    if "上" in side:
        marks.add_bound(">" if excluded else ">=", quantity)
    elif "外" in side:
        marks.add_bound(">", quantity)
    else:
        marks.add_bound("<" if excluded else "<=", quantity)


def _rate(marks: _Marks, found: re.Match[str]) -> None:
    marks.add_bound(">=", marks.quantity(found, "rate"))


def _reached(marks: _Marks, found: re.Match[str]) -> None:
    marks.add_bound(">=", marks.quantity(found, "reached"))


def _unmarked(marks: _Marks, found: re.Match[str], is_scored: bool) -> None:
    """少一次, 晚1天 are steps; 完成80%, 迟到三次 levels that are reached; 工作5年 is either only where it ends the
    condition."""
    quantity = marks.quantity(found, "unmarked")
    before = marks.before(found)
    change = phrase("(?:{change}|{lapse}){words}{0,6}$").search(before)
    is_negated = bool(phrase("[未没不无][^,;。]*$").search(before))
    if quantity.unit in ("%", "元", "分") or found[0][0] in _TIMES:
        if change and not is_negated and not is_scored:
            marks.steps.append(_Step(3, quantity, before[change.start()] if change[0][0] in "低高降升增减提下上少多差" else ""))
        elif marks.is_last(found) or (is_scored and quantity.unit == "%"):
            if not is_negated:
                marks.add_bound(">=", quantity)
        elif not marks.steps and _waits(marks, found):
            marks.add_bound(">=", quantity)
        return
    marks.counted = int(quantity.amount) if quantity.unit == "次" and marks.is_last(found) else marks.counted
    if quantity.amount <= 1 or change:
        marks.steps.append(_Step(3, quantity, change[0][0] if change and change[0][0] in "少多增减" else ""))
    else:
        marks.add_bound(">=", quantity)


def _waits(marks: _Marks, found: re.Match[str]) -> bool:
    """3天未处理"""
    return found[0][0] in _TIMES and marks.tokens.text[found.end() : found.end() + 2].lstrip("仍还均都")[:1] in tuple("未没")


_TIMES: Final = "\ue005"

_HANDLERS: Final = {
    "first_": _first,
    "again_": _again,
    "occurrence_": _nth,
    "up_to_": _up_to,
    "between_": _between,
    "range_": _range,
    "every_": _every,
    "each_": _each,
    "each_case_": _each_case,
    "not_within_": _not_within,
    "bound_": _bound,
    "bounded_": _bounded,
    "rate_": _rate,
    "reached_": _reached,
}


def _excludes(mark: str | None) -> bool:
    return bool(mark and "不" in mark)


@cache
def comparison(words: str) -> Comparison:
    """The sign of 超过, 不低于, ≥ …"""
    return _SIGNS[words] if words in _SIGNS else _SIGNS[words.lstrip("不未能没有") + "/"]


_SIGNS: Final[dict[str, Comparison]] = {
    word: sign for sign, words in COMPARISONS.items() for word in words.split()  # type: ignore[misc]  # its keys
}
