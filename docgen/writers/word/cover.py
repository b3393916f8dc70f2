"""The cover: a paragraph a field, set apart by space, never by empty paragraphs."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from docgen.style.model import Style
from docgen.tree import Cover, CoverField
from docgen.writers.word.markup import paragraph, run, twips, twips_of_mm
from docgen.writers.word.runs import Relate, runs

COLON = "："


class Place(NamedTuple):
    """How a field stands: its Word style, the key in `Style.paragraphs`, and its shares of the height that all fields
    together leave free, above and below it."""

    word_style: str
    key: str
    above: float = 0
    below: float = 0


IN_BLOCK = Place("CoverField", "cover_field")
IN_CORNER = Place("CoverMark", "cover_field")
PLACES = {
    "organization": Place("CoverOrganization", "cover_organization", above=0.2),
    "title": Place("Title", "cover_title", above=0.12, below=0.4),
    "code": IN_CORNER,
    "classification": IN_CORNER,
    "control_number": IN_CORNER,
}


def cover_paragraphs(cover: Cover, style: Style, relate: Relate, tables_height: int = 0) -> list[str]:
    """The cover's paragraphs, spread over one page, which tables of this height (in twips) share with them."""
    height = twips_of_mm(style.paper[1] - style.margin_top - style.margin_bottom)
    free = max(height - tables_height - sum(_height(field, style) for field in cover.fields), 0)
    longest: dict[Place, int] = {}
    for field in cover.fields:
        longest[_place(field)] = max(len(field.label), longest.get(_place(field), 0))
    return [_paragraph(field, free, longest[_place(field)], style, relate) for field in cover.fields]


def _place(field: CoverField) -> Place:
    return PLACES.get(field.name, IN_BLOCK)


def _height(field: CoverField, style: Style) -> int:
    """How high a field will stand, in twips, were each of its characters full-width."""
    look = style.paragraphs[_place(field).key]
    characters = len(field.label) + sum(len(getattr(child, "text", "")) for child in field.children)
    lines = ceil(characters * look.size / (style.text_width / 25.4 * 72)) or 1
    return lines * twips(look.line_height)


def _paragraph(field: CoverField, free: int, longest: int, style: Style, relate: Relate) -> str:
    place = _place(field)
    content = runs(field.children, relate)
    content = _spread(field.label, longest, style) + content
    return paragraph(place.word_style, content, _space(place, free, style))


def _space(place: Place, free: int, style: Style) -> str:
    """Direct formatting, since it depends on how much the cover says."""
    if not place.above and not place.below:
        return ""
    line = twips(style.paragraphs[place.key].line_height)
    before, after = round(free * place.above), round(free * place.below)
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _spread(label: str, longest: int, style: Style) -> str:
    """A label spread to the width of the longest, as official covers set them: 编　　制：, 发布日期：."""
    if not label:
        return ""
    gaps = len(label) - 1
    if not gaps or len(label) == longest:
        return run(label + COLON)
    space = twips((longest - len(label)) * style.paragraphs["cover_field"].size / gaps)
    return run(label[:-1], f'<w:spacing w:val="{space}"/>') + run(label[-1] + COLON)
