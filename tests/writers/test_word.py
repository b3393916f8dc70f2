"""The Word file as a whole: what validators and LibreOffice say of it, and that it is the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from docgen.compose.passes import number
from docgen.numbering import NumberFormat, number_format
from docgen.style.model import Style
from docgen.tree import Block, Document, Heading, Item, List, PageSection, Section, plain
from docgen.writers import word
from tests.conftest import Golden
from tests.every_node import every_node, ordered, put_figure
from tests.office import findings, libreoffice_lines, without_spaces
from tests.sample_style import built_in, gbt9704
from tests.word_parts import in_lines, inlines, of_blocks, part

EXPECTED = Path(__file__).parent / "word"
PROPERTIES = (
    "title", "author", "subject", "category", "version", "language", "created", "modified", "last_modified_by",
    "comments",
)  # fmt: skip
PAGES = {"总则": "1", "仓储部": "3", "仓储部/仓库主任": "3"}


def written(document: Document, folder: Path, pages: dict[str, str] | None = None) -> Path:
    """The document's file in `folder`, made without a problem."""
    result = word.write(document, gbt9704(), folder, pages)
    assert result.problems == ()
    file = folder / "手册.docx"
    file.write_bytes(result.docx)
    return file


def labelled(blocks: tuple[Block, ...] | tuple[List, ...]) -> Iterator[str]:
    """Label and text of every heading and item."""
    for block in blocks:
        if isinstance(block, Section):
            yield from labelled(block.blocks)
        elif isinstance(block, Heading):
            yield without_spaces(block.label + plain(block.children))
        elif isinstance(block, List):
            for label, item in block.labelled:
                yield without_spaces(label + plain(item.children))
                yield from labelled(item.lists)


def lines_of(document: Document) -> list[str]:
    return [line for section in document.sections for line in labelled(section.blocks)]


@pytest.mark.parametrize("draft", [False, True])
def test_both_validators_find_nothing(tmp_path: Path, draft: bool) -> None:
    put_figure(tmp_path)
    document = replace(every_node(gbt9704()), draft=draft)

    assert findings(written(document, tmp_path, PAGES)) == []


def test_libreoffice_prints_the_labels_of_the_tree(tmp_path: Path) -> None:
    put_figure(tmp_path)
    document = every_node(gbt9704())
    expected = lines_of(document)

    printed = [line.lstrip("•◦▪") for line in libreoffice_lines(written(document, tmp_path, PAGES))]

    body = printed[printed.index("一、总则") :]
    assert [line for line in ["关于印发《手册》的通知", "修订记录", *body] if line in expected] == expected


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("an unnumbered chapter between numbered ones", "1 2 2 1- 2 2 1 2"),
        ("a chapter that begins with its second level", "2 2 3 1 2"),
        ("levels that are skipped", "1 3 3 2 3 1 4 2 3"),
    ],
)
def test_libreoffice_counts_headings_as_the_tree_does(tmp_path: Path, name: str, levels: str) -> None:
    """`1-` is an unnumbered first-level heading; each level counts from one again below a higher heading."""
    formats = gbt9704().heading_formats
    counted = [0] * 5
    headings: list[Block] = []
    for place, said in enumerate(levels.split()):
        level = int(said[0])
        counted[level:] = [counted[level] + (not said.endswith("-")), *[0] * (4 - level)]
        number_format = formats[level - 1]
        label = number_format.label(counted[level]) if number_format and not said.endswith("-") else ""
        headings.append(Heading(level, str(place), inlines(f"标题{place}"), label, bool(label)))
    document = of_blocks(*headings)

    assert libreoffice_lines(written(document, tmp_path)) == lines_of(document), name


def test_a_part_of_a_manual_keeps_the_numbers_it_has_in_the_whole(tmp_path: Path) -> None:
    first = gbt9704().list_formats[0]
    document = of_blocks(
        Heading(1, "仓储部", inlines("仓储部"), "七、"),
        Heading(2, "主任", inlines("仓库主任"), "（十二）"),
        ordered("列", first, "续表", "其后", start=5),
        Heading(2, "副主任", inlines("副主任"), "（十三）"),
        Heading(1, "采购部", inlines("采购部"), "八、"),
        Heading(2, "采购员", inlines("采购员"), "（一）"),
    )

    assert libreoffice_lines(written(document, tmp_path)) == lines_of(document)


def test_libreoffice_counts_as_far_as_each_format_goes(tmp_path: Path) -> None:
    lists = []
    for example in ["一、", "（一）", "第一条", "1.", "1、", "（1）", "<1>", "①"]:
        found = number_format(example)
        assert found
        last = 20 if found.kind == "circled" else 121
        lists.append(ordered(example, found, *(f"条文{number}" for number in range(1, last + 1))))
    document = of_blocks(*lists)

    assert libreoffice_lines(written(document, tmp_path)) == lines_of(document)


