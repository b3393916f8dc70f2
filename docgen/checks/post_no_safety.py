"""POST-NO-SAFETY: 岗位没有安全生产职责 / A post without a safety duty

单位的全员安全生产责任制要写明各岗位的责任人员、责任范围和考核标准：每个岗位都要有一项安全职责，有工作标准，也有考核条款。
写了“生效日期”的手册才查；各岗位一样的，写在 common.yaml 里，用“引用”或者“岗位通用”。

错：

    职责:
      物资收发: {工作标准: 单据当天录入。, 考核办法: 单据晚录入1天扣1分。}

对：

    职责:
      物资收发: {工作标准: 单据当天录入。, 考核办法: 单据晚录入1天扣1分。}
      安全生产: {引用: 公共职责/安全生产}

依据：《安全生产法》（2021年修正）第二十二条。

---

A safety responsibility system covers all staff: it names for each post who is responsible for what, and the standard of
assessment (安全生产法 2021 art. 22). So each post has a safety duty with a standard and a clause. Asked of manuals with
生效日期.

Wrong: a post with no word of safety. Right: “安全生产: {引用: 公共职责/安全生产}”.

Basis: 安全生产法 (2021) art. 22.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from docgen.manual.coverage import DutyCoverage, holder_coverage
from docgen.manual.model import Duty, Manual, Post
from docgen.problems import Problem, Severity, Words

CODE: Final = "POST-NO-SAFETY"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    if manual.effective is None or manual.common.damaged:
        return
    covered: dict[int, bool | None] = {id(each.holder): _has_covered(each.duties) for each in holder_coverage(manual)}
    for _, post in manual.posts:
        states = [covered.get(id(holder)) for holder in (post, *post.shared)]
        if True not in states and post.duties and not post.damaged:
            yield _problem(post, has_duty=False in states)


def _has_covered(duties: Iterable[DutyCoverage]) -> bool | None:
    """Whether a safety duty among these has a standard and a clause; None where there is none."""
    found = [each.is_covered for each in duties if _is_of_safety(each.duty)]
    return any(found) if found else None


def _is_of_safety(duty: Duty) -> bool:
    return bool(_safety().search(f"{duty.name} {duty.content}"))


@cache
def _safety() -> re.Pattern[str]:
    return re.compile("(?<!信息)(?<!网络)(?<!数据)(?<!资金)(?<!账户)安全|消防|防火|职业健康|劳动保护")


def _problem(post: Post, *, has_duty: bool) -> Problem:
    lack = Words("没有标准或条款", "no standard or no clause") if has_duty else Words("没有写", "not there")
    return Problem(
        SEVERITY,
        CODE,
        post.name.position,
        Words(f"岗位“{post.name}”的安全生产职责{lack.zh}", f"the safety duty of “{post.name}”: {lack.en}"),
        Words(
            "添一项，例如“安全生产: {引用: 公共职责/安全生产}”，有标准和条款",
            "add one, such as “安全生产: {引用: 公共职责/安全生产}”, with a standard and a clause",
        ),
    )
