"""WAGE-DEDUCTION: 扣工资超过 20% / More than 20% of the wage is deducted

因劳动者本人原因造成经济损失的，可以按约定赔偿，从工资里扣；每月扣的不得超过当月工资的20%，剩下的不得低于当地最低工资标准。
绩效工资、奖金按考核结果计发，不在此列。

错：

    考核办法: 丢失整批物资，扣发当月工资的30%。

对：

    考核办法: 丢失整批物资，扣发当月工资的20%。

依据：《工资支付暂行规定》（劳部发〔1994〕489号）第十六条。

---

For a loss that an employee caused, at most 20% of the month's wage may be deducted, and no less than the minimum wage
must remain (工资支付暂行规定 art. 16). Performance wages and bonuses that are paid by the score are another matter.

Wrong: 扣发当月工资的30%. Right: 扣发当月工资的20%.

Basis: 工资支付暂行规定 (1994) art. 16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from docgen.checks.texts import search
from docgen.checks.wording import digits
from docgen.clause.numerals import number, percent_of_fraction
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "WAGE-DEDUCTION"
SEVERITY: Final[Severity] = "warning"

MOST: Final = Decimal(20)


def find(manual: Manual) -> Iterator[Problem]:
    for hit in search(manual, _deductions()):
        share = _share((hit.match["base"] or "") + hit.match["what"])
        if share > MOST and not re.search(r"(?:不得|禁止|不准)[^。；]{0,6}$", hit.before):
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(f"扣工资的 {digits(share)}%，超过 20%", f"{digits(share)}% of a wage: more than 20%"),
                Words(
                    "每月最多扣当月工资的20%，余下的不低于最低工资；扣的是绩效工资就写明",
                    "deduct 20% of the month's wage at most; say so where it is the performance wage (绩效工资)",
                ),
            )


def _share(what: str) -> Decimal:
    """Of 当月工资的30%, 百分之三十的工资, 一半工资, 全部工资: the per cent; 0 where it is no wage or names no share."""
    found = _shares().search(what)
    if found is None or not _wage().search(what):
        return Decimal(0)
    if found["number"]:
        return number(found["number"])
    if found["fraction"]:
        return percent_of_fraction(found["fraction"])
    return Decimal(50) if found["half"] else Decimal(100)


@cache
def _deductions() -> re.Pattern[str]:
    """扣当月工资30%, 从工资中扣除30%, 按工资的30%扣罚; 代扣 and 扣缴 are of taxes and insurance.

    A wage is looked for first: few of the many deductions name one.
    """
    return re.compile(
        r"[从在按扣](?=[^。；，,\n]{0,42}?[资薪])"
        r"(?:(?<=扣)|(?P<base>[^。；，,扣\n]{2,16})扣)(?<!代扣)(?!缴)[除发减罚]?(?P<what>[^。；，,\n]{0,24})"
    )


@cache
def _wage() -> re.Pattern[str]:
    return re.compile("(?<!绩效)(?<!浮动)(?<!效益)(?<!奖励)(?<!考核)(?:工资|薪资|月薪|薪酬)")


@cache
def _shares() -> re.Pattern[str]:
    return re.compile(
        "(?P<number>[0-9]+(?:[.][0-9]+)?) ?[%％]|(?P<fraction>百分之[一二三四五六七八九十百零]+)"
        "|(?P<half>一半|二分之一)|全部|全额"
    )
