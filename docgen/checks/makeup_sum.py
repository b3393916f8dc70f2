"""MAKEUP-SUM: 构成合计不是 100% / The makeup does not add up to 100%

“构成”写职责、指标、评分表各占多少，合计 100%。

错（合计 90%）：

    考核:
      构成: {职责: 60%, 指标: 30%}

对：

    考核:
      构成: {职责: 60%, 指标: 40%}

依据：总分按构成加权，合计不是 100%，满分就不是满分。

---

构成 says how much duties, indicators and the scorecard count; the shares add up to 100%.

Wrong: “构成: {职责: 60%, 指标: 30%}”. Right: “构成: {职责: 60%, 指标: 40%}”.

Basis: the parts make the total by their shares, which are 100% together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.shares import shares_problems
from docgen.checks.walk import assessments
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "MAKEUP-SUM"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    makeups = [assessment.makeup for assessment, _ in assessments(manual) if not assessment.damaged]
    return shares_problems(SEVERITY, CODE, Words("构成", "the makeup (构成)"), makeups)
