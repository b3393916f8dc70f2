"""SUPERIOR-UNKNOWN: 直接上级、直接下级不存在 / A superior or subordinate does not exist

“直接上级”“直接下级”写岗位名称。先在本部门找，再在全册找；全册有几个同名的，要写成“部门/岗位”。
手册里没有页的上级（董事会、集团总部），写进 manual.yaml 的“外部岗位”。

错（岗位叫“生产副总经理”）：

    岗位:
      仓库主任:
        直接上级: 生产副总

对：

    岗位:
      仓库主任:
        直接上级: 生产副总经理

依据：汇报关系和默认的考核人都由“直接上级”得出，指错了就没有人考核。

---

直接上级 and 直接下级 name posts: of one's own department first, else of the whole manual. Where several departments
have a post of that name, write 部门/岗位. Superiors with no page of their own are listed in 外部岗位 in manual.yaml.

Wrong: “直接上级: 生产副总” where the post is called 生产副总经理. Right: “直接上级: 生产副总经理”.

Basis: lines of reporting and the assessor by default go by 直接上级.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.posts import post_problem
from docgen.manual.model import Manual
from docgen.manual.references import directory
from docgen.problems import Problem, Severity, Words

CODE: Final = "SUPERIOR-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    known = directory(manual)
    above, below = Words("直接上级", "superior"), Words("直接下级", "subordinate")
    for department, post in manual.posts:
        superiors = [(above, name) for name in post.reports_to]
        subordinates = [(below, name) for name in post.supervises]
        for field, name in superiors + subordinates:
            if problem := post_problem(SEVERITY, CODE, field, name, department, known):
                yield problem
