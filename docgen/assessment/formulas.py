"""The arithmetic of `docgen.assessment.points` as formulas of a spreadsheet.

Spreadsheets count in binary: (100-98.7)/0.1 is 12.999… there. Quotients are rounded to nine decimals before whole steps
are taken of them, far finer than anything that is measured.
"""

from __future__ import annotations

from decimal import Decimal

from docgen.assessment.points import Rule, Scale
from docgen.clause.numerals import plain


def scale_formula(scale: Scale, value: str) -> str:
    """The points of the number that the expression `value` gives."""
    if scale.add:
        formula = "+".join(_if(rule, value, "0") for rule in scale.rules)
    else:
        formula = "0"
        for rule in reversed(scale.rules):
            formula = _if(rule, value, formula)
    if scale.greatest is not None:
        formula = f"MIN({plain(scale.greatest)},{formula})"
    return formula if scale.least is None else f"MAX({plain(scale.least)},{formula})"


def _if(rule: Rule, value: str, otherwise: str) -> str:
    conditions = []
    if rule.low is not None:
        conditions.append(f"{value}>{'=' if rule.low_in else ''}{plain(rule.low)}")
    if rule.high is not None:
        conditions.append(f"{value}<{'=' if rule.high_in else ''}{plain(rule.high)}")
    if not conditions:
        return _worth(rule, value)
    both = conditions[0] if len(conditions) == 1 else f"AND({','.join(conditions)})"
    return f"IF({both},{_worth(rule, value)},{otherwise})"


def _worth(rule: Rule, value: str) -> str:
    each = f"({plain(rule.amount)})"
    counted = each if rule.step is None else f"{each}*{_steps(rule, value)}"
    return f"({plain(rule.base)}+{counted})" if rule.base else counted


def _steps(rule: Rule, value: str) -> str:
    distance = _distance(rule, value)
    quotient = f"MAX(0,{distance})"
    if rule.step != 1:
        assert rule.step
        quotient = f"{quotient}/{plain(rule.step)}"
    if rule.rounding == "down":
        quotient = f"INT(ROUND({quotient},9))"
    elif rule.rounding == "up":
        quotient = f"ROUNDUP(ROUND({quotient},9),0)"
    return quotient if rule.most is None else f"MIN({plain(rule.most)},{quotient})"


def _distance(rule: Rule, value: str) -> str:
    if rule.falls:
        return f"{plain(rule.start)}-{value}"
    return f"{value}-{plain(rule.start)}" if rule.start else value


def rounded_formula(value: str) -> str:
    """Half up to two decimals: 89.995 times 100 is brought to 8999.5, which binary numbers have exactly."""
    return f"ROUND(ROUND(({value})*100,6),0)/100"


def weighted_formula(cells: list[str], weights: tuple[Decimal, ...]) -> str:
    """The weighted mean of some cells."""
    total = sum(weights, Decimal(0))
    parts = "+".join(f"{plain(weight)}*{cell}" for cell, weight in zip(cells, weights, strict=True))
    return f"(({parts})/{plain(total)})"
