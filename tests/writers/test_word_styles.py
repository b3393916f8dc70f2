"""Word styles: the typesetter's measures in Word's own units."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from docgen.style.model import Furniture, Line, Style
from docgen.tree import Document, PageSection
from docgen.writers.word.sections import page_of
from docgen.writers.word.settings import settings
from docgen.writers.word.styles import styles
from tests.sample_style import gbt9704
from tests.word_parts import of_blocks, part


def style_of(word_id: str, style: Style | None = None) -> str:
    style = style or gbt9704()
    found = re.search(rf'<w:style [^>]*w:styleId="{word_id}">.*?</w:style>', styles(style, style.heading_formats))
    assert found, word_id
    return found[0]


def test_body_text_of_gbt_9704() -> None:
    """§5.2.3: 三号 仿宋, 22 lines of 28 characters; §7.3.3: two characters in, further lines flush left."""
    assert style_of("BodyText") == (
        '<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/>'
        '<w:uiPriority w:val="1"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="579" '
        'w:lineRule="exact"/><w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="left"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman"/><w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
    )


@pytest.mark.parametrize(("level", "font"), [(1, "黑体"), (2, "楷体"), (3, "仿宋"), (4, "仿宋")])
def test_headings_are_words_own_and_numbered_by_style(level: int, font: str) -> None:
    found = style_of(f"Heading{level}")

    assert f'<w:name w:val="heading {level}"/>' in found
    assert f'w:eastAsia="{font}"' in found
    assert '<w:numId w:val="1"/></w:numPr>' in found
    assert f'<w:outlineLvl w:val="{level - 1}"/>' in found


def test_headings_without_a_format_are_not_numbered() -> None:
    assert "<w:numPr>" not in style_of("Heading5")


def test_28_characters_fill_a_line_and_do_not_overrun_it() -> None:
    style = gbt9704()
    size, spacing = 16 * 20, -5

    assert 28 * (size + spacing) <= page_of(style, "portrait").text_width < 28 * (size + spacing + 1)


def test_sizes_count_half_points() -> None:
    assert '<w:sz w:val="21"/>' in style_of("TableText")


def test_small_type_keeps_off_the_grid() -> None:
    for word_id in ("TableText", "TableHeading", "Note", "Caption", "TOC1", "Title", "PageNumberRight"):
        assert '<w:snapToGrid w:val="0"/>' in style_of(word_id)


def test_contents_lead_to_the_right_edge_with_dots() -> None:
    assert '<w:tab w:val="right" w:leader="dot" w:pos="8844"/>' in style_of("TOC2")


def test_page_numbers_stand_one_character_in_odd_right_even_left() -> None:
    assert '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>' in style_of("PageNumberRight")
    assert '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>' in style_of("PageNumberLeft")


def test_centred_page_numbers_need_no_sides() -> None:
    number = Line(center="{页码}")
    style = replace(gbt9704(), footer=Furniture(number, number))

    assert '<w:jc w:val="center"/>' in style_of("PageNumberCenter", style)
    assert "evenAndOddHeaders" not in settings(style, style.has_sides)
    assert "evenAndOddHeaders" in settings(gbt9704(), gbt9704().has_sides)


def test_the_page_number_is_a_field_in_the_styles_pattern() -> None:
    footer = part(of_blocks(), "word/footer1.xml")

    assert re.sub("<[^>]*>", "", footer.replace('<w:fldChar w:fldCharType="separate"/>', "|")) == "\n—  PAGE |1 —"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (PageSection("节", "cover", (), page_numbers="none"), []),
        (PageSection("节", "front", (), page_numbers="roman", restart=True), ['w:fmt="upperRoman" w:start="1"']),
        (PageSection("节", "body", ()), ['w:fmt="decimal"']),
    ],
)
def test_page_numbering_of_a_section(section: PageSection, expected: list[str]) -> None:
    assert re.findall("<w:pgNumType (.*?)/>", part(Document("题", {}, (section,)))) == expected


def test_a_turned_page_has_its_head_where_the_binding_was() -> None:
    turned = page_of(gbt9704(), "landscape")

    assert turned == (297, 210, 28, 37, 26, 35)
    assert (turned.text_width, turned.text_height) == (12756, 8844)


def test_the_grid_stands_only_where_its_lines_fill_the_page() -> None:
    """LibreOffice would centre it in the type area, and push all lines down by half of what it leaves."""
    landscape = PageSection("节", "body", (), orientation="landscape")
    written = part(Document("题", {}, (PageSection("节", "body", ()), landscape)))

    assert re.findall("<w:cols [^>]*/>(.*?)</w:sectPr>", written) == [
        '<w:docGrid w:type="lines" w:linePitch="579"/>',
        "",
    ]


def test_spaces_between_paragraphs_add_up_as_in_the_pdf() -> None:
    assert "<w:doNotUseHTMLParagraphAutoSpacing/>" in settings(gbt9704(), has_sides=False)


def test_each_header_of_a_draft_says_so() -> None:
    draft = of_blocks(draft=True)

    assert re.findall('headerReference w:type="(.*?)"', part(draft)) == ["default", "even"]
    assert "<w:t>草稿</w:t>" in part(draft, "word/header1.xml")
    assert "headerReference" not in part(of_blocks())
