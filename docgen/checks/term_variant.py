"""TERM-VARIANT: 用了不规范的说法 / A variant of a term

manual.yaml 的“术语”规定一样东西叫什么、不用哪些说法。同一样东西叫两个名字，看的人会以为是两样。

错（术语: {库管员: 仓管员}）：

    内容: 负责仓管员的培训。

对：

    内容: 负责库管员的培训。

依据：GB/T 1.1—2020 的一致性原则，一个概念用一个术语。

---

术语 in manual.yaml says what a thing is called, and by which names it is not. Two names for one thing look like two
things.

Wrong: 仓管员 where 术语 says 库管员. Right: 库管员.

Basis: GB/T 1.1—2020, consistency: one concept, one term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checks.texts import search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "TERM-VARIANT"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    terms = {str(variant): str(term) for term, variants in manual.terms.items() for variant in variants if variant}
    if not terms:
        return
    for hit in search(manual, _words(terms)):
        if term := terms.get(hit.match[0]):
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(f"“{hit.match[0]}”在“术语”里叫“{term}”", f"“{hit.match[0]}” is called “{term}” in 术语"),
                Words(f"改成“{term}”", f"write “{term}”"),
            )


def _words(terms: dict[str, str]) -> re.Pattern[str]:
    """The longest first, the terms among them: 管员 is no variant within 库管员."""
    words = sorted({*terms, *terms.values()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
