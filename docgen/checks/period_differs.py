"""PERIOD-DIFFERS: 标准和条款的期限不一样 / A period in the clause that is not the standard's

工作标准说三天内办完，考核办法却从超过1天扣起：哪一个算数？同一件事的期限，标准和条款要一样。

错：

    工作标准: 发票三天内办理完毕。
    考核办法: 发票办理超过1天扣0.5分。

对：

    工作标准: 发票三天内办理完毕。
    考核办法: 发票办理超过三天扣0.5分。

依据：条款罚的是没有达到标准；标准允许三天，第二天就扣分没有依据。

---

The standard allows three days, and the clause deducts after one: which holds? A period is the same in both.

Wrong: 三天内办理完毕 and 超过1天扣0.5分. Right: 三天内办理完毕 and 超过三天扣0.5分.

Basis: a clause punishes what falls short of the standard; the second of three days does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from docgen.checks.texts import search
from docgen.checks.walk import tied_together
from docgen.checks.wording import digits
from docgen.clause import Bound, Quantity, read
from docgen.clause.numerals import number
from docgen.manual.model import Clause, Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "PERIOD-DIFFERS"
SEVERITY: Final[Severity] = "warning"


class _Period(NamedTuple):
    """Within how long something is to be done, and the words around it."""

    time: Quantity
    words: str


def find(manual: Manual) -> Iterator[Problem]:
    periods: dict[str, list[_Period]] = {}
    for hit in search(manual, _deadlines(), ("standard",)):
        time = Quantity(number(hit.match["amount"]), _unit(hit.match["unit"]))
        period, known = _Period(time, hit.sentence), periods.setdefault(hit.text, [])
        if period not in known:
            known.append(period)
    seen: set[Position] = set()
    for together in tied_together(manual) if periods else ():
        found = [period for standard in together.standards for period in periods.get(standard.content, ())]
        for clause in together.clauses if found else ():
            if clause.content.position not in seen and (problem := _problem(clause, found)):
                seen.add(clause.content.position)
                yield problem


def _problem(clause: Clause, periods: list[_Period]) -> Problem | None:
    """That none of the times after which the clause deducts is one that the standards allow for the same thing."""
    reading = None if clause.damaged else read(clause.content)
    for effect in reading.effects if reading else ():
        late = [bound for bound in effect.bounds if bound.op == ">" and not _overdue().search(effect.when)]
        for bound in late[:1]:
            same = [period.time for period in periods if _is_about(period, bound, effect.when)]
            if same and bound.amount not in [time.amount for time in same]:
                return _differs(part_of(clause.content, *effect.span), bound, same[0])
    return None


def _is_about(period: _Period, bound: Bound, when: str) -> bool:
    """Whether both count in one unit, and have two characters in a row in common."""
    words = re.sub(r"[0-9一二两三四五六七八九十]+个?(?:工作日|天|日|小时|分钟)|\W|超过|以内|之内|及时|每次", "|", when)
    pairs = {words[place : place + 2] for place in range(len(words) - 1)}
    return period.time.unit == _unit(bound.unit) and any(pair in period.words for pair in pairs if "|" not in pair)


def _differs(place: Position, bound: Bound, allowed: Quantity) -> Problem:
    said, right = f"{digits(bound.amount)}{bound.unit}", f"{digits(allowed.amount)}{allowed.unit}"
    return Problem(
        SEVERITY,
        CODE,
        place,
        Words(f"条款从超过{said}扣起，工作标准是{right}内", f"deducts after {said}; the standard allows {right}"),
        Words("期限改成一样", "make the periods equal"),
    )


def _unit(unit: str) -> str:
    return unit.removeprefix("个").replace("日", "天").replace("工作天", "工作日")


@cache
def _deadlines() -> re.Pattern[str]:
    return re.compile("(?P<amount>[0-9]+|[一二两三四五六七八九十]+)个?(?P<unit>工作日|天|日|小时|分钟)[以之]?内")


@cache
def _overdue() -> re.Pattern[str]:
    """超过 of what is late already: 逾期超过1天."""
    return re.compile("逾期|超期|延[期迟误]|[晚迟拖误]|每超")
