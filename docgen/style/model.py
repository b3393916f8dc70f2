"""A style in a typesetter's measures: what CSS and Word styles are both compiled from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from docgen.numbering import NumberFormat

FontRole = Literal["宋", "黑", "楷", "仿宋", "小标宋"]
Align = Literal["left", "center", "right"]

# 字号 in points, the sizes of Chinese type.
TYPE_SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5, "小六": 6.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How one kind of paragraph is set. Sizes, line height and spaces in points; indents in characters of its size.

    `hanging` is the width of the column in which a label stands, 0 where the text simply goes on after it. `color` is
    RRGGBB, "" for black; `rule` draws a line below.
    """

    font: FontRole
    size: float
    line_height: float
    bold: bool = False
    align: Align = "left"
    first_line_indent: int = 0
    space_before: float = 0
    space_after: float = 0
    keep_with_next: bool = False
    hanging: int = 0
    color: str = ""
    rule: bool = False


class TableStyle(NamedTuple):
    """The rules of tables: widths in points, of the frame and of those inside; colours as RRGGBB. `head_fill` is the
    ground of the head, "" for none."""

    frame: float = 0.5
    rule: float = 0.5
    color: str = "000000"
    head_fill: str = ""


FIELDS = {
    "{名称}": "title", "{单位}": "organization", "{编号}": "code", "{版本}": "version", "{密级}": "classification",
    "{章}": "chapter", "{页码}": "page", "{总页数}": "pages",
}  # fmt: skip


class Line(NamedTuple):
    """A line of a header or footer: texts with FIELDS in them. `inset` is how many characters of its size it stands in
    from the type area's edges."""

    left: str = ""
    center: str = ""
    right: str = ""
    inset: int = 0

    @property
    def text(self) -> str:
        return self.left + self.center + self.right


class Furniture(NamedTuple):
    """A header or footer: its line on odd and on even pages, and on the first page of each run of page numbers (None:
    as on the others). `distance` is from the type area, in mm; `rule` draws a line towards it."""

    odd: Line = Line()
    even: Line = Line()
    first: Line | None = None
    distance: float = 7.0
    rule: bool = False

    @property
    def lines(self) -> dict[str, Line]:
        """The line of each kind of page there is, in ISO 29500's words."""
        found = {"default": self.odd, "even": self.even}
        return found if self.first is None else found | {"first": self.first}


NO_FURNITURE = Furniture()
PLAIN_TABLE = TableStyle()


class Numbering(NamedTuple):
    """How headings and lists are labelled, by level from 1. The last of `lists` serves for deeper levels too."""

    headings: tuple[NumberFormat | None, ...]
    lists: tuple[NumberFormat, ...]

    def heading(self, level: int) -> NumberFormat | None:
        return self.headings[level - 1] if level <= len(self.headings) else None

    def list(self, level: int) -> NumberFormat:
        return self.lists[min(level, len(self.lists)) - 1]


@dataclass(frozen=True)
class Style:
    """A page and its paragraphs. Lengths of the page in mm.

    `paragraphs` has the keys: body, item, note, caption, table, table_head, heading1 … heading9, heading_unnumbered,
    contents_title, contents1 … contents3, cover_title, cover_organization, cover_field, header, footer, page_number (a
    footer with {页码} in it).
    `characters_per_line` × the body size may differ from the type area: the pitch makes up for it (GB/T 9704—2012
    §5.2.3, 22 lines of 28 characters in 156 × 225 mm).
    `numberings` are labels of its own for a page section that asks for them (条文). First-level headings whose text is
    in `unnumbered` (前言) have no number. `own_css` is a project's templates/style.css, `reference` the bytes of its
    templates/reference.docx.
    """

    name: str
    paper: tuple[float, float]
    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    characters_per_line: int
    lines_per_page: int
    paragraphs: dict[str, ParagraphStyle]
    heading_formats: tuple[NumberFormat | None, ...]
    list_formats: tuple[NumberFormat, ...]
    header: Furniture = NO_FURNITURE
    footer: Furniture = NO_FURNITURE
    table: TableStyle = PLAIN_TABLE
    numberings: Mapping[str, Numbering] = field(default_factory=lambda: MappingProxyType({}))
    unnumbered: frozenset[str] = frozenset()
    latin_font: str = "Times New Roman"
    own_css: str = ""
    reference: bytes = b""

    @cached_property
    def numbering(self) -> Numbering:
        """The usual labels."""
        return Numbering(self.heading_formats, self.list_formats)

    def numbering_of(self, name: str) -> Numbering:
        """The labels of a page section that asks for those called `name`; the usual ones where there are none."""
        return self.numberings.get(name, self.numbering)

    @property
    def has_sides(self) -> bool:
        """Whether odd and even pages differ."""
        return self.header.odd != self.header.even or self.footer.odd != self.footer.even

    @property
    def has_first(self) -> bool:
        """Whether the first page of a run differs from the others."""
        return self.header.first is not None or self.footer.first is not None

    @property
    def text_width(self) -> float:
        """Width of the type area in mm."""
        return self.paper[0] - self.margin_left - self.margin_right

    @property
    def pitch_adjustment(self) -> float:
        """Points to add to each body character so that `characters_per_line` of them fill the type area (CSS
        letter-spacing; negative draws them together). A hair is taken off so that rounding breaks no line early."""
        width = self.text_width / 25.4 * 72
        return (width / self.characters_per_line) - self.paragraphs["body"].size - 0.005
