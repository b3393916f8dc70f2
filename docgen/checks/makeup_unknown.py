"""MAKEUP-UNKNOWN: 构成里写了岗位没有的部分 / The makeup names a part the post does not have

“构成”里只能写“职责”“指标”“评分表”，而且只写岗位有的。

错（岗位没有评分表）：

    考核:
      构成: {职责: 70%, 评分表: 30%}

对：

    考核:
      构成: {职责: 70%, 指标: 30%}

依据：给没有的部分留了比例，总分就永远到不了满分。

---

构成 names 职责, 指标 and 评分表 only, and only those that the post has.

Wrong: “构成: {职责: 70%, 评分表: 30%}” for a post without a scorecard. Right: name 指标, which it has.

Basis: a share of what there is not can never be reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.makeup import DUTIES, INDICATORS, SCORECARD, possible_parts
from docgen.checks.walk import assessments
from docgen.checks.wording import listed
from docgen.manual.model import Department, Manual, Post
from docgen.problems import Problem, Severity, Words, did_you_mean
from docgen.source import Position, Text

CODE: Final = "MAKEUP-UNKNOWN"
SEVERITY: Final[Severity] = "error"

PARTS = [DUTIES, INDICATORS, SCORECARD]


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for assessment, _ in assessments(manual):
        for share in assessment.makeup:
            if share.name not in PARTS and share.name.position not in seen:
                seen.add(share.name.position)
                yield _no_part(share.name)
    for department, post in manual.posts:
        if post.assessment and post.assessment.makeup and not post.damaged:
            parts = possible_parts(post)
            for share in post.assessment.makeup:
                if share.name in PARTS and share.name not in parts:
                    yield _not_here(share.name, department, post, parts)


def _no_part(name: Text) -> Problem:
    guess = did_you_mean(name, PARTS)
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(f"构成里不能写“{name}”", f"“{name}” is no part of a makeup"),
        Words(f"{guess.zh}可以写：{'、'.join(PARTS)}", f"{guess.en}write {', '.join(PARTS)}"),
    )


def _not_here(name: Text, department: Department, post: Post, parts: list[str]) -> Problem:
    """At the name where the post itself wrote it; at the post where its 构成 is inherited."""
    inherited = department.assessment is not None and any(name is share.name for share in department.assessment.makeup)
    return Problem(
        SEVERITY,
        CODE,
        post.name.position if inherited else name.position,
        Words(f"构成里有“{name}”，岗位“{post.name}”没有", f"the makeup has “{name}”, the post “{post.name}” has not"),
        Words(
            f"这个岗位有{listed(parts).zh}：在它的“考核”里写自己的“构成”，或补上“{name}”",
            f"this post has {listed(parts).en}: give it a 构成 of its own under 考核, or add {name}",
        ),
    )
