"""The one module that speaks to WeasyPrint 70 (beside pdf_structure and pdf_measures): fetching, laying out, writing.

Importing it imports WeasyPrint, which raises OSError where Pango isn't installed.
"""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from copy import copy
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname
from xml.etree import ElementTree  # of our own markup

import weasyprint.layout
import weasyprint.pdf
from cssselect2 import ElementWrapper
from weasyprint.css import ColorProfile
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import block
from weasyprint.layout.table import table_layout
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import line_size
from weasyprint.urls import URLFetcher, URLFetcherResponse

from docgen.writers import pdf_measures, pdf_metadata, pdf_structure
from docgen.xml_text import legal


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves `data:` URLs and the given files, nothing else: no network, no other file (design: safety)."""

    def __init__(self, files: Collection[Path]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self.files = frozenset(files)
        self.denied: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        scheme, path = urlsplit(url).scheme, file_of(url)
        if scheme == "data" or (scheme == "file" and path in self.files and not _declares_entities(path)):
            return super().fetch(url, headers)
        self.denied.append(url)
        raise ValueError(f"denied: {url}")


def file_of(url: str) -> Path:
    """The path that a `file:` URL names, as written (no link is followed)."""
    return Path(url2pathname(unquote(urlsplit(url).path)))


def _declares_entities(path: Path) -> bool:
    """Whether a picture is XML with entities of its own, which can grow without end. A DOCTYPE alone is harmless, and
    drawing programs write one."""
    is_picture = path.suffix.lower() not in (".otf", ".ttf", ".ttc", ".otc")
    return is_picture and path.is_file() and b"<!ENTITY" in path.read_bytes().replace(b"\0", b"")


def lay_out(markup: str, stylesheet: str, base: Path, fetcher: AssetFetcher) -> Any:
    """A `weasyprint.Document`: the markup in pages. URLs are relative to the folder `base`."""
    base_url = base.as_uri() + "/"
    fonts = FontConfiguration()
    css = weasyprint.CSS(string=stylesheet, font_config=fonts, base_url=base_url, url_fetcher=fetcher)
    with _totals_by_run():
        return _Page(markup, base_url, fetcher).render(font_config=fonts, stylesheets=[css])


class _Page(weasyprint.HTML):  # type: ignore[misc]  # as above
    """A page of HTML that is XML as well: expat reads it in a tenth of the time that HTML's own rules take."""

    def __init__(self, markup: str, base_url: str, url_fetcher: URLFetcher) -> None:
        self.base_url, self.url_fetcher, self.media_type = base_url, url_fetcher, "print"
        root = ElementTree.fromstring(legal(markup))  # noqa: S314  # docgen's own, without a DTD's inner part
        self.wrapper_element = ElementWrapper.from_html_root(root, None)
        self.etree_element = self.wrapper_element.etree_element


@contextmanager
def _totals_by_run() -> Iterator[None]:
    """Make counter(pages) in headers and footers the last number of the run of page numbers, as the page's own number
    counts: front matter and body have each its own. WeasyPrint counts all pages of the file, the cover too."""
    make_margin_boxes = weasyprint.layout.make_margin_boxes
    totals: list[int] = []

    def with_total(context: Any, page: Any, state: Any) -> Any:
        if not totals:
            pages = context.page_maker
            numbers = [each[3][1]["page"][-1] for each in pages[1:]]
            totals.extend(_totals(numbers, [_is_blank(*each[1:3]) for each in pages[:-1]]))
        state[1]["pages"] = [totals[context.current_page - 1]]
        return make_margin_boxes(context, page, state)

    weasyprint.layout.make_margin_boxes = with_total
    try:
        yield
    finally:
        weasyprint.layout.make_margin_boxes = make_margin_boxes


def _is_blank(next_page: Any, is_right: bool) -> bool:
    """Whether a page is left blank, as `weasyprint.layout.page.remake_page` decides it."""
    wanted = {"right": True, "recto": True, "left": False, "verso": False}.get(next_page["break"])
    return wanted is not None and wanted != is_right


