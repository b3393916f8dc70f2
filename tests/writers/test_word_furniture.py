"""Headers and footers in Word: which part each page section refers to, and what is in it."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

from docgen.style.model import Furniture, Line, Style
from docgen.tree import Cell, Contents, Document, Group, Heading, PageSection, Paragraph, Row, Section, Table
from docgen.writers import word
from tests.sample_style import gbt9704
from tests.word_parts import inlines

FIELDS = {"organization": "青桐岭", "code": "Q/1", "version": "2026.1"}


def chapter(name: str, *, restart: bool = False, landscape: bool = False) -> PageSection:
    heading = Heading(1, name, inlines(name), "一、")
    section = Section(name, (heading, Paragraph(f"{name}/1", inlines("文"))))
    return PageSection(name, "body", (section,), "landscape" if landscape else "portrait", restart=restart)


def style(header: Furniture, footer: Furniture | None = None) -> Style:
    return replace(gbt9704(), header=header, footer=footer or Furniture())


def parts(document: Document, of: Style, pages: dict[str, str] | None = None) -> dict[str, str]:
    result = word.write(document, of, Path(), pages)
    with zipfile.ZipFile(io.BytesIO(result.docx)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}


def said(xml: str) -> str:
    """The text of a header, `|` for a tab, fields as {PAGE → 1}."""
    xml = re.sub('<w:fldChar w:fldCharType="begin"/>', "{", xml).replace("<w:tab/>", "|")
    xml = re.sub('<w:fldChar w:fldCharType="separate"/>', "→", xml)
    return re.sub("<[^>]*>", "", re.sub('<w:fldChar w:fldCharType="end"/>', "}", xml)).strip()


def headers(document: Document, of: Style, pages: dict[str, str] | None = None) -> list[dict[str, str]]:
    """What the header of each page section says, by type."""
    found = parts(document, of, pages)
    relationships = dict(re.findall('Id="(.*?)" [^>]*Target="(.*?)"', found["word/_rels/document.xml.rels"]))
    relationships |= {
        b: a for a, b in re.findall('Target="([^"]*)" [^>]*Id="([^"]*)"', found["word/_rels/document.xml.rels"])
    }
    sections = re.findall("<w:sectPr>.*?</w:sectPr>", found["word/document.xml"])
    return [
        {
            kind: said(found[f"word/{relationships[part]}"])
            for kind, part in re.findall('headerReference w:type="(.*?)" r:id="(.*?)"', section)
        }
        for section in sections
    ]


def test_each_section_names_its_own_chapter() -> None:
    line = Line("{单位} {编号}", "", "{章}")
    contents = PageSection("目录", "front", (Contents("目录", 2),), page_numbers="roman", restart=True)
    table = PageSection("续", "body", (Paragraph("续/1", inlines("表")),), "landscape")
    cover = PageSection("封面", "cover", (Paragraph("封/1", inlines("封面")),), page_numbers="none")
    document = Document(
        "手册", FIELDS, (cover, contents, chapter("总则", restart=True), table), gbt9704().heading_formats
    )

    assert [each["default"] for each in headers(document, style(Furniture(line, line)))] == [
        "", "青桐岭 Q/1||目录", "青桐岭 Q/1||一、总则", "青桐岭 Q/1||一、总则",
    ]  # fmt: skip


def test_odd_even_and_first_pages_have_their_own() -> None:
    header = Furniture(Line(right="单"), Line(left="双"), Line(center="首"))
    document = Document("手册", FIELDS, (chapter("甲", restart=True), chapter("乙")))
    of = style(header)

    assert headers(document, of) == [{"default": "单", "even": "双", "first": "首"}] * 2
    found = parts(document, of)
    assert [
        ("<w:titlePg/>" in each) for each in re.findall("<w:sectPr>.*?</w:sectPr>", found["word/document.xml"])
    ] == [
        True,
        False,
    ]
    assert "<w:evenAndOddHeaders/>" in found["word/settings.xml"]


def test_the_total_is_the_page_of_the_last_page_of_the_run() -> None:
    line = Line(center="第 {页码} 页 共 {总页数} 页")
    document = Document("手册", FIELDS, (chapter("甲", restart=True), chapter("乙")))
    found = parts(document, style(Furniture(), Furniture(line, line)), {"/总页数/1": "7"})
    (footer,) = {said(xml) for name, xml in found.items() if name.startswith("word/footer")}
    bookmark = re.search(r"PAGEREF (_\w+)", footer)

    assert bookmark
    assert footer == f"第 {{ PAGE →1}} 页 共 {{ PAGEREF {bookmark[1]} →7}} 页"
    last_paragraph = found["word/document.xml"].rpartition("<w:p>")[2]
    assert f'w:name="{bookmark[1]}"' in last_paragraph


def test_libreoffice_finds_the_last_page_of_a_document_that_ends_with_a_table(tmp_path: Path) -> None:
    """It drops the empty paragraph after the table, and what is in it."""
    line = Line(left="共{总页数}页")
    table = Table("表", (1,), (), (Group((Row((Cell(inlines("甲")),)),)),))
    document = Document("手册", FIELDS, (PageSection("节", "body", (table,), restart=True),))
    file = tmp_path / "manual.docx"
    file.write_bytes(word.write(document, style(Furniture(), Furniture(line, line)), Path(), {"/总页数/1": "7"}).docx)

    assert "共1页" in "".join(printed(file).split())


def printed(docx: Path) -> str:
    """The text of the pages that LibreOffice lays out."""
    command = ["soffice", f"-env:UserInstallation={(docx.parent / 'office').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)], capture_output=True, check=True
    )
    pdf = docx.with_suffix(".pdf")
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, encoding="utf-8").stdout


def test_a_line_in_several_places_has_tabs_for_its_page() -> None:
    line = Line("左", "中", "右")
    document = Document("手册", FIELDS, (chapter("甲", restart=True), chapter("乙", landscape=True)))
    found = parts(document, style(Furniture(line, line)))

    assert '"HeaderTabs"' in found["word/header1.xml"]
    assert '"HeaderTabsLandscape"' in found["word/header2.xml"]
    tabs = re.findall(
        r'styleId="(HeaderTabs\w*)".*?w:val="center" w:pos="(\d+)".*?w:pos="(\d+)"', found["word/styles.xml"]
    )
    assert tabs == [("HeaderTabs", "4422", "8844"), ("HeaderTabsLandscape", "6378", "12756")]


def test_sections_with_the_same_header_share_its_part() -> None:
    line = Line(left="{名称}")
    document = Document("手册", FIELDS, tuple(chapter(str(n), restart=not n) for n in range(50)))

    assert [name for name in parts(document, style(Furniture(line, line))) if "header" in name] == ["word/header1.xml"]
