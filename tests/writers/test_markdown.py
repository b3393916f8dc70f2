"""The Markdown writer: exact output of every node, and any text read back as it was typed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from docgen import tree
from docgen.numbering import number_format
from docgen.tree import (
    Block,
    Break,
    Cell,
    Contents,
    ContentsEntry,
    Cover,
    CoverField,
    Document,
    Emphasis,
    Figure,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Note,
    PageBreak,
    PageSection,
    Paragraph,
    Ref,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from docgen.writers.markdown import write
from tests.reading_back import markdown as reading

FORMATS = tuple(number_format(example) for example in ("一、", "（一）", "1."))


def written(*blocks: Block, draft: bool = False) -> str:
    return write(Document("手册", {}, (PageSection("正文", "body", blocks),), FORMATS, draft=draft))


def paragraph(*children: Inline | str) -> str:
    """One paragraph as Markdown, without the newline that ends it."""
    return written(Paragraph("段", inlines(*children))).removesuffix("\n")


def inlines(*children: Inline | str) -> tuple[Inline, ...]:
    return tuple(Text(child) if isinstance(child, str) else child for child in children)


def heading(level: int, label: str, text: str, key: str = "") -> Heading:
    return Heading(level, key or text, inlines(text), label)


def cell(text: str = "", **fields: Any) -> Cell:
    return Cell(inlines(text), **fields)


def row(*cells: str | Cell) -> Row:
    return Row(tuple(cell(content) if isinstance(content, str) else content for content in cells))


def ordered(example: str, *items: Item | str, level: int = 1) -> List:
    """A list labelled by example."""
    labels = number_format(example)
    assert labels
    members = tuple(item if isinstance(item, Item) else Item(item, inlines(item)) for item in items)
    return List("列", members, level=level, format=labels, labels=labels.labels(0, len(members)))


def bullets(*items: Item | str, level: int = 1) -> List:
    members = tuple(item if isinstance(item, Item) else Item(item, inlines(item)) for item in items)
    return List("点", tuple(members), ordered=False, level=level)


def test_headings_carry_their_label_and_those_below_the_sixth_level_are_bold() -> None:
    assert written(
        heading(1, "一、", "总则"),
        heading(2, "（一）", "目的"),
        heading(3, "1.", "范围"),
        heading(6, "", "第六级"),
        heading(7, "", "第七级"),
    ) == ("# 一、总则\n\n## （一）目的\n\n### 1. 范围\n\n###### 第六级\n\n**第七级**\n")


def test_a_labelled_item_is_a_paragraph_and_a_bullet_is_a_line() -> None:
    assert (
        written(
            ordered("（1）", "甲", Item("乙", inlines("乙"), (ordered("①", "小", level=2),)), "丙"),
            ordered("1.", "丁"),
            bullets("戊", Item("己", inlines("己"), (bullets("庚", "辛"), ordered("<1>", "壬"))), "癸"),
        )
        == """\
（1）甲

（2）乙

① 小

（3）丙

1\\. 丁

- 戊
- 己
  - 庚
  - 辛

  \\<1> 壬
- 癸
"""
    )


def test_two_bullet_lists_in_a_row_stay_two() -> None:
    assert written(bullets("甲"), bullets("乙")) == "- 甲\n\n<!-- -->\n\n- 乙\n"


def test_a_table_has_one_header_row_and_empty_cells_under_its_spans() -> None:
    head = (row(cell("项目", header=True, rowspan=2), cell("考核", header=True, colspan=2)), row("标准", "分值"))
    groups = (
        Group((row(cell("收发", rowspan=2), "当天录入", cell("20", align="right")), row("每月盘点", "a|b"))),
        Group((row(cell("合计", colspan=2, align="center"), Cell(inlines("100", Break(), "分"))),)),
    )
    assert (
        written(Table("表", (2, 3, 1), head, groups, caption=inlines("考核表")), Note("注", inlines("注：满分100。")))
        == """\
**考核表**

| 项目 | 考核 | |
| --- | --- | --: |
| | 标准 | 分值 |
| 收发 | 当天录入 | 20 |
| | 每月盘点 | a\\|b |
| 合计 | | 100<br>分 |

