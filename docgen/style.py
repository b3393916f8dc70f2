"""A style in a typesetter's measures: what CSS and Word styles are both compiled from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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
    """How one kind of paragraph is set. Sizes, line height and spaces in points; indents in characters of its size."""

    font: FontRole
    size: float
    line_height: float
    bold: bool = False
    align: Align = "left"
    first_line_indent: int = 0
    space_before: float = 0
    space_after: float = 0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A page and its paragraphs. Lengths of the page in mm.

    `paragraphs` has the keys: body, item, note, caption, table, table_head, heading1 … heading9, contents_title,
    contents1 … contents3, cover_title, cover_organization, cover_field, header, footer, page_number.
    `characters_per_line` × the body size may differ from the type area: the pitch makes up for it (GB/T 9704—2012
    §5.2.3, 22 lines of 28 characters in 156 × 225 mm).
    `page_number` is a pattern around the number: "— {} —".
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
    page_number: str = "{}"
    page_number_side: Literal["center", "outside"] = "center"
    latin_font: str = field(default="Times New Roman")

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

