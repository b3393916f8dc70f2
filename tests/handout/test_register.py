"""发放登记: what a spreadsheet program makes of it is what is in it."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from docgen.handout.register import Line, as_csv, as_workbook

FORMULA = Line("=1+1", "@张伟", "-部", "+岗", "", "1.0", "5156a96722bf", 7, "\t甲.pdf", "00")


def test_no_cell_of_the_csv_is_a_formula() -> None:
    assert as_csv([FORMULA]).decode("utf-8-sig").split("\r\n")[1] == (
        "1,'=1+1,'@张伟,'-部,'+岗,,1.0,5156a96722bf,7,'\t甲.pdf,00"
    )


@pytest.mark.parametrize("text", ["甲=乙", "1-2", "a@b.cn", "王强"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert as_csv([FORMULA._replace(name=text)]).decode("utf-8-sig").split("\r\n")[1].split(",")[2] == text


def test_strings_are_strings_in_the_workbook() -> None:
    data = as_workbook([FORMULA._replace(name="https://a.cn", sha256="0012")], "手册", None)
    row = list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows())[1]
    assert [(cell.data_type, cell.value) for cell in row] == [
        ("n", 1), ("s", "=1+1"), ("s", "https://a.cn"), ("s", "-部"), ("s", "+岗"), ("s", ""),
        ("s", "1.0"), ("s", "5156a96722bf"), ("n", 7), ("s", "\t甲.pdf"), ("s", "0012"),
    ]  # fmt: skip
    assert b"hyperlink" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_it_is_dated_by_the_day_of_issue_never_by_the_clock() -> None:
    data = as_workbook([FORMULA], "手册", datetime.date(2025, 12, 22))
    assert data == as_workbook([FORMULA], "手册", datetime.date(2025, 12, 22))
    assert b"2025-12-22T00:00:00Z" in zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml")
