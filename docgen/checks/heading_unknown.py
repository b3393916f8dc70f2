"""HEADING-UNKNOWN: 没有这个印出的标题 / There is no such printed heading

“栏目名称”给印出的标题改名：左边写原来的名称，右边写新的名称。新的名称里可以写 {岗位}、{部门}、{任职者}，
印的时候换成各岗位、各部门的名称。

错：

    栏目名称:
      岗位职责: 工作内容
      岗位: '{岗位名称}工作标准'

对：

    栏目名称:
      职责: 工作内容
      岗位: '{岗位}工作标准'

依据：写错的名称不会改任何标题，写错的花括号会原样印在每一页上。

---

栏目名称 renames printed headings: old name → new name. {岗位}, {部门} and {任职者} in the new one are filled in. A
misspelt name would rename nothing; a misspelt placeholder would be printed as it is.

Wrong: “岗位职责: 工作内容”. Right: “职责: 工作内容”.

Basis: a name mistyped renames nothing; a brace mistyped is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.manual.layouts import HEADING_PLACEHOLDERS, HEADINGS
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words, did_you_mean
from docgen.source import Position

CODE: Final = "HEADING-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for name, text in manual.headings.items():
        if name not in HEADINGS:
            message = Words(f"没有印“{name}”这个标题", f"no heading “{name}” is printed")
            yield _problem(name.position, message, name, HEADINGS)
        for found in re.finditer(r"{([^{}]*)}", text):
            if found[1] not in HEADING_PLACEHOLDERS:
                message = Words(f"标题里没有“{found[0]}”这个填空", f"a heading has no placeholder “{found[0]}”")
                yield _problem(text.position, message, found[1], HEADING_PLACEHOLDERS)


def _problem(position: Position, message: Words, typed: str, known: tuple[str, ...]) -> Problem:
    guess = did_you_mean(typed, list(known))
    choices = Words(f"{guess.zh}可以写：{'、'.join(known)}", f"{guess.en}there are: {', '.join(known)}")
    return Problem(SEVERITY, CODE, position, message, choices)
