"""The whole sample in each layout × style: python benchmarks/equality.py (make equality). Exits 1 unless all are 0.

Of each of the 18 manuals every block is read back, label and text, from the PDF's structure tree, from Word (its labels
as LibreOffice prints them) and from Markdown, and the three lists are compared; two validators read the Word file; and
the glyphs of the PDF are counted that no font has. tests/test_layouts_and_styles.py does so for a small manual.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from difflib import unified_diff
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pikepdf

from docgen import resources
from docgen.manual.layouts import LAYOUT_FILES
from docgen.manual.model import Page
from docgen.pipeline import build, check_project
from tests.office import findings
from tests.reading_back import Block, glyphs, markdown, pdf, without_spaces, word

ROOT = Path(__file__).parent.parent
STYLES = sorted(file.stem for file in (resources.templates() / "styles").glob("*.yaml"))
PROCESSES = 2


class Found(NamedTuple):
    """What one manual's three files say. `remarks` are the blocks that differ and what the validators object to."""

    layout: str
    style: str
    pages: int = 0
    blocks: int = 0
    differing: int = 0
    findings: int = 0
    missing_glyphs: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        return self.blocks > 0 and not self.differing and not self.findings and not self.missing_glyphs

    def line(self) -> str:
        counts = (self.pages, self.blocks, self.differing, self.findings, self.missing_glyphs)
        return _line(LAYOUT_FILES[self.layout], self.style, *map(str, counts))


def main() -> int:
    print(_line("layout", "style", "pages", "blocks", "differing", "findings", "no glyph"))
    clean = True
    with ProcessPoolExecutor(PROCESSES) as pool:
        for found in pool.map(read_back, *zip(*product(LAYOUT_FILES, STYLES), strict=True)):
            print(found.line(), *found.remarks, sep="\n", flush=True)
            clean = clean and found.is_clean
    return 0 if clean else 1


def _line(layout: str, style: str, *counts: str) -> str:
    return "".join([f"{layout:11}{style:11}", *(f"{count:>10}" for count in counts)])


def read_back(layout: str, style: str) -> Found:
    """Build the sample in a layout and a style, and read its files."""
    manual = check_project(ROOT).manual
    assert manual
    # A post's page budget is for the layout that the sample is in.
    manual = manual.replace(page=(manual.page or Page()).replace(post_pages=None))
    built = build(ROOT, manual, ("pdf", "docx", "md"), layout=layout, style=style)
    problems = tuple(f"{problem.code}: {problem.message.zh}" for problem in built.problems)
    if not built.files:
        return Found(layout, style, remarks=problems)
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for name, content in built.files.items():
            ending = name.rpartition(".")[2]
            files[ending] = Path(folder, f"manual.{ending}")
            files[ending].write_bytes(content)
        return _compared(Found(layout, style, remarks=problems), files)


def _compared(found: Found, files: dict[str, Path]) -> Found:
    in_markdown, in_word, in_pdf = markdown.read(files["md"]), word.read(files["docx"]), pdf.read(files["pdf"])
    differing = [
        *_difference(in_markdown, in_word, "Word"),
        *_difference(without_spaces(in_markdown), without_spaces(in_pdf), "PDF"),
    ]
    objections = findings(files["docx"])
    return found._replace(
        pages=_page_count(files["pdf"]),
        blocks=len(in_markdown),
        differing=len(differing),
        findings=len(objections),
        missing_glyphs=glyphs.missing(files["pdf"]),
        remarks=(*found.remarks, *differing, *objections),
    )


def _page_count(file: Path) -> int:
    with pikepdf.open(file) as document:
        return len(document.pages)


def _difference(expected: list[Block], actual: list[Block], name: str) -> list[str]:
    """The blocks that one of two lists has and the other lacks."""
    lines = unified_diff(list(map(str, expected)), list(map(str, actual)), "Markdown", name, lineterm="", n=0)
    return [line for line in lines if not line.startswith("@@")]


if __name__ == "__main__":
    sys.exit(main())
