"""A sheet for tests: a group of two rows, text that is markup elsewhere, a row that is wrong."""

from __future__ import annotations

from docgen.sheets import Row, Sheet

ODD = "<b>|*=1+1\n第二行&"
SHEET = Sheet(
    "明细",
    ("部门", "岗位", "职责", "个数"),
    (12, 12, 24, 8),
    (
        Row(("仓储部", "仓库主任", "收发", 1)),
        Row(("仓储部", "仓库主任", ODD, 2), wrong=True),
        Row(("仓储部", "库管员", "收发", 3)),
        Row(("采购部", "库管员", "收发", 4)),
    ),
    grouped=2,
)
