"""Walks over a manual that several rules take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.manual import Assessment, Clause, Department, Duty, Grade, Indicator, Manual, Number, Post, Shared
from docgen.source import Position


def in_force(post: Post) -> tuple[Post | Shared, ...]:
    """A post, and each 岗位通用 that is in force for it."""
    return (post, *post.shared)


def holders(manual: Manual) -> Iterator[Post | Shared]:
    """All that has duties, standards, clauses, indicators or factors: each 岗位通用 and each post."""
    if manual.common.shared:
        yield manual.common.shared
    for department in manual.departments:
        if department.shared:
            yield department.shared
        yield from department.posts


class Assessed(NamedTuple):
    """An assessment in force, and the department it is in force for; None for the manual's own."""

    assessment: Assessment
    department: Department | None


def assessments(manual: Manual) -> Iterator[Assessed]:
    """Every assessment in force, the widest first. Inherited values come again: they are the same objects."""
    if manual.assessment:
        yield Assessed(manual.assessment, None)
    for department in manual.departments:
        own = (department.assessment, *(post.assessment for post in department.posts))
        yield from (Assessed(assessment, department) for assessment in own if assessment)


def indicators(manual: Manual) -> Iterator[tuple[Indicator, Department | None]]:
    """Every indicator and the department it is written in; None for those of the manual's 岗位通用."""
    if manual.common.shared:
        yield from ((indicator, None) for indicator in manual.common.shared.indicators)
    for department in manual.departments:
        for holder in (department.shared, *department.posts):
            yield from ((indicator, department) for indicator in (holder.indicators if holder else ()))


def grade_scales(manual: Manual) -> Iterator[tuple[Grade, ...]]:
    """Every scale of grades (等级), each once where it is written."""
    seen: set[Position] = set()
    for assessment, _ in assessments(manual):
        grades = assessment.grades
        if grades and grades[0].position not in seen:
            seen.add(grades[0].position)
            yield grades


class Scored(NamedTuple):
    """A clause and where it is in force. `full`: the points (分值) of the standard or duty it belongs to."""

    clause: Clause
    department: Department
    post: Post
    full: Number | None = None
    indicator: Indicator | None = None


def scored_clauses(manual: Manual) -> Iterator[Scored]:
    """Every clause in force for each post; shared ones come again with each. Damaged ones are left out."""
    for department, post in manual.posts:
        for holder in in_force(post):
            for clause, full, indicator in _scored(holder):
                if not clause.damaged:
                    yield Scored(clause, department, post, full, indicator)


def _scored(holder: Post | Shared) -> Iterator[tuple[Clause, Number | None, Indicator | None]]:
    for duty in holder.duties:
        for standard in duty.standards:
            yield from ((clause, standard.points or duty.points, None) for clause in standard.clauses)
        yield from ((clause, duty.points, None) for clause in duty.clauses)
    for standard in holder.standards:
        yield from ((clause, standard.points, None) for clause in standard.clauses)
    yield from ((clause, None, None) for clause in holder.clauses)
    for indicator in holder.indicators:
        yield from ((clause, None, indicator) for clause in indicator.clauses)


def clauses(manual: Manual) -> Iterator[Clause]:
    """Every scoring clause, of duties, standards, posts and indicators, each once where it is written; damaged ones
    left out."""
    seen: set[Position] = set()
    for clause in _clauses_in_force(manual):
        if not clause.damaged and clause.content.position not in seen:
            seen.add(clause.content.position)
            yield clause


def _clauses_in_force(manual: Manual) -> Iterator[Clause]:
    yield from _of_duties(manual.common.duties)
    for holder in holders(manual):
        yield from _of_duties(holder.duties)
        for standard in holder.standards:
            yield from standard.clauses
        yield from holder.clauses
        for indicator in holder.indicators:
            yield from indicator.clauses


def _of_duties(duties: tuple[Duty, ...]) -> Iterator[Clause]:
    for duty in duties:
        for standard in duty.standards:
            yield from standard.clauses
        yield from duty.clauses
