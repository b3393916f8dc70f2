"""Sheets as HTML: one page that loads nothing."""

from __future__ import annotations

from docgen.sheets.html import CSS, as_html
from tests.sample_sheets import SHEET


def test_a_sheet_is_a_heading_and_a_table() -> None:
    assert (
        as_html("甲&乙", [SHEET._replace(rows=SHEET.rows[:2], widths=(1, 1, 1, 2))])
        == f"""\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>甲&amp;乙</title>
<style>
{CSS}</style>
</head>
<body>
<h1>甲&amp;乙</h1>
<h2>明细</h2>
<table>
<colgroup>{'<col style="width:20.0%">' * 3}<col style="width:40.0%"></colgroup>
<thead><tr><th>部门</th><th>岗位</th><th>职责</th><th>个数</th></tr></thead>
<tbody>
<tr><td>仓储部</td><td>仓库主任</td><td>收发</td><td class="number">1</td></tr>
<tr class="wrong"><td></td><td></td><td>&lt;b&gt;|*=1+1
第二行&amp;</td><td class="number">2</td></tr>
</tbody>
</table>
</body>
</html>
"""
    )


def test_it_needs_nothing_else() -> None:
    page = as_html("手册", [SHEET])
    assert not any(word in page for word in ("http", "url(", "src=", "<script", "<link"))
