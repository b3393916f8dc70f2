"""Document tree → PDF, by way of HTML and WeasyPrint.

The document is laid out once, with a stand-in for each page number of the contents. That gives the page of every key;
the numbers are then written into their boxes, which stand apart from the text, so that nothing moves. target-counter()
in CSS would lay out everything again until nothing changes.

The file is tagged (PDF/UA-1) unless asked otherwise; `docgen.writers.pdf_structure` says how. `pdfinfo -struct-text`
prints each block once, in document order, its label apart as Lbl; furniture, watermark and repeated table heads are
artifacts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from docgen.fonts import FontSet
from docgen.garbage import without_garbage_collection
from docgen.problems import Problem
from docgen.source import Position
from docgen.style.model import Style
from docgen.tree import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Heading,
    List,
    PageSection,
    Ref,
    Section,
    Table,
    Text,
    run_end,
)
from docgen.writers import css, html
from docgen.writers.dates import made_at
from docgen.writers.pdf_problems import missing_glyph, no_pango, unusable_picture

if TYPE_CHECKING:
    from docgen.writers.pdf_layout import AssetFetcher, Complaints

# Any digit: the width of what stands in for a page number plays no part.
STAND_IN = "0"

# tagged: PDF/UA-1 (ISO 14289-1). archival: PDF/A-2a (ISO 19005-2) and PDF/UA-1 at once. untagged:
# for the eye alone, made faster.
PdfKind = Literal["tagged", "archival", "untagged"]
VARIANTS: Mapping[PdfKind, str | None] = {"tagged": "pdf/ua-1", "archival": "pdf/a-2a", "untagged": None}


class PdfResult(NamedTuple):
    """The file, the printed page label of every heading's key ("III", "12"; for Word's contents), and what stood in the
    way: the file is empty if a problem is an error. `places` are the pages on which each key stands, counted from 0: of
    headings, what ends a section, and page sections."""

    pdf: bytes
    pages: Mapping[str, str]
    page_count: int
    problems: tuple[Problem, ...]
    places: Mapping[str, range] = MappingProxyType({})


def write(document: Document, style: Style, fonts: FontSet, root: Path, kind: PdfKind = "tagged") -> PdfResult:
    """The document as a PDF. `root` is the project: figures are read from there, and from nowhere else."""
    try:
        from docgen.writers import pdf_layout
    except OSError as cause:  # WeasyPrint's import loads Pango
        return PdfResult(b"", {}, 0, (no_pango(cause),))
    root = root.resolve()
    nodes = list(_nodes(document))
    fetcher = pdf_layout.AssetFetcher(_assets(nodes, fonts, root))
    with without_garbage_collection(), pdf_layout.complaints() as complaints:
        stylesheet = css.stylesheet(style, fonts, document.draft, document.fields)
        laid_out = _lay_out(document, _anchors(nodes), stylesheet, root, fetcher)
        pages = _pages(document, laid_out)
        _number_contents(nodes, laid_out, pages)
        laid_out.metadata.created = laid_out.metadata.modified = _date(document)
        pdf = pdf_layout.write(laid_out, VARIANTS[kind])
    problems = (*_missing_glyphs(document, complaints, fonts), *_unusable_pictures(nodes, complaints, fetcher, root))
    is_wrong = any(problem.is_error for problem in problems)
    return PdfResult(b"" if is_wrong else pdf, pages, len(laid_out.pages), problems, _places(document, laid_out))


def _lay_out(document: Document, anchors: set[str], stylesheet: str, root: Path, fetcher: AssetFetcher) -> Any:
    """The document in pages. Copies that others are like are laid out, the others filled in; what has no room there is
    laid out too, in a second turn."""
    from docgen.writers import pdf_alike, pdf_layout

    alike = pdf_alike.alike(document) if document.copies else {}
    while True:
        markup = html.write(document, page_number=STAND_IN, anchors=anchors, left_out=alike)
        laid_out = pdf_layout.lay_out(markup, stylesheet, root, fetcher)
        if not alike:
            return laid_out
        pages, without_room = pdf_alike.filled_in(laid_out.pages, alike)
        if not without_room:
            laid_out.pages = pages
            return laid_out
        alike = {number: each for number, each in alike.items() if number not in without_room}


def _nodes(node: object) -> Iterator[object]:
    """A node and all in it, in order."""
    if isinstance(node, tuple):
        for child in node:
            yield from _nodes(child)
    elif slots := getattr(node, "__slots__", ()):
        yield node
        for name in slots:
            yield from _nodes(getattr(node, name))


def _assets(nodes: list[object], fonts: FontSet, root: Path) -> set[Path]:
    """The files that the PDF may hold: its fonts, and its figures as far as they lie in the project."""
    faces = [face for font in fonts.roles.values() for face in (font.regular, font.bold) if face]
    figures = {_path(root, node) for node in nodes if isinstance(node, Figure)}
    inside = {path for path in figures if path.resolve().is_relative_to(root)}
    return inside | {face.path for face in (*faces, *fonts.fallback)}


def _anchors(nodes: list[object]) -> set[str]:
    """The keys that need a place in the PDF: what is linked to, what has a page number of interest, and where sections
    end. An id costs time: WeasyPrint shares computed styles between elements without one."""
    named = {node.key for node in nodes if isinstance(node, (Heading, Contents, ContentsEntry, Ref))}
    return named | {_last_key(node) for node in nodes if isinstance(node, Section)}


def _last_key(block: Block) -> str:
    """The key of what a block ends with."""
    match block:
        case Section(blocks=(*_, last)):
            return _last_key(last)
        case List(items=(*_, item)):
            return item.key
        case Table(groups=(*_, group)):
            return group.key
    return getattr(block, "key", "")


def _path(root: Path, figure: Figure) -> Path:
    """A figure's file, without the `..` that a URL loses as well."""
    return Path(os.path.normpath(root / figure.path))


