"""The HTML writer: the exact element for every node."""

from __future__ import annotations

import pytest

from docgen import tree
from docgen.compose.chart import Area, lay_out
from docgen.numbering import NumberFormat, number_format
from docgen.tree import (
    Block,
    Box,
    Break,
    Cell,
    Chart,
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
)
from docgen.writers import html

DECIMAL = number_format("1.")
BRACKETS = number_format("（1）")


def text(value: str) -> tuple[Inline, ...]:
    return (tree.Text(value),)


def body(*blocks: Block, formats: tuple[NumberFormat | None, ...] = (), page_number: str = "") -> str:
    """What the writer makes of some blocks, without the page around them."""
    document = Document("题", {}, (PageSection("节", "body", blocks),), formats)
    written = html.write(document, page_number=page_number)
    start = '<section class="page-section body portrait arabic"><div id="page-section-1"></div>\n'
    return written.partition(start)[2].partition("\n</section>\n</body>")[0]


def test_a_document_is_a_page_with_title_language_author_and_date() -> None:
    fields = {"organization": "青桐岭“木业”", "issued": "2026-01-05"}
    document = Document("办法 <试行>", fields, (PageSection("节", "body", (PageBreak(),)),))

    assert html.write(document, "p { margin: 0 }\n") == (
        "<!DOCTYPE html>\n"
        '<html lang="zh-CN">\n'
        "<head>\n"
        '<meta charset="utf-8"/>\n'
        "<title>办法 &lt;试行&gt;</title>\n"
        '<meta name="author" content="青桐岭“木业”"/>\n'
        '<meta name="dcterms.created" content="2026-01-05"/>\n'
        '<meta name="generator" content="docgen"/>\n'
        "<style>\np { margin: 0 }\n</style>\n"
        "</head>\n"
        "<body>\n"
        '<section class="page-section body portrait arabic"><div id="page-section-1"></div>\n'
        '<div class="page-break"></div>\n'
        "</section>\n"
        "</body>\n"
        "</html>\n"
    )


def test_a_page_section_says_kind_orientation_and_page_numbers() -> None:
    section = PageSection("节", "front", (PageBreak(),), "landscape", "roman", restart=True)

    assert '<section class="page-section front landscape roman restart">' in html.write(Document("题", {}, (section,)))


def test_a_draft_says_so() -> None:
    assert '<body class="draft">' in html.write(Document("题", {}, (), draft=True))


def test_a_heading_has_its_label_as_text_and_the_gap_of_its_format() -> None:
    heading = Heading(1, "职责", text("岗位职责"), "1.")

    assert body(heading, formats=(DECIMAL,)) == '<h1 id="职责"><span class="label">1.</span> 岗位职责</h1>'


def test_a_heading_without_number_has_no_label() -> None:
    assert body(Heading(2, "记录", text("修订记录"), numbered=False)) == '<h2 id="记录">修订记录</h2>'


def test_a_heading_below_the_sixth_level_is_one_by_its_role() -> None:
    assert body(Heading(8, "深", text("深处"))) == '<p role="heading" aria-level="8" class="h8" id="深">深处</p>'


def test_a_section_leaves_its_id_to_its_heading_of_the_same_key() -> None:
    inner = Section(
        "库", (Heading(1, "库", text("仓储部")), Section("库/简介", (Paragraph("库/简介/1", text("负责。")),)))
    )

    assert body(inner) == (
        "<section>\n"
        '<h1 id="库">仓储部</h1>\n'
        '<section id="库/简介">\n'
        '<p id="库/简介/1">负责。</p>\n'
        "</section>\n"
        "</section>"
    )


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (text("{{ x }} <script> & | * _a_ \" '"), "{{ x }} &lt;script&gt; &amp; | * _a_ \" '"),
        ((Strong(text("要")), Emphasis(text("点"))), "<strong>要</strong><em>点</em>"),
        ((*text("上"), Break(), *text("下")), "上<br/>下"),
        ((Link('https://a.b/?x=1&y="2"', text("网")),), '<a href="https://a.b/?x=1&amp;y=&quot;2&quot;">网</a>'),
        ((Ref("库/100% 完成", text("见")),), '<a href="#库/100%2525%2520完成">见</a>'),
    ],
    ids=["any text", "strong and emphasis", "break", "link", "reference"],
)
def test_inlines(inlines: tuple[Inline, ...], expected: str) -> None:
    assert body(Paragraph("段", inlines)) == f'<p id="段">{expected}</p>'


def test_an_id_holds_no_white_space_and_gives_its_key_back() -> None:
    assert html.anchor("库/100% 完成") == "库/100%25%20完成"
    assert html.key_of("库/100%25%20完成") == "库/100% 完成"


def test_ids_can_be_kept_to_the_keys_that_are_wanted() -> None:
    sections = (PageSection("节", "body", (Paragraph("甲", text("上")), Paragraph("乙", text("下")))),)

    assert '<p>上</p>\n<p id="乙">下</p>' in html.write(Document("题", {}, sections), anchors={"乙"})


def test_a_note_is_a_paragraph_of_its_class() -> None:
    assert body(Note("注", text("按月统计。"))) == '<p class="note" id="注">按月统计。</p>'


