"""Walks over a manual that several rules take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from docgen.manual.listing import EVERY_DUTY
from docgen.manual.model import Assessment, Clause, Department, Duty, Grade, Indicator, Manual, Post, Shared, Standard
from docgen.source import Position, Text


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


class Together(NamedTuple):
    """Standards and the clauses for them: all of one duty, its own and those tied to it, or those of a post that are
    tied to no duty. `measures`: the names of the indicators and the measures of the factors for the duty. `untied`:
    the post's clauses that are tied to nothing, and may be for it."""

    standards: list[Standard]
    clauses: list[Clause]
    measures: list[Text]
    untied: list[Clause]


@lru_cache(maxsize=1)
def tied_together(manual: Manual) -> list[Together]:
    """What belongs together in each post, by 对应 or by where it stands; where there is a standard and a clause."""
    return [each for _, post in manual.posts for each in _of_post(post) if each.standards and each.clauses]


def _of_post(post: Post) -> Iterator[Together]:
    loose = [standard for standard in post.standards if not standard.ties]
    untied = [clause for clause in post.clauses if not clause.ties]
    yield Together(loose, untied + _clauses_of(loose), [], [])
    for duty in post.duties:
        yield _of_duty(duty, post, untied)


def _of_duty(duty: Duty, post: Post, untied: list[Clause]) -> Together:
    names = {str(duty.name), *EVERY_DUTY}
    standards, clauses, measures = [*duty.standards], [*duty.clauses], list[Text]()
    for holder in in_force(post):
        standards += (standard for standard in holder.standards if not names.isdisjoint(standard.ties))
        clauses += (clause for clause in holder.clauses if not names.isdisjoint(clause.ties))
        for indicator in holder.indicators:
            if not names.isdisjoint(indicator.ties):
                measures.append(indicator.name)
                clauses += indicator.clauses
        measures += (factor.measure for factor in holder.scorecard if not names.isdisjoint(factor.ties))
    return Together(standards, clauses + _clauses_of(standards), measures, untied)


def _clauses_of(standards: list[Standard]) -> list[Clause]:
    return [clause for standard in standards for clause in standard.clauses]
