"""POST-EMPTY: 岗位下面什么也没写 / A post is empty

岗位要有职责、工作标准、考核办法、指标或评分表。只有名称的岗位，印出来是一个空标题。

错：

    岗位:
      仓库主任:

对：

    岗位:
      仓库主任:
        职责:
          物资收发: 负责各类物资的收、存、发。

依据：每个岗位都要有职责；先占位、以后再写的，留着这个警告提醒自己。

---

A post needs duties, standards, clauses, indicators or a scorecard. One with only a name is printed as a bare heading.

Wrong: “仓库主任:” with nothing below it. Right: write its 职责.

Basis: each post has duties; where it is to be filled in later, the warning says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "POST-EMPTY"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for _, post in manual.posts:
        content = (post.duties, post.standards, post.clauses, post.indicators, post.scorecard)
        if not any(content) and not post.damaged:
            yield Problem(
                SEVERITY,
                CODE,
                post.name.position,
                Words(f"岗位“{post.name}”没有职责", f"the post “{post.name}” has no duties"),
                Words("在它下面写“职责”，一行一项", "write its 职责 below it, one a line"),
            )
