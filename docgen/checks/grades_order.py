"""GRADES-ORDER: 等级的下限没有从高到低排到 0 / Grade floors do not fall to 0

“等级”从高到低写，每一等写下限，一个比一个低，最后一等是 0；上一等的下限就是下一等的上限，中间没有空档。

错（没有排到 0）：

    等级: {优秀: 90, 良好: 80, 合格: 60}

对：

    等级: {优秀: 90, 良好: 80, 合格: 60, 不合格: 0}

依据：任何得分都要属于一个等级，而且只属于一个（旧手册里常见 89.5 分无等可归）。

---

Grades (等级) are listed from the highest, each with its floor, each lower than the one before, the last with 0: a grade
reaches up to the floor above it, so that nothing falls between.

Wrong: “等级: {优秀: 90, 良好: 80, 合格: 60}”. Right: add “不合格: 0”.

Basis: every score has a grade, and one only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docgen.checks.walk import grade_scales
from docgen.checks.wording import digits
from docgen.manual.model import Grade, Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "GRADES-ORDER"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for grades in grade_scales(manual):
        if not any(grade.band or grade.damaged for grade in grades):
            yield from _of_scale(grades)


def _of_scale(grades: tuple[Grade, ...]) -> Iterator[Problem]:
    for grade in grades:
        if grade.floor is None:
            message = Words(f"等级“{grade.name}”没有下限", f"the grade “{grade.name}” has no floor")
            yield _problem(grade, message, Words("写“下限”，例如 80", "write its 下限, such as 80"))
    floors = [(grade, grade.floor.value) for grade in grades if grade.floor]
    for (above, floor_above), (grade, floor) in pairwise(floors):
        if floor >= floor_above:
            message = Words(
                f"“{grade.name}”的下限 {digits(floor)} 不比上一等“{above.name}”的 {digits(floor_above)} 低",
                f"the floor of “{grade.name}” is {digits(floor)}, that of “{above.name}” is {digits(floor_above)}",
            )
            yield _problem(grade, message, Words("从高到低写，一等比一等低", "list the grades from high to low"))
    if floors and floors[-1][1] != 0:
        grade, floor = floors[-1]
        message = Words(
            f"最后一等“{grade.name}”的下限是 {digits(floor)}，{digits(floor)} 分以下没有等级",
            f"the last grade “{grade.name}” begins at {digits(floor)}: scores below have no grade",
        )
        yield _problem(grade, message, Words("最后加一等，下限写 0", "add a last grade with the floor 0"))


def _problem(grade: Grade, message: Words, help: Words) -> Problem:
    return Problem(SEVERITY, CODE, grade.name.position, message, help)
