"""Headers and footers as CSS margin boxes (CSS Paged Media 3 §4), and the paper they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.style.model import FIELDS, Furniture, Line, Style

FIELD = re.compile(r"(\{[^{}]*\})")
PLACES = ("left", "center", "right")


def paper(style: Style, turned: bool = False) -> str:
    """Size and margins. A landscape page is the portrait one turned to the left: its top is the portrait's right."""
    width, height = style.paper
    margins = (style.margin_top, style.margin_right, style.margin_bottom, style.margin_left)
    if turned:
        width, height, margins = height, width, (*margins[1:], margins[0])
    return f"size: {width:g}mm {height:g}mm; margin: {' '.join(f'{margin:g}mm' for margin in margins)}"


def furniture(
    page: str, counter_style: str, style: Style, looks: Mapping[str, str], fields: Mapping[str, str]
) -> Iterator[str]:
    """The rules for pages of one name: odd and even ones, and the first of a run of page numbers. `looks` are the
    declarations of header, footer and page_number, `fields` the document's."""
    live = {
        "page": f"counter(page, {counter_style})",
        "pages": f"counter(pages, {counter_style})",
        "chapter": "string(chapter)",
    }
    for edge, of in (("top", style.header), ("bottom", style.footer)):
        for pages, line in _pages(page, of).items():
            look = "header" if edge == "top" else "page_number" if "{页码}" in line.text else "footer"
            boxes = []
            for place in PLACES:
                if getattr(line, place) or (of.rule and line.text):
                    boxes.append(f"@{edge}-{place} {{ {_box(edge, place, of, line, live, fields)}; {looks[look]} }}")
                elif line is of.first and any(getattr(each, place) for each in (of.odd, of.even)):
                    boxes.append(f"@{edge}-{place} {{ content: none }}")
            if boxes:
                yield f"@page {pages} {{ {' '.join(boxes)} }}"


def _pages(page: str, of: Furniture) -> dict[str, Line]:
    """The line of each kind of page, by its selector."""
    if of.odd == of.even:
        found = {f"{page}, {page}-restart": of.odd}
    else:
        found = {f"{page}{side}, {page}-restart{side}": line for side, line in ((":right", of.odd), (":left", of.even))}
    return found if of.first is None else found | {f"{page}-restart:nth(1 of {page}-restart)": of.first}


def _box(edge: str, place: str, of: Furniture, line: Line, live: Mapping[str, str], fields: Mapping[str, str]) -> str:
    """The declarations of a margin box, up to how its text is set."""
    near = "bottom" if edge == "top" else "top"
    rule = f"; border-{near}: 0.5pt solid; padding-{near}: 2pt; width: {_share(line, place)}" if of.rule else ""
    inset = f"; padding-{place}: {line.inset}em" if line.inset and place != "center" else ""
    content = _content(getattr(line, place), live, fields)
    return (
        f"content: {content}; vertical-align: {near}; margin-{near}: {of.distance:g}mm; "
        f"white-space: pre-wrap; text-align: {place}{rule}{inset}"
    )


def _share(line: Line, place: str) -> str:
    """How much of the line a box takes, so that the rules of all together go across."""
    if not line.center:
        return "0" if place == "center" else "50%"
    return "34%" if place == "center" else "33%"


def _content(text: str, live: Mapping[str, str], fields: Mapping[str, str]) -> str:
    parts = (FIELDS.get(part, part) for part in FIELD.split(text) if part)
    return " ".join(live.get(part) or string(fields.get(part, part)) for part in parts) or '""'


def string(text: str) -> str:
    """A CSS string (CSS Syntax 3 §4.3.5), also fit for a style element and an SVG attribute."""
    return '"' + re.sub(r"""[\\"'<&\x00-\x1f\x7f]""", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
