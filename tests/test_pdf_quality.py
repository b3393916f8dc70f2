"""The sample manual as PDF in each style: what it conforms to, its bookmarks, links, size and lines. docs/pdf.md says
what is checked, and by what."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from pikepdf import Pdf

from docgen import resources
from docgen.compose import compose
from docgen.fonts import FontSet, find_fonts
from docgen.pipeline import check_project
from docgen.template import Templates
from docgen.tree import Contents, Document
from docgen.writers import pdf
from docgen.writers.pdf import PdfKind, PdfResult
from tests.every_node import every_node, put_figure
from tests.pdf_findings import against_pdf_a, against_pdf_ua
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
