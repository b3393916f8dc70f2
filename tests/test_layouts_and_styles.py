"""Each layout in each style: Word, PDF and Markdown say the same, the Word files are valid and no glyph is missing.

`make equality` does the same with the whole sample."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import weasyprint

from docgen import resources
from docgen.compose import compose
from docgen.fonts import FontSet, find_fonts
from docgen.manual.layouts import LAYOUT_FILES, in_layout
from docgen.pipeline import check_project
from docgen.source import Text
from docgen.style.model import Style
from docgen.style.reader import read_style
from docgen.template import Templates
from docgen.tree import Document
from docgen.writers import markdown, pdf, word
from tests.office import findings
from tests.reading_back import Block, glyphs, without_spaces
from tests.reading_back import markdown as markdown_reading
from tests.reading_back import pdf as pdf_reading
from tests.reading_back import word as word_reading

PROJECT = Path(__file__).parents[1]
DOCUMENTS = Path(__file__).parent / "documents"
STYLES = sorted(file.stem for file in (resources.templates() / "styles").glob("*.yaml"))
# A small manual in every layout and style, every reserved page in every style; high groups of rows and a style of
# one's own besides.
CASES: list[tuple[str, str | None, str]]
CASES = [("layouts-mixed", layout, style) for layout in LAYOUT_FILES for style in STYLES]
CASES += [("front-matter", None, style) for style in STYLES]
CASES += [("matrix", None, "gbt9704"), ("layouts-mixed", None, "gbt9704"), ("S18-three-lists", None, "仓库")]
CASES += [("department-annexes", None, "gbt9704")]
NAMES = ["-".join(filter(None, case)) for case in CASES]


class Laid(NamedTuple):
    document: Document
    style: Style
    project: Path
    docx: Path


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Laid]:
    """Every case, composed and written for Word."""
    folder = tmp_path_factory.mktemp("word")
    found = {}
    for name, case in zip(NAMES, CASES, strict=True):
        document, style = composed(*case)
        docx = folder / f"{name}.docx"
        result = word.write(document, style, DOCUMENTS / case[0])
        assert result.problems == ()
        docx.write_bytes(result.docx)
        found[name] = Laid(document, style, DOCUMENTS / case[0], docx)
    return found


def composed(case: str, layout: str | None, style_name: str) -> tuple[Document, Style]:
    checked = check_project(DOCUMENTS / case)
    assert checked.manual
    assert checked.problems == []
    folders = [DOCUMENTS / case / "templates", resources.templates()]
    style, problems = read_style(Text(style_name, checked.manual.position), folders)
    assert style, problems
    manual = in_layout(checked.manual, layout) if layout else checked.manual
    found = compose(manual, Templates(folders), style)
    assert found.document, found.problems
    return found.document, style


@pytest.fixture(scope="module")
def word_blocks(laid: dict[str, Laid]) -> dict[str, list[Block]]:
    """What the Word files say; one run of LibreOffice reads them all."""
    return dict(zip(laid, word_reading.read_all([each.docx for each in laid.values()]), strict=True))


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    found = find_fonts(PROJECT)
    assert isinstance(found, FontSet)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_all_three_say_the_same(
    name: str, laid: dict[str, Laid], word_blocks: dict[str, list[Block]], fonts: FontSet, tmp_path: Path
) -> None:
    case = laid[name]
    in_markdown = markdown_reading.blocks(markdown.write(case.document))
    result = pdf.write(case.document, case.style, fonts, case.project)
    file = tmp_path / "document.pdf"
    file.write_bytes(result.pdf)

    assert result.problems == ()
    assert word_blocks[name] == in_markdown
    assert without_spaces(pdf_reading.read(file)) == without_spaces(in_markdown)
    assert glyphs.missing(file) == 0


def test_a_glyph_that_no_font_has_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "missing.pdf"
    in_drawing = '<svg width="60" height="20"><text y="20">\ue778b</text></svg>'
    weasyprint.HTML(string=f"<p>a\ue777c</p>{in_drawing}").write_pdf(file)

    assert glyphs.missing(file) == 2


@pytest.mark.parametrize("name", NAMES)
def test_word_files_are_valid(name: str, laid: dict[str, Laid]) -> None:
    assert findings(laid[name].docx) == []
