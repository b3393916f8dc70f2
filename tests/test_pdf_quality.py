"""The sample manual as PDF in each style: what it conforms to, its bookmarks, links, size and lines. docs/pdf.md says
what is checked, and by what."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from pikepdf import Pdf

from docgen import resources
from docgen.compose import compose
from docgen.fonts import FontSet, find_fonts
from docgen.numbering import number_format
from docgen.pipeline import check_project
from docgen.style.model import Style
from docgen.template import Templates
from docgen.tree import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Group,
    Heading,
    Item,
    List,
    PageSection,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from docgen.tree_walk import with_nested
from docgen.writers import pdf
from docgen.writers.pdf import PdfKind, PdfResult
from tests.every_node import every_node, put_figure
from tests.pdf_findings import against_pdf_a, against_pdf_ua
from tests.reading_back import pdf as reading
from tests.sample_style import BUILT_IN, built_in, gbt9704

PROJECT = Path(__file__).parents[1]
# Marks that begin no line and those that end none (GB/T 15834—2011 §5.1).
NOT_FIRST = "，。、；：？！）》〉”’】〕％…"
NOT_LAST = "（《〈“‘【〔"


class Printed(NamedTuple):
    document: Document
    result: PdfResult
    file: Path

    def open(self) -> Pdf:
        return Pdf.open(io.BytesIO(self.result.pdf))

    @property
    def contents(self) -> Contents:
        blocks = (block for section in self.document.sections for block in section.blocks)
        return next(block for block in blocks if isinstance(block, Contents))


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    found = find_fonts(PROJECT)
    assert isinstance(found, FontSet)
    return found


@pytest.fixture(scope="module", params=BUILT_IN)
def sample(request: pytest.FixtureRequest, fonts: FontSet, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    style = built_in(request.param)
    checked = check_project(PROJECT)
    assert checked.manual
    document = compose(checked.manual, Templates([resources.templates()]), style).document
    assert document
    result = pdf.write(document, style, fonts, PROJECT)
    file = tmp_path_factory.mktemp("sample") / "sample.pdf"
    file.write_bytes(result.pdf)
    return Printed(document, result, file)


def write_every_node(folder: Path, fonts: FontSet, kind: PdfKind, draft: bool = False) -> bytes:
    put_figure(folder)
    result = pdf.write(replace(every_node(gbt9704()), draft=draft), gbt9704(), fonts, folder, kind)
    assert [problem for problem in result.problems if problem.is_error] == []
    return result.pdf


def test_no_glyph_is_missing(sample: Printed) -> None:
    assert sample.result.problems == ()


def test_nothing_stands_against_pdf_ua(sample: Printed) -> None:
    with sample.open() as opened:
        assert against_pdf_ua(opened) == []


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
def test_nothing_stands_against_pdf_a_and_pdf_ua_for_the_archives(tmp_path: Path, fonts: FontSet, draft: bool) -> None:
    """A cover, contents, lists, a table, a picture, a chart, a turned page; a draft has its watermark besides."""
    assert against_pdf_a(write_every_node(tmp_path, fonts, "archival", draft)) == []


def test_an_untagged_file_has_no_structure_and_the_same_pages(tmp_path: Path, fonts: FontSet) -> None:
    put_figure(tmp_path)
    document = every_node(gbt9704())
    tagged = pdf.write(document, gbt9704(), fonts, tmp_path)
    untagged = pdf.write(document, gbt9704(), fonts, tmp_path, "untagged")

    assert untagged.pages == tagged.pages
    with Pdf.open(io.BytesIO(untagged.pdf)) as opened:
        assert "/StructTreeRoot" not in opened.Root


def without_language(file: Any) -> None:
    del file.Root.Lang


def without_description(file: Any) -> None:
    del next(each for each in elements(file) if each.S == "/Figure").Alt


def without_scope(file: Any) -> None:
    del next(each for each in elements(file) if each.S == "/TH").A.Scope


def without_owner(file: Any) -> None:
    file.Root.StructTreeRoot.ParentTree.Nums[1][0] = None


def without_structure_order(file: Any) -> None:
    del file.pages[0].obj.Tabs


def with_a_level_skipped(file: Any) -> None:
    next(each for each in elements(file) if each.S == "/H2").S = pikepdf.Name.H5


def with_untagged_content(file: Any) -> None:
    file.pages[0].contents_add(b"0 0 10 10 re f")


def without_font_file(file: Any) -> None:
    for font in file.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile3"]


def without_numbering(file: Any) -> None:
    del next(each for each in elements(file) if each.S == "/L").A.ListNumbering


def with_a_link_to_nowhere(file: Any) -> None:
    page = next(page for page in file.pages if "/Annots" in page)
    next(each for each in page.Annots if "/Dest" in each).Dest = pikepdf.String("无")


def elements(file: Any) -> Iterator[Any]:
    todo = [file.Root.StructTreeRoot.K[0]]
    while todo:
        element = todo.pop(0)
        yield element
        todo += [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


SPOILERS: dict[Callable[[Any], None], str] = {
    without_language: "language None",
    without_description: "Figure without Alt or BBox",
    without_scope: "TH without Scope",
    without_owner: "page 1: nothing owns content 0",
    without_structure_order: "page 1: no tab order",
    with_a_level_skipped: "H5 below H1",
    with_untagged_content: "page 1: f is neither tagged nor an artifact",
    without_font_file: "/BYLOLW+docgen-宋 is not embedded",
    without_numbering: "L without ListNumbering",
    with_a_link_to_nowhere: "the link to 无 leads nowhere",
}


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_the_findings_find_what_is_wrong(spoil: Callable[[Any], None], tmp_path: Path, fonts: FontSet) -> None:
    with Pdf.open(io.BytesIO(write_every_node(tmp_path, fonts, "tagged"))) as opened:
        spoil(opened)

        assert SPOILERS[spoil] in against_pdf_ua(opened)


# Bookmarks, links, size


class Bookmark(NamedTuple):
    level: int
    title: str
    page: int


def bookmarks(file: Pdf) -> list[Bookmark]:
    places = {page.obj.objgen: number for number, page in enumerate(file.pages)}

    def walk(item: Any, level: int) -> Iterator[Bookmark]:
        while item is not None:
            yield Bookmark(level, without_spaces(str(item.Title)), places[item.Dest[0].objgen])
            yield from walk(item.get("/First"), level + 1)
            item = item.get("/Next")

    return list(walk(file.Root.Outlines.First, 1))


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_bookmarks_are_the_entries_of_the_contents(sample: Printed) -> None:
    """As deep as the contents go; bookmarks go on to each post's own headings."""
    contents, places = sample.contents, sample.result.places
    with sample.open() as opened:
        found = [bookmark for bookmark in bookmarks(opened) if bookmark.level <= contents.levels]

    assert found == [
        Bookmark(entry.level, without_spaces(entry.label + entry.text), places[entry.key].start)
        for entry in contents.entries
    ]


