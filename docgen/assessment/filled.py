"""What the records of one person and one period fill in: a post's score sheet, as its assessors would fill it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from docgen.assessment.lines import Line
from docgen.assessment.points import ZERO, weighted
from docgen.assessment.records import Record
from docgen.assessment.scheme import Scheme

ByLine = dict[int, list[Record]]
Assessors = tuple[tuple[str, Decimal], ...]


class Gap(NamedTuple):
    """A required line without a value, or without that of one of its assessors."""

    line: int
    assessor: str = ""


def by_line(records: Sequence[Record]) -> ByLine:
    found: ByLine = {}
    for record in records:
        if record.line is not None:
            found.setdefault(record.line, []).append(record)
    return found


def values(scheme: Scheme, records: ByLine) -> dict[int, list[Decimal]]:
    """The values of each line. What each assessor decides on is added up and weighted, as in a score sheet; a required
    line that one of them left open has no value yet."""
    lines, gaps = scheme.lines, {gap.line for gap in gaps_of(scheme, records)}
    return {
        place: _values(lines[place], mine, scheme.assessors) for place, mine in records.items() if place not in gaps
    }


def _values(line: Line, records: list[Record], assessors: Assessors) -> list[Decimal]:
    """What nobody is named for stands as it is: a fact that is counted or measured, or a mean."""
    if line.entry != "judged" or not any(record.assessor for record in records):
        return [record.value for record in records]
    of_each = [sum((record.value for record in records if record.assessor == name), ZERO) for name, _ in assessors]
    mean = weighted(of_each, [weight for _, weight in assessors])
    return [mean, *(record.value for record in records if not record.assessor)]


def gaps_of(scheme: Scheme, records: ByLine) -> Iterator[Gap]:
    for place, line in enumerate(scheme.lines):
        if line.required:
            mine = records.get(place, ())
            given = {record.assessor for record in mine}
            if not given:
                yield Gap(place)
            elif line.entry == "judged" and "" not in given:
                yield from (Gap(place, name) for name, _ in scheme.assessors if name not in given)


def alone(scheme: Scheme, records: ByLine) -> Iterator[tuple[Record, list[str]]]:
    """What some assessors decided on and others, who are named, did not, though nothing asks them to: the first record
    of each line, and who they are. In the mean they count as 0."""
    for place, mine in records.items():
        line, given = scheme.lines[place], {record.assessor for record in mine}
        silent = [name for name, _ in scheme.assessors if name not in given]
        if line.entry == "judged" and not line.required and silent and "" not in given:
            yield mine[0], silent


def repeated(line: Line, records: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Records of a line that has one value a period, or one from each assessor, after one that they repeat."""
    for number, record in enumerate(records if line.required else ()):
        for earlier in records[:number]:
            is_another = line.entry == "judged" and record.assessor and earlier.assessor
            if not (is_another and record.assessor != earlier.assessor):
                yield earlier, record
                break
