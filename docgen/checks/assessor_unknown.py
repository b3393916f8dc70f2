"""ASSESSOR-UNKNOWN: 考核人、审批人不存在 / An assessor or approver does not exist

“考核人”“审批人”（指标的“考核人”也是）写岗位、部门，或 manual.yaml“外部岗位”里的名称（例如 考核小组）；
也可以写与被考核人的关系：直接上级、间接上级、直接下级、同级、本人。不写姓名：换了人，手册不用改。

错（“外部岗位”里写的是“考核小组”）：

    考核:
      考核人: [直接上级, 考评小组]

对：

    考核:
      考核人: [直接上级, 考核小组]

依据：谁来考核要事先写明，写错了就没有人负责。

---

考核人 and 审批人 (and an indicator's 考核人) name posts, departments or 外部岗位 of manual.yaml, or a
relation: 直接上级, 间接上级, 直接下级, 同级, 本人. They are not names of persons.

Wrong: “考核人: [直接上级, 考评小组]” where 外部岗位 has 考核小组. Right: “考核人: [直接上级, 考核小组]”.

Basis: who assesses is said beforehand; a name that is nobody's leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checks.posts import post_problem
from docgen.checks.walk import assessments, indicators
from docgen.manual.model import Department, Manual
from docgen.manual.references import directory
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, Text

CODE: Final = "ASSESSOR-UNKNOWN"
SEVERITY: Final[Severity] = "error"

RELATIONS = frozenset({"直接上级", "间接上级", "直接下级", "同级", "本人"})


def find(manual: Manual) -> Iterator[Problem]:
    known = directory(manual)
    reported: set[Position] = set()
    for field, name, department in _named(manual):
        if name in RELATIONS or name in known.departments or name.position in reported:
            continue
        if department is None and known.posts(name):
            continue  # which post it means is seen in each department that it is in force for
        if problem := post_problem(SEVERITY, CODE, field, name, department, known):
            reported.add(name.position)
            yield problem


def _named(manual: Manual) -> Iterator[tuple[Words, Text, Department | None]]:
    """Each assessor and approver with the field and the department it is written in."""
    for assessment, department in assessments(manual):
        for share in assessment.assessors:
            yield ASSESSOR, share.name, department
        for name in _split(assessment.approver):
            yield APPROVER, name, department
    for indicator, department in indicators(manual):
        for name in indicator.assessor:
            yield ASSESSOR, name, department


def _split(text: Text | None) -> Iterator[Text]:
    """审批人 is one text; several names in it are parted as in other fields."""
    for found in re.finditer(r"[^、，,；;\s]+", text or ""):
        assert text is not None
        path, line, column, _ = text.position
        yield Text(found[0], Position(path, line, column + found.start(), len(found[0])))


ASSESSOR = Words("考核人", "assessor")
APPROVER = Words("审批人", "approver")
