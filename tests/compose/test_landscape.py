"""Wide tables lie on their side, with what belongs to them."""

from __future__ import annotations

from docgen.compose.landscape import turn_wide_tables
from docgen.tree import Block, Cell, Group, Heading, Note, PageSection, Paragraph, Row, Section, Table, Text
from tests.sample_style import gbt9704

STYLE = gbt9704()


def heading(level: int, key: str) -> Heading:
    return Heading(level, key, (Text(key),))


def table(key: str, *columns: int) -> Table:
    row = Row(tuple(Cell((Text("甲"),)) for _ in columns))
    return Table(key, columns, (), (Group((row,)),))


WIDE, NARROW = table("宽表", 12, 12, 12, 12, 12), table("窄表", 12, 12, 12, 12)


def turned(*blocks: Block) -> list[tuple[str, str, list[object]]]:
    """The page sections as (orientation, key, blocks); sections as lists of their keys."""

    def shown(block: Block) -> object:
        return [shown(each) for each in block.blocks] if isinstance(block, Section) else getattr(block, "key", "")

    found = turn_wide_tables(PageSection("部门", "body", blocks, restart=True), STYLE)
    assert [section.restart for section in found] == [True, *[False] * (len(found) - 1)]
    return [(section.orientation, section.key, [*map(shown, section.blocks)]) for section in found]


def test_what_fits_stays() -> None:
    assert turned(heading(1, "部门"), NARROW) == [("portrait", "部门", ["部门", "窄表"])]


def test_a_wide_table_goes_with_its_heading_and_its_notes() -> None:
    post = Section("岗位", (heading(2, "岗位"), Paragraph("简介", ()), Section("表", (heading(3, "表"), WIDE))))
    last = Section("末岗", (heading(2, "末岗"), Paragraph("正文", ())))
    department = Section("部门", (heading(1, "部门"), post, Note("注", ()), last))

    assert turned(department) == [
        ("portrait", "部门", [["部门", ["岗位", "简介"]]]),
        ("landscape", "表", [["表", "宽表"], "注"]),
        ("portrait", "末岗", [["末岗", "正文"]]),
    ]


def test_no_heading_is_left_alone_before_it() -> None:
    post = Section("岗位", (heading(2, "岗位"), Section("表", (heading(3, "表"), WIDE))))
    department = Section("部门", (heading(1, "部门"), post))

    assert turned(department) == [("landscape", "部门", [["部门", ["岗位", ["表", "宽表"]]]])]


def test_wide_tables_that_follow_each_other_share_their_pages() -> None:
    posts = [Section(name, (heading(2, name), WIDE)) for name in ("甲", "乙")]

    assert turned(Section("部门", (heading(1, "部门"), Paragraph("简介", ()), *posts))) == [
        ("portrait", "部门", [["部门", "简介"]]),
        ("landscape", "甲", [["甲", "宽表"], ["乙", "宽表"]]),
    ]
