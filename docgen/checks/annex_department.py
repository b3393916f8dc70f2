"""ANNEX-DEPARTMENT: 附件不能是部门 / An annex cannot be a department

“附件”里写 content/chapters 里的文件，印成“附件1”“附件2”。部门的内容是正文，写在“章节”里。

错：

    附件:
      - 仓储部

对：

    章节:
      - 仓储部
    附件:
      - 登记表.md

依据：GB/T 9704—2012 第 7.3.4 条，附件附在正文之后，有自己的顺序号和名称。

---

附件 holds files of content/chapters, printed as 附件1, 附件2 …. Departments belong to the body: name them in 章节.

Wrong: “- 仓储部” under 附件. Right: “- 仓储部” under 章节.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.book import entry_of
from docgen.manual import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "ANNEX-DEPARTMENT"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for entry in manual.annexes:
        found = entry_of(entry, manual)
        if found and found.kind == "departments":
            named = entry.name or entry.departments[0]
            yield Problem(
                SEVERITY,
                CODE,
                named.position,
                Words(f"附件不能是部门：“{named}”", f"an annex cannot be a department: “{named}”"),
                Words("部门写到“章节”里；附件写 chapters 里的文件", "name it in 章节; an annex is a file of chapters"),
            )
