"""SAME-OFFENCE: 同一件事扣的分不一样 / The same offence at different points

一个部门里，条件一样的两条条款，扣的分（加的分）应当一样。甲岗“单据晚录入1天扣1分”，乙岗“单据晚录入1天扣2分”，说不出道理就不公平。

错：

    岗位:
      保管员:
        考核办法: 出入库单据晚录入1天扣1分。
      统计员:
        考核办法: 出入库单据晚录入1天扣2分。

对：

    岗位:
      保管员:
        考核办法: 出入库单据晚录入1天扣1分。
      统计员:
        考核办法: 出入库单据晚录入1天扣1分。

依据：同样的错同样对待，考核才公平；确有理由的，把理由写进条件。

---

Within a department two clauses with the same condition cost, or bring, the same points.

Wrong: 出入库单据晚录入1天扣1分 for one post and 扣2分 for another. Right: the same for both.

Basis: like is treated alike; a reason to differ is part of the condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.labels import unlabelled
from docgen.checks.readings import Scored, scored_clauses
from docgen.checks.wording import digits
from docgen.clause import Effect, Quantity
from docgen.clause.effects import Span
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "SAME-OFFENCE"
SEVERITY: Final[Severity] = "warning"

SHORTEST: Final = 5
"""Shorter conditions (审核每晚1天, 少巡查一次) leave the thing itself to the duty they stand under."""

Condition = tuple[str, str, str, Quantity | None]


def find(manual: Manual) -> Iterator[Problem]:
    first: dict[Condition, tuple[Scored, Effect]] = {}
    seen: set[tuple[Position, Span]] = set()
    for scored in scored_clauses(manual):
        for effect in scored.reading.effects:
            where = scored.text.position, effect.span
            if where in seen or (condition := _condition(scored, effect)) is None:
                continue
            seen.add(where)
            before, said = first.setdefault(condition, (scored, effect))
            if said.amount != effect.amount:
                yield _problem(before, said, effect, part_of(scored.text, *effect.span))


def _condition(scored: Scored, effect: Effect) -> Condition | None:
    """The department, what happened, and how it counts; None where too little is said."""
    if effect.kind not in ("deduct", "award", "fine") or effect.bounds or effect.occurrence or effect.max_amount:
        return None
    words = re.sub(r"\W", "", _offence(effect.when))
    is_short = len(re.sub(r"每.*$|\d|[天日]$", "", words)) < SHORTEST
    if scored.indicator or (is_short and not _conduct().search(words)):
        return None
    return scored.department.name, effect.kind, words, effect.per


@cache
def _conduct() -> re.Pattern[str]:
    """What is the same at every post, whatever the duty."""
    return re.compile("迟到|早退|旷工|[脱离串睡]岗|睡觉|[吸抽]烟|[喝饮]酒|手机|打架|斗殴|赌博|安全帽|劳保|工[装牌]")


def _offence(when: str) -> str:
    """What happened, apart from how it counts: 违反公司纪律每次 and 遵守公司制度，违反公司制度一次 are 违反公司规定."""
    said = re.sub("^.*遵守[^，,]*[，,](?=违反)|(?:每|一|1)次$", "", unlabelled(when))
    rules = "制度|纪律|规定"
    return re.sub(f"(?:{rules}|规章|管理|各项|及|和)*(?:{rules})", "规定", said) if "违反" in said else said


def _problem(before: Scored, said: Effect, effect: Effect, place: Position) -> Problem:
    def points(of: Effect) -> str:
        return "" if of.amount is None or of.amount == "full" else f"{digits(of.amount)}{of.unit}"

    where = before.text.position
    return Problem(
        SEVERITY,
        CODE,
        place,
        Words(
            f"同样的事，“{before.post.name}”是{points(said)}（{where}），这里是{points(effect)}",
            f"the same is {points(said)} for “{before.post.name}” ({where}), and {points(effect)} here",
        ),
        Words("改成一样；确有理由的，写进条件", "make them equal, or say in the condition why they differ"),
    )
