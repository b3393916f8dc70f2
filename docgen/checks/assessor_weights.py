"""ASSESSOR-WEIGHTS: 考核人权重合计不是 100% / Assessor weights do not add up to 100%

“考核人”写了权重的，每个都要写，合计 100%。

错（合计 90%）：

    考核:
      考核人: {直接上级: 60%, 考核小组: 30%}

对：

    考核:
      考核人: {直接上级: 70%, 考核小组: 30%}

依据：几个人的评分按权重合成一个得分，合计不是 100%，得分就不对。

---

Where assessors have weights, each has one, and they add up to 100%.

Wrong: “考核人: {直接上级: 60%, 考核小组: 30%}”. Right: “考核人: {直接上级: 70%, 考核小组: 30%}”.

Basis: several marks become one score by their weights, which are 100% together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.shares import shares_problems
from docgen.checks.walk import assessments
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "ASSESSOR-WEIGHTS"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    assessors = [assessment.assessors for assessment, _ in assessments(manual) if not assessment.damaged]
    weighted = [shares for shares in assessors if any(share.weight for share in shares)]
    return shares_problems(SEVERITY, CODE, Words("考核人的权重", "the weights of the assessors (考核人)"), weighted)
