"""docs/gallery: a picture for each layout and style, and all of them shown where people read."""

from __future__ import annotations

from pathlib import Path

from docgen import resources
from docgen.manual.layouts import LAYOUT_FILES

DOCS = Path(__file__).parents[1] / "docs"
STYLES = {file.stem for file in (resources.templates() / "styles").glob("*.yaml")}


def test_each_layout_and_style_has_a_small_picture() -> None:
    pictures = list((DOCS / "gallery").glob("*.png"))

    assert {file.stem for file in pictures} == {
        f"{layout}-{style}" for layout in LAYOUT_FILES.values() for style in STYLES
    }
    assert all(file.stat().st_size < 150_000 for file in pictures)


def test_the_page_on_layouts_shows_them_all() -> None:
    page = (DOCS / "layouts.md").read_text("utf-8")

    assert [name for name in LAYOUT_FILES if f"## {name}" not in page] == []
    assert [file.name for file in (DOCS / "gallery").glob("*.png") if f"gallery/{file.name}" not in page] == []
