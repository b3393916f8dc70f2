"""LAYOUT-UNAVAILABLE: 章节文件不能用这种布局 / A chapter file cannot be printed in a layout of posts

“布局”说部门和岗位怎样排。章节文件里是写好的文字，只有两种排法：照写的印（三段式，也是不写时的排法），
或者逐条编号（条文）。对照表、评分表、岗位说明书、段落要有职责、标准和条款才排得出来，章节文件里没有。

错：

    章节:
      - 文件: 总则.md
        布局: 对照表

对：

    章节:
      - 文件: 总则.md
        布局: 条文

依据：印出来的版式要和写的一样，不能悄悄换成别的。

---

布局 is how departments and posts are laid out. A chapter file is prose: it is printed as written (三段式, or no 布局 at
all) or article by article (条文). The other layouts need duties, standards and clauses.

Wrong: “布局: 对照表” beside “文件: 总则.md”. Right: “布局: 条文”, or none.

Basis: what is printed is what was asked for, never quietly something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.book import entry_of
from docgen.manual.layouts import ARTICLES, DEFAULT
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "LAYOUT-UNAVAILABLE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for entry in (*manual.chapters, *manual.annexes):
        found = entry_of(entry, manual)
        if entry.layout and found and found.kind == "chapter" and entry.layout not in (DEFAULT, ARTICLES):
            yield Problem(
                SEVERITY,
                CODE,
                entry.layout.position,
                Words(
                    f"章节文件“{found.name}”不能用“{entry.layout}”布局",
                    f"the chapter file “{found.name}” cannot be laid out as “{entry.layout}”",
                ),
                Words(
                    f"写 {ARTICLES}（逐条编号），或删掉这一行，照写的印",
                    f"write {ARTICLES} (articles), or remove the line: it is then printed as written",
                ),
            )
