"""Python-Markdown, with what chapters have and without what they have not."""

from __future__ import annotations

import html
import re
import string
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

LEFT_OUT_BLOCKS = ("code", "setextheader", "hr", "quote", "reference")
LEFT_OUT_INLINES = ("reference", "image_reference", "short_reference", "short_image_ref", "automail")

# Inline constructs that the reader refuses: each becomes an element of that name around the text as typed.
REFUSED = {
    "html": r"</?[A-Za-z][^<>]*>|<!--(?:.*?-->)?|<\?.*?\?>|<![A-Z][^>]*>",
    "entity": r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);",
    "strikethrough": r"~~(?=\S)(?:.*?\S)?~~",
}

# A link or picture that is whole: Python-Markdown's own pattern looks for the end of each bracket anew.
_TARGET = r"\[(?=[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]\((?:[^()\n]|\([^()\n]*\))*\))"
LINK = rf"(?<!!){_TARGET}"
IMAGE = rf"!{_TARGET}"


def parse(lines: list[str]) -> Element:
    """The element tree of a chapter: h1–h6, p, ul, ol, li, table parts; strong, em, a, img, br, code and those of
    REFUSED."""
    markdown = _markdown()
    markdown.reset()
    root = markdown.parser.parseDocument(lines).getroot()
    assert root is not None
    for step in ("inline", "unescape"):
        markdown.treeprocessors[step].run(root)
    return root


@cache
def _markdown() -> Markdown:
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from markdown.inlinepatterns import (
        ImageInlineProcessor,
        InlineProcessor,
        LinkInlineProcessor,
        SubstituteTagInlineProcessor,
    )

    class Refused(InlineProcessor):
        def __init__(self, name: str) -> None:
            super().__init__(REFUSED[name])
            self.name = name

        def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802  # Markdown's name and types
            if self.name == "entity" and html.unescape(m[0]) == m[0]:
                return None, None, None
            element = Element(self.name)
            element.text = m[0]
            return element, m.start(), m.end()

    markdown = Markdown(extensions=[TableExtension(use_align_attribute=True), SaneListExtension()])
    for name in LEFT_OUT_BLOCKS:
        markdown.parser.blockprocessors.deregister(name)
    for name in LEFT_OUT_INLINES:
        markdown.inlinePatterns.deregister(name)
    markdown.inlinePatterns.register(LinkInlineProcessor(LINK, markdown), "link", 160)
    markdown.inlinePatterns.register(ImageInlineProcessor(IMAGE, markdown), "image_link", 150)
    markdown.inlinePatterns.register(SubstituteTagInlineProcessor(r"(?i:<br\s*/?>)", "br"), "typed_br", 95)
    for priority, name in zip((90, 80, 70), REFUSED, strict=True):
        markdown.inlinePatterns.register(Refused(name), name, priority)
    markdown.ESCAPED_CHARS = list(string.punctuation)
    return markdown
