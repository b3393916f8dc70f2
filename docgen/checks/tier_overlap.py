"""TIER-OVERLAP: 一个数属于两档 / A number in two tiers

条款分档（90%以上得10分，80%至90%得8分……）时，一个数只能在一档里。按民法典第一千二百五十九条，“以上”“以下”“以内”都包括本数，
所以“80%以上得8分，80%以下得0分”里 80% 两边都在。

错（80% 属于两档）：

    考核办法: 满意度80%以上得8分，80%以下得0分。

对：

    考核办法: 满意度80%以上得8分，不满80%得0分。

依据：民法典第一千二百五十九条：民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；所称的“不满”、“超过”、“以外”，不包括本数。

---

In a clause with tiers each number belongs to one of them. By 民法典 art. 1259 以上, 以下 and 以内 include the number
itself, 超过, 不满 and 以外 do not.

Wrong: 80%以上得8分，80%以下得0分 (80% is in both). Right: 80%以上得8分，不满80%得0分.

Basis: 民法典 art. 1259: 以上, 以下, 以内 and 届满 include the number; 不满, 超过 and 以外 do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.tier_meetings import tier_meetings
from docgen.clause.tiers import overlaps
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "TIER-OVERLAP"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for number, place in tier_meetings(manual, overlaps):
        yield Problem(
            SEVERITY,
            CODE,
            place,
            Words(f"{number}属于两档", f"{number} belongs to two tiers"),
            Words(
                f"“以上”“以下”都包括本数；有一档写“不满{number}”或者“超过{number}”",
                f"以上 and 以下 include the number: write 不满{number} or 超过{number} in one of them",
            ),
        )