def _blocks(part: Document | PageSection | Section) -> Iterator[Block | PageSection]:
    """All blocks of a document, those in sections too."""
    for block in part.sections if isinstance(part, Document) else part.blocks:
        yield block
        if isinstance(block, (PageSection, Section)):
            yield from _blocks(block)


def _pages(document: Document, laid_out: Any) -> dict[str, str]:
    """The label of the page on which each anchored key begins, and of the last page of each run (tree.run_end). Page
    sections are found by anchors of their own; a blank page before one counts as the section's before it."""
    from docgen.writers import pdf_layout

    found: dict[str, str] = {}
    section, number, run = document.sections[0], 0, 0
    starts = {html.page_section_anchor(count): start for count, start in enumerate(document.sections, 1)}
    for page in laid_out.pages:
        start = next((starts[name] for name in page.anchors if name in starts), None)
        section = start or section
        number, run = (1, run + 1) if start and start.restart else (number + 1, run)
        label = _label(section, number)
        if label and not pdf_layout.is_blank(page):
            found[run_end(run)] = label
        for name in page.anchors:
            found.setdefault(html.key_of(name), label)
    return {key: label for key, label in found.items() if key not in starts}


def _places(document: Document, laid_out: Any) -> dict[str, range]:
    """The pages on which each anchored key stands (a page has the anchors of all that goes on there), and each page
    section, by its own anchor."""
    from docgen.writers import pdf_layout

    found: dict[str, range] = {}
    starts = {html.page_section_anchor(count) for count in range(1, len(document.sections) + 1)}
    section = ""
    for place, page in enumerate(laid_out.pages):
        section = next((name for name in page.anchors if name in starts), section)
        for name in page.anchors if pdf_layout.is_blank(page) else {section: None, **page.anchors}:
            key = html.key_of(name)
            found[key] = range(found[key].start if key in found else place, place + 1)
    return found


def _label(section: PageSection, number: int) -> str:
    if section.page_numbers == "none":
        return ""
    return str(number) if section.page_numbers == "arabic" else roman(number)


def roman(number: int) -> str:
    """1–3999 in capital Roman numerals, as CSS's upper-roman prints them."""
    text = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _number_contents(nodes: list[object], laid_out: Any, pages: Mapping[str, str]) -> None:
    """Write the page labels into the contents' number boxes."""
    from docgen.writers import pdf_layout

    contents = [node for node in nodes if isinstance(node, Contents)]
    anchors = {html.anchor(block.key) for block in contents}
    on_pages = (page for page in laid_out.pages if anchors & page.anchors.keys())
    boxes = (box for page in on_pages for box in pdf_layout.text_boxes(page, "page-number"))
    entries = (entry for block in contents for entry in block.entries)
    for box, entry in zip(boxes, entries, strict=True):
        pdf_layout.rewrite(box, pages[entry.key])


def _date(document: Document) -> str | None:
    """When the file was made, as W3C date."""
    made = made_at(document.fields.get("issued", ""))
    return made.strftime("%Y-%m-%dT%H:%M:%SZ") if made else None


# Problems


def _missing_glyphs(document: Document, found: Complaints, fonts: FontSet) -> Iterator[Problem]:
    for char in found.missing:
        places = {_place(char, text, source) for text, source in _texts(document) if char in text} or {None}
        for place in sorted(places, key=lambda place: place or Position("")):
            problem = missing_glyph(char, place, fonts)
            yield problem._replace(severity="warning") if document.draft else problem


def _place(char: str, text: str, source: Position | None) -> Position | None:
    """Where a character stands: within its text, if that was written as it is printed, on one line."""
    if source is None or source.length != len(text):
        return source
    return source._replace(column=source.column + text.index(char), length=1)


def _unusable_pictures(nodes: list[object], found: Complaints, fetcher: AssetFetcher, root: Path) -> Iterator[Problem]:
    figures = {_path(root, node).as_uri(): node for node in nodes if isinstance(node, Figure)}
    for url in dict.fromkeys([*fetcher.denied, *found.unusable]):
        figure = figures.get(url)
        yield unusable_picture(figure.path if figure else url, figure.source if figure else None)


def _texts(node: object, source: Position | None = None) -> Iterator[tuple[str, Position | None]]:
    """Every text in a tree, in order, with its position or the nearest one around it."""
    if isinstance(node, tuple):
        for child in node:
            yield from _texts(child, source)
        return
    source = getattr(node, "source", None) or source
    if isinstance(node, Text):
        yield node.text, source
    for name in getattr(node, "__slots__", ()):
        yield from _texts(getattr(node, name), source)
