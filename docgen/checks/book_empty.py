"""BOOK-EMPTY: 没有可以印的内容 / There is nothing to print

“章节”“附件”里写的都印不出来：没有部门，没有章节文件，或者只写了这个版本还不能印的保留页。

错：

    章节:
      - 印发通知

对：

    章节:
      - 封面
      - 仓储部

依据：手册总要有内容。

---

Nothing that 章节 and 附件 name can be printed: no department, no chapter file, or only pages that this version can't
print yet.

Wrong: “章节: [印发通知]”. Right: “章节: [封面, 仓储部]”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.book import AVAILABLE, book
from docgen.manual import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "BOOK-EMPTY"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    if manual.unread or any(entry.damaged for entry in (*manual.chapters, *manual.annexes)):
        return
    if not any(entry.kind != "page" or entry.name in AVAILABLE for entry in book(manual)):
        named = next(iter((*manual.chapters, *manual.annexes)), manual)
        yield Problem(
            SEVERITY,
            CODE,
            named.position,
            Words("这本手册没有可以印的内容", "there is nothing to print in this manual"),
            Words(
                "在“章节”里写部门、content/chapters 里的文件，或 " + "、".join(AVAILABLE),
                "name departments, files of content/chapters or these pages in 章节: " + ", ".join(AVAILABLE),
            ),
        )