注：满分100。
"""
    )


def test_a_table_without_a_head_gets_an_empty_one() -> None:
    assert written(Table("表", (1, 1), (), (Group((row("甲", "乙"),)),))) == "| | |\n| --- | --- |\n| 甲 | 乙 |\n"


def test_the_cover_ends_with_a_rule_and_the_contents_link_to_githubs_anchors() -> None:
    assert (
        written(
            Cover(
                "封面",
                (
                    CoverField("code", "编号", inlines("QG-1")),
                    CoverField("organization", "", inlines("青桐岭木业有限公司")),
                    CoverField("title", "", inlines("岗位 手册（A）")),
                ),
            ),
            Contents(
                "目录",
                2,
                entries=(
                    ContentsEntry(1, "一、", "", "仓储部", "仓储部"),
                    ContentsEntry(2, "（一）", "", "主任", "仓储部/主任"),
                    ContentsEntry(1, "二、", "", "IT 部", "IT 部"),
                    ContentsEntry(2, "（一）", "", "主任", "IT 部/主任"),
                ),
            ),
            heading(1, "一、", "仓储部"),
            heading(2, "（一）", "主任", "仓储部/主任"),
            heading(1, "二、", "IT 部"),
            heading(2, "（一）", "主任", "IT 部/主任"),
            Paragraph("见", inlines("见", Ref("仓储部/主任/职责/2", inlines("职责")), "。")),
        )
        == """\
编号：QG-1

青桐岭木业有限公司

# 岗位 手册（A）

---

# 目录

