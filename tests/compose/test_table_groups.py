"""Groups of rows that are higher than a page."""

from __future__ import annotations

from docgen import tree
from docgen.compose.table_groups import split_groups
from docgen.tree import Break, Cell, Group, PageSection, Row, Section, Table, Text
from tests.sample_style import gbt9704

STYLE = gbt9704()
# A page of gbt9704 is 637.8 pt high, 9/10 of which a group may take; a row of one line takes 16 + 6.5 pt.
FITTING = 25


def cell(text: str, rowspan: int = 1, align: tree.Align = "left") -> Cell:
    return Cell((Text(text),) if text else (), rowspan=rowspan, align=align)


def split(group: Group, columns: tuple[int, ...] = (1, 1)) -> list[tuple[str, list[list[tuple[str, int]]]]]:
    """The groups that one becomes: key, and each row's cells as text and rowspan."""
    section = Section("表", (Table("表", columns, (), (group,)),))
    found = split_groups(PageSection("页", "body", (section,)), STYLE)
    (table,) = found.blocks[0].blocks  # type: ignore[union-attr]
    assert isinstance(table, Table)
    return [
        (part.key, [[(tree.plain(each.children), each.rowspan) for each in row.cells] for row in part.rows])
        for part in table.groups
    ]


def duty(rows: int) -> Group:
    """A merged cell beside so many rows of one line."""
    first = Row((cell("职责", rows), cell("标准1")))
    return Group((first, *(Row((cell(f"标准{number}"),)) for number in range(2, rows + 1))), "职责")


def test_a_group_that_a_page_can_hold_stays_whole() -> None:
    ((key, rows),) = split(duty(FITTING))

    assert key == "职责"
    assert rows[0] == [("职责", FITTING), ("标准1", 1)]
    assert rows[1:] == [[(f"标准{number}", 1)] for number in range(2, FITTING + 1)]


def test_a_higher_one_becomes_several_and_its_merged_cell_goes_on() -> None:
    parts = split(duty(60))

    assert [(key, rows[0], len(rows)) for key, rows in parts] == [
        ("职责", [("职责", 25), ("标准1", 1)], 25),
        ("职责（续）2", [("职责（续）", 25), ("标准26", 1)], 25),
        ("职责（续）3", [("职责（续）", 10), ("标准51", 1)], 10),
    ]


def test_a_merged_cell_that_ends_at_the_cut_does_not_go_on() -> None:
    first, second = duty(25), duty(25)
    parts = split(Group((*first.rows, *second.rows), "组"))

    assert [rows[0][0] for _, rows in parts] == [("职责", 25), ("职责", 25)]


def test_cells_merged_at_the_right_keep_their_place() -> None:
    rows = (Row((cell("1"), cell("分值", 40, "center"))), *(Row((cell(str(number)),)) for number in range(2, 41)))

    assert [rows[0] for _, rows in split(Group(rows))] == [
        [("1", 1), ("分值", 25)],
        [("26", 1), ("分值 （续）", 15)],
    ]


def test_long_texts_and_line_breaks_count_as_the_lines_they_take() -> None:
    long = "字" * 200  # 10 lines of the 20 characters of a column
    broken = Cell(tuple(part for _ in range(10) for part in (Text("字"), Break())))
    rows = (Row((cell(long), cell(""))), Row((broken, cell(""))), Row((cell(long), cell(""))), Row((broken, cell(""))))

    assert [len(rows) for _, rows in split(Group(rows))] == [3, 1]


def test_a_row_higher_than_a_page_is_a_group_of_its_own() -> None:
    rows = (Row((cell("短"), cell(""))), Row((cell("字" * 2000), cell(""))), Row((cell("短"), cell(""))))

    assert [len(rows) for _, rows in split(Group(rows))] == [1, 1, 1]
