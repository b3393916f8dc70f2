"""BOOK-EMPTY: 没有可以印的内容 / There is nothing to print

“章节”“附件”里写的都印不出来：没有这样的部门、章节文件或保留页，或者一项也没写。

错：

    章节:
      - 仓储科

对：

    章节:
      - 封面
      - 仓储部

依据：手册总要有内容。

---

Nothing that 章节 and 附件 name can be printed: there is no such department, chapter file or reserved page, or they
name none.

Wrong: “章节: [仓储科]”. Right: “章节: [封面, 仓储部]”.

Basis: a manual has contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.book import RESERVED, book
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "BOOK-EMPTY"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    if manual.unread or any(entry.damaged for entry in (*manual.chapters, *manual.annexes)):
        return
    if not book(manual):
        named = next(iter((*manual.chapters, *manual.annexes)), manual)
        yield Problem(
            SEVERITY,
            CODE,
            named.position,
            Words("这本手册没有可以印的内容", "there is nothing to print in this manual"),
            Words(
                "在“章节”里写部门、content/chapters 里的文件，或 " + "、".join(RESERVED),
                "name departments, files of content/chapters or these pages in 章节: " + ", ".join(RESERVED),
            ),
        )
