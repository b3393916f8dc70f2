"""How many have each grade, against its 比例: the share of the people assessed who can have it at most.

A grade follows from the score; who is beyond a share is named, by rank, and nobody's grade is changed: that takes a
decision. The limit is rounded down, since one more would be above the share. People of one score are never parted:
where the limit falls among them, all of them are `tied`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from docgen.assessment import record_problems as wrong
from docgen.assessment.grades import Band
from docgen.assessment.points import HUNDRED
from docgen.assessment.results import Result
from docgen.assessment.scheme import scheme_of
from docgen.clause.numerals import plain
from docgen.problems import Problem, Words


class GradeShare(NamedTuple):
    """One grade of a scale. `number` of the `people` who have a grade of that scale have this one, `limit` at most
    (None where it has no 比例); `over` and `tied` are in the order in which they would leave it. `departments` are
    theirs, none where all are graded by one scale."""

    departments: tuple[str, ...]
    band: Band
    number: int
    people: int
    limit: int | None
    over: tuple[Result, ...] = ()
    tied: tuple[Result, ...] = ()

    @property
    def percentage(self) -> str:
        return f"{100 * self.number / self.people:.1f}%"

    @property
    def beyond(self) -> int:
        return 0 if self.limit is None else max(0, self.number - self.limit)


def grade_shares(results: Sequence[Result]) -> list[GradeShare]:
    """The grades of each scale (等级) that somebody is graded by, from the highest."""
    by_scale: dict[tuple[Band, ...], list[Result]] = {}
    for result in results:
        if result.band:
            by_scale.setdefault(scheme_of(result.person.place).bands, []).append(result)
    found = [share for scale, mine in by_scale.items() for share in _of_scale(scale, mine)]
    return found if len(by_scale) > 1 else [share._replace(departments=()) for share in found]


def _of_scale(scale: tuple[Band, ...], results: list[Result]) -> Iterator[GradeShare]:
    departments = tuple(dict.fromkeys(str(result.person.place.department.name) for result in results))
    for band in scale:
        # Out of the lowest grade one goes upwards, out of the others downwards.
        mine = sorted((each for each in results if each.band == band), key=_total, reverse=band == scale[-1])
        limit = _limit(band.share, len(results))
        beyond = 0 if limit is None else max(0, len(mine) - limit)
        over, tied = _leaving(mine, beyond)
        yield GradeShare(departments, band, len(mine), len(results), limit, over, tied)


def _limit(share: Decimal | None, people: int) -> int | None:
    return None if share is None else int((share * people / HUNDRED).to_integral_value(ROUND_FLOOR))


def _leaving(results: list[Result], beyond: int) -> tuple[tuple[Result, ...], tuple[Result, ...]]:
    """The first `beyond`, and where the last of them is no better or worse than the next, all of that score apart."""
    if not 0 < beyond < len(results) or _total(results[beyond - 1]) != _total(results[beyond]):
        return tuple(results[:beyond]), ()
    edge = _total(results[beyond])
    return (
        tuple(each for each in results[:beyond] if _total(each) != edge),
        tuple(each for each in results if _total(each) == edge),
    )


def _total(result: Result) -> Decimal:
    assert result.total is not None
    return result.total


def remarks(shares: Sequence[GradeShare]) -> dict[str, str]:
    """What is to be decided of whom, by the person."""
    found = {str(each.person): "超出比例，待定" for share in shares for each in share.over}
    ties = {str(each.person): "并列，待定" for share in shares for each in share.tied}
    return found | ties


def share_problems(shares: Sequence[GradeShare], path: str) -> list[Problem]:
    """A warning for each grade that more people have than its share allows."""
    return [
        wrong.share(path, _said(share), [_called(each) for each in share.over], [_called(each) for each in share.tied])
        for share in shares
        if share.beyond
    ]


def _said(share: GradeShare) -> Words:
    name, of = share.band.name, f"{share.number}/{share.people}"
    assert share.band.share is not None
    most = f"{plain(share.band.share)}%"
    return Words(
        f"{name}有 {share.number} 人，占 {share.people} 人的 {share.percentage}；比例 {most}，最多 {share.limit} 人，"
        f"超出 {share.beyond} 人",
        f"{of} ({share.percentage}) have {name}: with {most}, {share.limit} at most, {share.beyond} too many",
    )


def _called(result: Result) -> str:
    return result.person.name or str(result.person.place)
