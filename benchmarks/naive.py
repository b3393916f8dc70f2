"""The sample manual as a page that a developer would write for WeasyPrint without having measured anything."""

from __future__ import annotations

from pathlib import Path

import jinja2

from docgen.compose import compose
from docgen.fonts import FontSet, find_fonts
from docgen.loader import load
from docgen.resources import templates
from docgen.style.reader import read_style
from docgen.template import Templates
from docgen.writers import css

HERE = Path(__file__).parent


def naive_page(root: Path) -> str:
    """The manual of the project in `root` by baseline.html.j2 and baseline.css, in docgen's fonts."""
    manual = load(root).manual
    assert manual is not None
    style, _ = read_style(manual.style, [templates()])
    fonts = find_fonts(root)
    assert style is not None
    assert isinstance(fonts, FontSet)
    document = compose(manual, Templates([templates()]), style).document
    faces = [line for line in css.stylesheet(style, fonts).splitlines() if line.startswith("@font-face")]
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, trim_blocks=True)
    environment.globals["kind_of"] = lambda node: type(node).__name__
    stylesheet = "\n".join([*faces, (HERE / "baseline.css").read_text(encoding="utf-8")])
    return environment.get_template("baseline.html.j2").render(document=document, stylesheet=stylesheet)
