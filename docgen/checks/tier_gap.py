"""TIER-GAP: 两档之间有空档 / A gap between tiers

条款分档时，各档要接得上。“90%以上得10分，80%至89%得8分”里，89.5% 哪一档都不是。
按次、件、天这样的整数单位，1至3次接4次以上，不算空档。

错（89.5% 不属于任何一档）：

    考核办法: 满意度90%以上得10分，80%至89%得8分，不满80%得0分。

对：

    考核办法: 满意度90%以上得10分，80%至90%得8分，不满80%得0分。

依据：落在空档里的结果没有分可得，也没有分可扣。

---

Tiers of a clause meet: of “90%以上得10分，80%至89%得8分” 89.5% is in none. Whole units (次, 件, 天) may go on with the
next number.

Wrong: 90%以上 and 80%至89%. Right: 90%以上 and 80%至90%.

Basis: what falls into the gap neither brings nor costs any points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.tier_meetings import tier_meetings
from docgen.clause.tiers import gaps
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "TIER-GAP"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for number, place in tier_meetings(manual, gaps):
        yield Problem(
            SEVERITY,
            CODE,
            place,
            Words(f"{number}不属于任何一档", f"{number} belongs to no tier"),
            Words("让上一档的界限接着下一档的界限", "let each tier begin where the one below ends"),
        )
