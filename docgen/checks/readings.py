"""The clauses of a manual as they are read, for the rules that look at what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from docgen.checks.walk import holders, in_force
from docgen.clause import Reading, read
from docgen.manual.model import Clause, Department, Duty, Indicator, Manual, Number, Post, Shared, Standard
from docgen.source import Position, Text


@lru_cache(maxsize=1)
def readings(manual: Manual) -> dict[Reading, list[Text]]:
    """What each distinct text of a clause says, and every place where it is written. Damaged clauses are left out."""
    found: dict[str, list[Text]] = {}
    seen: set[Position] = set()
    for clause in _clauses(manual):
        if not clause.damaged and clause.content.position not in seen:
            seen.add(clause.content.position)
            found.setdefault(clause.content, []).append(clause.content)
    return {read(text): places for text, places in found.items()}


class Scored(NamedTuple):
    """A clause where it is in force. `full`: the points (分值) of the standard or duty it belongs to."""

    text: Text
    reading: Reading
    department: Department
    post: Post
    full: Number | None
    indicator: Indicator | None


@lru_cache(maxsize=1)
def scored_clauses(manual: Manual) -> list[Scored]:
    """Every clause in force for each post; shared ones come again with each. Damaged ones are left out."""
    return [
        Scored(clause.content, read(clause.content), department, post, full, indicator)
        for department, post in manual.posts
        for holder in in_force(post)
        for clause, full, indicator in _scored(holder)
        if not clause.damaged
    ]


def _scored(holder: Post | Shared) -> Iterator[tuple[Clause, Number | None, Indicator | None]]:
    for duty in holder.duties:
        for standard in duty.standards:
            yield from ((clause, standard.points or duty.points, None) for clause in standard.clauses)
        yield from ((clause, duty.points, None) for clause in duty.clauses)
    points = {str(duty.name): duty.points for duty in holder.duties}
    for standard in holder.standards:
        full = standard.points or _of_only(standard, points)
        yield from ((clause, full, None) for clause in standard.clauses)
    yield from ((clause, _of_only(clause, points), None) for clause in holder.clauses)
    for indicator in holder.indicators:
        yield from ((clause, None, indicator) for clause in indicator.clauses)


def _of_only(tied: Clause | Standard, points: Mapping[str, Number | None]) -> Number | None:
    """The points of the one duty that a clause or standard of the post is tied to; None of several."""
    return points.get(str(tied.ties[0])) if len(tied.ties) == 1 else None


def _clauses(manual: Manual) -> Iterator[Clause]:
    yield from _of_duties(manual.common.duties)
    for holder in holders(manual):
        yield from (clause for clause, _, _ in _scored(holder))


def _of_duties(duties: tuple[Duty, ...]) -> Iterator[Clause]:
    for duty in duties:
        for standard in duty.standards:
            yield from standard.clauses
        yield from duty.clauses
