"""Sheets as .xlsx: what a spreadsheet program makes of it is what is in it."""

from __future__ import annotations

import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from docgen.sheets import Row, Sheet
from docgen.sheets.workbook import as_workbook
from tests.office import findings
from tests.sample_sheets import ODD, SHEET

DAY = datetime.date(2025, 12, 22)


def read(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def xml_of(data: bytes) -> str:
    """The first worksheet as it is written."""
    return zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


def test_every_row_says_all_and_strings_are_strings() -> None:
    rows = read(as_workbook("手册", [SHEET], DAY)).worksheets[0].iter_rows()
    assert [[(cell.data_type, cell.value) for cell in row] for row in rows][:3] == [
        [("s", "部门"), ("s", "岗位"), ("s", "职责"), ("s", "个数")],
        [("s", "仓储部"), ("s", "仓库主任"), ("s", "收发"), ("n", 1)],
        [("s", "仓储部"), ("s", "仓库主任"), ("s", ODD), ("n", 2)],
    ]


@pytest.mark.parametrize("text", ["=1+1", "@甲", "+1", "-1", "https://a.cn", "0012", "{=1}", "　", ""])
def test_no_string_is_a_formula_a_link_or_a_number(text: str) -> None:
    data = as_workbook("手册", [Sheet(text or "表", (text,), (8,), (Row((text,)),))], DAY)
    assert [cell.value or "" for cell in read(data).worksheets[0]["A"]] == [text, text]
    assert "<f>" not in xml_of(data)
    assert "hyperlink" not in xml_of(data)


def test_a_text_longer_than_a_cell_can_hold_says_that_it_goes_on() -> None:
    sheet = Sheet("明细", ("内容",), (20,), (Row(("长" * 40_000,)),))

    value = read(as_workbook("手册", [sheet], DAY)).worksheets[0]["A2"].value

    assert value == "长" * 32_766 + "…"


def test_it_prints_on_a4_across_with_its_headings_on_each_page() -> None:
    data = as_workbook("2026年&1", [SHEET], DAY)
    sheet = read(data).worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.print_title_rows == "$1:$1"
    assert "<oddHeader>&amp;C&amp;12 2026年&amp;&amp;1　明细</oddHeader>" in xml_of(data)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:D5")


def test_wrong_rows_are_to_be_seen() -> None:
    column = read(as_workbook("手册", [SHEET], DAY)).worksheets[0]["A"]
    assert [cell.fill.fgColor.rgb for cell in column] == ["FFEDEDED", "00000000", "FFFDE7E7", "00000000", "00000000"]


def test_worksheets_have_names_that_excel_takes() -> None:
    names = ["生产[一]:*?/\\部", "'甲'", "长" * 40, "长" * 40, "abc", "ABC", "''"]
    sheets = [SHEET._replace(name=name) for name in names]
    assert read(as_workbook("手册", sheets, DAY)).sheetnames == [
        "生产_一______部", "甲", "长" * 31, "长" * 29 + "_2", "abc", "ABC_2", "_",
    ]  # fmt: skip


def test_the_same_sheets_are_the_same_bytes_dated_by_the_day_of_issue() -> None:
    data = as_workbook("手册", [SHEET], DAY)
    assert data == as_workbook("手册", [SHEET], DAY)
    assert b"2025-12-22T00:00:00Z" in zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml")


def test_the_validators_find_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(as_workbook("手册", [SHEET, SHEET._replace(name="空", rows=())], None))
    assert findings(file) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Decimal("100.00"), "0.00"),
        (Decimal("1.2"), "0.0"),
        (Decimal(1) / 3, "0.0000"),
        (Decimal("1E+2"), "0"),
        (7, "0"),
    ],
)
def test_a_number_shows_the_decimals_that_it_has(cell: Decimal | int, expected: str) -> None:
    data = as_workbook("手册", [Sheet("表", ("数",), (8,), (Row((cell,)),))], DAY)
    shown = read(data).worksheets[0]["A2"]
    assert (shown.number_format, shown.value) == (expected, pytest.approx(float(cell)))


def test_a_row_is_as_high_as_its_text_broken_to_the_column() -> None:
    texts = ("一二三四", "一二三四五六七八", "一\n二\n三", "字" * 2000)
    data = as_workbook("手册", [Sheet("表", ("文",), (10,), tuple(Row((text,)) for text in texts))], DAY)
    assert [read(data).worksheets[0].row_dimensions[row].height for row in range(2, 6)] == [
        15.75,
        29.25,
        42,
        399.75,
    ]  # whole pixels
