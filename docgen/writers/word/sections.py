"""Page sections → sectPr (ISO 29500-1 §17.6)."""

from __future__ import annotations

from typing import NamedTuple

from docgen.style.model import Style
from docgen.tree import PageSection
from docgen.writers.word.markup import twips, twips_of_mm

NUMBER_FORMATS = {"roman": "upperRoman", "arabic": "decimal"}
NEAREST_TO_EDGE = 5.0  # mm


class Page(NamedTuple):
    """A page's measures in mm."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def text_width(self) -> int:
        """Width of the type area in twips."""
        return twips_of_mm(self.width - self.left - self.right)

    @property
    def text_height(self) -> int:
        """Height of the type area in twips."""
        return twips_of_mm(self.height - self.top - self.bottom)


def page_of(style: Style, orientation: str) -> Page:
    """The page upright, or turned a quarter so that its head lies at the binding (GB/T 9704—2012 §8)."""
    width, height = style.paper
    if orientation == "portrait":
        return Page(width, height, style.margin_top, style.margin_right, style.margin_bottom, style.margin_left)
    return Page(height, width, style.margin_left, style.margin_top, style.margin_right, style.margin_bottom)


def section_properties(section: PageSection, style: Style, references: str, has_first: bool = False) -> str:
    """The sectPr of one page section, with the references to its headers and footers; `has_first` where its first page
    has its own.

    Where odd and even pages differ, Word and LibreOffice themselves leave a page blank when an odd number follows an
    odd one. (oddPage would say so too, but costs LibreOffice the first page's footer.)
    """
    page = page_of(style, section.orientation)
    landscape = ' w:orient="landscape"' if section.orientation == "landscape" else ""
    title_page = "<w:titlePg/>" if has_first else ""
    header, footer = (twips_of_mm(distance) for distance in _distances(page, style))
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips_of_mm(page.width)}" w:h="{twips_of_mm(page.height)}"{landscape}/>'
        f'<w:pgMar w:top="{twips_of_mm(page.top)}" w:right="{twips_of_mm(page.right)}" '
        f'w:bottom="{twips_of_mm(page.bottom)}" w:left="{twips_of_mm(page.left)}" '
        f'w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
        f'{_page_numbering(section)}<w:cols w:space="425"/>{title_page}{_grid(page, style)}</w:sectPr>'
    )


def _distances(page: Page, style: Style) -> tuple[float, float]:
    """From the paper's edges to the header and to the footer, which lie as far from the type area as the style says."""
    heights = (style.paragraphs["header"].line_height, style.paragraphs[_footer_look(style)].line_height)
    places = ((page.top, style.header, heights[0]), (page.bottom, style.footer, heights[1]))
    above, below = (
        max(margin - furniture.distance - height / 72 * 25.4, NEAREST_TO_EDGE) for margin, furniture, height in places
    )
    return above, below


def _footer_look(style: Style) -> str:
    return "page_number" if "{页码}" in style.footer.odd.text else "footer"


def _page_numbering(section: PageSection) -> str:
    if section.page_numbers == "none":
        return ""
    start = ' w:start="1"' if section.restart else ""
    return f'<w:pgNumType w:fmt="{NUMBER_FORMATS[section.page_numbers]}"{start}/>'


def _grid(page: Page, style: Style) -> str:
    """GB/T 9704—2012 §5.2.3: so many lines a page. The characters of a line are the styles' matter.

    Lines have exact heights with or without it. LibreOffice centres it in the type area, so it stands only where its
    lines fill that but for a point."""
    pitch = twips(style.paragraphs["body"].line_height)
    return f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/>' if page.text_height % pitch <= twips(1) else ""
