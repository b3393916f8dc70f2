"""AWARD-NO-CAP: 加分没有上限 / An award without a cap

按次、按数加分的条款（“每条加1分”）要写最多加几分，或者在“考核”里写“加分上限”。
没有上限，一项加分就能抵掉所有扣分，甚至超过满分。

错：

    考核办法: 合理化建议被采纳，每条加1分。

对：

    考核办法: 合理化建议被采纳，每条加1分，加分不超过3分。

依据：考核等级按得分划分，得分没有上限，等级就失去意义。

---

A clause that adds points for each time or amount says up to how many, or the assessment in force has 加分上限.
Otherwise one award makes up for every deduction.

Wrong: 每条加1分. Right: 每条加1分，加分不超过3分.

Basis: grades are bands of the score; a score without a top makes them meaningless.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.readings import scored_clauses
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "AWARD-NO-CAP"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for scored in scored_clauses(manual):
        if scored.post.assessment and scored.post.assessment.award_cap:
            continue
        for effect in scored.reading.effects:
            if effect.kind != "award" or effect.unit != "分" or not effect.per or effect.cap:
                continue
            if (place := part_of(scored.text, *effect.span)) not in seen:
                seen.add(place)
                yield Problem(
                    SEVERITY,
                    CODE,
                    place,
                    Words("加分没有上限", "the award has no cap"),
                    Words(
                        "接着写“加分不超过3分”，或者在“考核”里写“加分上限”",
                        "go on with 加分不超过3分, or give 加分上限 under 考核",
                    ),
                )
