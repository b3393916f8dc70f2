"""评分表.xlsx: a worksheet for each post, or for each of several people in it, and 汇总 over all of them."""

from __future__ import annotations

import datetime
import io
from typing import Final

import xlsxwriter

from docgen.assessment.scheme import Scheme
from docgen.assessment.score_sheet import Form, write_sheet
from docgen.assessment.score_sheet.writing import formats
from docgen.assessment.score_summary import Scored, write_summary
from docgen.assessment.total import score
from docgen.manual.model import Manual
from docgen.sheets.workbook import worksheet_name

NAME: Final = "评分表"
SUMMARY: Final = "汇总"


def score_book(manual: Manual, schemes: list[Scheme], period: str) -> bytes:
    """The workbook; the same schemes give the same bytes."""
    made = io.BytesIO()
    safely = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    organization = str(manual.organization)
    with xlsxwriter.Workbook(made, safely) as workbook:
        dated = manual.issued.value if manual.issued else datetime.date(1980, 1, 1)
        created = datetime.datetime(dated.year, dated.month, dated.day)
        workbook.set_properties({"title": f"{manual.title}　{NAME}", "created": created})
        forms, names = formats(workbook), {SUMMARY}
        summary = workbook.add_worksheet(SUMMARY)
        found = []
        for scheme, holder, called in _sheets(schemes):
            name = worksheet_name(called, names)
            form = Form(scheme, holder, organization, period)
            cells = write_sheet(workbook.add_worksheet(name), name, form, score(scheme, {}), forms)
            found.append(Scored(scheme, holder, cells))
        write_summary(summary, found, forms, f"{organization}　{period}考核{SUMMARY}")
    return made.getvalue()


def _sheets(schemes: list[Scheme]) -> list[tuple[Scheme, str, str]]:
    """Each post with its 任职者 and the name of a worksheet; one of their own for each of several."""
    return [(scheme, str(holder), _called(scheme, holder)) for scheme in schemes for holder in _holders(scheme)]


def _holders(scheme: Scheme) -> tuple[str, ...]:
    return scheme.place.post.holders or ("",)


def _called(scheme: Scheme, holder: str) -> str:
    post = scheme.place.post
    return f"{post.name} {holder}" if len(post.holders) > 1 else str(post.name)