def test_lists_nest_and_carry_their_labels_as_text() -> None:
    bullets = List("内", (Item("内/1", text("点")),), ordered=False, level=2)
    items = (Item("列/1", text("甲"), (bullets,)), Item("列/2", text("乙")))

    assert body(List("列", items, format=BRACKETS, labels=("（1）", "（2）"))) == (
        '<ol role="list" class="level1" id="列">\n'
        '<li id="列/1"><span class="label">（1）</span>甲<ul role="list" class="level2" id="内">\n'
        '<li id="内/1"><span class="label">• </span>点</li>\n'
        "</ul></li>\n"
        '<li id="列/2"><span class="label">（2）</span>乙</li>\n'
        "</ol>"
    )


def test_a_table_has_widths_a_head_and_a_body_for_each_group() -> None:
    head = (Row((Cell(text("项目"), header=True, align="center"), Cell(text("标准"), header=True))),)
    rows = (
        Row((Cell(text("成效"), header=True, rowspan=2, key="格"), Cell(text("当天"), align="right"))),
        Row((Cell((), colspan=1),)),
    )
    table = Table("表", (1, 3), head, (Group(rows, "组"), Group((Row((Cell(text("计"), colspan=2),)),))), text("评分"))

    assert body(table) == (
        '<table id="表">\n'
        "<caption>评分</caption>\n"
        '<colgroup><col style="width: 25%"/><col style="width: 75%"/></colgroup>\n'
        "<thead>\n"
        '<tr><th scope="col" class="center">项目</th><th scope="col">标准</th></tr>\n'
        "</thead>\n"
        '<tbody id="组">\n'
        '<tr><th scope="row" rowspan="2" id="格">成效</th><td class="right">当天</td></tr>\n'
        "<tr><td></td></tr>\n"
        "</tbody>\n"
        "<tbody>\n"
        '<tr><td colspan="2">计</td></tr>\n'
        "</tbody>\n"
        "</table>"
    )


def test_a_figure_has_its_description() -> None:
    figure = Figure("图", "content/平面 图.png", "厂区平面图", text("图1"))

    assert body(figure) == (
        '<figure id="图"><img src="content/%E5%B9%B3%E9%9D%A2%20%E5%9B%BE.png" alt="厂区平面图"/>'
        "<figcaption>图1</figcaption></figure>"
    )


def test_a_figure_is_found_from_the_folder_of_the_page() -> None:
    document = Document("题", {}, (PageSection("节", "body", (Figure("图", "content/图.png", "图"),)),))

    assert '<img src="../../a%20b/content/%E5%9B%BE.png"' in html.write(document, project="../../a b")


def test_a_cover_has_a_line_for_each_field_its_labels_spread_to_one_width() -> None:
    fields = (
        ("code", "编号", "Q/1"),
        ("title", "", "办法"),
        ("version", "版本", "2026.1"),
        ("issued", "发布日期", "今天"),
    )
    cover = Cover("封面", tuple(CoverField(name, label, text(value)) for name, label, value in fields))

    assert body(cover) == (
        '<div class="cover-page" id="封面">\n'
        '<p class="cover-field code"><span class="label">编号：</span>Q/1</p>\n'
        '<p class="cover-field title">办法</p>\n'
        '<p class="cover-field version">'
        '<span class="label"><span style="letter-spacing: 2em">版</span>本：</span>2026.1</p>\n'
        '<p class="cover-field issued"><span class="label">发布日期：</span>今天</p>\n'
        "</div>"
    )


@pytest.mark.parametrize("page_number", ["", "0"], ids=["none", "a stand-in"])
def test_contents_link_to_headings_and_leave_room_for_page_numbers(page_number: str) -> None:
    contents = Contents("目录", 2, "目录", (ContentsEntry(1, "1.", " ", "仓储部", "库"),))

    assert body(contents, page_number=page_number) == (
        '<nav role="doc-toc" class="contents" id="目录">\n'
        '<p class="contents-title">目录</p>\n'
        '<ol class="toc">\n'
        '<li class="contents1"><a href="#库"><span class="label">1.</span> 仓储部</a>'
        f'<span class="page-number">{page_number}</span></li>\n'
        "</ol>\n"
        "</nav>"
    )


def test_a_chart_is_a_picture_of_frames_and_lines_with_its_texts_over_it() -> None:
    boxes = (Box("甲", (tree.Text("总<经理"),), (Box("乙", (tree.Text("仓储部"),)),)),)
    chart = lay_out(Chart("图", "组织机构图", boxes), Area(400, 400))
    assert chart

    markup = html.write(Document("手册", {}, (PageSection("图", "body", (chart,)),)))

    assert markup.split("\n")[9:] == [
        '<figure class="chart" id="图">',
        '<div class="boxes" style="width: 51.6pt; height: 68.4pt; font-size: 12pt">',
        '<svg xmlns="http://www.w3.org/2000/svg" style="margin: -1pt" width="53.6pt" height="70.4pt" '
        'viewBox="-1 -1 53.6 70.4" role="img" aria-label="组织机构图：&#10;总&lt;经理&#10;　仓储部" fill="none" '
        'stroke="#000" stroke-width="0.6"><rect x="0" y="0" width="51.6" height="23.4"/>'
        '<rect x="3.6" y="45" width="44.4" height="23.4"/>'
        '<path d="M25.8 23.4L25.8 34.2 M25.8 34.2L25.8 45"/></svg>',
        '<span class="box" style="left: 0pt; top: 4.2pt; width: 51.6pt">总&lt;经理</span>',
        '<span class="box" style="left: 3.6pt; top: 49.2pt; width: 44.4pt">仓储部</span>',
        "</div></figure>",
        "</section>",
        "</body>",
        "</html>",
        "",
    ]
