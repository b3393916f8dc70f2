"""The marks of a condition (每次, 超过3天, 第二次 …): a function for each rule of the section [marks]."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple

from docgen.clause.effects import Bound, Comparison, Kind, Quantity
from docgen.clause.grammar import SIGNS, phrase, section, units, words
from docgen.clause.numerals import number
from docgen.clause.tokens import Tokens

Direction = Literal["up", "down"]

ONE: Final = Decimal(1)
LONG_UNITS: Final = frozenset(["天", "日", "周", "月", "季", "季度", "旬", "年", "星期", "学期"])
MEASURES: Final = ("%", "元", "分")
NEAR: Final = 60  # how far back words can bear on a mark: keeps long lines fast
REACHED: Final = frozenset(("score", "veto", "sanction", "refer"))
TIMES: Final = ("次", "回", "起", "例")


class Step(NamedTuple):
    """A step that the words may mean. `is_lapse`: it counts how late something is (每晚1天). `is_late`: a time without
    每, which before another step is a bound (逾期一周未回复的，每份)."""

    per: Quantity
    direction: Direction | None = None
    is_lapse: bool = False
    is_late: bool = False


class Marks:
    """Collects what the marks of one condition say. `levels` are amounts with no word of comparison: reached, if the
    condition compares nothing."""

    def __init__(self, tokens: Tokens, start: int, end: int, kind: Kind | None) -> None:
        self.tokens, self.start, self.end, self.kind = tokens, start, end, kind
        self.bounds: list[Bound] = []
        self.levels: list[Bound] = []
        self.required: list[Bound] = []
        self.steps: list[Step] = []
        self.case: Quantity | None = None
        self.occurrence: tuple[int, int | None] | None = None
        self.range_end: Bound | None = None
        self.plain: tuple[str, Quantity] | None = None
        self.counted: int | None = None
        self.onward = False
        self.until_next = False
        self.last_bound = 0

    def quantity(self, found: re.Match[str], group: str) -> Quantity:
        return self.tokens.quantities[found.start(group)]

    def add_bound(self, op: Comparison, quantity: Quantity, found: re.Match[str]) -> None:
        if words("which").match(self.tokens.text, found.end(), self.end):
            return
        due = words("due").search(self.before(found)) if "," in self.tokens.text[found.end() : self.end] else None
        if due and (op == ">=" or not due["per_period"]):
            self.required.append(Bound(op, *quantity))
        else:
            self.bounds.append(Bound(op, *quantity))
            self.last_bound = found.end()

    def before(self, found: re.Match[str]) -> str:
        """The words of the same part of the sentence that stand before a mark."""
        text = self.tokens.text[max(self.start, found.start() - NEAR) : found.start()]
        return text[max(text.rfind(sign) for sign in ",;:、") + 1 :]

    def is_last(self, found: re.Match[str]) -> bool:
        return bool(phrase("({joining}|者)*").fullmatch(self.tokens.text, found.end(), self.end))


def _first(marks: Marks, found: re.Match[str]) -> None:
    """首次扣1分, 首次违反; not 首次响应超过30秒, unless it goes on with 第二次."""
    text = marks.tokens.text
    goes_on = words("offence").match(text, found.end()) or words("later").search(text)
    if found[0] != "首次" or marks.is_last(found) or goes_on:
        marks.occurrence = (1, 1)


def _again(marks: Marks, found: re.Match[str]) -> None:
    marks.occurrence, marks.until_next = (2, None), True


def _nth_offence(marks: Marks, found: re.Match[str]) -> None:
    marks.occurrence, marks.until_next = (int(number(found["nth_offence"])), None), True


def _nth(marks: Marks, found: re.Match[str]) -> None:
    """第二次 is [2, 2], 第三次及以上 [3, None], 第2至3次 [2, 3]."""
    first = until = int(number(found["nth"]))
    if found["until"]:
        quantity = marks.tokens.quantities.get(found.start("until"))
        until = int(quantity.amount if quantity else number(found["until"].rstrip("次")))
        if quantity and quantity.unit not in TIMES:
            return  # 倒数第二、三名
    marks.occurrence = (first, None if found["onward"] else until)


def _up_to(marks: Marks, found: re.Match[str]) -> None:
    """前两次; 前三名 is no time."""
    quantity = marks.quantity(found, "up_to")
    if quantity.unit in TIMES:
        marks.occurrence = (1, int(quantity.amount))


def _between(marks: Marks, found: re.Match[str]) -> None:
    """95%≤X<98%"""
    low, high = marks.quantity(found, "low"), marks.quantity(found, "high")
    marks.add_bound(">" if found["low_op"] == "<" else ">=", low._replace(unit=low.unit or high.unit), found)
    marks.add_bound("<" if found["high_op"] == "<" else "<=", high, found)


def _interval(marks: Marks, found: re.Match[str]) -> None:
    """[90%,95%)"""
    start, finish = marks.quantity(found, "start"), marks.quantity(found, "finish")
    marks.add_bound(">=" if found["open"] == "[" else ">", start._replace(unit=start.unit or finish.unit), found)
    marks.add_bound("<=" if found["close"] == "]" else "<", finish, found)


def _range(marks: Marks, found: re.Match[str]) -> None:
    """80%(含)至90%: the first end belongs to it, and the last unless the neighbouring tier owns it."""
    low, high = marks.quantity(found, "from"), marks.quantity(found, "to")
    if low.amount > high.amount and low.unit in ("", high.unit):
        low, high = high, low._replace(unit=high.unit)  # 19-15天
    marks.add_bound(">" if _excludes(found["from_mark"]) else ">=", low._replace(unit=low.unit or high.unit), found)
    marks.add_bound("<" if _excludes(found["to_mark"]) else "<=", high, found)
    if not found["to_mark"]:
        marks.range_end = Bound("<=", *high)


def _every_from(marks: Marks, found: re.Match[str]) -> None:
    """每低于98%1个百分点: steps of one per cent from 98%."""
    marks.required.append(Bound(">=", *marks.quantity(found, "threshold")))
    marks.steps.append(Step(marks.quantity(found, "distance"), direction(found["away"])))


def _every(marks: Marks, found: re.Match[str]) -> None:
    verb = found["verb"] or ""
    is_lapse = bool(phrase("{lapse}").search(found[0][: found.start("step") - found.start()]))
    marks.steps.append(Step(marks.quantity(found, "step"), None if found["either"] else direction(verb), is_lapse))


def _each(marks: Marks, found: re.Match[str]) -> None:
    """每次; 每人每次 is 人次. 每天 names how often something is due, unless the consequence follows it."""
    per = marks.quantity(found, "each")
    if found["each_other"] or found["each_by"]:
        both = each_of_two(per, marks.quantity(found, "each_other" if found["each_other"] else "each_by"))
        per = per if both.unit in LONG_UNITS and not marks.is_last(found) else both  # 每户每周少于2次
    elif per.unit in LONG_UNITS and not marks.is_last(found):
        return
    before = marks.before(found)
    is_below = words("short").search(before)
    away: Direction | None = "up" if words("beyond").search(before) else "down" if is_below else None
    if away is None and marks.bounds and _continues_bound(marks, found):
        away = "up" if marks.bounds[-1].op[0] == ">" else "down"
    marks.steps.append(Step(per, away, bool(phrase("{lapse}[^\ue000-\ue008]*$").search(before))))


def _continues_bound(marks: Marks, found: re.Match[str]) -> bool:
    """超过5%的部分，每1%; 超过5%每1%"""
    text, implied = marks.tokens.text, found.start("each") in marks.tokens.implied
    if words("part").search(text, marks.last_bound, found.start()):
        return True
    return not implied and bool(words("nothing_between").match(text[marks.last_bound : found.start()]))


def _each_case(marks: Marks, found: re.Match[str]) -> None:
    marks.case = Quantity(ONE, "次")


def _not_within(marks: Marks, found: re.Match[str]) -> None:
    """未在3日内: after more than three days."""
    marks.add_bound(">", marks.quantity(found, "limit" if found["limit"] else "limit_first"), found)


def _off(marks: Marks, found: re.Match[str]) -> None:
    """低于平均分1分: one less than the average is a step, as small amounts are; 超过预算10% a bound."""
    quantity, off = marks.quantity(found, "off_by"), found["off"]
    if marks.kind in REACHED and off in "比较":
        marks.levels.append(Bound(">=", *quantity))
    elif marks.kind not in REACHED and (off in "比较" or quantity.amount <= (3 if off == "超" else 1)):
        marks.steps.append(Step(quantity, direction(off)))
        marks.plain = marks.before(found) + found[0][: found.start("off_by") - found.start()], quantity
    else:
        marks.add_bound(comparison(off), quantity, found)


def _bound(marks: Marks, found: re.Match[str]) -> None:
    op, group = ("short_op", "short_bound") if found["short_op"] else ("op", "bound")
    said, mark = comparison(found[op]), found["bound_mark"]
    if mark:  # 超过3天(含3天)
        said = ENDS[said[0], not _excludes(mark)]
    marks.add_bound(said, marks.quantity(found, group), found)


def _bounded(marks: Marks, found: re.Match[str]) -> None:
    """90%(含)以上, 3天以内. By 民法典 art. 1259 以上, 以下, 以内 include the number, 以外 does not."""
    side, quantity = found["side"], marks.quantity(found, "bounded")
    excluded = _excludes(side)
    if marks.kind == "sanction" and "内" in side and quantity.unit in ("年", "月", "季度") and marks.is_last(found):
        return  # 一年内不得晋升
    if quantity.unit == "次" and "上" in side and (marks.is_last(found) or _happens(marks, found)):
        marks.counted, marks.onward = int(quantity.amount), True
    if "上" in side:
        marks.add_bound(">" if excluded else ">=", quantity, found)
    elif "外" in side:
        marks.add_bound(">", quantity, found)
    else:
        marks.add_bound("<" if excluded else "<=", quantity, found)


def _rate(marks: Marks, found: re.Match[str]) -> None:
    quantity = marks.quantity(found, "rate")
    marks.levels.append(Bound(">=" if quantity.amount else "<=", *quantity))


def _reached(marks: Marks, found: re.Match[str]) -> None:
    marks.add_bound(">=", marks.quantity(found, "reached"), found)


def _unmarked(marks: Marks, found: re.Match[str]) -> None:
    """少一次, 晚1天 are steps; 完成80%, 迟到三次 levels that are reached; 工作5年 is either only where it ends the
    condition."""
    quantity = marks.quantity(found, "unmarked")
    before = marks.before(found)
    if not quantity.unit and phrase("[率度比例][^,;。]?$").search(before):
        quantity = quantity._replace(unit="%")
    if marks.steps and phrase("{with_unit}[^\ue000-\ue008]*或[^\ue000-\ue008]*$").search(before):
        return  # 每漏1项或者错1处
    if quantity.amount == 1 and words("period").search(before) and not marks.is_last(found):
        return  # 每半年考核一次 is what is due
    change = phrase("(?:{change}|{lapse}){words}{0,6}$").search(before)
    if not quantity.amount:
        marks.levels.append(Bound("<=", *quantity))
    elif quantity.unit in MEASURES or found[0][0] in SIGNS["time"]:
        is_negated = bool(phrase("[未没不无][^,;。]*$").search(before))
        _measured(
            marks, found, quantity, "" if is_negated or marks.kind in REACHED or not change else change[0], is_negated
        )
    else:
        _counted(marks, found, quantity, change)
    if quantity in (step.per for step in marks.steps[-1:]) or quantity in (bound[1:] for bound in marks.levels[-1:]):
        marks.plain = before, quantity


def _counted(marks: Marks, found: re.Match[str], quantity: Quantity, change: re.Match[str] | None) -> None:
    """Pieces and times: 少一份 is a step, 督办两次 a level that is reached."""
    if quantity.unit == "次" and (marks.is_last(found) or _happens(marks, found)):
        marks.counted = int(quantity.amount)
    if (quantity.unit == "级" and not change) or (marks.kind == "score" and _happens(marks, found)):
        return  # 一级扣50分 is a grade, 一次通过得10分 no step
    if quantity.amount <= 1 or (change and marks.kind not in REACHED):
        away = direction(change[0]) if change and change[0][0] in "少多增减" else None
        marks.steps.append(Step(quantity, away))
    elif quantity.unit in TIMES or marks.is_last(found) or words("failed").match(marks.tokens.text, found.end()):
        marks.levels.append(Bound(">=", *quantity))


def _measured(marks: Marks, found: re.Match[str], quantity: Quantity, change: str, is_negated: bool) -> None:
    """A time, a percentage or a sum that no word of comparison goes with."""
    is_last = marks.is_last(found)
    before = marks.before(found)
    if change and not (quantity.amount > 1 and _waits(marks, found)):
        marks.steps.append(
            Step(quantity, direction(change), bool(phrase("{lapse}").match(change)), found[0][0] in SIGNS["time"])
        )
    elif is_negated and is_last and quantity.amount <= 1 and not phrase("提[前早]").search(before):
        marks.steps.append(Step(quantity))
    elif (
        is_last
        and before
        and quantity.amount <= 1
        and quantity.unit not in MEASURES
        and marks.kind in ("deduct", "fine")
    ):
        marks.steps.append(Step(quantity))  # 虚报一天扣5分
    elif words("standard").match(marks.tokens.text, found.end(), marks.end):
        marks.required.append(Bound(">=", *quantity))
    elif not is_negated and (is_last or quantity.unit == "%" or before.endswith("有") or _waits(marks, found)):
        marks.levels.append(Bound(">=", *quantity))


def _happens(marks: Marks, found: re.Match[str]) -> bool:
    """两次违反, 一次通过"""
    return bool(phrase("{happens}").match(marks.tokens.text, found.end()))


def _waits(marks: Marks, found: re.Match[str]) -> bool:
    """3天未处理"""
    after = marks.tokens.text[found.end() : found.end() + 2]
    return found[0][0] in SIGNS["time"] and after.lstrip("仍还均都").startswith(("未", "没"))


READERS: Final[dict[str, Callable[[Marks, re.Match[str]], None]]] = {
    "first_": _first,
    "again_": _again,
    "nth_offence_": _nth_offence,
    "occurrence_": _nth,
    "up_to_": _up_to,
    "between_": _between,
    "interval_": _interval,
    "range_": _range,
    "every_from_": _every_from,
    "every_": _every,
    "each_": _each,
    "each_case_": _each_case,
    "not_within_": _not_within,
    "off_": _off,
    "bound_": _bound,
    "bounded_": _bounded,
    "rate_": _rate,
    "reached_": _reached,
    "unmarked_": _unmarked,
}


def direction(verb: str) -> Direction | None:
    """Whether 低, 超过 … lead below or above a threshold; None for a verb that measures no distance."""
    if verb.startswith((*"低降下少减差小欠缺", "缩短")) or verb in ("不足", "不到", "达不到", "未达到"):
        return "down"
    if verb.startswith(("提前", "提早", "超期", "超时")):
        return None
    return "up" if verb.startswith((*"高升上增超多提大", "调高", "延长")) else None


def each_of_two(per: Quantity, other: Quantity) -> Quantity:
    """每人每次 is 人次; 每户每月 is counted by the latter."""
    both = [unit for unit in (per.unit + other.unit, other.unit + per.unit) if unit in units()]
    return Quantity(ONE, both[0]) if both else other


def _excludes(mark: str | None) -> bool:
    return bool(mark and ("不含" in mark or "不包" in mark))


@cache
def comparison(said: str) -> Comparison:
    """The sign of 超过, 不低于, ≥ …"""
    for sign in COMPARISONS:
        known = section("comparisons")[sign].split()
        if said in known or (f"{said.lstrip('不未能没有得应可')}/" in known and said[0] in "不应未没"):
            return sign
    raise KeyError(said)


ENDS: Final[dict[tuple[str, bool], Comparison]] = {
    (">", True): ">=",
    (">", False): ">",
    ("<", True): "<=",
    ("<", False): "<",
}
COMPARISONS: Final[tuple[Comparison, ...]] = (">", ">=", "<", "<=")
