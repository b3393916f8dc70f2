"""ANNEX-DEPARTMENT: 附件里的几个部门没有标题 / An annex of several departments has no title

“附件”里可以写 content/chapters 里的文件，也可以写部门，印成“附件1”“附件2”。一个附件只有一个标题：几个部门放在
一个附件里，要写“标题”；一个部门就用部门的名称。

错：

    附件:
      - 部门: 全部

对：

    附件:
      - 标题: 各岗位说明书
        部门: 全部
        布局: 岗位说明书

依据：GB/T 9704—2012 第 7.3.4 条，附件有自己的顺序号和名称。

---

附件 holds files of content/chapters and departments, printed as 附件1, 附件2 …. An annex has one title: several
departments in one need a 标题, a single one has its name.

Wrong: “- 部门: 全部” under 附件. Right: the same with a 标题.

Basis: GB/T 9704—2012 §7.3.4: annexes have numbers and names of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.book import entry_of
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "ANNEX-DEPARTMENT"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for entry in manual.annexes:
        found = entry_of(entry, manual)
        if found and len(found.departments) > 1 and not found.title:
            yield Problem(
                SEVERITY,
                CODE,
                (entry.name or entry.departments[0]).position,
                Words("这个附件有几个部门，没有标题", "this annex of several departments has no title"),
                Words("加一行“标题: …”，例如 标题: 各岗位说明书", "add a 标题, as 标题: 各岗位说明书"),
            )
