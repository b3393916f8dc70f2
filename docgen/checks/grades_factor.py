"""GRADES-FACTOR: 系数没有一等比一等低 / Grade factors do not fall

等级的“系数”是发奖金时乘的数：等级低的，系数不能比高的大；一等写了，每一等都要写，0 也写出来。

错（良好比优秀拿得多）：

    等级: {优秀: {下限: 90, 系数: 1}, 良好: {下限: 80, 系数: 1.2}, 差: {下限: 0, 系数: 0}}

对：

    等级: {优秀: {下限: 90, 系数: 1.2}, 良好: {下限: 80, 系数: 1}, 差: {下限: 0, 系数: 0}}

依据：得分低的反而拿得多，考核就起了反作用；没有系数的一等算不出奖金。

---

The factor (系数) of a grade is what a bonus is multiplied by: a lower grade has no higher one, and where one grade
has a factor, each has.

Wrong: 优秀 with 1 and 良好 with 1.2. Right: 优秀 with 1.2 and 良好 with 1.

Basis: who scores less does not get more; without a factor there is no bonus to compute.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docgen.checks.walk import grade_scales
from docgen.checks.wording import digits
from docgen.manual.model import Grade, Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "GRADES-FACTOR"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for grades in grade_scales(manual):
        if not any(grade.damaged for grade in grades):
            yield from _of_scale(grades)


def _of_scale(grades: tuple[Grade, ...]) -> Iterator[Problem]:
    factors = [(grade, grade.factor.value) for grade in grades if grade.factor]
    for (above, higher), (grade, factor) in pairwise(factors):
        if factor > higher:
            yield _problem(
                grade,
                Words(
                    f"“{grade.name}”的系数 {digits(factor)} 比上一等“{above.name}”的 {digits(higher)} 高",
                    f"the factor of “{grade.name}” is {digits(factor)}, that of “{above.name}” is {digits(higher)}",
                ),
                Words("等级低的，系数不能比高的大", "let a lower grade have no higher factor"),
            )
    for grade in grades:
        if factors and not grade.factor:
            yield _problem(
                grade,
                Words(
                    f"等级“{grade.name}”没有系数，别的等级有", f"the grade “{grade.name}” has no factor, others have"
                ),
                Words("写“系数”，不发的写 0", "write its 系数, 0 where nothing is paid"),
            )


def _problem(grade: Grade, message: Words, help: Words) -> Problem:
    return Problem(SEVERITY, CODE, grade.name.position, message, help)
