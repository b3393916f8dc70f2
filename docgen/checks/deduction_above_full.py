"""DEDUCTION-ABOVE-FULL: 一次扣的分比这一项的分值还多 / A deduction above the full mark

职责（或者标准）写了“分值”的，它的条款一次扣的分、得的分不能比分值多：扣到本项没有分就扣不下去了，多出来的分不知道从哪里扣。
要扣到别的项，写成“一票否决”或者“本项不得分”。

错：

    物资收发:
      考核办法: 发错一次扣30分。
      分值: 20

对：

    物资收发:
      考核办法: 发错一次扣5分，扣完为止。
      分值: 20

依据：各项分值合计是满分，一项扣的分超过它的分值，合计就对不上。

---

Where a duty or a standard has points (分值), no clause of it deducts, or gives, more at once: nothing is left to take
it from. Write 本项不得分 or 一票否决 instead.

Wrong: 扣30分 under a duty of 20 points. Right: 扣5分，扣完为止.

Basis: the points of all duties make the full mark; one cannot lose more than its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from docgen.checks.readings import scored_clauses
from docgen.checks.wording import digits
from docgen.clause import Effect
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "DEDUCTION-ABOVE-FULL"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for scored in scored_clauses(manual):
        for effect in scored.reading.effects if scored.full else ():
            most = _most(effect)
            if not scored.full or most is None or most <= scored.full.value:
                continue
            if (place := part_of(scored.text, *effect.span)) not in seen:
                seen.add(place)
                full = digits(scored.full.value)
                verb, verb_en = ("得", "gives") if effect.kind == "score" else ("扣", "deducts")
                yield Problem(
                    SEVERITY,
                    CODE,
                    place,
                    Words(
                        f"一次{verb} {digits(most)} 分，本项分值只有 {full} 分",
                        f"{verb_en} {digits(most)} of {full} points",
                    ),
                    Words("改小，或者写“本项不得分”“一票否决”", "lower it, or write 本项不得分 or 一票否决"),
                )


def _most(effect: Effect) -> Decimal | None:
    """The most points that an effect takes or gives at once."""
    if effect.kind not in ("deduct", "score") or effect.unit != "分":
        return None
    if effect.choices:
        return max(effect.choices)
    return effect.max_amount if effect.max_amount is not None else effect.amount if effect.amount != "full" else None
