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

Basis: a standard is printed in one place, which shows whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.walk import holders
from docgen.manual.model import Clause, Duty, Manual, Standard
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, Text

CODE: Final = "TIE-NESTED"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for part in _nested(manual):
        if part.ties and part.ties[0].position not in seen:
            seen.add(part.ties[0].position)
            yield _problem(part.ties[0])


def _problem(name: Text) -> Problem:
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words("这里的“对应”不起作用，它已经属于上一层", "对应 has no effect here: this belongs to what it stands in"),
        Words(
            "删去“对应”；管几项职责的，移到岗位的“工作标准”或“考核办法”下",
            "delete it, or move what serves several duties to the post's 工作标准 or 考核办法",
        ),
    )


def _nested(manual: Manual) -> Iterator[Standard | Clause]:
    """The standards of duties, and every clause that has an owner. A shared duty comes by each of its references."""
    yield from _of_duties(manual.common.duties)
    for holder in holders(manual):
        yield from _of_duties(holder.duties)
        for standard in holder.standards:
            yield from standard.clauses
        for indicator in holder.indicators:
            yield from indicator.clauses


def _of_duties(duties: tuple[Duty, ...]) -> Iterator[Standard | Clause]:
    for duty in duties:
        yield from duty.standards
        yield from duty.clauses
        for standard in duty.standards:
            yield from standard.clauses
