"""The document tree: what every writer writes. A closed vocabulary of frozen nodes; no logic that knows a file.

compose builds it and resolves all that depends on the whole (labels, contents, references) before a writer runs; a
writer maps each node type to its output and decides nothing else.

Keys name a node for diffs, bookmarks, links and page maps: `仓储部/仓库主任/职责/物资收发/工作标准/2`. They are unique
within a document. `source` is where the reader of a problem must look: the content file's position.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from docgen.numbering import NumberFormat
from docgen.source import Position

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**_: bool) -> Any:
        """A dataclass that is frozen for the type checker, and hashed as such, but not at run time: there each field
        would be set by a call of object.__setattr__, which makes a node three times as dear, of which a manual of
        1,000 posts has 100,000."""
        return dataclasses.dataclass(slots=True, unsafe_hash=True)


# Inlines


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a block."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document. `href` is http, https or mailto."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to the node `key` of this document; it never prints a page number."""

    key: str
    children: tuple[Inline, ...]


Inline = Text | Strong | Emphasis | Break | Link | Ref

# Blocks


# The parts of an official document that are set in their own way (GB/T 9704—2012 §7.2–7.3): 发文机关标志, 发文字号,
# 主送机关, 附件说明, 发文机关署名, 成文日期, and 附件 with its number above an annex.
ParagraphRole = Literal["", "issuer", "number", "addressee", "attachment", "signature", "date", "annex"]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1–9 is the depth of the section it heads. `label` is "" where the level isn't labelled, and for a heading
    that stands apart from the numbered ones (`numbered` False). `format` says how it is labelled where that is not by
    the document's `heading_formats`. `listed_as` is what the contents print where that isn't the heading itself:
    附件1　月度考核登记说明."""

    level: int
    key: str
    children: tuple[Inline, ...]
    label: str = ""
    numbered: bool = True
    source: Position | None = None
    format: NumberFormat | None = None
    listed_as: str = ""

    @property
    def is_title(self) -> bool:
        """Whether it is set as a title of its own: 修订记录, 附件1, 待补事项."""
        return self.level == 1 and not self.numbered


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`space` counts the characters left free after a signature or date (GB/T 9704—2012 §7.3.5)."""

    key: str
    children: tuple[Inline, ...]
    source: Position | None = None
    role: ParagraphRole = ""
    space: float = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type, under a table or list."""

    key: str
    children: tuple[Inline, ...]
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One list item: its own text, then nested lists."""

    key: str
    children: tuple[Inline, ...]
    lists: tuple[List, ...] = ()
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class List:
    """`level` counts nesting from 1. `format` says how items are labelled; None is a bullet list. `numbering` names the
    style's own labels for it and what it holds (条文), "" those of its page section. `labels` are those of the items,
    "（1）" or the like; none in a bullet list, and before they are counted."""

    key: str
    items: tuple[Item, ...]
    ordered: bool = True
    level: int = 1
    format: NumberFormat | None = None
    source: Position | None = None
    numbering: str = ""
    labels: tuple[str, ...] = ()

    @property
    def labelled(self) -> zip[tuple[str, Item]]:
        """Each item after its label."""
        return zip(self.labels or ("",) * len(self.items), self.items, strict=True)


Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """`header` cells are th. Text is inlines only; a Break separates lines."""

    children: tuple[Inline, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: Align = "left"
    key: str = ""
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that start in this row, left to right; places covered by a span from above are not listed. `height` is
    its least height in mm, where somebody is to write or sign in it."""

    cells: tuple[Cell, ...]
    height: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stay together on a page; a rowspan never leaves its group."""

    rows: tuple[Row, ...]
    key: str = ""


TableRole = Literal["", "imprint"]


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are relative widths, one a column. `head` rows repeat on each page. The `imprint` (版记, GB/T 9704—2012
    §7.4) stands at the foot of its page, between rules across."""

    key: str
    columns: tuple[int, ...]
    head: tuple[Row, ...]
    groups: tuple[Group, ...]
    caption: tuple[Inline, ...] = ()
    source: Position | None = None
    role: TableRole = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An image file of the project (PNG, JPEG or SVG); `path` is relative to the project."""

    key: str
    path: str
    alt: str
    caption: tuple[Inline, ...] = ()
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a box of a chart stands: its top left corner and size in points from the chart's own corner, and its text
    as it is broken into lines. An upright box has one character a line."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a chart, with the boxes that lines lead down to. Its inlines are texts. `frame` is None until the chart
    is laid out."""

    key: str
    children: tuple[Inline, ...]
    boxes: tuple[Box, ...] = ()
    frame: Frame | None = None
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure of boxes and lines, `name`d for its alternative text.

    docgen.compose.chart lays it out: `width` and `height` in points, `size` of its type.
    """

    key: str
    name: str
    boxes: tuple[Box, ...]
    caption: tuple[Inline, ...] = ()
    width: float = 0
    height: float = 0
    size: float = 0
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class CoverField:
    """One line of the cover. `name` says which ("title", "organization", "version" …); `label` is printed before it
    ("版本", "" for the title and the organisation)."""

    name: str
    label: str
    children: tuple[Inline, ...]
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    key: str
    fields: tuple[CoverField, ...]
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: a heading's level, label and text, and its key to link to."""

    level: int
    label: str
    gap: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents under its own `title` (目录), down to heading level `levels`. compose fills `entries`, the
    layout gives page numbers."""

    key: str
    levels: int
    title: str = "目录"
    entries: tuple[ContentsEntry, ...] = ()
    source: Position | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts on a new page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what belongs to it, nested to any depth within one page section."""

    key: str
    blocks: tuple[Block, ...]
    source: Position | None = None


Block = Heading | Paragraph | Note | List | Table | Figure | Chart | Cover | Contents | PageBreak | Section

# The root


@dataclass(frozen=True, slots=True)
class PageSection:
    """A run of pages with one orientation, one page numbering and one furniture; starts on a new page.

    `page_numbers`: none, or roman (I, II …) or arabic; `restart` counts from 1 again, else it runs on. `numbering`
    names the style's own labels for such a section (条文), "" the usual ones.
    """

    key: str
    kind: Literal["cover", "front", "body"]
    blocks: tuple[Block, ...]
    orientation: Literal["portrait", "landscape"] = "portrait"
    page_numbers: Literal["none", "roman", "arabic"] = "arabic"
    restart: bool = False
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole manual, or a part of it. `fields` are the texts that headers, footers and file properties print, by
    name: title, organization, code, version, classification, issued (ISO date). `heading_formats` gives the number
    format of heading level 1, 2 …; `targets` are the keys that references lead to. `copies` are those of several
    people, to be taken apart: their page sections don't follow each other, and those that are alike may be laid out
    once."""

    title: str
    fields: dict[str, str]
    sections: tuple[PageSection, ...]
    heading_formats: tuple[NumberFormat | None, ...] = ()
    targets: frozenset[str] = frozenset()
    language: str = "zh-CN"
    draft: bool = False
    copies: bool = False


def run_end(number: int) -> str:
    """What stands for a key in page maps: the last page of the `number`-th run of page numbers, which a page section
    with `restart` begins; 0 is what comes before the first."""
    return f"/总页数/{number}"


def heading_format(heading: Heading, formats: tuple[NumberFormat | None, ...]) -> NumberFormat | None:
    """How a heading is labelled, in a document with these `heading_formats`."""
    return heading.format or (formats[heading.level - 1] if heading.level <= len(formats) else None)


def plain(children: tuple[Inline, ...]) -> str:
    """The text of inlines, line breaks as spaces."""
    return "".join(
        child.text if isinstance(child, Text) else " " if isinstance(child, Break) else plain(child.children)
        for child in children
    )


def boxes_of(chart: Chart) -> Iterator[tuple[int, Box]]:
    """Every box of a chart with its depth from 0, each before those below it."""
    waiting = [(0, box) for box in reversed(chart.boxes)]
    while waiting:
        depth, box = waiting.pop()
        yield depth, box
        waiting += [(depth + 1, below) for below in reversed(box.boxes)]


def outline(chart: Chart) -> str:
    """What a chart says, for those who cannot see it: a line a box, moved in by its depth."""
    return "\n".join(f"{'　' * depth}{plain(box.children)}" for depth, box in boxes_of(chart))
