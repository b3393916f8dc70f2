"""A picture of a page in each layout and style: python docs/gallery/draw.py (make gallery).

The layouts of lists show what `docgen new` gives; those that live on more fields show the sample company. Each page is
the first of its part, printed by poppler's pdftoppm.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageOps

from docgen import resources
from docgen.layouts import LAYOUT_FILES
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
DOTS_PER_INCH = 90
COLORS = 32
EDGE = "#c8c8c8"


def main() -> int:
    for layout, name in LAYOUT_FILES.items():
        for style in sorted(file.stem for file in (resources.templates() / "styles").glob("*.yaml")):
            picture = drawn(first_page(layout, style))
            file = HERE / f"{name}-{style}.png"
            picture.save(file, optimize=True)
            print(f"{file.relative_to(SAMPLE)}  {file.stat().st_size // 1024} KB")
    return 0


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


def drawn(pdf: bytes) -> Image.Image:
    """Its first page in few colours, with an edge that shows on white."""
    command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-f", "1", "-l", "1", "-png", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    page = Image.open(io.BytesIO(printed)).convert("RGB")
    return ImageOps.expand(page, 1, EDGE).quantize(COLORS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
