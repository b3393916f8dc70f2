"""TIE-NESTED: “对应”写在职责里面 / 对应 inside a duty

写在一项职责下面的标准和条款就属于这项职责，写在标准下面的条款就属于这条标准；再写“对应”不起作用。
管几项职责的，写到岗位的“工作标准”“考核办法”里，在那里写“对应”。

错：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准:
          - 内容: 每天巡查库区一次。
            对应: [物资收发, 库区安全]

对：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
    工作标准:
      - 内容: 每天巡查库区一次。
        对应: [物资收发, 库区安全]

依据：一条标准只印在一处，属于谁要一眼看得出。

---

A standard or clause under a duty belongs to that duty, and a clause under a standard to that standard: 对应 has no
effect there. What serves several duties is written in the post's 工作标准 or 考核办法, with 对应.

Wrong: 对应 on a standard under 职责. Right: the same standard under the post's 工作标准.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual import Clause, Manual, Post, Shared, Standard
from docgen.problems import Problem, Severity, Words

CODE: Final = "TIE-NESTED"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for holder in _holders(manual):
        for part in _nested(holder):
            if part.ties:
                yield Problem(
                    SEVERITY,
                    CODE,
                    part.ties[0].position,
                    Words("这里的“对应”不起作用，它已经属于上一层", "对应 has no effect here: this belongs to what it stands in"),
                    Words(
                        "删去“对应”；管几项职责的，移到岗位的“工作标准”或“考核办法”下",
                        "delete it, or move what serves several duties to the post's 工作标准 or 考核办法",
                    ),
                )


def _holders(manual: Manual) -> Iterator[Post | Shared]:
    if manual.common.shared:
        yield manual.common.shared
    for department in manual.departments:
        if department.shared:
            yield department.shared
        yield from department.posts


def _nested(holder: Post | Shared) -> Iterator[Standard | Clause]:
    for duty in holder.duties:
        if duty.ref is None:
            yield from (*duty.standards, *duty.clauses)
    for standard in (*(standard for duty in holder.duties if duty.ref is None for standard in duty.standards), *holder.standards):
        yield from standard.clauses
    for indicator in holder.indicators:
        yield from indicator.clauses
