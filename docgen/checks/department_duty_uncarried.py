"""DEPARTMENT-DUTY-UNCARRIED: 部门职责没有岗位承接 / A department duty that no post carries

部门的每项职责都要落实到岗位：至少有一个岗位的职责用“对应”写明承接它。一个部门里一处“对应”都没有写的，不查。

错（没有岗位承接“资产盘点”）：

    部门职责:
      物资保管: 负责物资的验收和保管。
      资产盘点: 组织全公司的资产盘点。
    岗位:
      仓库主任:
        职责:
          物资收发: {内容: 负责收发物资。, 对应: 物资保管}

对：

    岗位:
      仓库主任:
        职责:
          物资收发: {内容: 负责收发物资。, 对应: 物资保管}
          盘点组织: {内容: 组织每月盘点。, 对应: 资产盘点}

依据：部门职责逐项落实到岗位，才有人负责；没人承接的职责等于没有。

---

Each duty of a department is carried by a duty of one of its posts, which names it by 对应. Departments in which no duty
has 对应 are not asked.

Wrong: 资产盘点 is named by no post's 对应. Right: a duty with “对应: 资产盘点”.

Basis: a department's duty that no post carries is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.wording import called
from docgen.manual.model import Department, Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "DEPARTMENT-DUTY-UNCARRIED"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for department in manual.departments:
        served = _served(department, manual)
        for duty in department.duties if served and not department.damaged else ():
            if duty.name not in served and not manual.common.damaged:
                name = called(duty)
                yield Problem(
                    SEVERITY,
                    CODE,
                    duty.position,
                    Words(f"部门{name.zh}没有岗位承接", f"no post carries the department's {name.en}"),
                    Words(f"在承接它的岗位职责里写“对应: {duty.name}”", f"write “对应: {duty.name}” at a post's duty"),
                )


def _served(department: Department, manual: Manual) -> set[str]:
    """The names of department duties that the duties of the department's posts serve."""
    shared = [part.duties for part in (department.shared, manual.common.shared) if part]
    every = [*shared, *(post.duties for post in department.posts)]
    return {name for duties in every for duty in duties for name in duty.serves}
