"""The one module that speaks to WeasyPrint 70 (beside pdf_structure): fetching, laying out, writing the file.

Importing it imports WeasyPrint, which raises OSError where Pango isn't installed.
"""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import weasyprint.pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from docgen.writers import pdf_structure


class AssetFetcher(URLFetcher):  # type: ignore[misc]
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


class Layout:
    """WeasyPrint with one stylesheet, one set of fonts and one fetcher: what the parts of a PDF must share."""

    def __init__(self, stylesheet: str, base: Path, fetcher: AssetFetcher) -> None:
        self.fonts = FontConfiguration()
        self.base_url = base.as_uri() + "/"
        self.fetcher = fetcher
        self.stylesheet = self._css(stylesheet)

    def _css(self, text: str) -> Any:
        return weasyprint.CSS(string=text, base_url=self.base_url, url_fetcher=self.fetcher, font_config=self.fonts)

    def lay_out(self, markup: str, more_css: str = "") -> Any:
        """A `weasyprint.Document`: the markup in pages. `more_css` is for this part alone."""
        html = weasyprint.HTML(string=markup, base_url=self.base_url, url_fetcher=self.fetcher)
        stylesheets = [self.stylesheet, self._css(more_css)] if more_css else [self.stylesheet]
        return html.render(font_config=self.fonts, stylesheets=stylesheets)


def write(laid_out: Any) -> bytes:
    """The pages as a PDF/UA-1 file, with docgen's structure tree in the place of WeasyPrint's."""
    theirs = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = pdf_structure.build
    try:
        return bytes(laid_out.write_pdf(pdf_variant="pdf/ua-1"))
    finally:
        weasyprint.pdf.add_tags = theirs


# At its end the interpreter collects once more, and would spend a tenth of a build's time on finding all boxes dead.
atexit.register(gc.freeze)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Layout makes millions of objects that all stay: collecting finds nothing and costs a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # Hand them to the oldest generation: the next small collection would walk through them all.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


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
