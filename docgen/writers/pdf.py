"""Document tree → PDF, by way of HTML and WeasyPrint.

The document is laid out once. That gives the page of every key; the contents alone are then laid out again with the
page numbers in their boxes, which have a fixed width, so that no line moves; and the new pages take the place of the
old ones. target-counter() in CSS would lay out everything again until nothing changes.

The file is tagged (PDF/UA-1); `docgen.writers.pdf_structure` says how. `pdfinfo -struct-text` prints each block once,
in document order, its label apart as Lbl; furniture, watermark and repeated table heads are artifacts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from docgen.fonts import FontSet
from docgen.problems import Problem, Words, error
from docgen.source import Position
from docgen.style import Style
from docgen.tree import Contents, Document, Figure, PageSection, Text
from docgen.writers import css, html

if TYPE_CHECKING:
    from docgen.writers.pdf_layout import AssetFetcher, Complaints, Layout

Node = TypeVar("Node")


class PdfResult(NamedTuple):
    """The file, the printed page label of every key ("III", "12"; for Word's contents), and what stood in the way: the
    file is empty if a problem is an error."""

    pdf: bytes
    pages: Mapping[str, str]
    page_count: int
    problems: tuple[Problem, ...]


def write(document: Document, style: Style, fonts: FontSet, root: Path) -> PdfResult:
    """The document as a PDF. `root` is the project: figures are read from there, and from nowhere else."""
    try:
        from docgen.writers import pdf_layout
    except OSError as cause:  # WeasyPrint's import loads Pango
        return PdfResult(b"", {}, 0, (_no_pango(cause),))
    root = root.resolve()
    fetcher = pdf_layout.AssetFetcher(_assets(document, fonts, root))
    with pdf_layout.without_garbage_collection(), pdf_layout.complaints() as complaints:
        layout = pdf_layout.Layout(css.stylesheet(style, fonts, document.draft), root, fetcher)
        laid_out = layout.lay_out(html.write(document))
        pages = _pages(document, laid_out)
        finished = _finish(document, laid_out, layout, pages)
        pdf = pdf_layout.write(finished)
    problems = tuple(_problems(document, complaints, fetcher, root))
    return PdfResult(b"" if problems else pdf, pages.labels, len(finished.pages), problems)


def _assets(document: Document, fonts: FontSet, root: Path) -> set[Path]:
    """The files that the PDF may hold: its fonts, and its figures as far as they lie in the project."""
    faces = [face for font in fonts.roles.values() for face in (font.regular, font.bold) if face]
    figures = {_path(root, figure) for figure, _ in _nodes(document.sections, Figure)}
    inside = {path for path in figures if path.resolve().is_relative_to(root)}
    return inside | {face.path for face in (*faces, *fonts.fallback)}


def _path(root: Path, figure: Figure) -> Path:
    """A figure's file, without the `..` that a URL loses as well."""
    return Path(os.path.normpath(root / figure.path))


# Pages


class _Page(NamedTuple):
    """`place` from 0 in the file; `number` as counted, `label` as printed ("" where no number is)."""

    place: int
    number: int
    label: str


class _Pages(NamedTuple):
    """Where each page section begins, in order, and each key."""

    sections: list[_Page]
    keys: dict[str, _Page]

    @property
    def labels(self) -> dict[str, str]:
        return {key: page.label for key, page in self.keys.items()}


def _pages(document: Document, laid_out: Any) -> _Pages:
    """Page sections are found by their anchors, in order; a blank page before one counts as the section's before it."""
    pages = _Pages([], {})
    section, number = document.sections[0], 0
    anchors = {html.page_section_anchor(number): number for number in range(1, len(document.sections) + 1)}
    for place, laid_out_page in enumerate(laid_out.pages):
        # A page has the anchors of all that stands on it, begun here or before.
        last = max((anchors[name] for name in anchors.keys() & laid_out_page.anchors.keys()), default=0)
        begins = last > len(pages.sections)
        if begins:
            section = document.sections[last - 1]
        number = 1 if begins and section.restart else number + 1
        page = _Page(place, number, _label(section, number))
        if begins:
            pages.sections.append(page)
        for name in laid_out_page.anchors:
            if name not in anchors:
                pages.keys.setdefault(html.key_of(name), page)
    return pages


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


def _finish(document: Document, laid_out: Any, layout: Layout, pages: _Pages) -> Any:
    """The laid-out document with page numbers in its contents, and its dates."""
    all_pages = list(laid_out.pages)
    labels = pages.labels
    for number, (section, first) in enumerate(zip(document.sections, pages.sections, strict=True), 1):
        if not any(_nodes(section, Contents)):
            continue
        part = html.write(replace(document, sections=(section,)), pages=labels, first_section=number)
        filled = layout.lay_out(part, css.first_page(first.number, right=first.place % 2 == 0)).pages
        all_pages[first.place : first.place + len(filled)] = filled
    laid_out.metadata.created = laid_out.metadata.modified = _date(document)
    return laid_out.copy(all_pages)


def _date(document: Document) -> str | None:
    """When the file was made, as W3C date: the day of issue, or SOURCE_DATE_EPOCH (reproducible-builds.org), never the
    clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return document.fields.get("issued") or None


# Problems


def _problems(document: Document, found: Complaints, fetcher: AssetFetcher, root: Path) -> Iterator[Problem]:
    for char in found.missing:
        places = {source for text, source in _nodes(document, Text) if char in text.text} or {None}
        for place in sorted(places, key=lambda place: place or Position("")):
            yield _missing_glyph(char, place)
    figures = {_path(root, figure).as_uri(): figure for figure, _ in _nodes(document.sections, Figure)}
    for url in dict.fromkeys([*fetcher.denied, *found.unusable]):
        figure = figures.get(url)
        yield _unusable(figure.path if figure else url, figure.source if figure else None)


def _nodes(tree: object, kind: type[Node], source: Position | None = None) -> Iterator[tuple[Node, Position | None]]:
    """Every node of a kind in a tree, in order, with its position or the nearest one around it."""
    if isinstance(tree, tuple):
        for child in tree:
            yield from _nodes(child, kind, source)
        return
    source = getattr(tree, "source", None) or source
    if isinstance(tree, kind):
        yield tree, source
    for name in getattr(tree, "__slots__", ()):
        yield from _nodes(getattr(tree, name), kind, source)


def _no_pango(cause: OSError) -> Problem:
    return error(
        "PDF-NO-PANGO",
        None,
        Words(
            f"这台电脑缺少排版库 Pango，做不了 PDF（{cause}）".replace("\n", " "),
            f"the layout library Pango is missing on this machine, so no PDF ({cause})".replace("\n", " "),
        ),
        Words(
            "安装 Pango：Debian、Ubuntu 用 sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；"
            "Fedora 用 sudo dnf install pango；macOS 用 brew install pango；Windows 用 MSYS2 的 pacman -S "
            "mingw-w64-x86_64-pango。只要 Word 和 Markdown 时用 docgen build --to docx,md",
            "install Pango: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu); "
            "sudo dnf install pango (Fedora); brew install pango (macOS); pacman -S mingw-w64-x86_64-pango in MSYS2 "
            "(Windows). For Word and Markdown alone: docgen build --to docx,md",
        ),
    )


def _missing_glyph(char: str, position: Position | None) -> Problem:
    name = f"“{char}”（U+{ord(char):04X}）"
    return error(
        "PDF-GLYPH",
        position,
        Words(
            f"现有字体里没有 {name} 这个字，PDF 里印不出来", f"no font has {name}, so it can't be printed in the PDF"
        ),
        Words(
            "换一个写法；或安装收字多的字体：docgen doctor --fetch-fonts，或 Debian 的 fonts-noto-cjk 软件包",
            "write it another way; or install a font that has it: docgen doctor --fetch-fonts, or the package "
            "fonts-noto-cjk",
        ),
    )


def _unusable(name: str, position: Position | None) -> Problem:
    return error(
        "PDF-FETCH",
        position,
        Words(
            f"“{name}”用不了：读不到、不是图片，或者不在项目里",
            f"“{name}” can't be used: it is unreadable, not an image, or outside the project",
        ),
        Words(
            "把 PNG、JPEG 或 SVG 图片放进 content 文件夹，用相对路径引用；不能引用网址和项目外的文件",
            "put a PNG, JPEG or SVG image into the content folder and give its relative path; web addresses and files "
            "outside the project can't be used",
        ),
    )
