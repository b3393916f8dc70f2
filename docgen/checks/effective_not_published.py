"""EFFECTIVE-NOT-PUBLISHED: 生效的手册没有审议、公示 / In force without deliberation and publicity

考核办法直接涉及劳动者切身利益：要经职工代表大会或者全体职工讨论，与工会或者职工代表平等协商确定，并且公示或者告知劳动者。
没有走这些程序的，发生争议时不能作为依据。写了“生效日期”，就要写“审议”和“公示”。

错：

    生效日期: 2026-01-01

对：

    生效日期: 2026-01-01
    审议: 2025年12月10日经公司职工代表大会讨论。
    公示: 2025年12月12日至19日在公告栏公示。

依据：《劳动合同法》第四条。

---

Rules that touch the staff's own interests are discussed by the workers' congress or all staff, settled with the union,
and made public or told to each (劳动合同法 art. 4). Where 生效日期 is written, 审议 and 公示 are too.

Wrong: 生效日期 alone. Right: 生效日期 with 审议 and 公示.

Basis: 劳动合同法 art. 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "EFFECTIVE-NOT-PUBLISHED"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    steps = {"审议": (manual.deliberated, "deliberation"), "公示": (manual.publicised, "publicity")}
    lacking = [name for name, (said, _) in steps.items() if not said]
    if manual.effective and lacking and not manual.damaged:
        english = " and ".join(steps[name][1] for name in lacking)
        yield Problem(
            SEVERITY,
            CODE,
            manual.effective.position,
            Words(f"写了生效日期，没有写{'和'.join(lacking)}", f"in force, with no word of {english}"),
            Words(
                f"在 manual.yaml 写“{'”“'.join(lacking)}”：何时、怎样做的",
                f"write {' and '.join(lacking)} in manual.yaml: when and how it was done",
            ),
        )
