"""The days in the cells of a list."""

from __future__ import annotations

import datetime
import unicodedata
from typing import Final

from docgen.loader.values import DATE_FORMS
from docgen.problems import Problem
from docgen.source import Text
from docgen.spreadsheet import problems as wrong

COMPACT_DIGITS: Final = 8


def day_of(text: Text, problems: list[Problem]) -> datetime.date | None:
    """2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日 or 20260105; None for an empty cell, and, with a problem SHEET-DATE,
    for what is no day. A time of day behind it is left out."""
    if not text:
        return None
    plain = unicodedata.normalize("NFKC", text).split(" ")[0]
    if len(plain) == COMPACT_DIGITS and plain.isdecimal():
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    found = DATE_FORMS.fullmatch(plain)
    try:
        if found:
            return datetime.date(*map(int, found.groups()))
    except ValueError:
        pass  # 2026-02-30
    problems.append(wrong.date(text))
    return None
