"""CHAPTER-NOTHING: 章节没有写印什么 / A chapter says nothing to print

“章节”“附件”里写了“标题”的一项，还要写“文件”（印哪个文件）或“部门”（印哪些部门），写一样，不能两样都写。

错：

    章节:
      - 标题: 管理部门

对：

    章节:
      - 标题: 管理部门
        部门: [办公室, 财务部]

写了“只印”，而所选的部门一个也没有写那一部分，或者布局不印那一部分（例如“栏目”只印在岗位说明书里），生成时也报这个问题。

依据：一章要么是一个文件，要么是几个部门。

---

An entry of 章节 or 附件 with its own 标题 also says what to print: a 文件 or 部门, one of the two.

It is also what a build says where 只印 names what none of the departments has, or what the layout does not print.

Wrong: “- 标题: 管理部门” and no more. Right: the same with “部门: [办公室, 财务部]” below it.

Basis: a chapter is a file, or departments.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "CHAPTER-NOTHING"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for entry in (*manual.chapters, *manual.annexes):
        if entry.name or entry.damaged or bool(entry.file) != bool(entry.departments):
            continue
        if entry.file:
            message = Words("这一章又写了文件，又写了部门", "this chapter gives both a file and departments")
        else:
            message = Words("这一章没有写印什么", "this chapter does not say what to print")
        yield Problem(
            SEVERITY,
            CODE,
            (entry.title or entry.file or entry).position,
            message,
            Words("写“文件: …”或“部门: …”，写一样", "write 文件 or 部门, one of the two"),
        )
