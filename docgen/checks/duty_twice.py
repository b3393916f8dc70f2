"""DUTY-TWICE: 两个岗位的职责一字不差 / Two posts with the same duty

一个部门里两个岗位写着同样的一项职责：出了问题不知道找谁，改的时候容易只改一处。各岗位都有的，写进“岗位通用”，或者写一次、用“引用”；
分工不同的，把范围写清楚。“完成领导交办的其他工作”哪个岗位都写，不提。

错：

    岗位:
      仓库主任:
        职责: 负责各类物资的收、存、发。
      库管员:
        职责: 负责各类物资的收、存、发。

对：

    岗位:
      仓库主任:
        职责: 安排各类物资的收、存、发。
      库管员:
        职责: 办理一号库物资的收、存、发。

依据：一项职责一个责任人；相同的内容只写一处。

---

Two posts of a department have a duty in the same words: nobody knows who answers for it, and a change is made in one
place only. What all have is written in 岗位通用, or once and referred to by 引用.
What a superior hands out (完成领导交办的其他工作) stands in every post, and is not told.

Wrong: 负责各类物资的收、存、发 for two posts. Right: 安排 … for one and 办理 … for the other.

Basis: a duty has one who answers for it, and a text one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.labels import unlabelled
from docgen.manual.model import Duty, Manual, Post
from docgen.problems import Problem, Severity, Words

CODE: Final = "DUTY-TWICE"
SEVERITY: Final[Severity] = "warning"

SHORTEST: Final = 8
"""Shorter duties (盘点物资) leave to the post what they are about."""


def find(manual: Manual) -> Iterator[Problem]:
    for department in manual.departments:
        first: dict[str, tuple[Post, Duty]] = {}
        for post in department.posts:
            for duty in post.duties:
                words = "" if duty.ref or duty.damaged else re.sub(r"\W+", "", unlabelled(duty.content))
                other, said = first.setdefault(words, (post, duty))
                if len(words) >= SHORTEST and other is not post and not _handed_out().search(words):
                    yield Problem(
                        SEVERITY,
                        CODE,
                        duty.content.position,
                        Words(
                            f"和“{other.name}”的一项职责一样（{said.content.position}）",
                            f"“{other.name}” has the same duty ({said.content.position})",
                        ),
                        Words(
                            "写清各管哪一块；都有的写进“岗位通用”，或用“引用”",
                            "say who does what; what all have goes to 岗位通用, or is referred to by 引用",
                        ),
                    )


@cache
def _handed_out() -> re.Pattern[str]:
    return re.compile("^(?:按时|及时|积极|认真)?完成.{1,8}(?:交办|交代|交给|安排|布置|下达|指派)的")
