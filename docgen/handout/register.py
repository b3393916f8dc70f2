"""发放登记, the index of a roster's handouts: who was given which post in which version, and the file's own hash."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable
from typing import NamedTuple

NAME = "发放登记"
HEADINGS = (
    "序号", "工号", "姓名", "部门", "岗位", "入职日期", "版本", "内容校验码", "页数", "文件", "SHA-256",
)  # fmt: skip
WIDTHS = (6, 12, 12, 18, 24, 14, 12, 16, 6, 44, 68)
# What a spreadsheet program takes for a formula when it opens a CSV file (CWE-1236).
FORMULA = re.compile(r"[\s\0]*[=+\-@＝＋－＠]|[\t\r]")


class Line(NamedTuple):
    """One person's handout, in the order of HEADINGS after 序号. Several posts are parted by 、."""

    number: str
    name: str
    department: str
    post: str
    joined: str
    version: str
    content_hash: str
    pages: int
    file: str
    sha256: str


def as_csv(lines: Iterable[Line]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel reads it right; no cell begins a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number, line in enumerate(lines, 1):
        writer.writerow([number, *(_plain(str(value)) for value in line)])
    return text.getvalue().encode("utf-8-sig")


def _plain(value: str) -> str:
    return f"'{value}" if FORMULA.match(value) else value


def as_workbook(lines: Iterable[Line], title: str, issued: datetime.date | None) -> bytes:
    """The same as .xlsx, dated by `issued`."""
    from docgen.sheets import Row, Sheet, workbook

    rows = tuple(Row((number, *line)) for number, line in enumerate(lines, 1))
    return workbook.as_workbook(title, [Sheet(NAME, HEADINGS, WIDTHS, rows)], issued)
