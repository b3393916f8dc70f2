"""Blocks and inlines in the body: the exact element for every node."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docgen.tree import (
    Break,
    Cell,
    Contents,
    ContentsEntry,
    Cover,
    CoverField,
    Emphasis,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Ref,
    Row,
    Strong,
    Table,
    Text,
)
from docgen.writers import word
from docgen.writers.word.markup import AMBIGUOUS, bookmark_name, escape, run
from tests.every_node import UNUSUAL
from tests.sample_style import gbt9704
from tests.word_parts import body, inlines, of_blocks, part

TABLE = Table("表", (1, 1), (), (Group((Row((Cell(inlines("甲")), Cell(inlines("乙")))),)),))


def paragraph(*content: Inline) -> str:
    """The runs of a paragraph with this content."""
    opening, ending = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>', "</w:p>"
    written = body(Paragraph("段", content))
    assert written.startswith(opening)
    assert written.endswith(ending)
    return written.removeprefix(opening).removesuffix(ending)


def test_a_text_is_a_run() -> None:
    assert paragraph(Text("负责收发")) == "<w:r><w:t>负责收发</w:t></w:r>"


def test_markup_is_escaped() -> None:
    assert paragraph(Text('<w:t> & "甲"')) == "<w:r><w:t>&lt;w:t&gt; &amp; &quot;甲&quot;</w:t></w:r>"


def test_white_space_at_the_ends_and_in_rows_is_kept_in_one_run() -> None:
    assert paragraph(Text(" 甲"), Text("a  b")) == ('<w:r><w:t xml:space="preserve"> 甲a  b</w:t></w:r>')


def test_quotation_marks_and_dashes_are_set_in_the_chinese_font() -> None:
    hinted = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>“甲”——乙</w:t></w:r>'

    assert paragraph(Text("“甲”——乙")) == hinted


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert paragraph(Text("甲\x0b乙\ufffe")) == "<w:r><w:t>甲\ufffd乙\ufffd</w:t></w:r>"


def test_only_a_character_that_needs_nothing_is_written_as_it_is() -> None:
    plain = [char for char in map(chr, range(0x10000)) if run(char) == f"<w:r><w:t>{char}</w:t></w:r>"]

    assert [char for char in plain if escape(char) != char or char.isspace() or AMBIGUOUS.search(char)] == []


def test_emphasis_is_a_character_style_and_strong_within_it_is_bold() -> None:
    assert paragraph(Strong(inlines("重")), Emphasis((Text("轻"), Strong(inlines("“重”"))))) == (
        '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>重</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t>轻</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Emphasis"/><w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/></w:rPr>'
        "<w:t>“重”</w:t></w:r>"
    )


def test_a_break_is_a_line_break() -> None:
    assert paragraph(Text("甲"), Break(), Text("乙")) == (
        "<w:r><w:t>甲</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>乙</w:t></w:r>"
    )


def test_links_to_one_address_share_a_relationship() -> None:
    document = of_blocks(Paragraph("段", (Link("https://a.cn/?b=1&c=2", inlines("甲")),) * 2))

    relationships = part(document, "word/_rels/document.xml.rels")
    found = re.findall(r'Id="(\w+)" [^>]*Target="https://a.cn/\?b=1&amp;c=2" TargetMode="External"', relationships)
    link = (
        f'<w:hyperlink r:id="{found[0]}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
        "<w:t>甲</w:t></w:r></w:hyperlink>"
    )
    assert len(found) == 1
    assert link * 2 in part(document)


def test_a_reference_leads_to_a_bookmark() -> None:
    name = bookmark_name("列/1")
    numbered = '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    items = (Item("列/1", inlines("甲")), Item("列/2", inlines("乙")))

    assert body(
        Paragraph("段", (Ref("列/1", inlines("见甲")),)),
        List("列", items, True, 1, gbt9704().list_formats[0], labels=("（1）", "（2）")),
    ) == (
        f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:hyperlink w:anchor="{name}" w:history="1">'
        "<w:r><w:t>见甲</w:t></w:r></w:hyperlink></w:p>"
        f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'
        f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>乙</w:t></w:r></w:p>"
    )


def test_bookmark_names_fit_word_and_depend_on_the_key_alone() -> None:
    names = {bookmark_name(key) for key in ("甲", "乙", "仓储部/仓库主任/职责/" + "长" * 100)}

    assert len(names) == 3
    assert bookmark_name("甲") == "_Toc490c4f17831095421a24"
    assert all(re.fullmatch(r"_Toc[0-9a-f]{20}", name) for name in names)


def test_a_heading_is_numbered_by_its_style_and_bookmarked() -> None:
    assert body(Heading(1, "总则", inlines("总则"), "一、")) == (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="{bookmark_name("总则")}"/>'
        '<w:r><w:t>总则</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    )


def test_an_unnumbered_heading_leaves_the_numbering_of_its_style() -> None:
    assert '<w:pStyle w:val="HeadingUnnumbered"/></w:pPr>' in body(Heading(1, "附", inlines("附件"), numbered=False))
    assert '<w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>' in body(
        Heading(2, "附", inlines("附件"), numbered=False)
    )


def test_an_unnumbered_heading_of_the_first_level_has_a_style_of_its_own() -> None:
    assert '<w:pStyle w:val="HeadingUnnumbered"/></w:pPr>' in body(Heading(1, "附", inlines("附件"), numbered=False))


def test_headings_deeper_than_the_formats_have_no_number() -> None:
    assert '<w:pStyle w:val="Heading9"/></w:pPr>' in body(Heading(9, "深", inlines("深处")))


def test_a_note_has_its_own_style() -> None:
    assert body(Note("注", inlines("注：略"))) == (
        '<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:t>注：略</w:t></w:r></w:p>'
    )


def test_the_last_three_items_of_a_section_stay_on_one_page() -> None:
    items = tuple(Item(f"表/{text}", inlines(text)) for text in "甲乙丙丁")
    written = body(List("表", items, ordered=False))

    kept = re.findall("<w:p>.*?</w:p>", written)
    assert ["<w:keepNext/>" in paragraph for paragraph in kept] == [False, True, True, False]


def test_a_page_break_is_a_property_of_the_next_paragraph() -> None:
    assert body(PageBreak(), Paragraph("段", inlines("甲"))) == (
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:pageBreakBefore/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    )


def test_a_table_on_a_new_page_gets_a_paragraph_to_break_before() -> None:
    assert body(PageBreak(), TABLE).startswith(
        '<w:p><w:pPr><w:pStyle w:val="TableGap"/><w:pageBreakBefore/></w:pPr></w:p><w:tbl>'
    )


def test_two_tables_are_kept_apart_and_the_last_block_is_a_paragraph() -> None:
    gap = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'

    assert re.sub("<w:tbl>.*?</w:tbl>", "TABLE", body(TABLE, TABLE)) == f"TABLE{gap}TABLE{gap}"


def test_white_parts_a_table_from_the_text_around_it_and_breaks_no_page() -> None:
    before = '<w:p><w:pPr><w:pStyle w:val="TableGap"/><w:keepNext/></w:pPr></w:p>'
    after = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
    written = body(Paragraph("段", inlines("甲")), TABLE, Paragraph("段", inlines("乙")))

    assert re.sub("<w:tbl>.*?</w:tbl>", "TABLE", written) == (
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
        f'{before}TABLE{after}<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>'
    )


def test_an_imprint_floats_at_the_foot_of_the_type_area() -> None:
    """GB/T 9704—2012 §7.4. LibreOffice lets it float only where a paragraph parts it from the section's end."""
    gap = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
    written = body(Paragraph("段", inlines("甲")), replace(TABLE, role="imprint"))

    assert re.findall("<w:tblpPr .*?/>", written) == [
        '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1587" w:tblpYSpec="bottom"/>'
    ]
    assert re.sub("<w:tbl>.*?</w:tbl>", "TABLE", written).endswith(f"</w:p>TABLE{gap}{gap}")


