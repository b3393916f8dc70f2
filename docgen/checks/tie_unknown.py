"""TIE-UNKNOWN: “对应”的职责不存在 / 对应 names a duty that does not exist

工作标准、考核条款、指标、评分表要素用“对应”说明管哪几项职责，只在本岗位（和适用于它的“岗位通用”）里找。
“岗位通用”里的“对应”，要在它管的岗位中至少有一个岗位有这项职责。“全部”指每一项职责。

错（职责叫“物资收发”）：

    工作标准:
      - 内容: 每天巡查库区一次。
        对应: 物资发放

对：

    工作标准:
      - 内容: 每天巡查库区一次。
        对应: 物资收发

依据：覆盖率靠“对应”证明每项职责都有标准和条款，指错了就证明不了。

---

A standard, clause, indicator or scorecard factor says by 对应 which duties of its own post it serves (those of 岗位通用
in force for the post included); in 岗位通用 at least one of its posts must have the duty. 全部 means every duty.

Wrong: “对应: 物资发放” where the duty is called 物资收发. Right: “对应: 物资收发”.

Basis: coverage is proved by 对应; a name that is no duty's proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.walk import in_force
from docgen.checks.wording import listed
from docgen.manual.listing import EVERY_DUTY
from docgen.manual.model import Manual, Post, Shared
from docgen.manual.unread import common_unread, duties_unread, names_unread, tied_parts
from docgen.problems import Guesses, Problem, Severity, Words
from docgen.source import Text

CODE: Final = "TIE-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    every: dict[str, None] = {}
    guesses = Guesses()
    every_read = not manual.unread and not common_unread(manual)
    for department in manual.departments:
        known: dict[str, None] = {}
        known_read = not names_unread(department) and not common_unread(manual)
        for post in department.posts:
            own = _names(*in_force(post))
            known |= own
            if known_read and not any(duties_unread(holder) for holder in in_force(post)):
                yield from _unknown(post, own, Words("本岗位", "this post"), guesses)
        every |= known
        if department.shared and known_read and not any(map(duties_unread, department.posts)):
            here = known | _names(department.shared)
            yield from _unknown(department.shared, here, Words("本部门的岗位", "these posts"), guesses)
    if manual.common.shared and every_read:
        known = every | _names(manual.common.shared)
        yield from _unknown(manual.common.shared, known, Words("各岗位", "the posts"), guesses)


def _names(*holders: Post | Shared) -> dict[str, None]:
    return dict.fromkeys(duty.name for holder in holders for duty in holder.duties)


def _unknown(holder: Post | Shared, known: dict[str, None], where: Words, guesses: Guesses) -> Iterator[Problem]:
    for part in tied_parts(holder):
        for name in part.ties:
            if name not in known and name not in EVERY_DUTY:
                titles = list(known)
                yield _problem(name, guesses.did_you_mean(name, titles), listed(titles), where)


def _problem(name: Text, guess: Words, names: Words, where: Words) -> Problem:
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(f"{where.zh}没有“{name}”这项职责", f"there is no duty “{name}” in {where.en}"),
        Words(
            f"{guess.zh}“对应”写职责的标题，{where.zh}有：{names.zh}",
            f"{guess.en}对应 takes the titles of duties; here: {names.en}",
        ),
    )
