"""Records → each person's score, with a trace for each clause: the rule, what was recorded, the points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.assessment import record_problems as wrong
from docgen.assessment.filled import ByLine, by_line, gaps_of, repeated, values
from docgen.assessment.grades import Band, grade_of
from docgen.assessment.lines import Line
from docgen.assessment.people import Person
from docgen.assessment.period import Period
from docgen.assessment.points import ZERO, rounded
from docgen.assessment.records import Record
from docgen.assessment.scheme import Scheme, scheme_of
from docgen.assessment.total import Score, score
from docgen.checks.makeup import SCORECARD
from docgen.clause.numerals import plain
from docgen.problems import Problem

MONTHS: Final = {"季": 3, "quarter": 3, "半年": 6, "half-year": 6, "年": 12, "year": 12}


class Trace(NamedTuple):
    """What one line came to: the clause, how it counts, what was recorded when, and the points."""

    item: str
    clause: str
    rule: str
    recorded: str
    loss: Decimal
    award: Decimal
    remark: str


class Assessed(NamedTuple):
    """One person in one of the periods that posts are assessed in."""

    period: Period
    score: Score
    trace: tuple[Trace, ...]
    parts: tuple[tuple[str, Decimal], ...]


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
    (warnings) what a score lacks."""
    problems = [
        wrong.outside(record.row.text("date"), str(period)) for record in records if not period.has(record.date)
    ]
    by_person: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        if period.has(record.date):
            by_person.setdefault((record.person.name, str(record.person.place)), []).append(record)
    found = [_result(mine, period, path, problems) for mine in by_person.values()]
    return _ranked(found), problems


def _ranked(found: list[Result]) -> list[Result]:
    totals = [result.total for result in found if result.total is not None]
    ranked = [
        result if result.total is None else result._replace(rank=1 + sum(total > result.total for total in totals))
        for result in found
    ]
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
    found = score(scheme, values(scheme, mine))
    if found.missing:
        titles = dict(_titles(scheme))
        lacking = [titles[gap.line] + _by(gap.assessor) for gap in gaps_of(scheme, mine)]
        problems.append(wrong.lacking(path, str(records[0].person), str(period), list(dict.fromkeys(lacking))))
    parts = tuple((part.name, points) for part, points in zip(scheme.parts, found.parts, strict=True))
    return Assessed(period, found, tuple(_trace(scheme, mine, found)), parts)


def _by(assessor: str) -> str:
    return f"（{assessor}）" if assessor else ""


def _titles(scheme: Scheme) -> Iterator[tuple[int, str]]:
    """Each line with what its item is called; a factor of a scorecard by its own name."""
    number = 0
    for part in scheme.parts:
        for item in part.items:
            for clause in item.clauses:
                for _ in clause.lines:
                    yield number, clause.standard if part.name == SCORECARD else item.title
                    number += 1


def _trace(scheme: Scheme, records: ByLine, found: Score) -> Iterator[Trace]:
    """In the order of the scheme."""
    titles = dict(_titles(scheme))
    clauses = [
        clause.content for part in scheme.parts for item in part.items for clause in item.clauses for _ in clause.lines
    ]
    for number in sorted(records):
        line, mine, points = scheme.lines[number], records[number], found.lines[number]
        recorded = "、".join(_recorded(record, scheme, line) for record in mine)
        remark = "；".join(record.remark for record in mine if record.remark)
        rule = "一票否决，总分0分" if line.vetoes else line.said
        yield Trace(titles[number], clauses[number], rule, recorded, points.loss, points.award, remark)


def _recorded(record: Record, scheme: Scheme, line: Line) -> str:
    """2次（11月2日）; where several assess, with who gave it and the weight: 9分（11月30日，厂长70%）."""
    by = record.assessor
    if by and line.entry == "judged" and len(scheme.assessors) > 1:
        total = sum((weight for _, weight in scheme.assessors), ZERO)
        by += f"{plain(rounded(100 * dict(scheme.assessors)[by] / total))}%"
    return f"{record.typed}（{record.date.month}月{record.date.day}日{'，' if by else ''}{by}）"
