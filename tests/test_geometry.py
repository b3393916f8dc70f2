"""GB/T 9704—2012 §5: margins, lines and characters of a page, read back from the PDF and from Word by LibreOffice."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.fonts import FontSet, find_fonts
from docgen.tree import Document, PageSection, Paragraph, Text
from docgen.writers import pdf, word
from tests.sample_style import gbt9704

PROJECT = Path(__file__).parents[1]
CHARACTERS = 28
LINES = 22
MM = 25.4 / 72
# A page and a bit of nothing but 汉字, in one paragraph: 2 characters in, then 28 a line.
TEXT = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳" * 24


class Line(NamedTuple):
    """A printed line: its edges in mm from the paper's left and top, and its characters."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


def document() -> Document:
    return Document(
        "题",
        {},
        (PageSection("节", "body", (Paragraph("节/1", (Text(TEXT),)),), restart=True),),
        gbt9704().heading_formats,
    )


def first_page(file: Path) -> list[Line]:
    """The lines of the first page by poppler, without the page number."""
    printed = subprocess.run(
        ["pdftotext", "-bbox-layout", "-f", "1", "-l", "1", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    found = []
    for edges, content in re.findall("<line ([^>]*)>(.*?)</line>", printed, re.DOTALL):
        left, top, right, bottom = (float(value) * MM for value in re.findall('"(.*?)"', edges))
        text = "".join(re.findall("<word [^>]*>(.*?)</word>", content))
        found.append(Line(left, right, top, bottom, text))
    return [line for line in found if "—" not in line.text]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Line]]:
    folder = tmp_path_factory.mktemp("geometry")
    fonts = find_fonts(PROJECT)
    assert isinstance(fonts, FontSet)
    result = pdf.write(document(), gbt9704(), fonts, PROJECT)
    assert result.problems == ()
    (folder / "weasyprint.pdf").write_bytes(result.pdf)
    (folder / "word.docx").write_bytes(word.write(document(), gbt9704(), PROJECT).docx)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "word.docx")], capture_output=True, check=True)
    return {"pdf": first_page(folder / "weasyprint.pdf"), "word": first_page(folder / "word.pdf")}


def slack(maker: str) -> float:
    """How far off a measure may be, in mm."""
    return 0.5 if maker == "pdf" else 1.0


@pytest.mark.parametrize("maker", ["pdf", "word"])
def test_a_page_has_22_lines_of_28_characters(printed: dict[str, list[Line]], maker: str) -> None:
    counted = [len(line.text) for line in printed[maker]]

    assert counted == [CHARACTERS - 2] + [CHARACTERS] * (LINES - 1)


@pytest.mark.parametrize("maker", ["pdf", "word"])
def test_the_text_stands_between_margins_of_28_and_26_mm(printed: dict[str, list[Line]], maker: str) -> None:
    full = printed[maker][1:]

    assert min(line.left for line in full) == pytest.approx(28, abs=slack(maker))
    assert max(line.right for line in full) == pytest.approx(210 - 26, abs=slack(maker))


@pytest.mark.parametrize("maker", ["pdf", "word"])
def test_22_lines_fill_the_225_mm_of_the_type_area(printed: dict[str, list[Line]], maker: str) -> None:
    """Characters stand in the middle of lines that are 28.95 pt apart, the first at the top of the type area."""
    middles = [(line.top + line.bottom) / 2 for line in printed[maker]]
    pitch = (middles[-1] - middles[0]) / (LINES - 1)

    assert pitch == pytest.approx(28.95 * MM, abs=0.02)
    assert middles[0] - pitch / 2 == pytest.approx(37, abs=slack(maker))
    assert middles[-1] + pitch / 2 == pytest.approx(297 - 35, abs=slack(maker))


@pytest.mark.parametrize("maker", ["pdf", "word"])
def test_the_first_line_stands_two_characters_in(printed: dict[str, list[Line]], maker: str) -> None:
    first, second = printed[maker][:2]

    assert first.left - second.left == pytest.approx(2 * 15.79 * MM, abs=slack(maker))
