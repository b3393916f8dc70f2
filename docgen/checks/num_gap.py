"""NUM-GAP: 编号跳了 / A number is left out

正文里自己打的编号（1、2、4）跳了一个：不是漏了一条，就是编号没有跟着改。编号交给样式来编，就不会跳。

错：

    考核办法:
      - <1>迟到一次扣1分。
      - <3>早退一次扣1分。

对：

    考核办法:
      - 迟到一次扣1分。
      - 早退一次扣1分。

依据：条款按编号引用，编号断了就说不清引用的是哪一条。

---

Among numbers typed into texts one is left out: an item is missing, or the numbers were not renewed. Labels come from
the style.

Wrong: items typed <1> and <3>. Right: items without typed numbers.

Basis: clauses are cited by number; where one is missing nobody knows what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.labels import slips
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "NUM-GAP"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for slip in slips(manual):
        if slip.fault == "gap":
            yield Problem(
                SEVERITY,
                CODE,
                slip.position,
                Words(
                    f"“{slip.label}”前面少了“{slip.expected}”", f"“{slip.expected}” is missing before “{slip.label}”"
                ),
                Words("看看是不是漏了一条；编号可以删掉，由样式来编", "see what is missing; the style numbers items"),
            )
