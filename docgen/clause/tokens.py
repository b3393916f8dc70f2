"""First pass over a clause: signs made half-width, spaces taken out, every quantity made one sign."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.clause.effects import Quantity, Span
from docgen.clause.grammar import FILLER, SIGNS, rules, units
from docgen.clause.numerals import HALF, number, percent_of_fraction

# Full-width forms and their like, one character for one character; private use characters are the grammar's own.
_HALF_WIDTH: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {ord(wide): ord(half) for wide, half in zip("〜−﹣﹪【】〔〕﹙﹚≧≦", "~--%()()()≥≤", strict=True)}
    | {ord("\n"): ord(";")}
    | dict.fromkeys(range(0xE000, 0xE010), 0xFFFD)
)
_PERCENT: Final = {"‰": Decimal("0.1"), "千分点": Decimal("0.1"), "成": Decimal(10)}


class Tokens(NamedTuple):
    """A clause as the rules read it. `text` holds signs for its quantities, `quantities` their values by place; of
    these, `implied` have no number written (每次). `words` is the text before that, as long. `places` leads back to
    the characters of the clause; None where nothing was taken out."""

    text: str
    words: str
    quantities: dict[int, Quantity]
    implied: set[int]
    places: list[int] | None

    def span(self, start: int, end: int) -> Span:
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def tokens(clause: str) -> Tokens:
    words = clause.translate(_HALF_WIDTH)
    places = None
    if len(words.split()) != 1:
        places = [place for place, char in enumerate(words) if not char.isspace()]
        words = "".join(words[place] for place in places)
        places.append(len(clause))
    quantities: dict[int, Quantity] = {}
    implied: set[int] = set()
    pieces: list[str] = []
    done = 0
    for found in rules("quantities").finditer(words):
        rule = found.lastgroup
        if rule == "skip_":
            continue
        start, end = found.span()
        if rule == "label_":
            pieces += (words[done:start], ";" * (end - start))
            done = end
            continue
        kind, quantities[start] = _quantity(rule, found)
        if rule == "quantity_" and found["number"] is None:
            implied.add(start)
        pieces += (words[done:start], SIGNS[kind], FILLER * (end - start - 1))
        done = end
    pieces.append(words[done:])
    return Tokens("".join(pieces), words, quantities, implied, places)


def _quantity(rule: str | None, found: re.Match[str]) -> tuple[str, Quantity]:
    """The kind of its sign, and the quantity: 0.1% for 千分之一, 30% for 三成, 2 工作日 for 两个工作日."""
    if rule == "fraction_":
        return "%", Quantity(percent_of_fraction(found[0]), "%")
    if rule == "bare_":
        amount = number((found["figures"] or found["numeral"]) + (found["scale"] or ""))
        return "bare" if amount else "zero", Quantity(amount, "")
    written = found["number"]
    amount = number(written) if written else Decimal(1)
    unit = found["unit"]
    if rest := found["and_half"]:
        amount += HALF if rest == "半" else number(rest) / 10  # 两天半, 九成五
    kind = units()[unit]
    unit = unit.removeprefix("个").replace("·", "") or unit
    if kind == "%":
        return kind, Quantity(amount * _PERCENT.get(unit, 1), "%")
    if kind == "元":
        return kind, Quantity(amount, "元")
    return "zero" if kind == "分" and not amount else kind, Quantity(amount, unit)
