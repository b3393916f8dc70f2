"""What a score sheet comes to: awards, the score, its grade, and the table of grades."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from docgen.assessment.formulas import rounded_formula
from docgen.assessment.score_sheet.writing import HEAD_ROW, SheetBeingWritten, cell_name
from docgen.clause.numerals import plain

UNFILLED: Final = "未填完"
GRADE_HEADINGS: Final = ("等级", "下限（分）", "系数")


class Totals(NamedTuple):
    """The names of the cells of what a sheet comes to."""

    score: str
    grade: str
    factor: str
    missing: str


def write_totals(sheet: SheetBeingWritten) -> Totals:
    """Awards, the score and its grade, beside the table of grades."""
    scheme, empty, first = sheet.scheme, sheet.empty, sheet.row
    start = HEAD_ROW + 1
    awards = f"SUM({cell_name(start, sheet.award)}:{cell_name(first - 1, sheet.award)}){''.join(sheet.beyond)}"
    sheet.begin_block()
    capped = awards if scheme.award_cap is None else f"MIN({plain(scheme.award_cap)},{awards})"
    cap = "" if scheme.award_cap is None else f"（上限{plain(scheme.award_cap)}分）"
    award = _result(sheet, f"加分合计{cap}", capped, Decimal(0))
    unfilled = "+".join(sheet.missing) or "0"
    missing = _result(sheet, "还没有填的必填项（个）", unfilled, Decimal(empty.missing), is_count=True)
    total = f"MAX(0,{'+'.join((*sheet.parts, award))})"
    if sheet.vetoes:
        total = f"IF(SUM({','.join(sheet.vetoes)})>0,0,{total})"
    score = _result(sheet, "总分", rounded_formula(total), empty.total)
    if not scheme.bands:
        return Totals(score, score, score, missing)
    names, floors, factors = _grade_table(sheet, first)
    place = f"MATCH({score},{floors},1)"
    band = empty.band
    named = f'IF({missing}>0,"{UNFILLED}",INDEX({names},{place}))'
    grade = _result(sheet, "等级", named, band.name if band else UNFILLED)
    now = band.factor if band and band.factor is not None else ""
    factor = _result(sheet, "系数", f'IF({missing}>0,"",INDEX({factors},{place}))', now)
    while sheet.row <= first + len(scheme.bands):
        sheet.end_row()
    return Totals(score, grade, factor, missing)


def _result(sheet: SheetBeingWritten, label: str, formula: str, value: Decimal | str, *, is_count: bool = False) -> str:
    left = len(GRADE_HEADINGS) if sheet.scheme.bands else 0
    sheet.text(sheet.row, left, sheet.row, sheet.award, label, sheet.formats.head)
    form = sheet.formats.number if is_count else sheet.formats.result
    cell = sheet.formula(sheet.row, sheet.item, formula, value, form)
    sheet.end_row()
    return cell


def _grade_table(sheet: SheetBeingWritten, row: int) -> tuple[str, ...]:
    """Grades from the lowest up, which is how MATCH looks; the cells of their names, floors and factors."""
    made, ascending = sheet.formats, sheet.scheme.bands[::-1]
    for column, heading in enumerate(GRADE_HEADINGS):
        sheet.worksheet.write_string(row, column, heading, made.head)
    for place, band in enumerate(ascending, row + 1):
        sheet.worksheet.write_string(place, 0, band.name, made.text)
        sheet.worksheet.write_number(place, 1, float(band.floor), made.number)
        if band.factor is None:
            sheet.worksheet.write_string(place, 2, "", made.number)
        else:
            sheet.worksheet.write_number(place, 2, float(band.factor), made.number)
    return tuple(
        f"{cell_name(row + 1, column)}:{cell_name(row + len(ascending), column)}"
        for column in range(len(GRADE_HEADINGS))
    )
