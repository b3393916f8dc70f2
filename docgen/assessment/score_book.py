"""评分表.xlsx: a worksheet for each post, and 汇总 over all of them with ranks and how many have each grade."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import xlsxwriter

from docgen.assessment.grades import Band
from docgen.assessment.scheme import Scheme
from docgen.assessment.score_sheet import UNFILLED, Cells, Formats, formats, write_sheet
from docgen.assessment.total import score
from docgen.clause.numerals import plain
from docgen.manual.model import Manual
from docgen.sheets.workbook import print_across, worksheet_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME: Final = "评分表"
SUMMARY: Final = "汇总"
HEADINGS: Final = ("序号", "部门", "岗位", "姓名", "总分", "名次", "等级", "系数", "必填未填")
WIDTHS: Final = (6, 18, 22, 12, 10, 8, 12, 8, 10)
COUNT_HEADINGS: Final = ("等级", "人数", "占比", "比例上限")


def score_book(manual: Manual, schemes: list[Scheme], period: str) -> bytes:
    """The workbook; the same schemes give the same bytes."""
    made = io.BytesIO()
    safely = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, safely) as workbook:
        dated = manual.issued.value if manual.issued else datetime.date(1980, 1, 1)
        created = datetime.datetime(dated.year, dated.month, dated.day)
        workbook.set_properties({"title": f"{manual.title}　{NAME}", "created": created})
        forms, names = formats(workbook), {SUMMARY}
        summary = workbook.add_worksheet(SUMMARY)
        found = []
        for scheme in schemes:
            name = worksheet_name(str(scheme.place.post.name), names)
            worksheet = workbook.add_worksheet(name)
            empty = score(scheme, {})
            found.append(write_sheet(worksheet, name, scheme, empty, forms, str(manual.organization), period))
        _summary(summary, schemes, found, forms, f"{manual.organization}　{period}考核{SUMMARY}")
    return made.getvalue()


def _summary(worksheet: Worksheet, schemes: list[Scheme], found: list[Cells], made: Formats, title: str) -> None:
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, heading, made.head)
    totals = [cells.empty.total for cells in found]
    last = len(found) + 1
    for row, (scheme, cells) in enumerate(zip(schemes, found, strict=True), 1):
        holders = scheme.place.post.holders
        worksheet.write_number(row, 0, row, made.number)
        worksheet.write_string(row, 1, str(scheme.place.department.name), made.text)
        worksheet.write_string(row, 2, str(scheme.place.post.name), made.text)
        name = str(holders[0]) if len(holders) == 1 else ""
        worksheet.write_formula(row, 3, f'=IF({cells.name}="","",{cells.name})', made.text, name)
        worksheet.write_formula(row, 4, f"={cells.total}", made.result, float(cells.empty.total))
        rank = 1 + sum(total > cells.empty.total for total in totals)
        worksheet.write_formula(row, 5, f"=RANK(E{row + 1},$E$2:$E${last})", made.number, rank)
        band = cells.empty.band
        grade, factor = _graded(scheme, cells.empty.missing, band)
        if scheme.bands:
            worksheet.write_formula(row, 6, f"={cells.grade}", made.text, grade)
            worksheet.write_formula(row, 7, f"={cells.factor}", made.number, factor)
        else:
            worksheet.write_string(row, 6, "", made.text)
            worksheet.write_string(row, 7, "", made.number)
        worksheet.write_formula(row, 8, f"={cells.missing}", made.number, cells.empty.missing)
    _grade_counts(worksheet, schemes, found, made, last)
    print_across(worksheet, title)
    worksheet.freeze_panes(1, 3)
    worksheet.protect("", {"format_rows": True, "format_columns": True, "sort": True, "autofilter": True})


def _graded(scheme: Scheme, missing: int, band: Band | None) -> tuple[str, float | str]:
    if missing or band is None:
        return (UNFILLED if missing else "", "")
    return band.name, "" if band.factor is None else float(band.factor)


def _grade_counts(worksheet: Worksheet, schemes: list[Scheme], found: list[Cells], made: Formats, last: int) -> None:
    """How many have each grade, of those who have one. Names are compared as texts: COUNTIF would take * in one for
    any."""
    shares: dict[str, Decimal | None] = {}
    for scheme in schemes:
        for band in scheme.bands:
            shares.setdefault(band.name, band.share)
    if not shares:
        return
    row = last + 1
    for column, heading in enumerate(COUNT_HEADINGS, 1):
        worksheet.write_string(row, column, heading, made.head)
    grades = [cells.empty.band.name for cells in found if cells.empty.band]
    cells_of_all = f"$C${row + 2}:$C${row + 1 + len(shares)}"
    for place, (name, share) in enumerate(shares.items(), row + 1):
        worksheet.write_string(place, 1, name, made.text)
        here = grades.count(name)
        worksheet.write_formula(place, 2, f"=SUMPRODUCT(--EXACT($G$2:$G${last},B{place + 1}))", made.number, here)
        part = f"{100 * here / len(grades):.1f}%" if grades else ""
        formula = f'=IF(SUM({cells_of_all})=0,"",TEXT(C{place + 1}/SUM({cells_of_all}),"0.0%"))'
        worksheet.write_formula(place, 3, formula, made.text, part)
        worksheet.write_string(place, 4, f"{plain(share)}%" if share is not None else "", made.text)
