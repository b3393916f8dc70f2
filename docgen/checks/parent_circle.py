"""PARENT-CIRCLE: 部门的上级绕成了圈 / Departments' parents go round in a circle

顺着部门的“上级”一级一级往上，不能又回到这个部门。上级是岗位的，接着看这个岗位的直接上级；
没有直接上级的，看它的部门。

错：

    # 生产部.yaml
    部门: 生产部
    上级: 仓储部

    # 仓储部.yaml
    部门: 仓储部
    上级: 生产部

对：

    # 生产部.yaml
    部门: 生产部
    上级: 生产副总经理

依据：组织机构图由部门的“上级”画出，绕成圈就没有最上一级。

---

From parent (上级) to parent, no department may come back to itself. Above a post stands its own superior, or else its
department.

Wrong: 生产部 with “上级: 仓储部”, and 仓储部 with “上级: 生产部”. Right: one of them under a post:
“上级: 生产副总经理”.

Basis: the chart of the organization is drawn by 上级; a circle has no top.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.hierarchy import Node, circles, departments_above
from docgen.manual.model import Manual
from docgen.manual.references import directory
from docgen.problems import Problem, Severity, Words

CODE: Final = "PARENT-CIRCLE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    known = directory(manual)
    for circle in circles(departments_above(manual, known.departments.values())):
        found = next((known.departments[node.path] for node in circle if node.kind == "department"), None)
        if found is None or len(circle) == 1:  # of posts alone, or a department that is its own parent: SUPERIOR-SELF
            continue
        assert found.parent
        shown = " → ".join(_names(circle, str(found.name)))
        yield Problem(
            SEVERITY,
            CODE,
            found.parent.position,
            Words(f"部门的上级绕了一圈又回到自己：{shown}", f"departments' parents go round in a circle: {shown}"),
            Words("改掉其中一个部门的“上级”", "change the parent (上级) of one of them"),
        )


def _names(circle: list[Node], first: str) -> list[str]:
    """The circle's names from the department `first` back to it."""
    start = circle.index(Node("department", first))
    return [node.path.rpartition("/")[2] for node in (*circle[start:], *circle[: start + 1])]
