"""MAKEUP-MISSING: 缺少构成 / The makeup of the score is missing

一个岗位有分值、指标、评分表中的两样以上时，要在“考核”里写“构成”，说明各占多少；有的几样都要写进去。

错（有分值，也有指标）：

    职责:
      物资收发: {内容: 负责收发物资。, 分值: 100}
    指标:
      账物相符率: 相符品种数除以盘点品种数。

对：

    职责:
      物资收发: {内容: 负责收发物资。, 分值: 100}
    指标:
      账物相符率: 相符品种数除以盘点品种数。
    考核:
      构成: {职责: 60%, 指标: 40%}

依据：两样得分怎么合成一个总分，不写就没法算。

---

A post with more than one of points (分值), indicators (指标) and a scorecard (评分表) says in 构成 under 考核 how much
each counts, and leaves none of them out.

Wrong: 分值 and 指标 without 构成. Right: add “构成: {职责: 60%, 指标: 40%}”.

Basis: two scores become one only by a share for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.makeup import scored_parts
from docgen.checks.wording import listed, quoted
from docgen.manual.model import Manual, Post
from docgen.problems import Problem, Severity, Words

CODE: Final = "MAKEUP-MISSING"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for _, post in manual.posts:
        parts = scored_parts(post)
        if post.damaged or len(parts) < 2:
            continue
        given = [str(share.name) for share in post.assessment.makeup] if post.assessment else []
        left_out = [part for part in parts if part not in given]
        if left_out:
            yield _problem(post, parts, left_out, bool(given))


def _problem(post: Post, parts: list[str], left_out: list[str], has_makeup: bool) -> Problem:
    if has_makeup:
        names = quoted(left_out)
        message = Words(f"“{post.name}”的构成里没有{names}", f"the makeup of “{post.name}” leaves out {names}")
    else:
        message = Words(
            f"“{post.name}”有{listed(parts).zh}，没有写各占多少",
            f"“{post.name}” has {listed(parts).en}, and nothing says how much each counts",
        )
    shares = ("60%", "40%") if len(parts) == 2 else ("60%", "30%", "10%")
    example = ", ".join(f"{part}: {share}" for part, share in zip(parts, shares, strict=True))
    return Problem(
        SEVERITY,
        CODE,
        post.name.position,
        message,
        Words(f"在“考核”下写“构成”，例如 {{{example}}}", f"write 构成 under 考核, such as {{{example}}}"),
    )
