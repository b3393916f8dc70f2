"""Sheets as Markdown: text stays text."""

from __future__ import annotations

from docgen.sheets.markdown import as_markdown
from tests.sample_sheets import SHEET


def test_a_sheet_is_a_heading_and_a_table() -> None:
    assert (
        as_markdown("手册_1", [SHEET, SHEET._replace(name="汇总", rows=())])
        == """\
# 手册\\_1

## 明细

| 部门 | 岗位 | 职责 | 个数 |
| --- | --- | --- | --- |
| 仓储部 | 仓库主任 | 收发 | 1 |
|  |  | \\<b>\\|\\*=1+1<br>第二行\\& | 2 |
|  | 库管员 | 收发 | 3 |
| 采购部 | 库管员 | 收发 | 4 |

## 汇总

| 部门 | 岗位 | 职责 | 个数 |
| --- | --- | --- | --- |
"""
    )
