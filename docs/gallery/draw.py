"""A picture of a page in each layout and style, and the README's: python docs/gallery/draw.py (make gallery).

The layouts of lists show what `docgen new` gives; those that live on more fields show the sample company. Each page is
the first of its part, printed by poppler's pdftoppm. The README shows pages of the whole sample side by side.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps

from docgen import resources
from docgen.manual.layouts import LAYOUT_FILES
from docgen.pipeline import build, check_project

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent
STARTER = SAMPLE / "docgen" / "starter"
PARTS = {
    "三段式": (STARTER, "综合办公室"),
    "对照表": (SAMPLE, "仓储部/仓库主任"),
    "评分表": (STARTER, "综合办公室"),
    "条文": (STARTER, "综合办公室"),
    "岗位说明书": (SAMPLE, "仓储部/仓库主任"),
    "段落": (SAMPLE, "工程测量队"),
}
# Pages of the sample: the cover and the notice by number, others by what their bookmarks end with.
SHOWN = (1, 2, "组织机构图", "仓库主任岗位规范")
DOTS_PER_INCH = 90
COLORS = 32
EDGE = "#c8c8c8"


def main() -> int:
    saved(side_by_side(), HERE.parent / "images" / "page.png")
    for layout, name in LAYOUT_FILES.items():
        for style in sorted(file.stem for file in (resources.templates() / "styles").glob("*.yaml")):
            saved(drawn(first_page(layout, style)), HERE / f"{name}-{style}.png")
    return 0


def saved(picture: Image.Image, file: Path) -> None:
    picture.quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.relative_to(SAMPLE)}  {file.stat().st_size // 1024} KB")


def side_by_side() -> Image.Image:
    """Pages of the whole sample, half as large as the others."""
    manual = check_project(SAMPLE).manual
    assert manual
    (pdf,) = build(SAMPLE, manual, ("pdf",)).files.values()
    pages = [drawn(pdf, page if isinstance(page, int) else page_of(pdf, page)) for page in SHOWN]
    pages = [page.resize((page.width * 3 // 5, page.height * 3 // 5), Image.Resampling.LANCZOS) for page in pages]
    gap = 12
    width, height = pages[0].size
    sheet = Image.new("RGB", (len(pages) * (width + gap) - gap, height), "white")
    for number, page in enumerate(pages):
        sheet.paste(page, (number * (width + gap), 0))
    return sheet


def page_of(pdf: bytes, title: str) -> int:
    """The number, from 1, of the page that a bookmark leads to."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        place = next(item.destination for item in bookmarks(outline.root) if item.title.endswith(title))
        assert isinstance(place, pikepdf.Array)
        return document.pages.index(pikepdf.Page(place[0])) + 1


def bookmarks(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from bookmarks(item.children)


def first_page(layout: str, style: str) -> bytes:
    """A part in a layout and a style, as a PDF; all in the sample company's name."""
    project, part = PARTS[layout]
    manual, sample = check_project(project).manual, check_project(SAMPLE).manual
    assert manual
    assert sample
    manual = manual.replace(organization=sample.organization, code=sample.code)
    built = build(project, manual, ("pdf",), only=part, layout=layout, style=style)
    (pdf,) = built.files.values()
    return pdf


def drawn(pdf: bytes, page: int = 1) -> Image.Image:
    """A page with an edge that shows on white."""
    command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-f", str(page), "-l", str(page), "-png", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return ImageOps.expand(Image.open(io.BytesIO(printed)).convert("RGB"), 1, EDGE)


if __name__ == "__main__":
    sys.exit(main())
