"""Grades (等级) by their lower bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from docgen.checks.grades_band import scale_of
from docgen.manual.model import Grade


class Band(NamedTuple):
    """A grade reaches from its floor up to the next; `factor` (系数) and `share` (比例, in per cent) where it has
    them."""

    name: str
    floor: Decimal
    factor: Decimal | None
    share: Decimal | None


def bands(grades: tuple[Grade, ...]) -> tuple[Band, ...]:
    """From the highest to the lowest; band texts out of old manuals (80-89) by where they begin."""
    found = [
        Band(
            str(band.grade.name),
            band.low,
            band.grade.factor.value if band.grade.factor else None,
            band.grade.share.value if band.grade.share else None,
        )
        for band in scale_of(grades)
    ]
    return tuple(sorted(found, key=lambda band: -band.floor))


def grade_of(score: Decimal, bands: tuple[Band, ...]) -> Band | None:
    """The grade of a rounded score; None where there are no grades."""
    return next((band for band in bands if score >= band.floor), None)
