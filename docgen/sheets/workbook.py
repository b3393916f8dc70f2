"""Sheets as .xlsx: strings as strings, never as formulas, links or numbers; each prints on A4 across."""

from __future__ import annotations

import datetime
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import xlsxwriter

from docgen.problems import display_width
from docgen.sheets import Row, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in a worksheet's name
LONGEST_NAME = 31
A4 = 9
MOST_DECIMALS = 4
LONGEST_TEXT = 32767  # of a cell
LINE_HEIGHT, CELL_MARGIN = 13, 3  # points, of 10 or 10.5 point type
HIGHEST_ROW = 400  # points; Excel's own limit is 409
MOST_FROZEN = 3  # columns: more leave no room to scroll


def shortened(text: str) -> str:
    """What a cell can hold of a text; XlsxWriter would leave a longer one out."""
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def as_workbook(title: str, sheets: list[Sheet], day: datetime.date | None) -> bytes:
    """A worksheet for each. `day` dates the file, no clock, so that the same sheets give the same bytes."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        dated = day or datetime.date(1980, 1, 1)
        workbook.set_properties({"title": title, "created": datetime.datetime(dated.year, dated.month, dated.day)})
        border = {"border": 1, "valign": "top", "font_name": "宋体", "font_size": 10.5, "text_wrap": True}
        head = workbook.add_format({**border, "bold": True, "align": "center", "bg_color": "#EDEDED"})
        forms: dict[tuple[bool, str], Format] = {}

        def form(wrong: bool, number: str) -> Format:
            """One for each colour and number of decimals."""
            if (wrong, number) not in forms:
                colour = {"bg_color": "#FDE7E7"} if wrong else {}
                forms[wrong, number] = workbook.add_format({**border, **colour, "num_format": number})
            return forms[wrong, number]

        names: set[str] = set()
        for sheet in sheets:
            worksheet = workbook.add_worksheet(worksheet_name(sheet.name, names))
            print_across(worksheet, f"{title}　{sheet.name}")
            for column, (heading, width) in enumerate(zip(sheet.headings, sheet.widths, strict=True)):
                worksheet.set_column(column, column, width)
                worksheet.write_string(0, column, heading, head)
            for number, row in enumerate(sheet.rows, 1):
                worksheet.set_row(number, _height(row, sheet.widths))
                for column, cell in enumerate(row.cells):
                    if isinstance(cell, str):
                        worksheet.write_string(number, column, shortened(cell), form(row.wrong, "General"))
                    else:
                        worksheet.write_number(number, column, cell, form(row.wrong, _decimals(cell)))
            worksheet.freeze_panes(1, min(sheet.grouped, MOST_FROZEN))
            worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    return made.getvalue()


def text_height(text: str, width: int) -> int:
    """Of a text that is broken to a column's width, in points. Not every program finds it by itself."""
    lines = sum(max(1, -(-display_width(line) // (width - 1))) for line in text.split("\n"))
    return min(CELL_MARGIN + LINE_HEIGHT * lines, HIGHEST_ROW)


def _height(row: Row, widths: tuple[int, ...]) -> int:
    return max(text_height(str(cell), width) for cell, width in zip(row.cells, widths, strict=True))


def _decimals(number: int | Decimal) -> str:
    """100.00 stays 100.00; no more than four."""
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    assert isinstance(exponent, int)
    return f"0.{'0' * min(-exponent, MOST_DECIMALS)}" if exponent < 0 else "0"


def print_across(worksheet: xlsxwriter.worksheet.Worksheet, title: str, headings: int = 0) -> None:
    """A4 landscape, as wide as the page, the row of headings and the page's number on each.

    In a header & begins a code, of which one is a size: the space parts it from a title that begins with a digit
    (ISO 29500-1 §18.3.1.39, oddFooter and the like).
    """
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(headings)
    worksheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    worksheet.set_header(f"&C&12 {title[:100].replace('&', '&&')}")
    worksheet.set_footer("&C&P / &N")


def worksheet_name(name: str, taken: set[str]) -> str:
    """A worksheet's name as Excel has it: short, without some signs and quotes at its ends, unlike all others."""
    plain = FORBIDDEN.sub("_", name).strip("'") or "_"
    found, number = plain[:LONGEST_NAME], 1
    while found.lower() in taken:
        number += 1
        found = f"{plain[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
    taken.add(found.lower())
    return found
