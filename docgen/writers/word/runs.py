"""Inlines → runs and hyperlinks (ISO 29500-1 §17.3.2, §17.16.22)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from docgen.tree import Break, Emphasis, Inline, Link, Ref, Strong, Text
from docgen.writers.word.markup import bookmark_name, run

Relate = Callable[[str], str]


class Look(NamedTuple):
    """What surrounds a text. A run has one character style: the innermost that tells most; bold is added to it."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False

    @property
    def properties(self) -> str:
        bold = "<w:b/><w:bCs/>" if self.strong else ""
        if self.link:
            return f'<w:rStyle w:val="Hyperlink"/>{bold}'
        if self.emphasis:
            return f'<w:rStyle w:val="Emphasis"/>{bold}'
        return '<w:rStyle w:val="Strong"/>' if self.strong else ""


PLAIN = Look()
BREAK = "<w:r><w:br/></w:r>"


def runs(inlines: tuple[Inline, ...], relate: Relate, look: Look = PLAIN) -> str:
    """The content of a paragraph. `relate` gives the relationship id of an address out of the document."""
    text = ""
    for inline in inlines:
        if type(inline) is not Text:
            return "".join([_inline(each, relate, look) for each in inlines])
        text += inline.text
    # Texts alone, as of a duty's title and its content: one run.
    return run(text) if look is PLAIN else run(text, look.properties)


def _inline(inline: Inline, relate: Relate, look: Look) -> str:
    match inline:
        case Text():
            return run(inline.text, look.properties)
        case Strong():
            return runs(inline.children, relate, look._replace(strong=True))
        case Emphasis():
            return runs(inline.children, relate, look._replace(emphasis=True))
        case Break():
            return BREAK
        case Link():
            content = runs(inline.children, relate, look._replace(link=True))
            return f'<w:hyperlink r:id="{relate(inline.href)}" w:history="1">{content}</w:hyperlink>'
        case Ref():
            content = runs(inline.children, relate, look)
            return f'<w:hyperlink w:anchor="{bookmark_name(inline.key)}" w:history="1">{content}</w:hyperlink>'
