"""Records → each person's score, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.assessment import record_problems as wrong
from docgen.assessment.filled import alone, by_line, gaps_of, repeated, values
from docgen.assessment.grades import Band, grade_of
from docgen.assessment.people import Person
from docgen.assessment.period import Period
from docgen.assessment.points import ZERO, ranks, rounded
from docgen.assessment.records import Record
from docgen.assessment.scheme import Scheme, placed_lines, scheme_of
from docgen.assessment.total import Score, score
from docgen.assessment.trace import Trace, traces
from docgen.manual.model import Manual
from docgen.manual.references import Place
from docgen.problems import Problem

MONTHS: Final = {"季": 3, "quarter": 3, "半年": 6, "half-year": 6, "年": 12, "year": 12}


class Assessed(NamedTuple):
    """One person in one of the periods that posts are assessed in."""

    period: Period
    score: Score
    trace: tuple[Trace, ...]


class Result(NamedTuple):
    """One person over the whole period: the mean of the shorter ones. `total` is None where something is lacking."""

    person: Person
    periods: tuple[Assessed, ...]
    total: Decimal | None
    band: Band | None
    rank: int | None = None


def period_over(records: Sequence[Record]) -> Period | None:
    """The shortest month, quarter, half-year or year that all records are in; None over several years."""
    first = min(record.date for record in records)
    for months in (1, 3, 6, 12):
        period = Period(first.year, (first.month - 1) // months * months + 1, months)
        if all(period.has(record.date) for record in records):
            return period
    return None


def results(records: Sequence[Record], period: Period, path: str) -> tuple[list[Result], list[Problem]]:
    """The people of the records, the best first, and what is wrong: days outside the period, values there twice, and
    (warnings) rows that are the same and what a score lacks."""
    problems = [
        wrong.outside(record.row.text("date"), str(period)) for record in records if not period.has(record.date)
    ]
    problems += [wrong.same(record.row.text("clause"), line) for line, record in _same(records)]
    by_person: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        if period.has(record.date):
            by_person.setdefault((record.person.name, str(record.person.place)), []).append(record)
    found = [_result(mine, period, path, problems) for mine in by_person.values()]
    return _ranked(found), problems


def _ranked(found: list[Result]) -> list[Result]:
    """Who has the same total has the same rank; who has none comes last."""
    of = ranks(result.total for result in found if result.total is not None)
    ranked = [result if result.total is None else result._replace(rank=of[result.total]) for result in found]
    return sorted(ranked, key=lambda result: result.rank or len(found) + 1)


def _result(records: list[Record], period: Period, path: str, problems: list[Problem]) -> Result:
    person = records[0].person
    scheme = scheme_of(person.place)
    by_period = {
        part: [record for record in records if part.has(record.date)] for part in period.parts(_months(scheme))
    }
    empty = [str(part) for part, mine in by_period.items() if not mine]
    if empty:
        problems.append(wrong.no_records(path, str(person), empty))
    assessed = tuple(_assessed(scheme, part, mine, path, problems) for part, mine in by_period.items() if mine)
    if any(each.score.missing for each in assessed):
        return Result(person, assessed, None, None)
    total = rounded(sum((each.score.total for each in assessed), ZERO) / len(assessed))
    return Result(person, assessed, total, grade_of(total, scheme.bands))


def _same(records: Sequence[Record]) -> Iterator[tuple[int, Record]]:
    """The records that say what an earlier one says word for word, and the row of that one."""
    first: dict[tuple[object, ...], int] = {}
    for record in records:
        name, place = record.person.name, str(record.person.place)
        said = record.date, name, place, record.line, record.value, record.assessor, record.remark
        here = record.row.position.line
        earlier = first.setdefault(said, here)
        if earlier != here and record.line is not None:
            yield earlier, record


def _months(scheme: Scheme) -> int:
    """How long a post's own period is: the shortest of its 周期, and no shorter than a month."""
    assessment = scheme.place.post.assessment
    return min((MONTHS.get(str(cycle), 1) for cycle in (assessment.cycle if assessment else ())), default=1)


def _assessed(scheme: Scheme, period: Period, records: list[Record], path: str, problems: list[Problem]) -> Assessed:
    mine, lines = by_line(records), scheme.lines
    problems += [
        wrong.twice(record.row.text("clause"), earlier.row.position.line)
        for line, each in mine.items()
        for earlier, record in repeated(lines[line], each)
    ]
    problems += [wrong.alone(record.row.text("clause"), silent) for record, silent in alone(scheme, mine)]
    found = score(scheme, values(scheme, mine))
    if found.missing:
        places = placed_lines(scheme.place)
        lacking = [places[gap.line].title + _by(gap.assessor) for gap in gaps_of(scheme, mine)]
        problems.append(wrong.lacking(path, str(records[0].person), str(period), list(dict.fromkeys(lacking))))
    return Assessed(period, found, tuple(traces(scheme, mine, found)))


def _by(assessor: str) -> str:
    return f"（{assessor}）" if assessor else ""


def without_records(found: Sequence[Result], manual: Manual) -> list[str]:
    """Who is in the manual and not in the results; a post whose 任职者 it doesn't name is there by anybody."""
    people = {str(result.person) for result in found}
    posts = {str(result.person.place) for result in found}
    return [
        str(person)
        for department, post in manual.posts
        for place in (Place(department, post),)
        for person in (Person(str(holder), place) for holder in post.holders or ("",))
        if str(person) not in people and (person.name or str(place) not in posts)
    ]
