"""UNIT-UNCLEAR: 扣、加后面的数没有单位 / A number without its unit

“扣1”是扣1分还是扣1元？条款里扣、加、罚、奖后面的数，都要写明是分、元还是百分之几。

错：

    考核办法: 单据晚录入1天扣1。

对：

    考核办法: 单据晚录入1天扣1分。

依据：分和元、百分比不能相加，单位不明就算不出得分。

---

What is deducted, added or fined needs its unit: points (分), yuan (元) or per cent.

Wrong: 单据晚录入1天扣1. Right: 单据晚录入1天扣1分.

Basis: points, money and percentages cannot be added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.readings import readings
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import part_of

CODE: Final = "UNIT-UNCLEAR"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for reading, texts in readings(manual).items():
        for unread in reading.unread:
            if unread.code == CODE:
                places = (part_of(text, *unread.span) for text in texts)
                yield from (Problem(SEVERITY, CODE, place, unread.message, HELP) for place in places)


HELP: Final = Words("在数后面写上分、元或%", "write 分, 元 or % after the number")