def test_a_label_that_word_cannot_count_is_typed(tmp_path: Path) -> None:
    decimal = NumberFormat("", "decimal", ".")
    items = tuple(Item(each, inlines(each)) for each in "甲乙丙")
    document = of_blocks(
        Heading(1, "附", inlines("通则"), "附录A"),
        List("列", items, True, 1, decimal, labels=("7.", "7-1.", "8.")),
        Heading(1, "末", inlines("末章"), "一、"),
    )

    assert libreoffice_lines(written(document, tmp_path)) == ["附录A通则", "7.甲", "7-1.乙", "8.丙", "一、末章"]


def test_thousands_of_lists_share_the_instance_of_the_headings() -> None:
    style = gbt9704()
    blocks: list[Block] = []
    for place in range(1, 1001):
        blocks.append(Heading(3, f"{place}", inlines("岗位职责"), f"{place}."))
        blocks.append(ordered(f"{place}/列", style.list_formats[0], "甲", "乙"))
    first = (Heading(1, "一", inlines("部门"), "一、"), Heading(2, "二", inlines("岗位"), "（一）"))

    assert part(of_blocks(*first, *blocks), "word/numbering.xml").count("<w:num ") == 2


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    put_figure(tmp_path)
    document = every_node(gbt9704())

    assert written(document, tmp_path).read_bytes() == written(document, tmp_path).read_bytes()


def test_entries_are_sorted_and_carry_no_time(tmp_path: Path) -> None:
    put_figure(tmp_path)

    with zipfile.ZipFile(written(every_node(gbt9704()), tmp_path)) as file:
        entries = [(entry.filename, entry.date_time) for entry in file.infolist()]

    names = [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/footer3.xml",
        "word/media/image1.png", "word/media/image2.png", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
        "word/theme/theme1.xml",
    ]  # fmt: skip
    assert entries == [(name, (1980, 1, 1, 0, 0, 0)) for name in names]


def properties(document: Document) -> dict[str, object]:
    found = docx.Document(io.BytesIO(word.write(document, gbt9704(), Path()).docx)).core_properties
    return {name: getattr(found, name) for name in PROPERTIES}


def test_properties_name_the_manual_and_date_it_by_its_issue() -> None:
    fields = {
        "organization": "青桐岭",
        "code": "Q/1",
        "version": "1.10",
        "classification": "内部",
        "issued": "2026-01-05",
    }
    issued = datetime(2026, 1, 5, tzinfo=UTC)

    assert properties(Document("手册", fields, (PageSection("节", "body", ()),))) == {
        "title": "手册",
        "author": "青桐岭",
        "subject": "Q/1",
        "category": "内部",
        "version": "1.10",
        "language": "zh-CN",
        "created": issued,
        "modified": issued,
        "last_modified_by": "青桐岭",
        "comments": "",
    }


