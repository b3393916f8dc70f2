"""PARENT-UNKNOWN: 部门的上级不存在 / A department's parent does not exist

部门的“上级”写上级部门、主管它的岗位，或 manual.yaml“外部岗位”里的名称。几个部门有同名岗位的，写成“部门/岗位”。

错（岗位叫“生产副总经理”）：

    部门: 仓储部
    上级: 主管副总

对：

    部门: 仓储部
    上级: 生产副总经理

依据：组织机构由部门的“上级”得出。

---

上级 of a department names the department above it, the post in charge of it, or one of 外部岗位 in manual.yaml. Where
several departments have a post of that name, write 部门/岗位.

Wrong: “上级: 主管副总” where the post is called 生产副总经理. Right: “上级: 生产副总经理”.

Basis: the chart of the organization is drawn by 上级.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.posts import post_problem
from docgen.manual.model import Manual
from docgen.manual.references import directory
from docgen.problems import Problem, Severity, Words

CODE: Final = "PARENT-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    known = directory(manual)
    field = Words("部门的上级", "parent")
    for department in manual.departments:
        parent = department.parent
        if parent and parent not in known.departments:
            problem = post_problem(SEVERITY, CODE, field, parent, department, known)
            yield from [problem] if problem else []
