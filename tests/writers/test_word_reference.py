"""A project's reference.docx: its styles, header, footer and logo in the Word manual."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from docgen.style.model import Style
from docgen.tree import Heading
from docgen.writers import word
from tests.every_node import PNG, every_node, put_figure
from tests.office import findings, libreoffice_lines
from tests.sample_style import gbt9704
from tests.word_parts import inlines, of_blocks


def reference(*, first: bool = False) -> bytes:
    """A company's own file: red first-level headings in 20 pt, a logo in the header, a line in the footer."""
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(20)
    section = document.sections[-1]
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG))
    section.header.paragraphs[0].add_run("青桐岭集团")
    section.footer.paragraphs[0].text = "集团内部文件"
    if first:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "首页"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def style(data: bytes | None = None) -> Style:
    return replace(gbt9704(), reference=reference() if data is None else data)


def package(of: Style) -> dict[str, bytes]:
    document = of_blocks(Heading(1, "总则", inlines("总则"), "一、"))
    result = word.write(document, of, Path())
    assert result.problems == ()
    with zipfile.ZipFile(io.BytesIO(result.docx)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_its_styles_take_the_place_of_those_of_their_name() -> None:
    styles = package(style())["word/styles.xml"].decode()
    heading = re.search('<w:style [^>]*w:styleId="Heading1".*?</w:style>', styles, re.DOTALL)

    assert heading
    assert '<w:sz w:val="40"/>' in heading[0]
    assert '<w:numId w:val="1"/>' in heading[0]
    assert 'w:styleId="HeadingUnnumbered"' in styles
    names = re.findall('<w:name w:val="(.*?)"/>', styles)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("whole", "incomplete"),
    [
        ('w:type="paragraph" w:styleId="BodyText2"', 'w:type="paragraph"'),
        ('<w:basedOn w:val="Normal"/>', "<w:basedOn/>"),
    ],
    ids=["a style without an id", "a style based on nothing"],
)
def test_what_a_damaged_reference_leaves_out_is_passed_over(whole: str, incomplete: str) -> None:
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(reference())) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/styles.xml":
                assert whole in part.decode()
                part = part.decode().replace(whole, incomplete).encode()
            target.writestr(name, part)

    styles = package(style(damaged.getvalue()))["word/styles.xml"].decode()

    assert styles.count('w:styleId="Heading1"') == 1


def test_its_header_footer_and_logo_are_used() -> None:
    found = package(style())

    assert "青桐岭集团" in found["word/header1.xml"].decode()
    assert "集团内部文件" in found["word/footer1.xml"].decode()
    assert found["word/media/furniture1.png"] == PNG
    picture = re.search('r:embed="(.*?)"', found["word/header1.xml"].decode())
    assert picture
    assert f'Id="{picture[1]}"'.encode() in found["word/_rels/header1.xml.rels"]


@pytest.mark.parametrize("draft", [False, True])
def test_both_validators_find_nothing(tmp_path: Path, draft: bool) -> None:
    put_figure(tmp_path)
    own = style(reference(first=True))
    file = tmp_path / "手册.docx"
    file.write_bytes(word.write(replace(every_node(own), draft=draft), own, tmp_path).docx)

    assert findings(file) == []


def test_what_is_based_on_a_heading_is_not_numbered(tmp_path: Path) -> None:
    """Word's own TOC Heading is based on Heading 1."""
    own = style()
    file = tmp_path / "手册.docx"
    file.write_bytes(word.write(every_node(own), own, put_in(tmp_path)).docx)

    assert "一、总则" in libreoffice_lines(file)


def put_in(folder: Path) -> Path:
    put_figure(folder)
    return folder


def test_a_draft_says_so_above_the_header() -> None:
    result = word.write(of_blocks(draft=True), style(), Path())
    with zipfile.ZipFile(io.BytesIO(result.docx)) as file:
        header = file.read("word/header1.xml").decode()

    assert header.index("草稿") < header.index("青桐岭集团")


def test_a_zip_that_python_docx_cannot_read_is_a_problem() -> None:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as file:
        file.writestr("[Content_Types].xml", "<x/>")

    result = word.write(of_blocks(), style(found.getvalue()), Path())

    assert (result.docx, [problem.code for problem in result.problems]) == (b"", ["WORD-REFERENCE"])
