"""Cells of a workbook as a spreadsheet program shows them."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest

from docgen.source import Position
from docgen.spreadsheet.cells import table_of
from docgen.spreadsheet.columns import Columns

COLUMNS = Columns({"value": ("数值",)}, ("value",))


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (2, "General", "2"),
        (2.0, "General", "2"),
        (7, "0000", "0007"),
        (7, "0" * 300_000, "7"),
        (0.9875, "0.00%", "98.75%"),
        (0.996, "0%", "99.6%"),
        (0.1 + 0.2, "General", "0.3"),
        (2, '0"次"', "2次"),
        (1.5, '0.0_ "小时"', "1.5小时"),
        (2, '[Red]0"次";-0"次"', "2"),
        (datetime.datetime(2026, 11, 5, 8, 30), "yyyy-mm-dd", "2026-11-05"),
        ("=1+1", "@", ""),
        ("石长青", "General", "石长青"),
        (None, "General", ""),
    ],
)
def test_a_cell(value: object, form: str, shown: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = value
    sheet["A1"].number_format = form
    sheet["B1"] = "尾"
    saved = io.BytesIO()
    book.save(saved)
    ((_, cells),), problems = table_of("记录.xlsx", saved.getvalue(), COLUMNS)
    assert (cells, problems) == ([shown, "尾"], [])


def test_what_stands_far_to_the_right_is_not_read() -> None:
    """A sheet painted to its last column has 16,384 cells in each row."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A2"], sheet["IV2"], sheet["IW2"], sheet["XFD3"] = "甲", "乙", "丙", "丁"
    saved = io.BytesIO()
    book.save(saved)
    table, problems = table_of("记录.xlsx", saved.getvalue(), COLUMNS)
    assert (table, problems) == ([(Position("记录.xlsx", 2), ["甲", *[""] * 254, "乙"])], [])