@pytest.mark.parametrize(
    ("epoch", "issued", "expected"),
    [
        ("", "2026-01-05", datetime(2026, 1, 5, tzinfo=UTC)),
        ("1767225600", "2026-01-05", datetime(2026, 1, 1, tzinfo=UTC)),
        ("", "", datetime(1980, 1, 1, tzinfo=UTC)),
        ("soon", "2026年1月5日", datetime(1980, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_clock_is_never_asked(monkeypatch: pytest.MonkeyPatch, epoch: str, issued: str, expected: datetime) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    document = Document("手册", {"issued": issued}, (PageSection("节", "body", ()),))
    assert properties(document)["created"] == expected


@pytest.mark.parametrize("name", ["document", "numbering", "styles", "settings", "fontTable", "footer2"])
def test_parts_of_a_document_with_every_node(tmp_path: Path, golden: Golden, name: str) -> None:
    put_figure(tmp_path)
    with zipfile.ZipFile(written(every_node(gbt9704()), tmp_path, PAGES)) as file:
        xml = file.read(f"word/{name}.xml").decode()

    golden(EXPECTED / f"{name}.xml", in_lines(xml))


def test_an_empty_page_section_is_an_empty_page() -> None:
    document = Document("手册", {}, (PageSection("甲", "body", ()), PageSection("乙", "body", ())))

    gap = '<w:p><w:pPr><w:pStyle w:val="TableGap"/>'
    assert part(document).count(f"{gap}<w:sectPr>") == 1
    assert part(document).count(f"{gap}</w:pPr></w:p><w:sectPr>") == 1


def numbered(style: Style, *blocks: Block) -> Document:
    """A document of these blocks, labelled as the style says."""
    return Document("题", {}, number((PageSection("节", "body", blocks),), style), style.heading_formats)


def section(key: str, level: int, *blocks: Block, has_number: bool = True) -> Section:
    return Section(key, (Heading(level, key, inlines(key), numbered=has_number), *blocks))


def items(key: str, *texts: str, numbering: str = "") -> List:
    return List(key, tuple(Item(f"{key}/{text}", inlines(text)) for text in texts), numbering=numbering)


def printed_by_libreoffice(document: Document, style: Style, folder: Path) -> list[str]:
    file = folder / "手册.docx"
    file.write_bytes(word.write(document, style, folder).docx)
    assert findings(file) == []
    return libreoffice_lines(file)


def test_composed_labels_count_on_from_their_chapter_and_begin_anew_in_an_annex(tmp_path: Path) -> None:
    style = built_in("enterprise")
    document = numbered(
        style,
        section("前言", 1),
        section("范围", 1, section("对象", 2), section("地点", 2, section("室内", 3, items("列", "甲", "乙")))),
        section("要求", 1, section("总则", 2), section("细则", 2, section("一般", 3), section("特殊", 3))),
        section("附件1", 1, section("填表", 2, section("栏目", 3)), section("报送", 2), has_number=False),
        section("附件2", 1, section("流程", 2), has_number=False),
    )

    assert lines_of(document) == [
        "前言", "1范围", "1.1对象", "1.2地点", "1.2.1室内", "a)甲", "b)乙", "2要求", "2.1总则", "2.2细则", "2.2.1一般",
        "2.2.2特殊", "附件1", "1填表", "1.1栏目", "2报送", "附件2", "1流程",
    ]  # fmt: skip
    assert printed_by_libreoffice(document, style, tmp_path) == lines_of(document)


def test_articles_run_on_through_the_chapters(tmp_path: Path) -> None:
    style = gbt9704()
    blocks = (
        section("总则", 1, items("一", "甲", "乙", numbering="条文")),
        section("职责", 1, items("二", "丙", numbering="条文"), items("三", "丁", numbering="条文")),
    )
    sections = (PageSection("节", "body", blocks, numbering="条文"),)
    document = Document("题", {}, number(sections, style), style.heading_formats)

    assert lines_of(document) == ["第一章总则", "第一条甲", "第二条乙", "第二章职责", "第三条丙", "第四条丁"]
    assert printed_by_libreoffice(document, style, tmp_path) == lines_of(document)


def test_articles_are_too_wide_for_a_column_of_labels() -> None:
    style = built_in("enterprise")
    blocks = (section("总则", 1, items("一", "甲", numbering="条文")),)
    sections = (PageSection("节", "body", blocks, numbering="条文"),)
    document = Document("题", {}, number(sections, style), style.heading_formats)
    with zipfile.ZipFile(io.BytesIO(word.write(document, style, Path()).docx)) as file:
        numbering = file.read("word/numbering.xml").decode()

    (article,) = re.findall('<w:suff w:val="([a-z]+)"/><w:lvlText w:val="第%3条\u3000"/>.*?(<w:ind .*?/>)', numbering)
    assert article == ("nothing", '<w:ind w:leftChars="0" w:left="0" w:firstLineChars="200" w:firstLine="420"/>')
    letter = re.search('<w:suff w:val="([a-z]+)"/><w:lvlText w:val="%4\\)"/>.*?(<w:ind .*?/>)', numbering)
    assert letter
    assert letter.groups() == (
        "tab", '<w:ind w:leftChars="600" w:left="1260" w:hangingChars="200" w:hanging="420"/>'
    )  # fmt: skip


def test_parenthesized_numbers_are_text_before_a_tab(tmp_path: Path) -> None:
    form = number_format("㈠")
    assert form
    style = replace(gbt9704(), list_formats=(form,))
    document = numbered(style, items("列", *(f"项{n}" for n in range(1, 11))))

    assert printed_by_libreoffice(document, style, tmp_path) == lines_of(document)
    assert lines_of(document)[-1] == "㈩项10"
    with zipfile.ZipFile(tmp_path / "手册.docx") as file:
        body = file.read("word/document.xml").decode()
    assert '<w:pStyle w:val="ListTabbed"/></w:pPr><w:r><w:t>㈠</w:t></w:r><w:r><w:tab/></w:r>' in body
    assert body.count("<w:tab/>") == 10


def test_letters_are_counted_by_word(tmp_path: Path) -> None:
    for example in ("A.", "a)"):
        form = number_format(example)
        assert form
        style = replace(gbt9704(), list_formats=(form,))
        document = numbered(style, items("列", *(f"项{n}" for n in range(1, 27))))

        assert printed_by_libreoffice(document, style, tmp_path) == lines_of(document)
