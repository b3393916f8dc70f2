"""DEPARTMENT-UNPLACED: 部门不在任何章节里 / A department is in no chapter

写了“章节”，全书就按它印，没有列进去的部门不会印出来。每个部门都要列入某一章（或某个附件）。

错（还有财务部）：

    章节:
      - 总则
      - 仓储部

对：

    章节:
      - 总则
      - 仓储部
      - 财务部

依据：手册要覆盖全部岗位；漏印的部门，职责和考核就没有公示。

---

Where 章节 is given, the book is what it lists. Every department must be in a chapter or an annex.

Wrong: 章节 without 财务部, which exists. Right: add “- 财务部”.

Basis: what is not printed has not been made known to those it binds (劳动合同法 art. 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.book import entry_of
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "DEPARTMENT-UNPLACED"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    entries = (*manual.chapters, *manual.annexes)
    if not manual.chapters or any(entry.damaged for entry in entries):
        return
    printed = [found for entry in entries if (found := entry_of(entry, manual))]
    placed = {department.name for entry in printed for department in entry.departments}
    for department in manual.departments:
        if department.name not in placed:
            yield Problem(
                SEVERITY,
                CODE,
                department.name.position,
                Words(
                    f"“{department.name}”不在“章节”里，不会印出来",
                    f"“{department.name}” is in no chapter: it would not be printed",
                ),
                Words(
                    f"在 manual.yaml 的“章节”里加一行“- {department.name}”",
                    f"add “- {department.name}” to 章节 in manual.yaml",
                ),
            )