def test_a_caption_stands_above_its_table() -> None:
    assert body(replace(TABLE, caption=inlines("评分表"))).startswith(
        '<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>评分表</w:t></w:r></w:p><w:tbl>'
    )


CONTENTS = Contents(
    "目录", 2, "目录", (ContentsEntry(1, "一、", "", "总则", "总则"), ContentsEntry(2, "1.", " ", "目的", "的"))
)


def contents_lines(pages: dict[str, str] | None) -> list[str]:
    """The contents' paragraphs, fields as {instruction|result}, links as [text]."""
    with zipfile.ZipFile(io.BytesIO(word.write(of_blocks(CONTENTS), gbt9704(), Path(), pages).docx)) as file:
        xml = file.read("word/document.xml").decode()
    for kind, sign in (("begin", "{"), ("separate", "|"), ("end", "}")):
        xml = xml.replace(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>', sign)
    xml = xml.replace("<w:r><w:tab/></w:r>", "→").replace("</w:hyperlink>", "]")
    return [re.sub("<[^>]*>", "", re.sub("<w:hyperlink[^>]*>", "[", line)) for line in xml.split("</w:p>")[:3]]


def test_contents_are_a_field_with_a_line_for_each_entry() -> None:
    first, second = bookmark_name("总则"), bookmark_name("的")

    assert contents_lines({"总则": "1", "的": "II"}) == [
        "\n目录",
        rf'{{ TOC \o "1-2" \h \z \u |[一、总则→{{ PAGEREF {first} \h |1}}]',
        rf"[1. 目的→{{ PAGEREF {second} \h |II}}]}}",
    ]


def test_contents_without_known_pages_are_links_alone() -> None:
    assert contents_lines(None)[1:] == ['{ TOC \\o "1-2" \\h \\z \\u |[一、总则]', "[1. 目的]}"]


def test_a_chapter_of_the_contents_is_kept_with_the_first_of_its_lines() -> None:
    entries = tuple(ContentsEntry(level, "", "", f"{number}", "的") for number, level in enumerate((1, 1, 2, 2, 1)))

    xml = body(replace(CONTENTS, entries=entries))

    assert re.findall('w:val="(TOC.)"/>(<w:keepNext/>)?', xml) == [
        ("TOC1", ""), ("TOC1", "<w:keepNext/>"), ("TOC2", ""), ("TOC2", ""), ("TOC1", ""),
    ]  # fmt: skip


def test_empty_contents_are_a_whole_field() -> None:
    xml = body(replace(CONTENTS, entries=()))

    assert re.findall('fldCharType="(.*?)"', xml) == ["begin", "separate", "end"]


COVER = Cover(
    "封面",
    (
        CoverField("code", "编号", inlines("Q/1")),
        CoverField("title", "", inlines("岗位手册")),
        CoverField("version", "版本", inlines("1.0")),
        CoverField("approved_by", "批准人", inlines("沈怀远")),
        CoverField("issued", "发布日期", inlines("2026年1月5日")),
    ),
)


def test_the_cover_spreads_labels_to_one_width() -> None:
    opening = '<w:p><w:pPr><w:pStyle w:val="CoverField"/></w:pPr>'

    assert body(COVER).split("</w:p>")[2:5] == [
        f'{opening}<w:r><w:rPr><w:spacing w:val="640"/></w:rPr><w:t>版</w:t></w:r><w:r><w:t>本：</w:t></w:r>'
        "<w:r><w:t>1.0</w:t></w:r>",
        f'{opening}<w:r><w:rPr><w:spacing w:val="160"/></w:rPr><w:t>批准</w:t></w:r><w:r><w:t>人：</w:t></w:r>'
        "<w:r><w:t>沈怀远</w:t></w:r>",
        f"{opening}<w:r><w:t>发布日期：</w:t></w:r><w:r><w:t>2026年1月5日</w:t></w:r>",
    ]


def test_a_cover_that_says_much_leaves_no_room_to_spread() -> None:
    many = (CoverField("title", "", inlines("手册")), *(CoverField("x", "栏目", inlines("值")) for _ in range(30)))

    assert '<w:pStyle w:val="Title"/><w:spacing w:before="0" w:after="0"' in body(Cover("封面", many))


@pytest.mark.parametrize("text", [UNUSUAL, "长" * 10_000, "　全角空格　", "𠮷"])
def test_unusual_texts_come_out_as_typed(text: str) -> None:
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"

    assert [
        each.text for each in ElementTree.fromstring(part(of_blocks(Paragraph("段", inlines(text))))).iter(tag)
    ] == [text]
