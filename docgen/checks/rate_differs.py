"""RATE-DIFFERS: 达到标准还要扣分 / Who meets the standard is punished

标准要求合格率95%以上，条款却从低于98%扣起：做到96%是达标的，还要扣分。比率要上限的（损耗率不超过2%，超过1%扣分）也一样。
指标的“目标”也是标准。条款比标准宽的（低于90%的，本项不得分）不提。

错：

    工作标准: 产品合格率95%以上。
    考核办法: 产品合格率低于98%的扣2分。

对：

    工作标准: 产品合格率98%以上。
    考核办法: 产品合格率低于98%的扣2分。

依据：工作标准是考核的依据，两处不能打架。

---

The standard asks for a rate (合格率95%以上), and a clause for the same rate takes points off who reaches it: with
低于98%的扣2分 96% costs points. So it is with a maximum (损耗率不超过2%, and 超过1%扣分). The 目标 of an indicator is
a standard too. A clause that is wider than the standard is no matter.

Wrong: 合格率95%以上 and 低于98%的扣2分. Right: the same rate in both.

Basis: a clause rests on its standard; they don't disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from docgen.checks.walk import indicators, tied_together
from docgen.checks.wording import digits
from docgen.clause import Bound, read
from docgen.manual.model import Clause, Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "RATE-DIFFERS"
SEVERITY: Final[Severity] = "warning"

NAMED: Final = 4
"""So many characters of a name tell rates apart: 品合格率, 复及时率."""


class _Asked(NamedTuple):
    """A rate that a standard asks for, by the last characters of its name: at least, or at most; None: either."""

    name: str
    amount: Decimal
    is_least: bool | None


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for clauses, asked, subject in _together(manual):
        for clause in clauses if asked else ():
            if clause.damaged or clause.content.position in seen:
                continue
            if problem := _problem(clause, asked, subject):
                seen.add(clause.content.position)
                yield problem


def _together(manual: Manual) -> Iterator[tuple[Iterable[Clause], list[_Asked], str]]:
    """Clauses, the rates that are asked for where they belong, and the rate they are about where they name none."""
    for each in tied_together(manual):
        yield each.clauses, [asked for standard in each.standards for asked in _rates(standard.content or "")], ""
    for indicator, _ in indicators(manual):
        name, target = str(indicator.name)[-NAMED:], str(indicator.target or "")
        plain = re.fullmatch(r"([0-9]+(?:[.][0-9]+)?)[%％]", target)
        amounts = [_Asked(name, Decimal(plain[1]), None)] if plain else list(_rates(name + target))
        yield indicator.clauses, amounts, name


def _rates(text: str) -> Iterator[_Asked]:
    if "%" not in text and "％" not in text:  # as most
        return
    for found in _asked().finditer(text):
        yield _Asked(found["name"], Decimal(found["amount"]), not (found["most"] or found["within"]))


def _problem(clause: Clause, asked: list[_Asked], subject: str) -> Problem | None:
    for effect in read(clause.content).effects:
        names = _rate().findall(effect.when) or _rate().findall(clause.content) or [subject]
        for bound in effect.bounds if effect.kind in ("deduct", "veto", "pay", "fine") else ():
            same = [each.amount for each in asked if _is_failing(each, bound) and _is_of(each, names)]
            falls = bound.op[0] == "<"
            if same and (bound.amount > max(same) if falls else bound.amount < min(same)):
                return _differs(part_of(clause.content, *effect.span), bound, max(same) if falls else min(same))
    return None


def _is_failing(asked: _Asked, bound: Bound) -> bool:
    """Whether the bound is on the side where the standard is not met."""
    return bound.unit == "%" and asked.is_least in (None, bound.op[0] == "<")


def _is_of(asked: _Asked, names: list[str]) -> bool:
    """Whether all names are of that rate: 合格率 is 产品合格率, 回复及时率 is not 处理及时率."""
    return all(name and (name.endswith(asked.name) or asked.name.endswith(name)) for name in names)


def _differs(place: Position, bound: Bound, asked: Decimal) -> Problem:
    way, way_en = ("低于", "below") if bound.op[0] == "<" else ("超过", "above")
    said, right = digits(bound.amount), digits(asked)
    return Problem(
        SEVERITY,
        CODE,
        place,
        Words(
            f"条款从{way}{said}%扣起，工作标准是{right}%", f"deducts {way_en} {said}%; the standard asks for {right}%"
        ),
        Words("比率改成一样", "make the rates equal"),
    )


@cache
def _rate() -> re.Pattern[str]:
    return re.compile("[\u4e00-\u9fff]{2,3}[率度]")


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(
        "(?P<name>[\u4e00-\u9fff]{2,3}[率度])[ :：]?"
        "(?:(?P<most>不超过|不高于|不大于|低于|小于|控制在|[≤<＜])"
        "|[要应须需]?(?:达到?|不低于|不少于|不小于|大于|高于|保持在|[≥>＞在为])*)"
        "[ ]?(?P<amount>[0-9]+(?:[.][0-9]+)?)[%％](?P<within>及?以[下内])?"
    )
