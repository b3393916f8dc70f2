"""PAGE-UNAVAILABLE: 这一页还不能印 / A reserved page cannot be printed yet

保留页里，这个版本能印封面、修订记录和目录；其他几种（印发通知、组织机构图、汇报关系、职责一览表、
发放回收记录）还不能印，写在“章节”里会被跳过。

错：

    章节:
      - 封面
      - 组织机构图

对：

    章节:
      - 封面

依据：跳过了什么要说出来，不能悄悄漏掉。

---

Of the reserved pages this version prints 封面, 修订记录 and 目录; the others are skipped.

Wrong: “- 组织机构图” in 章节. Right: leave it out for now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.book import AVAILABLE, RESERVED
from docgen.manual import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "PAGE-UNAVAILABLE"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for entry in (*manual.chapters, *manual.annexes):
        if entry.name in RESERVED and entry.name not in AVAILABLE:
            yield Problem(
                SEVERITY,
                CODE,
                entry.name.position,
                Words(f"这个版本还不能印“{entry.name}”，会跳过", f"“{entry.name}” cannot be printed yet: skipped"),
                Words(
                    f"先从“章节”里删去；现在能印：{'、'.join(AVAILABLE)}",
                    f"leave it out for now; these can be printed: {', '.join(AVAILABLE)}",
                ),
            )
