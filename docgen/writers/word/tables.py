"""Tables → tbl (ISO 29500-1 §17.4): fixed columns, repeated head rows, groups that stay together, merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from docgen.tree import Cell, Row, Table
from docgen.writers.word.markup import paragraph
from docgen.writers.word.styles import CELL_STYLES

Content = Callable[[Cell], str]

# Tells a screen reader that the first row is a head.
LOOK = '<w:tblLook w:val="0020" w:firstRow="1"/>'
CONTINUED = "<w:vMerge/>"


def table_element(table: Table, width: int, content: Content) -> str:
    """The tbl element, `width` twips wide; `content` gives the runs of a cell."""
    columns = column_widths(table.columns, width)
    head = _rows(table.head, columns, content, head=True)
    groups = "".join(_rows(group.rows, columns, content, head=False) for group in table.groups)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{groups}</w:tbl>'
    )


def column_widths(columns: tuple[int, ...], width: int) -> list[int]:
    """Relative widths in twips that sum to `width` exactly."""
    total = sum(columns)
    edges = [0, *(round(width * part / total) for part in accumulate(columns))]
    return [right - left for left, right in pairwise(edges)]


def _rows(rows: tuple[Row, ...], columns: list[int], content: Content, head: bool) -> str:
    # A row of the head is kept with the first row of the body, a row of a group with the one that follows.
    kept = len(rows) if head else len(rows) - 1
    properties = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    result = []
    for number, row in enumerate(laid_out(rows, len(columns))):
        cells = [
            _cell(cell, sum(columns[place : place + span]), span, content, head, keep=number < kept)
            for place, span, cell in row
        ]
        result.append(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>")
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


def _cell(cell: Cell | None, width: int, span: int, content: Content, head: bool, keep: bool) -> str:
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merge = CONTINUED if cell is None else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    style = "TableHeading" if head else CELL_STYLES[cell.align if cell else "left"]
    text = paragraph(style, content(cell) if cell else "", "<w:keepNext/>" if keep else "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid_span}{merge}</w:tcPr>{text}</w:tc>'
