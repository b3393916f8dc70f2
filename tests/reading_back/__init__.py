"""Readers that give the blocks of a manual back from its three files, each by means that share nothing with docgen."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["heading", "paragraph", "item", "cell", "caption", "cover"]


class Block(NamedTuple):
    """What a reader of the file sees: the label that is printed before a text, and the text. Empty cells, contents,
    pictures and page furniture are no blocks; a note is a paragraph. Items are paragraphs with a label or bullet."""

    kind: Kind
    label: str
    text: str


LABEL = re.compile(
    r"（[一二三四五六七八九十百千零]+）|[一二三四五六七八九十百千零]+、|第[一二三四五六七八九十百千零]+[章节条]"
    r"|（[0-9]+）|[0-9]+[.、](?![0-9])|[①-⑳]|<[0-9]+>"
)


def block(kind: Kind, text: str) -> Block:
    """The block printed as `text`, its label told from the rest."""
    match = LABEL.match(text)
    if match is None:
        return Block(kind, "", text)
    if kind == "paragraph":
        kind = "item"
    return Block(kind, match[0], text[match.end() :].removeprefix(" "))
