"""PROMISE-ABSENT: 说了见附件，手册里没有 / A promised annex is absent

正文说“见附表”“详见附件3”，手册的“附件”里却没有，或者没有那么多。考核指标说在附表里，附表没有发，就等于没有指标。

错（“附件”没有写）：

    考核办法: 按附表的考核指标扣分，指标见附表。

对：

    附件:
      - 月度考核指标.md

依据：《劳动合同法》第四条第四款，没有公示、告知的，不能作为考核的依据。

---

The text sends the reader to an annex (见附表, 详见附件3) that the manual hasn't got: 附件 in manual.yaml is empty, or
shorter.

Wrong: 指标见附表, and no 附件. Right: the table as a file in 附件.

Basis: 劳动合同法 art. 4: what was not made known cannot be assessed by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import search
from docgen.clause.numerals import number
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "PROMISE-ABSENT"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    annexes = len(manual.annexes)
    for hit in search(manual, _promises()):
        if (number(hit.match["number"]) if hit.match["number"] else 1) > annexes and not manual.damaged:
            promised = re.sub(r"^[^附]*", "", hit.match[0])
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(f"手册里没有“{promised}”，附件有 {annexes} 个", f"no “{promised}”: there are {annexes} annexes"),
                Words("把它写进 manual.yaml 的“附件”，或改掉这句话", "list it in 附件 in manual.yaml, or reword"),
            )


@cache
def _promises() -> re.Pattern[str]:
    """见附表, 详见附件3, 参照附录二; 见《…》附件 is another document's."""
    return re.compile(
        "(?:见|参[见照看阅]|按照?|依照)[本手册后：: （(“]{0,3}(?:附表|附件|附录|附图)"
        " ?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})?"
    )
