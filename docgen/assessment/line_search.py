"""Which line of a post's scheme a record means by its 条款, and the value that it has."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from docgen.assessment import record_problems as wrong
from docgen.assessment.lines import Line
from docgen.assessment.scheme import PlacedLine, Scheme, placed_lines
from docgen.clause import Quantity
from docgen.clause.grammar import FILLER
from docgen.clause.tokens import tokens
from docgen.loader.values import LARGEST
from docgen.problems import Guesses, Problem
from docgen.source import Text

HALF: Final = 50
"""Per cent. A rate is hardly ever so much too low, and is hardly ever lower."""
VAGUE: Final = re.compile("[一二两三四五六七八九]{2}")  # 两三次
MINUS: Final = "-－−负"
SAME_UNITS: Final = {"日": "天"}


def line_of(
    scheme: Scheme, text: Text, typed: Text, guesses: Guesses, problems: list[Problem]
) -> tuple[int, Decimal] | None:
    """The line that a record means, and its value."""
    candidates = _called(scheme, text)
    if not candidates:
        known = [name for each in placed_lines(scheme.place) for name in (each.item.title, each.clause.content)]
        guess = guesses.did_you_mean(text, list(dict.fromkeys(known)))
        problems.append(wrong.no_clause(text, str(scheme.place.post.name), guess))
        return None
    scored = [each for each in candidates if each.line.entry != "none"]
    if not scored:
        problems.append(wrong.no_points(text))
        return None
    quantity = _quantity(typed)
    if quantity is None:
        problems.append(wrong.value(typed, "不是一个数"))
        return None
    fitting = [each for each in scored if _unit(each.line.unit) == _unit(quantity.unit)]
    if not fitting and all(each.line.entry == "judged" for each in scored):
        problems.append(wrong.undecided(typed))
        return None
    if not fitting:
        problems.append(wrong.unit(typed, [each.line.unit for each in scored], is_bare=not quantity.unit))
        return None
    if len(fitting) > 1:
        problems.append(wrong.clauses(text, [_shown(each) for each in fitting]))
        return None
    if said := _out_of_range(fitting[0].line, quantity.amount):
        problems.append(wrong.value(typed, said))
        return None
    if fitting[0].line.off and quantity.amount > HALF:
        problems.append(wrong.actual(typed, fitting[0].line.off))
    return fitting[0].number, quantity.amount


def _shown(found: PlacedLine) -> str:
    return f"{found.item.title}/{found.clause_number} {found.line.part.lstrip('，,；;。') or found.clause.content}"


def _called(scheme: Scheme, text: str) -> list[PlacedLine]:
    """The lines that a text means: of the clause that it is, of 职责/2, of a title; else where it is in a clause."""
    wanted = _plain(text)
    if not wanted:  # 。 alone, which would be a part of every clause
        return []
    every = placed_lines(scheme.place)
    title, _, number = wanted.rpartition("/")
    return (
        [each for each in every if wanted == _plain(each.clause.content)]
        or [each for each in every if title == _plain(each.item.title) and number == str(each.clause_number)]
        or [each for each in every if each.is_factor and wanted == _plain(each.clause.standard)]
        or [each for each in every if wanted == _plain(each.item.title)]
        or [each for each in every if wanted in _plain(each.line.part)]
        or [each for each in every if wanted in _plain(each.clause.content)]
    )


def _plain(text: str) -> str:
    """Without spaces and the mark at the end, all signs half-width."""
    return "".join(unicodedata.normalize("NFKC", text).split()).rstrip("。.;,")


def _quantity(text: str) -> Quantity | None:
    """3天, 两次, 98.5%, -2%; a number alone has the unit ""."""
    bare = text.lstrip(MINUS)
    read = tokens(bare)
    is_one = list(read.quantities) == [0] and not read.implied and not read.text[1:].strip(FILLER)
    if not is_one or VAGUE.match(bare) or len(text) - len(bare) > 1:
        return None
    amount, unit = read.quantities[0]
    return Quantity(amount if bare == text else -amount, unit)


def _unit(unit: str) -> str:
    return SAME_UNITS.get(unit, unit)


def _out_of_range(line: Line, value: Decimal) -> str:
    """Why a line cannot have this value; "" where it can. What is measured may have fallen below 0."""
    if value < 0 and not (line.required and line.entry == "value"):
        return "不能小于 0"
    if line.entry == "count" and value != value.to_integral_value():
        return "次数要是整数"
    if abs(value) > LARGEST:
        return "数太大"
    if line.choices and value not in line.choices and value:
        return f"只能是 {'、'.join(f'{choice:f}' for choice in line.choices)}"
    if line.entry == "judged" and line.low is not None and value < line.low:
        return f"不能少于 {line.low:f} 分"
    return f"不能多于 {line.high:f} 分" if line.high is not None and value > line.high else ""
