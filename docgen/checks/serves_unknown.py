"""SERVES-UNKNOWN: 承接的部门职责不存在 / A duty serves a department duty that does not exist

岗位职责用“对应”写明它承接本部门的哪几项部门职责，写的名称要和“部门职责”里的一样。

错（部门职责叫“物资保管”）：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        对应: 物资管理

对：

    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        对应: 物资保管

依据：部门职责要落实到岗位，指错了就看不出哪项没人承接。

---

By 对应 a post's duty names the department duties it carries, as they are called in 部门职责 of its department.

Wrong: “对应: 物资管理” where the department duty is called 物资保管. Right: “对应: 物资保管”.

Basis: only a true name shows which duties of the department are carried.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.wording import listed
from docgen.manual.model import Department, Manual
from docgen.manual.unread import names_unread
from docgen.problems import Guesses, Problem, Severity, Words
from docgen.source import Text

CODE: Final = "SERVES-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    every: dict[str, None] = {}
    guesses = Guesses()
    for department in manual.departments:
        known: dict[str, None] = dict.fromkeys(duty.name for duty in department.duties)
        every |= known
        if not names_unread(department):
            for name in _served(department):
                if name not in known and name.position.path != manual.common.position.path:
                    yield _problem(name, known, Words("本部门", "this department"), guesses)
    shared = manual.common.shared
    for duty in (*manual.common.duties, *(shared.duties if shared else ())):
        for name in duty.serves:
            if name not in every and not manual.unread:
                yield _problem(name, every, Words("各部门", "any department"), guesses)


def _served(department: Department) -> Iterator[Text]:
    shared = department.shared.duties if department.shared else ()
    for duty in (*shared, *(duty for post in department.posts for duty in post.duties)):
        yield from duty.serves


def _problem(name: Text, known: dict[str, None], where: Words, guesses: Guesses) -> Problem:
    guess = guesses.did_you_mean(name, list(known))
    names = listed(known)
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(f"{where.zh}没有“{name}”这项部门职责", f"there is no department duty “{name}” in {where.en}"),
        Words(f"{guess.zh}{where.zh}的部门职责有：{names.zh}", f"{guess.en}the department duties are: {names.en}"),
    )
