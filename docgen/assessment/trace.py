"""How points came about: for each clause with records the rule, what was recorded, and the points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.assessment.filled import ByLine
from docgen.assessment.lines import Line
from docgen.assessment.points import HUNDRED, ONE, ZERO, rounded
from docgen.assessment.records import Record
from docgen.assessment.scheme import PlacedLine, Scheme, placed_lines
from docgen.assessment.total import Score
from docgen.clause.numerals import plain


class Trace(NamedTuple):
    """What one line came to: the clause, how it counts, what was recorded when, and the points, which count in their
    part by the item's weight."""

    item: str
    clause: str
    rule: str
    recorded: str
    loss: Decimal
    award: Decimal
    remark: str


def traces(scheme: Scheme, records: ByLine, found: Score) -> Iterator[Trace]:
    """In the order of the scheme."""
    for place in placed_lines(scheme.place):
        if mine := records.get(place.number):
            line, points = place.line, found.lines[place.number]
            recorded = "、".join(_recorded(record, scheme, line) for record in mine)
            remark = "；".join(record.remark for record in mine if record.remark)
            rule = "一票否决，总分0分" if line.vetoes else line.said
            yield Trace(_item(place), place.clause.content, rule, recorded, points.loss, points.award, remark)


def _item(place: PlacedLine) -> str:
    weight = place.item.weight
    return place.title if weight == ONE else f"{place.title}（占{plain(weight * HUNDRED)}%）"


def _recorded(record: Record, scheme: Scheme, line: Line) -> str:
    """2次（11月2日）; where several assess, with who gave it and the weight: 9分（11月30日，厂长70%）."""
    by = record.assessor
    if by and line.entry == "judged" and len(scheme.assessors) > 1:
        total = sum((weight for _, weight in scheme.assessors), ZERO)
        by += f"{plain(rounded(100 * dict(scheme.assessors)[by] / total))}%"
    return f"{record.typed}（{record.date.month}月{record.date.day}日{'，' if by else ''}{by}）"
