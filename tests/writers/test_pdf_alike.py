"""Page sections laid out once for all that are like them: the pages are those of a full layout."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from docgen.fonts import FontSet, find_fonts
from docgen.tree import (
    Cell,
    Cover,
    CoverField,
    Document,
    Group,
    Heading,
    PageSection,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from docgen.writers import html, pdf, pdf_alike, pdf_layout
from tests.sample_style import gbt9704

FIRST = ("张伟", "1001")
SHARED = PageSection("总则", "body", (Paragraph("总则", (Text("适用于全公司。"),)),), restart=True)


def cover(name: str, number: str) -> PageSection:
    fields = (CoverField("title", "", (Text("岗位手册"),)), CoverField("version", "版本", (Text("1001"),)))
    own = (CoverField("name", "姓名", (Text(name),)), CoverField("employee_number", "工号", (Text(number),)))
    return PageSection(f"封面/{number}", "cover", (Cover(f"封面/{number}", fields + own),), page_numbers="none")


def receipt(name: str, number: str) -> PageSection:
    cells = (Cell((Text("姓名"),)), Cell((Text(name),)), Cell((Text("工号"),)), Cell((Text(number),), align="center"))
    table = Table("", (1, 2, 1, 2), (), (Group((Row(cells, 16),)),))
    key = f"回执/{number}"
    section = Section(key, (Heading(1, key, (Text("签收回执"),)), table))
    return PageSection(key, "body", (section,), page_numbers="none", restart=True)


def document(*people: tuple[str, str]) -> Document:
    first, *others = people
    own = [page for person in others for page in (cover(*person), receipt(*person))]
    return Document("手册", {}, (cover(*first), SHARED, receipt(*first), *own))


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    found = find_fonts(tmp_path_factory.mktemp("project"))
    assert isinstance(found, FontSet), "run: docgen doctor --fetch-fonts"
    return found


def streams(written: pdf.PdfResult) -> list[bytes]:
    """What is drawn on each page that isn't blank."""
    with pikepdf.Pdf.open(io.BytesIO(written.pdf)) as opened:
        pages = [page.Contents.read_bytes() for page in opened.pages]
    return [drawn for drawn in pages if b"Tj" in drawn or b"TJ" in drawn]


@pytest.mark.parametrize(
    ("person", "turns"),
    [
        (("李娜", "0002"), 1),
        (("欧阳娜娜", "QTL-2026-0003"), 1),
        (("Bartholomew", "4"), 1),
        (("王𠮷", "5"), 2),
        (("A name that no cell of a receipt can hold on one line, however small", "6"), 2),
        (("1001", "1001"), 1),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_pages_are_those_of_a_full_layout(
    person: tuple[str, str], turns: int, fonts: FontSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str] = []
    lay_out = pdf_layout.lay_out

    def counted(markup: str, *more: Any) -> Any:
        laid_out.append(markup)
        return lay_out(markup, *more)

    monkeypatch.setattr(pdf_layout, "lay_out", counted)
    each = document(FIRST, person)
    together = pdf.write(replace(each, copies=True), gbt9704(), fonts, tmp_path)
    assert len(laid_out) == turns
    assert streams(together) == streams(pdf.write(each, gbt9704(), fonts, tmp_path))
    assert together.places.keys() >= {f"回执/{person[1]}", *map(html.page_section_anchor, range(1, 6))}


def test_words_that_others_on_the_line_move_with_are_laid_out(fonts: FontSet, tmp_path: Path) -> None:
    def titled(name: str) -> PageSection:
        field = CoverField("title", "", (Text("手册"), Strong((Text(name),))))
        return PageSection(name, "cover", (Cover(name, (field,)),), page_numbers="none")

    each = Document("手册", {}, (titled("甲"), titled("乙乙乙")), copies=True)
    plain = replace(each, copies=False)
    assert streams(pdf.write(each, gbt9704(), fonts, tmp_path)) == streams(pdf.write(plain, gbt9704(), fonts, tmp_path))


def test_each_has_its_own_places(fonts: FontSet, tmp_path: Path) -> None:
    people = document(FIRST, ("李娜", "1002"), ("张伟", "1003"))
    written = pdf.write(replace(people, copies=True), gbt9704(), fonts, tmp_path)
    found = [written.places[html.page_section_anchor(number)] for number in range(1, 8)]
    # The cover, a blank page, the shared page, a blank page, the receipt; then two pages each.
    assert found == [range(1), *(range(page, page + 1) for page in (2, 4, 5, 6, 7, 8))]


def test_what_has_another_shape_or_page_numbers_is_not_alike() -> None:
    undated = cover("李娜", "1002")
    assert isinstance(undated.blocks[0], Cover)
    dated = replace(undated.blocks[0], fields=(*undated.blocks[0].fields, CoverField("joined", "入职日期", ())))
    sections = (cover(*FIRST), SHARED, replace(undated, blocks=(dated,)), SHARED, cover("王强", "1004"))
    found = pdf_alike.alike(Document("手册", {}, sections))
    assert {number: each.model for number, each in found.items()} == {5: 1}
