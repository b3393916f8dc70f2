"""CAP-ABOVE-FULL: 最多扣的分比这一项的分值还多 / A cap above the full mark

职责（或者标准）写了“分值”的，条款里“最多扣几分”不能比分值多：扣到分值就没有分了，这个上限永远到不了。

错：

    物资收发:
      考核办法: 单据晚录入1天扣1分，最多扣30分。
      分值: 20

对：

    物资收发:
      考核办法: 单据晚录入1天扣1分，扣完为止。
      分值: 20

依据：各项分值合计是满分，一项最多只能扣到它的分值。

---

Where a duty or a standard has points (分值), a cap of its clauses (最多扣几分) is not above them: it could never be
reached.

Wrong: 最多扣30分 under a duty of 20 points. Right: 扣完为止.

Basis: the points of all duties make the full mark; one cannot lose more than its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from docgen.checks.readings import scored_clauses
from docgen.checks.wording import digits
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "CAP-ABOVE-FULL"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for scored in scored_clauses(manual):
        for effect in scored.reading.effects if scored.full else ():
            if effect.kind != "deduct" or not isinstance(effect.cap, Decimal):
                continue
            if not scored.full or effect.cap <= scored.full.value:
                continue
            if (place := part_of(scored.text, *effect.span)) not in seen:
                seen.add(place)
                cap, full = digits(effect.cap), digits(scored.full.value)
                yield Problem(
                    SEVERITY,
                    CODE,
                    place,
                    Words(f"最多扣 {cap} 分，本项分值只有 {full} 分", f"a cap of {cap}, where there are {full} points"),
                    Words("写“扣完为止”，或者改小", "write 扣完为止, or lower it"),
                )