def _totals(numbers: list[int], blank: list[bool]) -> list[int]:
    """For each page number the last one of its run that isn't a blank page's: 1 2 1 2 3 gives 2 2 3 3 3."""
    totals: list[int] = []
    following = None
    for number, is_blank in zip(reversed(numbers), reversed(blank), strict=True):
        goes_on = following == number + 1 and totals[-1] > 0
        totals.append(totals[-1] if goes_on else 0 if is_blank else number)
        following = number
    return totals[::-1]


def is_blank(page: Any) -> bool:
    """Whether a laid-out page is only there so that the next one is a right-hand page."""
    return bool(page._page_box.page_type.blank)


def _first_group_whole(
    context: Any, table: Any, bottom_space: Any, skip_stack: Any, parent: Any, page_is_empty: bool, *more: Any
) -> Any:
    """`table_layout` in `parent`, but a table whose first group doesn't fit at a page's foot begins on the next page.

    WeasyPrint 70 lays out the first group below a head as if the page were empty, and so splits even its first row. In
    the top third of the paper it may: what is moved from there would leave a page with a heading alone.
    """
    laid_out = table_layout(context, table, bottom_space, skip_stack, parent, page_is_empty, *more)
    _, resume_at, next_page, *_ = laid_out
    first = next((index for index, group in enumerate(table.children) if not group.is_header), 0)
    is_split = skip_stack is None and resume_at is not None and resume_at.get(first) is not None
    if is_split and not page_is_empty and table.position_y > context.page_bottom / 3:
        return None, None, next_page, [], False
    return laid_out


block.table_layout = _first_group_whole
pdf_measures.keep_measures_whole()


def text_boxes(page: Any, css_class: str) -> Iterator[Any]:
    """The texts of a laid-out page that stand in elements of a class, in document order."""
    for box in page._page_box.descendants(placeholders=True):
        if isinstance(box, TextBox) and box.element is not None and box.element.get("class") == css_class:
            yield box


def rewrite(box: Any, text: str) -> None:
    """Put another text into a laid-out box of one line, aligned as the old one was."""
    layout = box.pango_layout = copy(box.pango_layout)
    layout.text = text
    layout.reactivate(box.style)
    width, box.height = line_size(layout.get_first_line()[0], box.style)
    layout.deactivate()
    share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(box.style["text_align_all"], 0.0)
    box.text, box.position_x, box.width = text, box.position_x + share * (box.width - width), width


def write(laid_out: Any, variant: str | None) -> bytes:
    """The pages as a file of a WeasyPrint variant (None: untagged), with docgen's structure tree in the place of
    WeasyPrint's."""
    theirs = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = pdf_structure.build
    if variant and variant.startswith("pdf/a"):
        pdf_metadata.name_pdf_ua_too(laid_out.metadata)
        laid_out.color_profiles["sRGB"] = _srgb()
    try:
        return bytes(laid_out.write_pdf(pdf_variant=variant, output_intent="sRGB"))
    finally:
        weasyprint.pdf.add_tags = theirs


def _srgb() -> ColorProfile:
    """The colours that PDF/A is to name. WeasyPrint takes the same file by itself, and leaves it open."""
    with (files(weasyprint.pdf) / "sRGB2014.icc").open("rb") as icc:
        return ColorProfile(icc, "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))


# At its end the interpreter collects once more, and would spend a tenth of a build's time on finding all boxes dead.
atexit.register(gc.freeze)


class Complaints(logging.Handler):
    """What WeasyPrint only logs, and docgen must not let pass: missing glyphs and images that can't be used."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: dict[str, None] = {}
        self.unusable: dict[str, str] = {}

    def emit(self, record: logging.LogRecord) -> None:
        arguments = record.args if isinstance(record.args, tuple) else ()
        if record.msg.startswith(".notdef"):
            self.missing[str(arguments[0])] = None
        elif record.msg.startswith("Failed to load image"):
            self.unusable[str(arguments[0])] = str(arguments[1])


@contextmanager
def complaints() -> Iterator[Complaints]:
    """Collect what WeasyPrint logs, and keep it off the terminal."""
    logger, handler = logging.getLogger("weasyprint"), Complaints()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
