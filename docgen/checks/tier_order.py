"""TIER-ORDER: 各档的分高高低低 / Tiers that do not rise or fall steadily

条款分档时，分数应当随着结果一路高上去或者低下来。“95%以上得8分，90%至95%得10分，不满90%得0分”多半是写颠倒了。

错：

    考核办法: 合格率95%以上得8分，90%至95%得10分，不满90%得0分。

对：

    考核办法: 合格率95%以上得10分，90%至95%得8分，不满90%得0分。

依据：结果更好反而得分更少，考核就起了反作用。

---

The points of tiers rise or fall steadily with the result.

Wrong: 8 points from 95%, 10 from 90%, 0 below. Right: 10, 8 and 0.

Basis: tiers that pay less for more turn people away from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.readings import readings
from docgen.clause.tiers import disorder, tier_groups
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import part_of

CODE: Final = "TIER-ORDER"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for reading, texts in readings(manual).items():
        for group in tier_groups(reading):
            if meeting := disorder(group):
                place = meeting.upper.effect.span
                yield from (Problem(SEVERITY, CODE, part_of(text, *place), MESSAGE, HELP) for text in texts)


MESSAGE: Final = Words("各档的分数高高低低", "the points of the tiers do not rise or fall steadily")
HELP: Final = Words("结果越好，得的分要越多（扣的分要越少）", "better results bring more points, or cost fewer")
