"""INDICATOR-UNTIED: 指标没有对应职责 / An indicator tied to no duty

指标衡量的是职责：用“对应”写明衡量本岗位的哪几项，或者“全部”。没有对应的指标，说不清考核的是哪一项工作。

错：

    指标:
      账物相符率: {目标: 100%, 考核办法: 每低0.1%扣1分。}

对：

    指标:
      账物相符率: {目标: 100%, 考核办法: 每低0.1%扣1分。, 对应: 物资收发}

依据：考核以职责为准；《劳动合同法》第四十条第二项，不能胜任的是“工作”，不是指标。

---

An indicator measures duties: by 对应 it names which of the post's, or 全部. Without it nobody knows what it assesses.

Wrong: an indicator without 对应. Right: “对应: 物资收发”.

Basis: 劳动合同法 art. 40 (2) speaks of the work, not of indicators: assessment goes by duties.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "INDICATOR-UNTIED"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for _, post in manual.posts:
        for indicator in post.indicators if post.duties else ():
            if not indicator.ties and not indicator.damaged:
                yield Problem(
                    SEVERITY,
                    CODE,
                    indicator.position,
                    Words(
                        f"指标“{indicator.name}”没有对应职责", f"the indicator “{indicator.name}” is tied to no duty"
                    ),
                    Words(
                        "写“对应”：本岗位的哪几项职责，或者“全部”",
                        "write 对应: which of the post's duties, or 全部",
                    ),
                )
