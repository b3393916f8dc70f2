"""CLAUSE-NO-EFFECT: 条款没有写后果 / A clause states no consequence

考核条款要写明做不到（或做到）会怎样：扣几分、加几分、得几分、不得分。只有要求没有后果的话，是工作标准，写到“工作标准”里。

错：

    考核办法: 单据当天录入。

对：

    考核办法: 单据晚录入1天扣1分。

依据：没有后果的条款算不出分，这项职责等于没有考核。

---

A scoring clause says what follows: points deducted, added, scored or lost altogether. A requirement without any
consequence is a standard and belongs under 工作标准.

Wrong: 单据当天录入 (enter slips the same day). Right: 单据晚录入1天扣1分 (1 point off for each day late).

Basis: a clause without a consequence adds nothing to any score.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.readings import readings
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "CLAUSE-NO-EFFECT"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for reading, texts in readings(manual).items():
        if reading.is_silent:
            yield from (Problem(SEVERITY, CODE, text.position, MESSAGE, HELP) for text in texts)


MESSAGE: Final = Words("条款没有写后果", "the clause states no consequence")
HELP: Final = Words(
    "写明扣几分、加几分或得几分，例如“晚录入1天扣1分”；只是要求的话，写到“工作标准”里",
    "say how many points it costs or brings: “晚录入1天扣1分”; a mere requirement is a 工作标准",
)
