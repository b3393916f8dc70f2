"""GRADES-SHARE: 等级的比例超过 100% / Grade shares exceed 100%

等级里的“比例”是这一等的人数最多占多少，各等加起来不能超过 100%。

错（合计 110%）：

    等级:
      优秀: {下限: 90, 比例: 40%}
      良好: {下限: 60, 比例: 70%}
      差: 0

对：

    等级:
      优秀: {下限: 90, 比例: 20%}
      良好: {下限: 60, 比例: 70%}
      差: 0

依据：比例加起来超过全部人数，就不能同时做到。

---

比例 is the share of people who can be given a grade at most; all of them together are at most 100%.

Wrong: shares of 40% and 70%. Right: 20% and 70%.

Basis: shares of more than everybody cannot be kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from docgen.checks.walk import grade_scales
from docgen.checks.wording import digits
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "GRADES-SHARE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for grades in grade_scales(manual):
        total = sum((grade.share.value for grade in grades if grade.share), Decimal(0))
        if total > 100:
            yield Problem(
                SEVERITY,
                CODE,
                grades[0].name.position,
                Words(f"各等级的比例合计 {digits(total)}%，超过 100%", f"the grade shares add up to {digits(total)}%"),
                Words("改小“比例”，合计不超过 100%", "lower the 比例 to 100% in all"),
            )
