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


def _heading(font: FontRole, bold: bool = False, size: float = 16.0) -> ParagraphStyle:
    return ParagraphStyle(font, size, 28.95, bold=bold, first_line_indent=2, keep_with_next=True)


def gbt9704() -> Style:
    """The official-document style of GB/T 9704—2012 §5–7."""
    body = ParagraphStyle("仿宋", 16.0, 28.95, first_line_indent=2)
    small = ParagraphStyle("宋", 10.5, 16.0)
    centered = ParagraphStyle("小标宋", 22.0, 36.0, align="center")
    paragraphs = {
        "body": body,
        "item": body,
        "note": ParagraphStyle("楷", 10.5, 16.0),
        "caption": ParagraphStyle("黑", 12.0, 20.0, align="center", space_before=6, space_after=4, keep_with_next=True),
        "table": small,
        "table_head": ParagraphStyle("黑", 10.5, 16.0, align="center"),
        "heading1": ParagraphStyle("黑", 16.0, 28.95, first_line_indent=2, keep_with_next=True),
        "heading2": _heading("楷"),
        "heading3": _heading("仿宋", bold=True),
        **{f"heading{level}": _heading("仿宋") for level in range(4, 10)},
        "contents_title": ParagraphStyle("小标宋", 22.0, 36.0, align="center", space_after=12),
        "contents1": ParagraphStyle("黑", 14.0, 24.0),
        "contents2": ParagraphStyle("仿宋", 14.0, 24.0),
        "contents3": ParagraphStyle("仿宋", 14.0, 24.0),
        "cover_title": ParagraphStyle("小标宋", 26.0, 42.0, align="center"),
        "cover_organization": ParagraphStyle("小标宋", 22.0, 36.0, align="center"),
        "cover_field": ParagraphStyle("仿宋", 16.0, 30.0),
        "header": small,
        "footer": small,
        "page_number": ParagraphStyle("宋", 14.0, 18.0),
        "centered_title": centered,
    }
    from docgen.numbering import number_format

    headings = tuple(number_format(example) for example in ("一、", "（一）", "1.", "（1）"))
    lists = tuple(found for example in ("（1）", "①") if (found := number_format(example)))
    return Style("gbt9704", (210, 297), 37, 35, 28, 26, 28, 22, paragraphs, headings, lists, "— {} —", "outside")
