"""STANDARD-NO-CLAUSE: 标准没有条款 / A standard without a clause

做不到标准，要有条款说怎么扣分。查两种看得准的：一项职责有几条标准，有的写了自己的考核办法，有的没有，职责本身也没有；
岗位“工作标准”里的一条没有对应职责，也没有自己的考核办法。职责一条条款也没有的，是 DUTY-NO-CLAUSE。

错：

    工作标准:
      - {内容: 单据当天录入。, 考核办法: 晚录入1天扣1分。}
      - 每月盘点一次。

对：

    工作标准:
      - {内容: 单据当天录入。, 考核办法: 晚录入1天扣1分。}
      - {内容: 每月盘点一次。, 考核办法: 少盘点一次扣3分。}

依据：没有条款的标准，做不到也没有后果，等于没有写。

---

Failing a standard has a consequence by some clause. Two cases are told: among a duty's standards some have a clause of
their own and this one has none, nor has the duty; and a standard of the post that is tied to no duty and has none.

Wrong: one of two standards has 考核办法. Right: both have.

Basis: a standard without a clause can be missed at no cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.walk import in_force
from docgen.manual.listing import EVERY_DUTY
from docgen.manual.model import Manual, Post, Standard
from docgen.manual.unread import tied_parts
from docgen.problems import Problem, Severity, Words
from docgen.source import Position

CODE: Final = "STANDARD-NO-CLAUSE"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for _, post in manual.posts:
        for standard in _lacking(post) if not post.required or "考核办法" in post.required else ():
            if standard.position not in seen and not standard.damaged:
                seen.add(standard.position)
                yield Problem(
                    SEVERITY,
                    CODE,
                    standard.position,
                    Words("这条标准没有考核条款", "this standard has no scoring clause"),
                    Words(
                        "在它下面写“考核办法”，例如“少盘点一次扣3分”",
                        "write 考核办法 below it, such as “少盘点一次扣3分”",
                    ),
                )


def _lacking(post: Post) -> Iterator[Standard]:
    tied = {
        str(name)
        for holder in in_force(post)
        for part in tied_parts(holder)
        if not isinstance(part, Standard) or part.clauses
        for name in part.ties
    }
    for duty in post.duties:
        if duty.clauses or duty.damaged or tied & {duty.name, *EVERY_DUTY}:
            continue
        if any(standard.clauses for standard in duty.standards):
            yield from (standard for standard in duty.standards if not standard.clauses)
    if _has_clauses(post, tied) and not tied & set(EVERY_DUTY):
        yield from (standard for standard in post.standards if not standard.ties and not standard.clauses)


def _has_clauses(post: Post, tied: set[str]) -> bool:
    """Whether it can be said that none is for a standard: not where the duties have none at all, which is told of
    them, nor where some are tied to nothing, which may be for it."""
    of_duties = any(duty.clauses or any(standard.clauses for standard in duty.standards) for duty in post.duties)
    return bool(post.duties and (tied or of_duties)) and all(clause.ties for clause in post.clauses)
