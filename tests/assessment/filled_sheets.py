"""A 评分表.xlsx filled in by hand, and what LibreOffice Calc makes of it."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from docgen.assessment.points import weighted
from docgen.assessment.scheme import Scheme

ASKED, ENTRY = 5, 6  # columns: 填什么, 次数或数值; then one for each assessor
Filled = Mapping[int, Sequence[Decimal]]
"""What is typed, by the place of the line: one number, or one for each assessor."""


class Computed(NamedTuple):
    """A row of 汇总, as text."""

    total: str
    rank: int | str
    """"" where it has none."""
    grade: str
    missing: int


def recalculated(book: bytes, sheets: Sequence[tuple[Scheme, Filled]], folder: Path) -> openpyxl.Workbook:
    """The workbook with numbers typed into its sheets, computed anew: openpyxl keeps formulas and no values."""
    workbook = openpyxl.load_workbook(io.BytesIO(book))
    for worksheet, (scheme, filled) in zip(workbook.worksheets[1:], sheets, strict=True):
        type_in(worksheet, scheme, filled)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "filled.xlsx"
    workbook.save(file)
    command = ["soffice", f"-env:UserInstallation={(folder.parent / 'calc').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "office"), str(file)]
    subprocess.run(command, capture_output=True, check=True)
    return openpyxl.load_workbook(folder / "office" / file.name, data_only=True)


def type_in(worksheet: Worksheet, scheme: Scheme, filled: Filled) -> None:
    rows = [row for row in range(4, worksheet.max_row + 1) if worksheet.cell(row, ASKED).value]
    assert len(rows) == len(scheme.lines)
    for place, values in filled.items():
        column = ENTRY + 1 if scheme.lines[place].entry == "judged" else ENTRY
        for shift, value in enumerate(values):
            cell = worksheet.cell(rows[place], column + shift)
            assert not cell.protection.locked
            cell.value = float(value)


def values(scheme: Scheme, filled: Filled) -> dict[int, tuple[Decimal, ...]]:
    """What docgen's arithmetic is given for the same: the mean of what the assessors decide."""
    weights = [weight for _, weight in scheme.assessors]
    return {
        place: (weighted(typed, weights),) if scheme.lines[place].entry == "judged" else tuple(typed)
        for place, typed in filled.items()
    }


def summary(workbook: openpyxl.Workbook, posts: int) -> list[Computed]:
    rows = workbook["汇总"].iter_rows(min_row=2, max_row=posts + 1, values_only=True)
    return [Computed(f"{row[4]:.6f}", row[5] or "", row[6] or "", row[8]) for row in rows]
