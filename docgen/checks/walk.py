"""Walks over a manual that several rules take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.manual.model import Assessment, Department, Grade, Indicator, Manual, Post, Shared
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
