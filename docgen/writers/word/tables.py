"""Tables → tbl (ISO 29500-1 §17.4): fixed columns, repeated head rows, groups that stay together, merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import NamedTuple

from docgen.tree import Cell, Group, Row, Table
from docgen.writers.word.markup import paragraph, twips_of_mm
from docgen.writers.word.official import IMPRINT_STYLES, at_the_foot
from docgen.writers.word.sections import Page
from docgen.writers.word.styles import CELL_STYLES

Content = Callable[[Cell], str]

# Whether the first row is a head: tells a screen reader, and gives it the head's colour.
HEAD_LOOK = '<w:tblLook w:val="0020" w:firstRow="1"/>'
NO_HEAD_LOOK = '<w:tblLook w:val="0000" w:firstRow="0"/>'
CONTINUED = "<w:vMerge/>"
MIDDLE = '<w:vAlign w:val="center"/>'
HEAD_STYLES = dict.fromkeys(CELL_STYLES, "TableHeading")


def table_element(table: Table, page: Page, content: Content) -> str:
    """The tbl element, as wide as the page's type area; `content` gives the runs of a cell."""
    width = page.text_width
    columns = column_widths(table.columns, width)
    is_imprint = table.role == "imprint"
    styles = IMPRINT_STYLES if is_imprint else CELL_STYLES
    head = _rows(table.head, columns, content, HEAD_STYLES, len(table.head), header="<w:tblHeader/>")
    groups = "".join(
        _rows(group.rows, columns, content, styles, len(group.rows) if is_held else len(group.rows) - 1)
        for group, is_held in zip(table.groups, _held(table.groups), strict=True)
    )
    name, place = ("ImprintTable", at_the_foot(twips_of_mm(page.left))) if is_imprint else ("TableGrid", "")
    look = HEAD_LOOK if table.head else NO_HEAD_LOOK
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{name}"/>{place}<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{groups}</w:tbl>'
    )


# A row whose least height isn't given takes at least a line and the white around it.
LEAST_ROW = 500


def least_height(table: Table) -> int:
    """How high a table is at least, in twips."""
    rows = [*table.head, *(row for group in table.groups for row in group.rows)]
    return sum(max(twips_of_mm(row.height), LEAST_ROW) for row in rows)


def column_widths(columns: tuple[int, ...], width: int) -> list[int]:
    """Relative widths in twips that sum to `width` exactly."""
    total = sum(columns)
    edges = [0, *(round(width * part / total) for part in accumulate(columns))]
    return [right - left for left, right in pairwise(edges)]


def _held(groups: tuple[Group, ...]) -> Iterator[bool]:
    """Whether each group is held to the one below it: no row stands alone at a page's foot or head."""
    last = len(groups) - 1
    for number, group in enumerate(groups):
        is_only_row_above = number == 0 and len(group.rows) == 1
        is_above_only_row = number == last - 1 and len(groups[last].rows) == 1
        yield number < last and (is_only_row_above or is_above_only_row)


def _rows(
    rows: tuple[Row, ...], columns: list[int], content: Content, styles: Mapping[str, str], kept: int, header: str = ""
) -> str:
    """The first `kept` rows stay on the page of the row below."""
    result = []
    for number, (row, line) in enumerate(zip(rows, laid_out(rows, len(columns)), strict=True)):
        look = _Look(styles, "<w:keepNext/>" if number < kept else "", MIDDLE if row.height or header else "")
        cells = [
            _cell(cell, sum(columns[place : place + span]), span, content(cell) if cell else "", look)
            for place, span, cell in line
        ]
        height = f'<w:trHeight w:val="{twips_of_mm(row.height)}" w:hRule="atLeast"/>' if row.height else ""
        result.append(f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{''.join(cells)}</w:tr>")
    return "".join(result)


def laid_out(rows: tuple[Row, ...], columns: int) -> Iterator[list[tuple[int, int, Cell | None]]]:
    """Each row as (column, columns spanned, cell); None where a cell of a row above goes on."""
    open_spans: dict[int, tuple[int, int]] = {}
    for row in rows:
        line: list[tuple[int, int, Cell | None]] = []
        cells = iter(row.cells)
        place = 0
        while place < columns:
            if place in open_spans:
                span, left = open_spans.pop(place)
                line.append((place, span, None))
            else:
                cell = next(cells, None)
                if cell is None:
                    break
                span, left = cell.colspan, cell.rowspan
                line.append((place, span, cell))
            if left > 1:
                open_spans[place] = (span, left - 1)
            place += span
        yield line


class _Look(NamedTuple):
    """What the cells of a row share: the paragraph style by alignment, more of its properties, the cell's own."""

    styles: Mapping[str, str]
    paragraph: str
    cell: str


def _cell(cell: Cell | None, width: int, span: int, content: str, look: _Look) -> str:
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merge = CONTINUED if cell is None else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    text = paragraph(look.styles[cell.align if cell else "left"], content, look.paragraph)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid_span}{merge}{look.cell}</w:tcPr>{text}</w:tc>'
