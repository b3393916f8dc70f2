"""The blocks of a PDF manual: its structure tree as poppler's `pdfinfo -struct-text` prints it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.reading_back import Block

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
BULLETS = ("•", "◦", "▪", "–")


@dataclass
class Element:
    """A structure element: `content` holds its texts and elements in order."""

    name: str
    content: list[Element | str] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        return [each for each in self.content if isinstance(each, Element)]

    def text(self, leave_out: tuple[str, ...] = ()) -> str:
        """Its texts and those of the elements within, but for the elements called `leave_out`."""
        return "".join(
            each if isinstance(each, str) else each.text(leave_out)
            for each in self.content
            if isinstance(each, str) or each.name not in leave_out
        )

    def first(self, name: str) -> Element:
        return next((child for child in self.children if child.name == name), Element(name))


def read(pdf: Path) -> list[Block]:
    """White space is as the PDF has it; see `without_spaces`."""
    printed = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], capture_output=True, check=True, encoding="utf-8")
    (document,) = structure(printed.stdout).children
    found: list[Block] = []
    for section in document.children:
        is_cover = section is document.children[0] and section.children[0].name == "P"
        found += (as_cover(block) if is_cover and block.kind == "paragraph" else block for block in blocks(section))
    return found


def as_cover(block: Block) -> Block:
    """A line of the cover, whose label has its colon with it."""
    return Block("cover", block.label.removesuffix("："), block.text)


def structure(printed: str) -> Element:
    """The tree that indented lines stand for, without attributes (`/Scope /Column`) and annotations (`Object 13 0`)."""
    open_elements = [(-1, Element("root"))]
    for line in printed.splitlines():
        bare = line.strip()
        depth = len(line) - len(line.lstrip())
        while bare and open_elements[-1][0] >= depth:
            open_elements.pop()
        if bare.startswith('"'):
            open_elements[-1][1].content.append(line[line.index('"') + 1 : line.rindex('"')])
        elif bare and not bare.startswith(("/", "Object ")):
            element = Element(bare.split()[0].rstrip(":"))
            open_elements[-1][1].content.append(element)
            open_elements.append((depth, element))
    return open_elements[0][1]


def blocks(element: Element) -> Iterator[Block]:
    name = element.name
    if name == "Sect" and element.first("TOC").content:
        return
    if name in HEADINGS or name in ("P", "Caption"):
        kind = f"heading {name[1]}" if name in HEADINGS else "paragraph" if name == "P" else "caption"
        yield Block(kind, element.first("Lbl").text(), element.text(("Lbl",)))
    elif name == "Figure" and element.first("Span").content:
        boxes = [child.text() for child in element.children if child.name == "Span"]
        yield Block("chart", "", "\n".join(boxes))
        yield from (block for child in element.children if child.name != "Span" for block in blocks(child))
    elif name in ("TH", "TD"):
        if text := element.text():
            yield Block("cell", "", text)
    elif name == "LI":
        label, body = element.first("Lbl").text(), element.first("LBody")
        yield Block("item", "" if label.strip() in BULLETS else label, body.text(("L",)))
        for nested in body.children:
            if nested.name == "L":
                yield from blocks(nested)
    else:
        for child in element.children:
            yield from blocks(child)
