"""Readers that give the blocks of a manual back from its three files, each by means that share nothing with docgen."""

from __future__ import annotations

import re
from typing import NamedTuple


class Block(NamedTuple):
    """What a reader of the file sees: the label that is printed before a text, and the text, its line breaks as `\\n`.

    `kind`: heading 1 … heading 6, paragraph (a note too), item, cell, caption, cover, chart. A chart is one block: its
    boxes in order, a line a box. Empty cells, contents, other pictures and page furniture are no blocks.
    """

    kind: str
    label: str
    text: str


LABEL = re.compile(
    r"（[一二三四五六七八九十百千零]+）|[一二三四五六七八九十百千零]+、|第[一二三四五六七八九十百千零]+[章节条]"
    r"|（[0-9]+）|[0-9]+[.、](?![0-9])|[0-9]+(?:\.[0-9]+)*(?=\u3000)|(?:[0-9]+|[a-z])\)|[①-⑳㈠-㈩]|<[0-9]+>"
)


def labelled(kind: str, text: str) -> Block:
    """The block that is printed as `text`, its label told from the rest; a paragraph with a label is an item."""
    match = LABEL.match(text)
    if match is None:
        return Block(kind, "", text)
    return Block("item" if kind == "paragraph" else kind, match[0], text[match.end() :].lstrip(" \u3000"))


def cover_field(text: str) -> Block:
    """A line of the cover: `版本：2026.1`, or a text alone."""
    label, colon, rest = text.partition("：")
    return Block("cover", label, rest) if colon else Block("cover", "", text)


def without_spaces(blocks: list[Block]) -> list[Block]:
    """For comparing with a PDF, which has neither the white space at the end of a printed line nor the line breaks."""
    return [Block(block.kind, "".join(block.label.split()), "".join(block.text.split())) for block in blocks]
