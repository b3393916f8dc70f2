"""NUM-DUP: 编号重复 / A number is used twice

正文里自己打的编号用了两次，或者又退了回去（8、8、9，或者3、2）。

错：

    考核办法:
      - 7、迟到一次扣1分。
      - 8、早退一次扣1分。
      - 8、旷工一天扣5分。

对：

    考核办法:
      - 迟到一次扣1分。
      - 早退一次扣1分。
      - 旷工一天扣5分。

依据：条款按编号引用，两条一个号就说不清引用的是哪一条。

---

A number typed into texts is used twice, or a smaller one follows. Labels come from the style.

Wrong: items typed 7、 8、 8、. Right: items without typed numbers.

Basis: clauses are cited by number; two of one number cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.labels import slips
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "NUM-DUP"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for slip in slips(manual):
        if slip.fault == "twice":
            yield Problem(
                SEVERITY,
                CODE,
                slip.position,
                Words(
                    f"编号“{slip.label}”前面用过了，按顺序是“{slip.expected}”",
                    f"“{slip.label}” stood before; the next is “{slip.expected}”",
                ),
                Words("改成下一个号；编号可以删掉，由样式来编", "write the next number, or none: the style numbers"),
            )
