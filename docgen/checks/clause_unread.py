"""CLAUSE-UNREAD: 条款里有看不懂的后果 / A consequence of a clause cannot be read

考核条款说了后果（扣、罚、加倍、减半、赔偿……），但是看不出扣多少、怎么算。这样的话印得出来，却没法算分，评分表也给不出公式。
用 `docgen clause 条款原文` 看一条条款读成了什么；写法见 docs/clauses.md。

错：

    考核办法: 单据晚录入1天扣1分，再犯加倍扣分。

对：

    考核办法: 单据晚录入1天扣1分，第二次起每次扣2分。

依据：扣多少、加多少要写成确定的数，考核人和被考核人才算得出同一个结果。

---

A scoring clause states a consequence (扣, 罚, 加倍, 减半 …), but not how much or how it is counted. Such words can
be printed but not computed, by a person or by a score sheet. `docgen clause TEXT` shows how a clause is read;
docs/clauses.md says how to write one.

Wrong: 再犯加倍扣分. Right: 第二次起每次扣2分.

Basis: only definite numbers give the assessor and the assessed the same score.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.readings import readings
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import part_of

CODE: Final = "CLAUSE-UNREAD"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for reading, texts in readings(manual).items():
        for unread in reading.unread:
            if unread.code == CODE:
                places = (part_of(text, *unread.span) for text in texts)
                yield from (Problem(SEVERITY, CODE, place, unread.message, HELP) for place in places)


HELP: Final = Words(
    "写成确定的数，例如“每次扣2分”“第二次起每次扣4分”“最多扣10分”",
    "write definite numbers, such as “每次扣2分”, “第二次起每次扣4分”, “最多扣10分”",
)