def test_the_sample_stays_under_two_megabytes(sample: Printed) -> None:
    assert len(sample.result.pdf) < 2_000_000


# Lines


def test_the_notice_and_what_stands_at_its_foot_share_a_page(sample: Printed) -> None:
    printed = ["pdftotext", "-f", "2", "-l", "2", str(sample.file), "-"]
    page = subprocess.run(printed, capture_output=True, check=True).stdout.decode()

    assert [found in page for found in ("关于印发", "抄送：公司工会。", "印发\n")] == [True] * 3


def lines(file: Path) -> list[str]:
    """Each printed line of the file, those of cells and of headers too."""
    command = ["pdftotext", "-bbox-layout", str(file), "-"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    of_words = re.findall("<line [^>]*>(.*?)</line>", printed, re.DOTALL)
    return ["".join(re.findall("<word [^>]*>(.*?)</word>", line)) for line in of_words]


def test_no_line_begins_or_ends_with_a_mark_that_may_not(sample: Printed) -> None:
    printed = lines(sample.file)

    assert len(printed) > 3000
    assert [line for line in printed if line[0] in NOT_FIRST or line[-1] in NOT_LAST] == []


def test_no_line_parts_points_from_their_number(sample: Printed) -> None:
    ends_and_starts = [(before[-1], after[0]) for before, after in pairwise(lines(sample.file))]

    assert [pair for pair in ends_and_starts if pair[0].isdecimal() and pair[1] == "分"] == []


def test_no_head_of_a_column_is_broken(sample: Printed) -> None:
    blocks = with_nested(tuple(block for section in sample.document.sections for block in section.blocks))
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = Counter(plain(cell.children) for table in tables for row in table.head for cell in row.cells)

    assert len(heads) > 40
    assert heads - Counter(lines(sample.file)) == Counter()


class PrintedLine(NamedTuple):
    """A line's text, and its foot in points from the paper's top."""

    text: str
    bottom: float


def pages_of(blocks: tuple[Block, ...], style: Style, fonts: FontSet, folder: Path) -> list[list[PrintedLine]]:
    """The lines of each page of a document of these blocks, with neither header nor footer. The file is
    folder/out.pdf."""
    document = Document("题", {}, (PageSection("节", "body", blocks, page_numbers="none"),), style.heading_formats)
    result = pdf.write(document, style, fonts, folder)
    assert result.problems == ()
    (folder / "out.pdf").write_bytes(result.pdf)
    command = ["pdftotext", "-bbox-layout", str(folder / "out.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    found = []
    for page in printed.split("<page ")[1:]:
        lines = re.findall(r'<line .*?yMax="([\d.]+)">(.*?)</line>', page, re.DOTALL)
        texts = [("".join(re.findall("<word [^>]*>(.*?)</word>", words)), float(bottom)) for bottom, words in lines]
        found.append([PrintedLine(text, bottom) for text, bottom in texts])
    return found


def paragraph(key: str, text: str) -> Paragraph:
    return Paragraph(key, (Text(text),))


@pytest.mark.parametrize("measure", ["20分", "1.5分", "100%", "2小时", "3个工作日", "2026年"])
def test_a_number_and_its_unit_stay_on_one_line(fonts: FontSet, tmp_path: Path, measure: str) -> None:
    """Behind texts of each length that ends a line within the measure."""
    texts = [paragraph(str(length), "项" * length + f"（{measure}）") for length in range(20, 30)]
    (page,) = pages_of(tuple(texts), gbt9704(), fonts, tmp_path)

    assert "".join(line.text for line in page) == "".join("项" * length + f"（{measure}）" for length in range(20, 30))
    assert sum(measure in line.text for line in page) == len(texts)
    assert len(page) > len(texts)


@pytest.mark.parametrize(("room", "here", "there"), [(1, 0, 6), (2, 2, 4), (4, 4, 2), (5, 4, 2), (6, 6, 0)])
def test_no_line_of_a_paragraph_stands_alone(fonts: FontSet, tmp_path: Path, room: int, here: int, there: int) -> None:
    """A paragraph of six lines where `room` lines are left on a page of 22."""
    before = [paragraph(str(number), "上") for number in range(22 - room)]
    pages = pages_of((*before, paragraph("段", "项" * (28 * 6 - 2))), gbt9704(), fonts, tmp_path)

    assert [sum(line.text[0] == "项" for line in page) for page in [*pages, []][:2]] == [here, there]


@pytest.mark.parametrize("style", BUILT_IN)
def test_a_chapter_of_the_contents_is_on_the_page_of_the_first_of_its_lines(
    fonts: FontSet, tmp_path: Path, style: str
) -> None:
    """Chapters of one section and of three, so that pages would break in each place."""
    levels = [1, 2, 1, 2, 2, 2] * 30
    entries = tuple(ContentsEntry(level, "", "", f"{level}级", "目录") for level in levels)
    pages = pages_of((Contents("目录", 2, entries=entries),), built_in(style), fonts, tmp_path)

    assert len(pages) > 3
    assert [page[-1].text for page in pages if page[-1].text.startswith("1级")] == []


@pytest.mark.parametrize("style", BUILT_IN)
@pytest.mark.parametrize("before", range(1, 5))
def test_a_label_stays_with_its_text_and_the_last_items_stay_together(
    fonts: FontSet, tmp_path: Path, style: str, before: int
) -> None:
    items = tuple(Item(f"列/{n}", (Text(f"项{n}"),)) for n in range(1, 60))
    labels = tuple(f"第{n}" for n in range(1, 60))
    above = (paragraph(str(n), "上") for n in range(before))
    section = Section("章", (Heading(1, "章", (Text("上"),)), *above, List("列", items, labels=labels)))
    pages = pages_of((section,), built_in(style), fonts, tmp_path)

    texts = [[line.text for line in page if line.text != "上"] for page in pages]
    assert [text for page in texts for text in page] == [f"第{n}项{n}" for n in range(1, 60)]
    assert len(texts[-1]) >= 3


@pytest.mark.parametrize("style", BUILT_IN)
def test_each_page_that_a_table_reaches_ends_with_its_rule(fonts: FontSet, tmp_path: Path, style: str) -> None:
    head = (Row((Cell((Text("甲"),), header=True), Cell((Text("甲"),), header=True))),)
    groups = [
        Group((Row((Cell((Text("甲"),), rowspan=2), Cell((Text(f"第{n}"),)))), Row((Cell((Text("第二行"),)),))))
        for n in range(40)
    ]
    pages = pages_of((Table("表", (1, 3), head, tuple(groups)),), built_in(style), fonts, tmp_path)

    assert len(pages) > 2
    for page, rules in zip(pages, rules_across(tmp_path / "out.pdf"), strict=True):
        foot = max(line.bottom for line in page)
        assert [rule for rule in rules if foot - 1 < rule < foot + 8] != []


def rules_across(file: Path) -> Iterator[list[int]]:
    """For each page the rows of dots, 72 to the inch, that are coloured across nearly all of the type area."""
    pictures = subprocess.run(["pdftoppm", "-r", "72", "-gray", str(file)], capture_output=True, check=True).stdout
    while pictures:
        _, size, _, dots = pictures.split(b"\n", 3)
        width, height = map(int, size.split())
        rows = [dots[start : start + width] for start in range(0, width * height, width)]
        yield [number for number, row in enumerate(rows) if sum(dot < 240 for dot in row) > 0.7 * width]
        pictures = dots[width * height :]


def test_a_label_that_word_types_is_the_same_text(fonts: FontSet, tmp_path: Path) -> None:
    form = number_format("㈠")
    assert form
    items = tuple(Item(f"列/{n}", (Text(f"项{n}"),)) for n in (1, 10))
    pages_of((List("列", items, format=form, labels=(form.label(1), form.label(10))),), gbt9704(), fonts, tmp_path)

    blocks = [(block.label.strip(), block.text) for block in reading.read(tmp_path / "out.pdf")]
    assert blocks == [("㈠", "项1"), ("㈩", "项10")]
