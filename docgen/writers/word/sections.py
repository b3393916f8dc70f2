"""Page sections → sectPr (ISO 29500-1 §17.6), and the headers and footers they refer to (§17.10)."""

from __future__ import annotations

from typing import NamedTuple

from docgen.style import Style
from docgen.tree import PageSection
from docgen.writers.word.markup import DECLARATION, NAMESPACES, field, paragraph, run, twips, twips_of_mm

NUMBER_FORMATS = {"roman": "upperRoman", "arabic": "decimal"}
# GB/T 9704—2012 §7.5: the page number stands 7 mm below the type area.
PAGE_NUMBER_DISTANCE = 7.0
HEADER_DISTANCE = 15.0


class Furniture(NamedTuple):
    """Relationship ids of the header and footer parts. `header` is "" unless each page says 草稿."""

    header: str
    footer_odd: str
    footer_even: str
    footer_blank: str


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


def section_properties(section: PageSection, style: Style, furniture: Furniture) -> str:
    """The sectPr of one page section; every one names its furniture, else Word would repeat the one before.

    Where odd and even pages differ, Word and LibreOffice themselves leave a page blank when an odd number follows an
    odd one. (oddPage would say so too, but costs LibreOffice the first page's footer.)
    """
    page = page_of(style, section.orientation)
    landscape = ' w:orient="landscape"' if section.orientation == "landscape" else ""
    footer = max(page.bottom - PAGE_NUMBER_DISTANCE - style.paragraphs["page_number"].line_height / 72 * 25.4, 5)
    return (
        f'<w:sectPr>{_references(section, furniture)}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips_of_mm(page.width)}" w:h="{twips_of_mm(page.height)}"{landscape}/>'
        f'<w:pgMar w:top="{twips_of_mm(page.top)}" w:right="{twips_of_mm(page.right)}" '
        f'w:bottom="{twips_of_mm(page.bottom)}" w:left="{twips_of_mm(page.left)}" '
        f'w:header="{twips_of_mm(min(HEADER_DISTANCE, page.top))}" w:footer="{twips_of_mm(footer)}" w:gutter="0"/>'
        f'{_page_numbering(section)}<w:cols w:space="425"/>{_grid(style)}</w:sectPr>'
    )


def _references(section: PageSection, furniture: Furniture) -> str:
    blank = section.page_numbers == "none"
    odd, even = (furniture.footer_blank,) * 2 if blank else (furniture.footer_odd, furniture.footer_even)
    headers = "".join(
        f'<w:headerReference w:type="{kind}" r:id="{furniture.header}"/>'
        for kind in ("default", "even", "first")
        if furniture.header
    )
    footers = (("default", odd), ("even", even))
    return headers + "".join(f'<w:footerReference w:type="{kind}" r:id="{part}"/>' for kind, part in footers)


def _page_numbering(section: PageSection) -> str:
    if section.page_numbers == "none":
        return ""
    start = ' w:start="1"' if section.restart else ""
    return f'<w:pgNumType w:fmt="{NUMBER_FORMATS[section.page_numbers]}"{start}/>'


def _grid(style: Style) -> str:
    """GB/T 9704—2012 §5.2.3: so many lines a page. The characters of a line are the styles' matter."""
    return f'<w:docGrid w:type="lines" w:linePitch="{twips(style.paragraphs["body"].line_height)}"/>'


def draft_header() -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('Draft', run('草稿'))}</w:hdr>"


def footer(style: Style, paragraph_style: str) -> str:
    """A footer that prints the page number in the style's pattern."""
    before, _, after = style.page_number.partition("{}")
    content = run(before) + field("PAGE", run("1")) + run(after)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph(paragraph_style, content)}</w:ftr>"


def blank_footer() -> str:
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph('Footer', '')}</w:ftr>"
