"""INDICATOR-WEIGHTS: 指标权重合计不是 100% / Indicator weights do not add up to 100%

一个岗位的指标（连同适用于它的“岗位通用”的指标）写了权重的，每个都要写，合计 100%。

错（合计 90%）：

    指标:
      账物相符率: {内容: 相符品种数除以盘点品种数。, 权重: 60%}
      及时率: {内容: 及时入库单数除以入库单数。, 权重: 30%}

对：

    指标:
      账物相符率: {内容: 相符品种数除以盘点品种数。, 权重: 60%}
      及时率: {内容: 及时入库单数除以入库单数。, 权重: 40%}

依据：指标得分按权重加权，合计不是 100%，满分就不是满分。

---

Where the indicators of a post (those of 岗位通用 in force for it included) have weights, each has one, and they add up
to 100%.

Wrong: weights of 60% and 30%. Right: 60% and 40%.

Basis: indicators make one score by their weights, which are 100% together.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from docgen.checks.walk import in_force
from docgen.checks.wording import digits, quoted
from docgen.manual.model import Indicator, Manual, Post
from docgen.problems import Problem, Severity, Words
from docgen.source import Position

CODE: Final = "INDICATOR-WEIGHTS"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for _, post in manual.posts:
        indicators = [indicator for holder in in_force(post) for indicator in holder.indicators]
        if not any(indicator.weight for indicator in indicators) or indicators[0].position in seen:
            continue
        if post.damaged or any(shared.damaged for shared in post.shared):
            continue
        seen.add(indicators[0].position)
        yield from _of_post(post, indicators)


def _of_post(post: Post, indicators: list[Indicator]) -> Iterator[Problem]:
    lacking = [indicator for indicator in indicators if not indicator.weight]
    total = sum((indicator.weight.value for indicator in indicators if indicator.weight), Decimal(0))
    if lacking:
        names = quoted(indicator.name for indicator in lacking)
        message = Words(
            f"“{post.name}”有的指标写了权重，{names}没有", f"“{post.name}” has weights, but not for {names}"
        )
        yield Problem(SEVERITY, CODE, lacking[0].position, message, HELP)
    elif total != 100:
        message = Words(
            f"“{post.name}”的指标权重合计 {digits(total)}%，应当是 100%",
            f"the indicator weights of “{post.name}” add up to {digits(total)}%, not 100%",
        )
        yield Problem(SEVERITY, CODE, indicators[0].position, message, HELP)


HELP = Words(
    "给每个指标写“权重”，合计 100%；不分权重的，一个都不写",
    "give each indicator a 权重, 100% in all, or give none of them any",
)
