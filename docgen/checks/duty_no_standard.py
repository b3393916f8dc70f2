"""DUTY-NO-STANDARD: 职责没有工作标准 / A duty has no work standard

每项职责都要有工作标准，写明做到什么程度；没有标准的职责，考核就没有依据。职责的标准可以是：
它自己的“工作标准”；岗位或“岗位通用”里的工作标准，用“对应”指到它；评分表里的衡量标准，用“对应”指到它。

错：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        考核办法: 单据晚录入1天扣1分。

对：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准: 单据当天录入，账、卡、物三对照。
        考核办法: 单据晚录入1天扣1分。

确实不要求标准的，在手册、部门或岗位写“必备: 考核办法”（或“必备: 无”），汇总行把这些职责记在“豁免”里。
依据：《劳动合同法》第四十条第二项，说人“不能胜任工作”，要拿得出事先写明的标准。

---

Every duty needs a work standard that says how well it is to be done: its own 工作标准, or one of the post or of
岗位通用 tied to it by 对应, or a scorecard factor (衡量标准) tied to it.

Wrong: a duty with 内容 and 考核办法 only. Right: add “工作标准: 单据当天录入，账、卡、物三对照。”.

Where no standard is asked for, write “必备: 考核办法” (or “必备: 无”) in the manual, the department or the post; the
summary counts such duties as exempt.

Basis: 劳动合同法 art. 40 (2): who calls somebody unfit for the work shows the standard, written beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.wording import called
from docgen.manual.coverage import duty_coverage
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "DUTY-NO-STANDARD"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for each in duty_coverage(manual):
        if each.lacks_standard:
            name = called(each.duty)
            yield Problem(
                SEVERITY,
                CODE,
                each.duty.position,
                Words(f"{name.zh}没有工作标准", f"{name.en} has no work standard"),
                Words(
                    f"在“工作标准”下写一条，例如“单据当天录入”；docgen explain {CODE}",
                    f"write one under 工作标准, such as “单据当天录入”; docgen explain {CODE}",
                ),
            )
