"""Rows of a group say who they are of only once."""

from __future__ import annotations

from docgen.sheets import Row, Sheet, for_reading
from tests.sample_sheets import ODD, SHEET


def test_what_the_row_above_says_is_left_out_as_far_as_it_is_the_same() -> None:
    assert [row.cells for row in for_reading(SHEET)] == [
        ("仓储部", "仓库主任", "收发", 1),
        ("", "", ODD, 2),
        ("", "库管员", "收发", 3),
        ("采购部", "库管员", "收发", 4),
    ]


def test_rows_without_groups_stay_as_they_are() -> None:
    rows = (Row(("甲", 1)), Row(("甲", 1)))
    assert tuple(for_reading(Sheet("表", ("名", "数"), (8, 8), rows))) == rows
