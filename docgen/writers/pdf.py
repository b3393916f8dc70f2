"""Document tree → PDF, by way of HTML and WeasyPrint.

The document is laid out once, with a stand-in for each page number of the contents. That gives the page of every key;
the numbers are then written into their boxes, which stand apart from the text, so that nothing moves. target-counter()
in CSS would lay out everything again until nothing changes.

The file is tagged (PDF/UA-1); `docgen.writers.pdf_structure` says how. `pdfinfo -struct-text` prints each block once,
in document order, its label apart as Lbl; furniture, watermark and repeated table heads are artifacts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.fonts import FontSet
from docgen.problems import Problem, Words, error
from docgen.source import Position
from docgen.style import Style
from docgen.tree import Block, Contents, Document, Figure, PageSection, Section, Text, run_end
from docgen.writers import css, html

if TYPE_CHECKING:
    from docgen.writers.pdf_layout import AssetFetcher, Complaints

# Any digit: the width of what stands in for a page number plays no part.
STAND_IN = "0"


class PdfResult(NamedTuple):
    """The file, the printed page label of every key ("III", "12"; for Word's contents), and what stood in the way: the
    file is empty if a problem is an error. `places` are the pages on which each key stands, counted from 0."""

    pdf: bytes
    pages: Mapping[str, str]
    page_count: int
    problems: tuple[Problem, ...]
    places: Mapping[str, range] = MappingProxyType({})


def write(document: Document, style: Style, fonts: FontSet, root: Path) -> PdfResult:
    """The document as a PDF. `root` is the project: figures are read from there, and from nowhere else."""
    try:
        from docgen.writers import pdf_layout
    except OSError as cause:  # WeasyPrint's import loads Pango
        return PdfResult(b"", {}, 0, (_no_pango(cause),))
    root = root.resolve()
    fetcher = pdf_layout.AssetFetcher(_assets(document, fonts, root))
    with pdf_layout.without_garbage_collection(), pdf_layout.complaints() as complaints:
        markup = html.write(document, page_number=STAND_IN)
        stylesheet = css.stylesheet(style, fonts, document.draft, document.fields)
        laid_out = pdf_layout.lay_out(markup, stylesheet, root, fetcher)
        pages = _pages(document, laid_out)
        _number_contents(document, laid_out, pages)
        laid_out.metadata.created = laid_out.metadata.modified = _date(document)
        pdf = pdf_layout.write(laid_out)
    problems = tuple(_problems(document, complaints, fetcher, root))
    return PdfResult(b"" if problems else pdf, pages, len(laid_out.pages), problems, _places(laid_out))


def _assets(document: Document, fonts: FontSet, root: Path) -> set[Path]:
    """The files that the PDF may hold: its fonts, and its figures as far as they lie in the project."""
    faces = [face for font in fonts.roles.values() for face in (font.regular, font.bold) if face]
    figures = {_path(root, figure) for figure in _figures(document)}
    inside = {path for path in figures if path.resolve().is_relative_to(root)}
    return inside | {face.path for face in (*faces, *fonts.fallback)}


def _figures(document: Document) -> Iterator[Figure]:
    return (block for block in _blocks(document) if isinstance(block, Figure))


def _blocks(part: Document | PageSection | Section) -> Iterator[Block | PageSection]:
    """All blocks of a document, those in sections too."""
    for block in part.sections if isinstance(part, Document) else part.blocks:
        yield block
        if isinstance(block, (PageSection, Section)):
            yield from _blocks(block)


def _path(root: Path, figure: Figure) -> Path:
    """A figure's file, without the `..` that a URL loses as well."""
    return Path(os.path.normpath(root / figure.path))


# Pages


def _pages(document: Document, laid_out: Any) -> dict[str, str]:
    """The label of the page on which each key begins, and of the last page of each run (tree.run_end). Page sections
    are found by their anchors, in order; a blank page before one counts as the section's before it."""
    from docgen.writers import pdf_layout

    found: dict[str, str] = {}
    section, begun, number, run = document.sections[0], 0, 0, 0
    anchors = {html.page_section_anchor(count): count for count in range(1, len(document.sections) + 1)}
    for page in laid_out.pages:
        # A page has the anchors of all that stands on it, begun here or before.
        last = max((anchors[name] for name in anchors.keys() & page.anchors.keys()), default=0)
        begins = last > begun
        if begins:
            section, begun = document.sections[last - 1], last
        restarts = begins and section.restart
        number, run = (1, run + 1) if restarts else (number + 1, run)
        label = _label(section, number)
        if label and not pdf_layout.is_blank(page):
            found[run_end(run)] = label
        for name in page.anchors:
            if name not in anchors:
                found.setdefault(html.key_of(name), label)
    return found


def _places(laid_out: Any) -> dict[str, range]:
    """The pages on which each key stands: a page has the anchors of all that goes on there."""
    found: dict[str, range] = {}
    for place, page in enumerate(laid_out.pages):
        for name in page.anchors:
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


def _number_contents(document: Document, laid_out: Any, pages: Mapping[str, str]) -> None:
    """Write the page labels into the contents' number boxes."""
    from docgen.writers import pdf_layout

    contents = [block for block in _blocks(document) if isinstance(block, Contents)]
    anchors = {html.anchor(block.key) for block in contents}
    on_pages = (page for page in laid_out.pages if anchors & page.anchors.keys())
    boxes = (box for page in on_pages for box in pdf_layout.text_boxes(page, "page-number"))
    entries = (entry for block in contents for entry in block.entries)
    for box, entry in zip(boxes, entries, strict=True):
        pdf_layout.rewrite(box, pages[entry.key])


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
        places = {source for text, source in _texts(document) if char in text} or {None}
        for place in sorted(places, key=lambda place: place or Position("")):
            yield _missing_glyph(char, place)
    figures = {_path(root, figure).as_uri(): figure for figure in _figures(document)}
    for url in dict.fromkeys([*fetcher.denied, *found.unusable]):
        figure = figures.get(url)
        yield _unusable(figure.path if figure else url, figure.source if figure else None)


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
