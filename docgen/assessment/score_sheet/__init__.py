"""One post's score sheet (评分表) as a worksheet: each clause with what to fill in, and points by formula.

Only what is filled in is unlocked. Every text is written as a string, never as a formula. Formulas carry the values of
the empty sheet, since not every spreadsheet program computes a file when it opens it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.assessment.scheme import Scheme
from docgen.assessment.score_sheet.entries import write_part
from docgen.assessment.score_sheet.totals import write_totals
from docgen.assessment.score_sheet.writing import (
    ASSESSOR_WIDTH,
    HEAD_ROW,
    HEADINGS,
    POINTS,
    Formats,
    SheetBeingWritten,
)
from docgen.assessment.total import Score
from docgen.clause.numerals import plain
from docgen.sheets.workbook import print_across, text_height

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

TITLE_HEIGHT, HEADINGS_HEIGHT, NOTE_HEIGHT = 24, 30, 44
HOLDER_CELL: Final = "B2"


class Cells(NamedTuple):
    """Where a sheet says what the summary looks up, as addresses in the workbook, and the score of the empty sheet."""

    name: str
    total: str
    grade: str
    factor: str
    missing: str
    empty: Score


class Form(NamedTuple):
    """What a sheet is for: whom (`holder`, "" where that is to be filled in), and what its head says."""

    scheme: Scheme
    holder: str
    organization: str
    period: str


def write_sheet(worksheet: Worksheet, name: str, form: Form, empty: Score, made: Formats) -> Cells:
    """The whole sheet; `name` is the worksheet's, `empty` the score of the empty sheet."""
    sheet = SheetBeingWritten(worksheet, form.scheme, made, empty)
    _head(sheet, form)
    for part, items, points in zip(form.scheme.parts, empty.items, empty.parts, strict=True):
        write_part(sheet, part, items, points)
    totals = write_totals(sheet)
    _signatures(sheet)
    sheet.break_pages()
    _protect(sheet)
    here = "'" + name.replace("'", "''") + "'!"
    score, grade, factor, missing = (here + cell for cell in totals)
    return Cells(here + HOLDER_CELL, score, grade, factor, missing, empty)


def _head(sheet: SheetBeingWritten, form: Form) -> None:
    """Title, who and when, column headings."""
    place, made, worksheet = form.scheme.place, sheet.formats, sheet.worksheet
    for column, width in enumerate(sheet.widths):
        worksheet.set_column(column, column, width)
    sheet.text(0, 0, 0, sheet.item, f"{form.organization}　{place.post.name}评分表", made.title)
    sheet.end_row(TITLE_HEIGHT)
    worksheet.write_string(sheet.row, 0, "被考核人", made.head)
    worksheet.write_string(sheet.row, 1, form.holder, made.text_entry)
    sheet.text(sheet.row, 2, sheet.row, 3, f"部门：{place.department.name}　岗位：{place.post.name}", made.text)
    worksheet.write_string(sheet.row, 4, "考核周期", made.head)
    sheet.text(sheet.row, 5, sheet.row, sheet.item, form.period, made.text_entry)
    sheet.end_row()
    assessors = [_assessor(*each, len(form.scheme.assessors)) for each in form.scheme.assessors]
    for column, heading in enumerate((*HEADINGS, *assessors, *POINTS)):
        worksheet.write_string(sheet.row, column, heading, made.head)
    sheet.end_row(max(HEADINGS_HEIGHT, *(text_height(each, ASSESSOR_WIDTH) for each in assessors)))


def _assessor(name: str, weight: Decimal, count: int) -> str:
    return name if count == 1 else f"{name}（{plain(weight)}%）" if weight > 1 else f"{name}（1/{count}）"


def _signatures(sheet: SheetBeingWritten) -> None:
    """What was talked about, what the person says to it, and a row for each who signs."""
    made, worksheet = sheet.formats, sheet.worksheet
    for label in ("面谈记录", "被考核人意见"):
        worksheet.write_string(sheet.row, 0, label, made.head)
        sheet.text(sheet.row, 1, sheet.row, sheet.item, "", made.text_entry)
        sheet.end_row(NOTE_HEIGHT)
    assessment = sheet.scheme.place.post.assessment
    approver = f"审批人（{assessment.approver}）" if assessment and assessment.approver else "审批人"
    for who in ("被考核人", *(name for name, _ in sheet.scheme.assessors), approver):
        sheet.text(sheet.row, 0, sheet.row, 1, f"{who}签字", made.head)
        worksheet.write_blank(sheet.row, 2, None, made.text)
        sheet.text(sheet.row, 3, sheet.row, sheet.item, "日期：　　　　　年　　　月　　　日", made.text)
        sheet.end_row()


def _protect(sheet: SheetBeingWritten) -> None:
    """Without a password: it keeps formulas from slips, not from their owner."""
    worksheet = sheet.worksheet
    print_across(worksheet, f"{sheet.scheme.place}　评分表", HEAD_ROW)
    worksheet.freeze_panes(HEAD_ROW + 1, 1)
    worksheet.protect("", {"format_rows": True, "format_columns": True})
