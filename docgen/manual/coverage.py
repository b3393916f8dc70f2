"""Coverage: which duties have a standard (工作标准) and a scoring clause (考核条款), and by what.

A duty has a standard by its own 工作标准, or one tied to it by 对应, or a 衡量标准; it has a clause by its own 考核办法
or its standard's, or by a clause, an indicator or a factor tied to it. `对应: 全部` counts, and is told apart.
Counted are the duties of posts, each 引用 where it is used, and those of a 岗位通用 once; 部门职责 are not assessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from docgen.manual.listing import EVERY_DUTY
from docgen.manual.model import Clause, Department, Duty, Factor, Indicator, Manual, Post, Shared, Standard
from docgen.manual.unread import common_unread, names_unread, ties_unread
from docgen.problems import Language
from docgen.source import Text

Cover = Literal["none", "common", "own"]


class DutyCoverage(NamedTuple):
    """What one duty has: nothing ("none"), only what is tied to every duty ("common"), or something of its own.

    `needs_standard` and `needs_clause` are what 必备 in force asks of it. `unread` is True where what it seems to lack
    may stand in something that could not be read.
    """

    duty: Duty
    standard: Cover
    clause: Cover
    needs_standard: bool
    needs_clause: bool
    unread: bool

    @property
    def lacks_standard(self) -> bool:
        return self.standard == "none" and self.needs_standard and not self.unread

    @property
    def lacks_clause(self) -> bool:
        return self.clause == "none" and self.needs_clause and not self.unread

    @property
    def is_covered(self) -> bool:
        return self.standard != "none" and self.clause != "none"

    @property
    def is_exempt(self) -> bool:
        """Not covered, and all that it lacks is what 必备 doesn't ask for."""
        excused = self.standard != "none" or not self.needs_standard
        return not self.is_covered and excused and (self.clause != "none" or not self.needs_clause)


class HolderCoverage(NamedTuple):
    """What the duties of one post, or of one 岗位通用, have. `department` is None for the 岗位通用 of the manual."""

    department: Department | None
    holder: Post | Shared
    duties: tuple[DutyCoverage, ...]


class Coverage(NamedTuple):
    """How many duties there are; how many have a standard, a clause, and both (`covered`); how many of these only by
    对应: 全部 (`only_common`); how many lack what 必备 doesn't ask for (`exempt`)."""

    duties: int
    with_standard: int
    with_clause: int
    covered: int
    only_common: int
    exempt: int

    @property
    def percentage(self) -> str:
        """Covered duties of all duties, those exempt included: half up to one decimal, 100.0% only where it is all of
        them, — where there is none."""
        if not self.duties:
            return "—"
        tenths = (2000 * self.covered + self.duties) // (2 * self.duties)
        if self.covered < self.duties:
            tenths = min(tenths, 999)
        return f"{tenths // 10}.{tenths % 10}%"


def coverage(manual: Manual) -> Coverage:
    """The counts over all duties of a manual."""
    return counted(duty_coverage(manual))


def counted(found: Sequence[DutyCoverage]) -> Coverage:
    """The counts over some duties."""
    covered = [each for each in found if each.is_covered]
    return Coverage(
        duties=len(found),
        with_standard=sum(each.standard != "none" for each in found),
        with_clause=sum(each.clause != "none" for each in found),
        covered=len(covered),
        only_common=sum("common" in (each.standard, each.clause) for each in covered),
        exempt=sum(each.is_exempt for each in found),
    )


def summary(coverage: Coverage, language: Language) -> str:
    """The counts on one line."""
    words = {
        "zh": ("职责", "有标准", "有条款", "覆盖率", "仅通用", "豁免"),
        "en": ("duties", "with standard", "with clause", "coverage", "only by 全部", "exempt"),
    }[language]
    duties, with_standard, with_clause, _, only_common, exempt = coverage
    values = (duties, with_standard, with_clause, coverage.percentage, only_common, exempt)
    return " · ".join(f"{word} {value}" for word, value in zip(words, values, strict=True))


class _Ties(NamedTuple):
    """The names of duties to which a post, or a 岗位通用, ties standards and clauses."""

    standards: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    unread: bool = False

    def __or__(self, other: _Ties) -> _Ties:
        return _Ties(self.standards | other.standards, self.clauses | other.clauses, self.unread or other.unread)


def _ties(holder: Post | Shared | None) -> _Ties:
    if holder is None:
        return _Ties()
    with_clause = [standard for standard in holder.standards if standard.clauses]
    return _Ties(
        _names((*holder.standards, *holder.scorecard)),
        _names((*with_clause, *holder.clauses, *holder.indicators, *holder.scorecard)),
        ties_unread(holder),
    )


def _names(tied: Iterable[Standard | Clause | Indicator | Factor]) -> frozenset[str]:
    return frozenset(str(name) for part in tied for name in part.ties)


def duty_coverage(manual: Manual) -> tuple[DutyCoverage, ...]:
    """What each duty has, in the order written: the manual's 岗位通用, then department by department."""
    return tuple(duty for each in holder_coverage(manual) for duty in each.duties)


@lru_cache(maxsize=1)
def holder_coverage(manual: Manual) -> tuple[HolderCoverage, ...]:
    """The same by whose duties they are."""
    return tuple(_holder_coverage(manual))


def duties_by_department(manual: Manual) -> dict[int, list[DutyCoverage]]:
    """The same by the `id` of the department, that of None for the manual's 岗位通用: of two departments with one name
    each has its own."""
    found: dict[int, list[DutyCoverage]] = {}
    for each in holder_coverage(manual):
        found.setdefault(id(each.department), []).extend(each.duties)
    return found


def _holder_coverage(manual: Manual) -> Iterator[HolderCoverage]:
    common = _ties(manual.common.shared) | _Ties(unread=common_unread(manual))
    if manual.common.shared:
        yield _covered(None, manual.common.shared, common, manual.required)
    for department in manual.departments:
        shared = common | _ties(department.shared) | _Ties(unread=names_unread(department))
        if department.shared:
            yield _covered(department, department.shared, shared, department.required)
        for post in department.posts:
            yield _covered(department, post, shared | _ties(post), post.required)


def _covered(
    department: Department | None, holder: Post | Shared, ties: _Ties, required: tuple[Text, ...]
) -> HolderCoverage:
    needs_standard = not required or "工作标准" in required
    needs_clause = not required or "考核办法" in required
    found = []
    for duty in holder.duties:
        has_clause = duty.clauses or any(standard.clauses for standard in duty.standards)
        standard: Cover = "own" if duty.standards else _cover(duty, ties.standards)
        clause: Cover = "own" if has_clause else _cover(duty, ties.clauses)
        unread = duty.damaged or ties.unread
        found.append(DutyCoverage(duty, standard, clause, needs_standard, needs_clause, unread))
    return HolderCoverage(department, holder, tuple(found))


def _cover(duty: Duty, tied: frozenset[str]) -> Cover:
    if duty.name in tied:
        return "own"
    return "common" if any(every in tied for every in EVERY_DUTY) else "none"
