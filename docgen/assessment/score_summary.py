"""汇总 of a 评分表.xlsx: everybody's score with rank and grade, and how many have each grade against its 比例."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.assessment.grades import Band
from docgen.assessment.points import ranks
from docgen.assessment.scheme import Scheme
from docgen.assessment.score_sheet import Cells
from docgen.assessment.score_sheet.totals import UNFILLED
from docgen.assessment.score_sheet.writing import Formats
from docgen.clause.numerals import plain
from docgen.sheets.workbook import print_across

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADINGS: Final = ("序号", "部门", "岗位", "姓名", "总分", "名次", "等级", "系数", "必填未填")
WIDTHS: Final = (6, 18, 22, 12, 10, 8, 12, 8, 10)
SCALE_COLUMN: Final = len(HEADINGS)
"""Hidden: by which scale of grades a row is graded."""
COUNT_HEADINGS: Final = ("等级", "人数", "占比", "比例上限", "最多人数", "超出人数")
SIGNED: Final = "制表：　　　　　　　　审核：　　　　　　　　批准：　　　　　　　　日期："


class Scored(NamedTuple):
    """A sheet of the workbook: of whom, and where it says what."""

    scheme: Scheme
    holder: str
    cells: Cells


def write_summary(worksheet: Worksheet, found: list[Scored], made: Formats, title: str) -> None:
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, heading, made.head)
    worksheet.set_column(SCALE_COLUMN, SCALE_COLUMN, None, None, {"hidden": True})
    scales = list(dict.fromkeys(each.scheme.bands for each in found))
    ranked = ranks(each.cells.empty.total for each in found if not each.cells.empty.missing)
    for row, each in enumerate(found, 1):
        worksheet.write_number(row, SCALE_COLUMN, scales.index(each.scheme.bands))
        rank = "" if each.cells.empty.missing else ranked[each.cells.empty.total]
        _person(worksheet, row, each, rank, len(found) + 1, made)
    row = len(found) + 2
    for number, scale in enumerate(scales):
        row = _counts(worksheet, row, number, scale, found, made)
    print_across(worksheet, title)
    worksheet.set_footer(f"&L{SIGNED}&R&P / &N")
    worksheet.print_area(0, 0, row, len(HEADINGS) - 1)
    worksheet.freeze_panes(1, 3)
    worksheet.protect("", {"format_rows": True, "format_columns": True, "sort": True, "autofilter": True})


def _person(worksheet: Worksheet, row: int, each: Scored, rank: int | str, last: int, made: Formats) -> None:
    place, cells, here = each.scheme.place, each.cells, row + 1
    missing, band = cells.empty.missing, cells.empty.band
    worksheet.write_number(row, 0, row, made.number)
    worksheet.write_string(row, 1, str(place.department.name), made.text)
    worksheet.write_string(row, 2, str(place.post.name), made.text)
    worksheet.write_formula(row, 3, f'=IF({cells.name}="","",{cells.name})', made.text, each.holder)
    worksheet.write_formula(row, 4, f"={cells.total}", made.result, float(cells.empty.total))
    better = f"SUMPRODUCT(($I$2:$I${last}=0)*($E$2:$E${last}>E{here}))"
    worksheet.write_formula(row, 5, f'=IF(I{here}>0,"",1+{better})', made.number, rank)
    if each.scheme.bands:
        grade = UNFILLED if band is None else band.name
        factor = "" if band is None or band.factor is None else float(band.factor)
        worksheet.write_formula(row, 6, f"={cells.grade}", made.text, grade)
        worksheet.write_formula(row, 7, f"={cells.factor}", made.number, factor)
    else:
        worksheet.write_string(row, 6, "", made.text)
        worksheet.write_string(row, 7, "", made.number)
    worksheet.write_formula(row, 8, f"={cells.missing}", made.number, missing)


def _counts(
    worksheet: Worksheet, row: int, scale: int, bands: tuple[Band, ...], found: list[Scored], made: Formats
) -> int:
    """How many have each grade of a scale, of those who have one, and how many may; the row below.

    Names are compared as texts: COUNTIF would take * in one for any.
    """
    if not bands:
        return row
    last, first = len(found) + 1, row + 2
    for column, heading in enumerate(COUNT_HEADINGS, 1):
        worksheet.write_string(row, column, heading, made.head)
    graded = [each.cells.empty.band.name for each in found if each.scheme.bands == bands and each.cells.empty.band]
    people = f"SUM($C${first}:$C${first + len(bands) - 1})"
    for place, band in enumerate(bands, row + 1):
        here, number = place + 1, graded.count(band.name)
        worksheet.write_string(place, 1, band.name, made.text)
        those = f"EXACT($G$2:$G${last},B{here})*($J$2:$J${last}={scale})"
        worksheet.write_formula(place, 2, f"=SUMPRODUCT({those})", made.number, number)
        part = f"{100 * number / len(graded):.1f}%" if graded else ""
        worksheet.write_formula(place, 3, f'=IF({people}=0,"",TEXT(C{here}/{people},"0.0%"))', made.number, part)
        if band.share is None:
            for column in (4, 5, 6):
                worksheet.write_string(place, column, "", made.number)
            continue
        limit = int(band.share * len(graded) / 100)
        worksheet.write_string(place, 4, f"{plain(band.share)}%", made.number)
        most = f"INT(ROUND({plain(band.share)}*{people}/100,9))"
        worksheet.write_formula(place, 5, f"={most}", made.number, limit)
        worksheet.write_formula(place, 6, f"=MAX(0,C{here}-F{here})", made.number, max(0, number - limit))
    return row + len(bands) + 2
