"""NUM-START: 编号不从 1 开始 / The numbers don't begin at 1

正文里自己打的编号从 2 或者更大的数开始：多半是前面的一条丢了。

错：

    考核办法:
      - <2>迟到一次扣1分。
      - <3>早退一次扣1分。

对：

    考核办法:
      - 迟到一次扣1分。
      - 早退一次扣1分。

依据：条款按编号引用，没有第 1 条，看的人会以为少了一条。

---

Numbers typed into texts begin at 2 or later: most likely the first item is lost. Labels come from the style.

Wrong: items typed <2> and <3>. Right: items without typed numbers.

Basis: clauses are cited by number; without the first nobody knows what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.labels import slips
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "NUM-START"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for slip in slips(manual):
        if slip.fault == "start":
            yield Problem(
                SEVERITY,
                CODE,
                slip.position,
                Words(f"编号从“{slip.label}”开始，没有“{slip.expected}”", f"the numbers begin at “{slip.label}”"),
                Words("看看前面是不是丢了一条；编号可以删掉，由样式来编", "see whether the first item is lost"),
            )
