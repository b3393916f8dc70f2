"""Tables on a terminal: columns line up, 汉字 being twice as wide."""

from __future__ import annotations

from docgen.sheets.text import as_text


def test_columns_are_as_wide_as_what_is_in_them_and_numbers_stand_right() -> None:
    assert (
        as_text(("部门", "职责", "说明"), [("仓储部", 9, "好"), ("IT", 10, "")])
        == """\
部门    职责  说明
仓储部     9  好
IT        10
"""
    )


def test_without_rows_there_are_the_headings() -> None:
    assert as_text(("部门", "职责"), []) == "部门  职责\n"
