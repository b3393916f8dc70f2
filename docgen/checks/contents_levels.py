"""CONTENTS-LEVELS: 目录级数不对 / The contents cannot have so many levels

“目录级数”写目录列到第几级标题，1 到 9 的整数；不写就是 2。

错：

    版面:
      目录级数: 2.5

对：

    版面:
      目录级数: 2

依据：标题最多九级。

---

目录级数 says down to which heading level the contents go: a whole number from 1 to 9, 2 where it isn't written.

Wrong: “目录级数: 2.5”. Right: “目录级数: 2”.

Basis: there are nine levels of headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "CONTENTS-LEVELS"
SEVERITY: Final[Severity] = "error"
DEEPEST = 9


def find(manual: Manual) -> Iterator[Problem]:
    levels = manual.page.contents_levels if manual.page else None
    if levels and (levels.value % 1 or not 1 <= levels.value <= DEEPEST):
        yield Problem(
            SEVERITY,
            CODE,
            levels.position,
            Words(f"目录不能有“{levels.text}”级", f"the contents cannot have “{levels.text}” levels"),
            Words(f"写 1 到 {DEEPEST} 的整数，一般写 2", f"write a whole number from 1 to {DEEPEST}, usually 2"),
        )
