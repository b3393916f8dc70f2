"""Who a record is about, and who assessed: the names of its row as people in posts."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from docgen.assessment import record_problems as wrong
from docgen.assessment.scheme import Scheme
from docgen.manual.model import Manual
from docgen.manual.references import Place, directory
from docgen.problems import Guesses, Problem
from docgen.spreadsheet.rows import Row


class Person(NamedTuple):
    """Who is scored: somebody in a post, or, without a name, whoever holds it."""

    name: str
    place: Place

    def __str__(self) -> str:
        return f"{self.name}（{self.place}）" if self.name else str(self.place)


def person_of(row: Row, manual: Manual, guesses: Guesses, problems: list[Problem]) -> Person | None:
    name, post, department = row.text("name"), row.text("post"), row.text("department")
    path = f"{department}/{post}" if department and post and "/" not in post else str(post)
    if not post:
        found = _people(str(name), str(department), manual)
    elif name:
        found = [
            Person(str(name), place)
            for place in directory(manual).posts(path)
            if not place.post.holders or name in place.post.holders
        ]
    else:
        found = _holders(path, manual)
    if len(found) == 1:
        return found[0]
    called = f"{name}（{post}）" if name and post else str(name or post)
    if found:
        problems.append(wrong.persons(row.position, called, [str(person) for person in found]))
    else:
        known = [*_by_holder(manual), *directory(manual).named]
        problems.append(wrong.no_person(row.position, called, guesses.did_you_mean(called, known)))
    return None


def assessor_of(row: Row, scheme: Scheme, manual: Manual, problems: list[Problem]) -> str | None:
    """The 考核人 of the post whom a row names, by the name of the post or of who holds it; "" where it names nobody."""
    text = row.text("assessor")
    if not text:
        return ""
    department = scheme.place.department
    for name, _ in scheme.assessors:
        holders = (holder for place in directory(manual).posts(name, department) for holder in place.post.holders)
        if text == name or text in holders:
            return name
    problems.append(wrong.no_assessor(text, str(scheme.place.post.name), [name for name, _ in scheme.assessors]))
    return None


def _people(name: str, department: str, manual: Manual) -> list[Person]:
    """Whom a name means: those who are called so; else the column 姓名/岗位 names a post."""
    places = _by_holder(manual).get(name, [])
    people = [Person(name, place) for place in places if department in ("", place.department.name)]
    return people or _holders(f"{department}/{name}" if department else name, manual)


@lru_cache(maxsize=1)
def _by_holder(manual: Manual) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for department, post in manual.posts:
        for holder in post.holders:
            found.setdefault(str(holder), []).append(Place(department, post))
    return found


def _holders(path: str, manual: Manual) -> list[Person]:
    """The people in a post; whoever holds it, where the manual doesn't say."""
    return [
        Person(str(holder), place) for place in directory(manual).posts(path) for holder in place.post.holders or ("",)
    ]
