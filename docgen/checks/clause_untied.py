"""CLAUSE-UNTIED: 岗位的条款没有对应职责 / A clause of a post tied to nothing

写在岗位“考核办法”里的条款，要用“对应”写明管哪几项职责，或者“全部”；只管一项职责的，写在那项职责下面。
没有对应的，看不出它考核什么。部门和全册“岗位通用”里的不查。

错：

    考核办法:
      - 单据晚录入1天扣1分。

对：

    考核办法:
      - 内容: 单据晚录入1天扣1分。
        对应: 物资收发

依据：一条考核办法对一项职责，条款才有依据，职责才有考核。

---

A clause in a post's 考核办法 says by 对应 which duties it is for, or 全部; one for a single duty stands under it. Those
of 岗位通用 are not asked.

Wrong: a clause of the post without 对应. Right: the same with “对应: 物资收发”.

Basis: a clause is for a duty: that is what its deduction rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "CLAUSE-UNTIED"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    """One problem a post: who writes three lists ties none of them."""
    for _, post in manual.posts:
        untied = [clause for clause in post.clauses if not clause.ties and not clause.damaged]
        if untied and post.duties:
            count = len(untied)
            yield Problem(
                SEVERITY,
                CODE,
                untied[0].position,
                Words(f"岗位“{post.name}”有 {count} 条考核办法没有对应职责", f"clauses tied to no duty: {count}"),
                Words("写“对应”：本岗位的哪几项职责，或者“全部”", "write 对应: which of the post's duties, or 全部"),
            )