- [一、仓储部](#一仓储部)
  - [（一）主任](#一主任)
- [二、IT 部](#二it-部)
  - [（一）主任](#一主任-1)

# 一、仓储部

## （一）主任

# 二、IT 部

## （一）主任

见[职责](#一主任)。
"""
    )


def test_a_figure_is_an_image_found_from_the_output_folder() -> None:
    figure = Figure("图", "content/chapters/组织 图.png", "组织机构图", inlines("图1"))
    assert written(figure) == "![组织机构图](<../content/chapters/组织 图.png>)\n\n**图1**\n"


def test_a_draft_says_so_on_top_and_under_each_first_level_heading() -> None:
    section = Section("章", (heading(1, "一、", "总则"), PageBreak(), heading(2, "（一）", "目的")))
    assert written(section, draft=True) == "> **草稿**\n\n# 一、总则\n\n> **草稿**\n\n## （一）目的\n"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{{ x }} <script>alert(1)</script>", r"{{ x }} \<script>alert(1)\</script>"),
        ("A&B &amp; &#38; R&D部", r"A&B \&amp; \&#38; R&D部"),
        ("a|b *强* _斜_ ~8~ `码` [x](y) ![x](y)", r"a\|b \*强\* \_斜\_ \~8\~ \`码\` \[x\](y) \!\[x\](y)"),
        ("# 3仓库", r"\# 3仓库"),
        ("仓库#3 1. 甲", "仓库#3 1. 甲"),
        ("1. 每日巡查", r"1\. 每日巡查"),
        ("1.5米以下", "1.5米以下"),
        ("2) 乙", r"2\) 乙"),
        ("- 每日", r"\- 每日"),
        ("+5℃", r"\+5℃"),
        ("===", r"\==="),
        (":--|--", r"\:--\|--"),
        ("> 80分", r"\> 80分"),
        ("\\", "\\\\"),
        ("$x$元", r"\$x\$元"),
        ("见 https://a.cn/x_y 或 www.a.cn", r"见 https\://a.cn/x\_y 或 www\.a.cn"),
        ("  前后  ", "&#32;&#32;前后&#32;&#32;"),
        ("\u3000缩进\t甲", "&#12288;缩进&#9;甲"),
    ],
)
def test_what_looks_like_markdown_is_escaped(typed: str, expected: str) -> None:
    assert paragraph(typed) == expected


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (("为明确", Strong(inlines("职责")), "，"), "为明确**职责**，"),
        ((Strong(inlines("“重点”")), "说明"), "<strong>“重点”</strong>说明"),
        ((Strong(inlines("甲")), Emphasis(inlines("乙"))), "<strong>甲</strong><em>乙</em>"),
        ((Strong(inlines("甲", Emphasis(inlines("乙")), "丙")),), "<strong>甲*乙*丙</strong>"),
        ((Strong(inlines("甲", Strong(inlines("乙")), "丙")),), "<strong>甲**乙**丙</strong>"),
        (("上", Break(), "- 下", Break()), "上\\\n\\- 下"),
        (("见!", Link("https://a.cn/?a=1&b=2", inlines("网址"))), r"见\![网址](https://a.cn/?a=1&b=2)"),
        ((Link("https://a.cn/(甲 乙)|<>&amp;", inlines("网址")),), r"[网址](<https://a.cn/(甲 乙)\|\<\>\&amp;>)"),
    ],
)
def test_inlines(children: tuple[Inline | str, ...], expected: str) -> None:
    assert paragraph(*children) == expected


# Any text comes back from a parser as it was typed

ANY = st.characters(exclude_categories=("Cs", "Cc"))
MARKS = st.sampled_from("\\`*_{}[]()<>#+-.!|~&;:=$\"'/@^1a甲，“”（） \u3000\t\n")
PIECES = st.sampled_from(("http://", "www.", "&amp;", "1. ", "- ", "---", "```", "<!--", "<br>", "](", "| - |", "**"))
TEXTS = st.lists(ANY | MARKS | PIECES, min_size=1, max_size=12).map("".join)


@given(TEXTS)
def test_any_text_survives_in_every_kind_of_block(typed: str) -> None:
    markdown = written(
        Cover("封面", (CoverField("title", "", inlines(typed)), CoverField("code", "编号", inlines(typed)))),
        heading(1, "", typed),
        Paragraph("段", inlines(typed)),
        ordered("（1）", Item("项", inlines(typed), (bullets(typed),))),
        bullets(Item("点", inlines(typed), (bullets(typed, typed),)), typed),
        heading(7, "", typed),
        Table("表", (1, 1), (row(typed, typed),), (Group((row(typed, "乙"),)),), caption=inlines(typed)),
    )
    texts = [reading.text(inline) for inline in reading.inlines(reading.parse(markdown))]
    assert texts == [
        *(typed, f"编号：{typed}"),
        typed,
        typed,
        *(f"（1）{typed}", typed),
        *(typed, typed, typed, typed),
        typed,
        *(typed, typed, typed, typed, "乙"),
    ]


HREFS = ("https://a.cn/x_y?a=1&b=2", "https://a.cn/(`x` y)|<>", "mailto:a@b.cn")
INLINES = st.recursive(
    st.builds(Text, TEXTS)
    | st.just(Break())
    | st.builds(Link, st.sampled_from(HREFS), TEXTS.map(lambda typed: (Text(typed),))),
    lambda inner: st.one_of(
        st.builds(Strong, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Emphasis, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@given(st.lists(INLINES, min_size=1, max_size=5))
def test_any_emphasis_and_link_survives(children: list[Inline]) -> None:
    markdown = paragraph("始", *children, "终")
    node = next(reading.inlines(reading.parse(markdown)))
    assert read_runs(node) == typed_runs(inlines("始", *children, "终"))


Runs = list[tuple[str, frozenset[str]]]
NAMES: dict[type, str] = {Strong: "strong", Emphasis: "em", Link: "link"}


def typed_runs(children: tuple[Inline, ...], style: frozenset[str] = frozenset()) -> Runs:
    """Each character with what is on it."""
    runs: Runs = []
    for child in children:
        if isinstance(child, Text):
            runs += ((char, style) for char in child.text)
        elif isinstance(child, Break):
            runs.append(("\n", style))
        else:
            runs += typed_runs(child.children, style | {NAMES[type(child)]})
    return runs


def read_runs(node: SyntaxTreeNode, style: frozenset[str] = frozenset()) -> Runs:
    runs: Runs = []
    open_tags: list[str] = []
    for child in node.children:
        here = style | set(open_tags)
        if child.type == "html_inline":
            open_tags = open_tags[:-1] if child.content.startswith("</") else [*open_tags, child.content.strip("<>")]
        elif child.type in NAMES.values():
            runs += read_runs(child, here | {child.type})
        else:
            runs += ((char, here) for char in reading.text(child))
    return runs


def test_every_node_of_the_tree_has_its_writer() -> None:
    from docgen.writers import markdown

    assert set(markdown._WRITE) == set(tree.Block.__args__)
