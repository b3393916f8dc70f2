"""The parts (构成) that a post's score can be made up of."""

from __future__ import annotations

from itertools import chain

from docgen.checks.walk import in_force
from docgen.manual.model import Post

DUTIES, INDICATORS, SCORECARD = "职责", "指标", "评分表"


def possible_parts(post: Post) -> list[str]:
    """The parts a post can be scored by: 职责 even without 分值, since clauses deduct from the full mark."""
    return _parts(post, any(holder.duties for holder in in_force(post)))


def scored_parts(post: Post) -> list[str]:
    """The parts a post has marks for: 分值, 指标, 评分表."""
    holders = in_force(post)
    duties = [duty for holder in holders for duty in holder.duties]
    standards = chain.from_iterable(part.standards for part in (*holders, *duties))
    return _parts(post, any(duty.points for duty in duties) or any(standard.points for standard in standards))


def _parts(post: Post, duties: bool) -> list[str]:
    holders = in_force(post)
    found = {
        DUTIES: duties,
        INDICATORS: any(holder.indicators for holder in holders),
        SCORECARD: any(holder.scorecard for holder in holders),
    }
    return [part for part, is_there in found.items() if is_there]
