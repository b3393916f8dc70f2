"""Tables in Word: columns, merged cells, groups that stay together, head rows that repeat."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.tree import Align, Cell, Group, Note, Paragraph, Row, Table
from docgen.writers.word.tables import column_widths
from tests.word_parts import body, inlines


def cell(text: str, rowspan: int = 1, colspan: int = 1, align: Align = "left", header: bool = False) -> Cell:
    return Cell(inlines(text), header, colspan, rowspan, align)


def rows_of(table: Table) -> list[str]:
    """Each row in short: `甲↓` begins a vertical merge, `↓` goes on, `乙×2` spans two columns, `*` keeps with next."""
    return [
        " | ".join(map(in_short, re.findall("<w:tc>.*?</w:tc>", row)))
        for row in re.findall("<w:tr>.*?</w:tr>", body(table))
    ]


def in_short(xml: str) -> str:
    text = re.sub("<[^>]*>", "", xml)
    merged = "↓" if "<w:vMerge" in xml else ""
    span = re.search('gridSpan w:val="(.)"', xml)
    kept = "*" if "<w:keepNext/>" in xml else ""
    return text + merged + (f"×{span[1]}" if span else "") + kept


def test_a_merged_cell_goes_on_below_and_its_group_stays_together() -> None:
    groups = (
        Group((Row((cell("项目", rowspan=3), cell("甲"))), Row((cell("乙"),)), Row((cell("丙"),)))),
        Group((Row((cell("合计", colspan=2),)),)),
    )

    assert rows_of(Table("表", (1, 1), (), groups)) == ["项目↓* | 甲*", "↓* | 乙*", "↓* | 丙*", "合计×2"]


@pytest.mark.parametrize(
    ("sizes", "kept"),
    [
        ((1,), [""]),
        ((1, 1), ["*", ""]),
        ((1, 1, 1, 1), ["*", "", "*", ""]),
        ((2, 1), ["*", "*", ""]),
        ((1, 2, 2), ["*", "*", "", "*", ""]),
        ((2, 1, 1, 2), ["*", "", "", "", "*", ""]),
    ],
)
def test_no_row_stands_alone_at_a_pages_foot_or_head(sizes: tuple[int, ...], kept: list[str]) -> None:
    """A first or last group of one row is held to its neighbour, as in the PDF."""
    groups = tuple(Group((Row((cell("行"),)),) * size) for size in sizes)

    assert rows_of(Table("表", (1,), (), groups)) == [f"行{mark}" for mark in kept]


def test_a_cell_may_span_both_ways() -> None:
    group = Group((Row((cell("块", 2, 2), cell("甲"))), Row((cell("乙"),))))

    assert rows_of(Table("表", (1, 1, 1), (), (group,))) == ["块↓×2* | 甲*", "↓×2 | 乙"]


def test_a_span_at_the_right_goes_on_after_the_cells_of_its_row() -> None:
    group = Group((Row((cell("甲"), cell("块", rowspan=2))), Row((cell("乙"),))))

    assert rows_of(Table("表", (1, 1), (), (group,))) == ["甲* | 块↓*", "乙 | ↓"]


def test_a_note_stays_with_the_row_and_the_white_or_the_paragraph_before_it() -> None:
    rows = tuple(Group((Row((cell(text), cell("10"))),)) for text in ("甲", "乙"))
    note = Note("注", inlines("考核：按月。"))

    written = body(Table("表", (1, 1), (), rows), note)
    kept = re.findall("keepNext|甲|乙|10", written)
    assert kept == ["keepNext", "甲", "keepNext", "10", "keepNext", "乙", "keepNext", "10", "keepNext"]
    assert body(Paragraph("段", inlines("甲")), note).startswith(
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    )


def test_head_rows_repeat_and_no_row_is_split() -> None:
    head = (Row((cell("要素", header=True), cell("满分", header=True))),)
    written = body(Table("表", (1, 1), head, (Group((Row((cell("甲"), cell("10"))),)),)))

    assert re.findall("<w:trPr>(.*?)</w:trPr>", written) == ["<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"]
    assert re.findall('pStyle w:val="(Table.*?)"', written) == ["TableHeading"] * 2 + ["TableText"] * 2 + ["TableGap"]


def test_heads_stand_in_the_middle_of_their_cells_and_texts_at_the_top() -> None:
    head = (Row((cell("要素", rowspan=2, header=True), cell("得分", header=True))), Row((cell("小组", header=True),)))
    written = body(Table("表", (1, 1), head, (Group((Row((cell("甲"), cell("10"))),)),)))

    assert ['vAlign w:val="center"' in row for row in re.findall("<w:tc>.*?</w:tc>", written)] == [True] * 4 + [
        False
    ] * 2


@pytest.mark.parametrize(("head", "look"), [((Row((cell("甲"),)),), "1"), ((), "0")], ids=["head", "none"])
def test_only_a_head_looks_like_one(head: tuple[Row, ...], look: str) -> None:
    """The style gives the first row the head's colour where the table says that it has one (ISO 29500-1 §17.4.55)."""
    written = body(Table("表", (1,), head, (Group((Row((cell("乙"),)),)),)))
    assert f'w:firstRow="{look}"/>' in written


@pytest.mark.parametrize(("align", "style"), [("left", ""), ("center", "Centered"), ("right", "Right")])
def test_alignment_is_a_style(align: Align, style: str) -> None:
    written = body(Table("表", (1,), (), (Group((Row((cell("甲", align=align),)),)),)))

    assert f'<w:pStyle w:val="TableText{style}"/></w:pPr><w:r><w:t>甲</w:t>' in written


def test_columns_fill_the_type_area() -> None:
    written = body(Table("表", (1, 2, 1), (), (Group((Row((cell("甲"), cell("乙"), cell("丙"))),)),)))

    assert re.findall('gridCol w:w="(.*?)"', written) == ["2211", "4422", "2211"]
    assert '<w:tblW w:w="8844" w:type="dxa"/><w:tblLayout w:type="fixed"/>' in written


@given(st.lists(st.integers(1, 100), min_size=1, max_size=20).map(tuple), st.integers(2000, 20000))
def test_widths_sum_to_the_width(columns: tuple[int, ...], width: int) -> None:
    widths = column_widths(columns, width)

    assert sum(widths) == width
    assert all(abs(found - width * each / sum(columns)) <= 1 for found, each in zip(widths, columns, strict=True))
