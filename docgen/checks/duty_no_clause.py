"""DUTY-NO-CLAUSE: 职责没有考核条款 / A duty has no scoring clause

每项职责都要有考核条款，写明做不到怎么扣分、做得好怎么得分。职责的条款可以是：它自己的“考核办法”；
它的某条标准下的“考核办法”；岗位或“岗位通用”里的条款、标准的条款、指标、评分表要素，用“对应”指到它。

错：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准: 单据当天录入，账、卡、物三对照。

对：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准: 单据当天录入，账、卡、物三对照。
        考核办法: 单据晚录入1天扣1分，扣完为止。

确实不考核的，在手册、部门或岗位写“必备: 工作标准”（或“必备: 无”），汇总行把这些职责记在“豁免”里。
依据：《劳动合同法》第四条，直接涉及劳动者切身利益的考核办法须事先写明并公示。

---

Every duty needs a scoring clause that says what is deducted or awarded: its own 考核办法, its standard's, or a clause,
an indicator or a scorecard factor of the post or of 岗位通用 tied to it by 对应.

Wrong: a duty with 内容 and 工作标准 only. Right: add “考核办法: 单据晚录入1天扣1分，扣完为止。”.

Where none is asked for, write “必备: 工作标准” (or “必备: 无”) in the manual, the department or the post; the summary
counts such duties as exempt.

Basis: 劳动合同法 art. 4: rules of direct concern to employees are written and made known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.wording import called
from docgen.manual.coverage import duty_coverage
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "DUTY-NO-CLAUSE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for each in duty_coverage(manual):
        if each.lacks_clause:
            name = called(each.duty)
            yield Problem(
                SEVERITY,
                CODE,
                each.duty.position,
                Words(f"{name.zh}没有考核条款", f"{name.en} has no scoring clause"),
                Words(
                    f"在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain {CODE}",
                    f"write one under 考核办法, such as “晚录入1天扣1分”; docgen explain {CODE}",
                ),
            )
