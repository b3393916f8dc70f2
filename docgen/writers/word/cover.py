"""The cover: a paragraph a field, set apart by space, never by empty paragraphs."""

from __future__ import annotations

from math import ceil

from docgen.style import Style
from docgen.tree import Cover, CoverField
from docgen.writers.word.markup import paragraph, run, twips
from docgen.writers.word.runs import Relate, runs
from docgen.writers.word.sections import page_of

STYLES = {"title": "Title", "organization": "CoverOrganization"}
PARAGRAPHS = {"title": "cover_title", "organization": "cover_organization"}
COLON = "："
# Of the height that the fields leave free: how much stands above the organisation, above the title and below it.
SHARES = {"organization": 0.2, "title": 0.15, "after": 0.35}


def cover_paragraphs(cover: Cover, style: Style, relate: Relate) -> list[str]:
    """The cover's paragraphs, spread over one page."""
    free = max(page_of(style, "portrait").text_height - sum(_height(field, style) for field in cover.fields), 0)
    longest = max((len(field.label) for field in cover.fields), default=0)
    return [
        paragraph(STYLES.get(field.name, "CoverField"), _content(field, longest, style, relate), _space(field, style, free))
        for field in cover.fields
    ]


def _height(field: CoverField, style: Style) -> int:
    """How high a field will stand, in twips, were each character full-width."""
    look = style.paragraphs[PARAGRAPHS.get(field.name, "cover_field")]
    characters = len(field.label) + sum(len(getattr(child, "text", "")) for child in field.children)
    lines = ceil(characters * look.size / (style.text_width / 25.4 * 72)) or 1
    return lines * twips(look.line_height)


def _space(field: CoverField, style: Style, free: int) -> str:
    if field.name not in STYLES:
        return ""
    line = twips(style.paragraphs[PARAGRAPHS[field.name]].line_height)
    before = round(free * SHARES[field.name])
    after = round(free * SHARES["after"]) if field.name == "title" else 0
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _content(field: CoverField, longest: int, style: Style, relate: Relate) -> str:
    return _label(field.label, longest, style) + runs(field.children, relate)


def _label(label: str, longest: int, style: Style) -> str:
    """Labels are spread to one width, as official covers set them: 编　　号：, 发布日期：."""
    if not label:
        return ""
    gaps = len(label) - 1
    if not gaps or len(label) == longest:
        return run(label + COLON)
    spread = twips((longest - len(label)) * style.paragraphs["cover_field"].size / gaps)
    return run(label[:-1], f'<w:spacing w:val="{spread}"/>') + run(label[-1] + COLON)
