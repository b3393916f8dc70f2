"""Groups of rows that no page can hold whole, as several groups that one can.

A group stays together on its page (design: table groups), and what its cells span stays within it. How high a row comes
out is known only to a layout; here it is estimated from the style's measures, on the side of too high.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from docgen import tree
from docgen.style.model import Style

CONTINUED = "（续）"
# The white and the rules around a cell's text, in points: across and down.
CELL_WIDTH, CELL_HEIGHT = 8.5, 6.5
# A heading and a caption may stand above the table; the first group's room is what is left of a page.
ROOM = 0.9


def fit(tables: Iterable[tree.Table], section: tree.PageSection, style: Style) -> bool:
    """Whether no group of the tables is higher than a page of the section."""
    page = _Page(section, style)
    return all(page.holds(table) for table in tables)


def split_groups(section: tree.PageSection, style: Style) -> tree.PageSection:
    """The page section with no group of a table higher than a page, but for single rows. A cell that is cut is
    repeated in each group with （续）."""
    return replace(section, blocks=_Page(section, style).blocks(section.blocks))


class _Page:
    """The measures of a page section's pages, in points."""

    def __init__(self, section: tree.PageSection, style: Style) -> None:
        width = style.text_width
        height = style.paper[1] - style.margin_top - style.margin_bottom
        if section.orientation == "landscape":
            width, height = height, width
        self.width, self.height = (length / 25.4 * 72 for length in (width, height))
        self.style = style

    def holds(self, table: tree.Table) -> bool:
        """Whether no group of several rows is higher than a page."""
        groups = [group for group in table.groups if len(group.rows) > 1]
        if not groups:
            return True
        room = self.room(table)
        return all(sum(self.row_heights(group.rows, table)) <= room for group in groups)

    def room(self, table: tree.Table) -> float:
        """How high a group of its rows may be."""
        return self.height * ROOM - sum(self.row_heights(table.head, table))

    def blocks(self, blocks: tuple[tree.Block, ...]) -> tuple[tree.Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: tree.Block) -> tree.Block:
        if isinstance(block, tree.Section):
            return replace(block, blocks=self.blocks(block.blocks))
        if isinstance(block, tree.Table):
            room = self.room(block)
            groups = tuple(part for group in block.groups for part in self.parts(group, block, room))
            return replace(block, groups=groups)
        return block

    def parts(self, group: tree.Group, table: tree.Table, room: float) -> Iterator[tree.Group]:
        """The group, or, where it is higher than `room`, groups of as many of its rows as fit."""
        heights = self.row_heights(group.rows, table)
        if sum(heights) <= room:
            yield group
            return
        cuts, used = [0], 0.0
        for place, height in enumerate(heights):
            if place and used + height > room:
                cuts.append(place)
                used = 0.0
            used += height
        for number, (first, end) in enumerate(zip(cuts, [*cuts[1:], len(heights)], strict=True), 1):
            key = group.key if number == 1 else f"{group.key}{CONTINUED}{number}"
            yield tree.Group(tuple(_rows_between(group.rows, len(table.columns), first, end)), key)

    def row_heights(self, rows: tuple[tree.Row, ...], table: tree.Table) -> list[float]:
        """An estimate of each row's height; what a merged cell needs beyond its rows is given to the last of them."""
        least = CELL_HEIGHT + self.style.paragraphs["table"].line_height
        heights = [max(least, row.height / 25.4 * 72) for row in rows]
        merged: list[tuple[int, int, float]] = []
        for number, row in enumerate(_placed(rows, len(table.columns))):
            for place, start, cell in row:
                height = self.cell_height(cell, sum(table.columns[place : place + cell.colspan]) / sum(table.columns))
                if cell.rowspan == 1:
                    heights[number] = max(heights[number], height)
                elif start == number:
                    merged.append((number, number + cell.rowspan, height))
        for start, end, height in merged:
            heights[end - 1] += max(0.0, height - sum(heights[start:end]))
        return heights

    def cell_height(self, cell: tree.Cell, share: float) -> float:
        paragraph = self.style.paragraphs["table"]
        characters = max(1.0, (self.width * share - CELL_WIDTH) / paragraph.size)
        # Most texts are short enough however wide each character is.
        lines = sum(1 if len(line) <= characters else ceil(_width(line) / characters) for line in _lines(cell.children))
        return lines * paragraph.line_height + CELL_HEIGHT


def _lines(children: tuple[tree.Inline, ...]) -> list[str]:
    if len(children) == 1 and type(children[0]) is tree.Text:  # as most
        return [children[0].text]
    lines = [""]
    for child in children:
        if isinstance(child, tree.Break):
            lines.append("")
        else:
            lines[-1] += tree.plain((child,))
    return lines


def _width(text: str) -> float:
    """In ems: a wide character takes one, another about half of it."""
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in text)


def _placed(rows: tuple[tree.Row, ...], columns: int) -> Iterator[list[tuple[int, int, tree.Cell]]]:
    """Each row as (column, row in which the cell starts, cell), with the cells that reach into it from above."""
    covering: list[tuple[int, int, tree.Cell] | None] = [None] * columns
    for number, row in enumerate(rows):
        for place, held in enumerate(covering):
            if held and held[1] + held[2].rowspan <= number:
                covering[place] = None
        free = (place for place in range(columns) if covering[place] is None)
        for cell in row.cells:
            place = next(free)
            for _ in range(cell.colspan - 1):
                next(free)
            covering[place : place + cell.colspan] = [(place, number, cell)] * cell.colspan
        yield [held for place, held in enumerate(covering) if held and held[0] == place]


def _rows_between(rows: tuple[tree.Row, ...], columns: int, first: int, end: int) -> Iterator[tree.Row]:
    """Some rows of a group as a group: cells that reach over its edges are cut there."""
    for number, placed in enumerate(_placed(rows, columns)):
        if not first <= number < end:
            continue
        cells = [
            _cut(cell, start, max(start, first), end) for _, start, cell in placed if start == number or number == first
        ]
        yield replace(rows[number], cells=tuple(cells))


def _cut(cell: tree.Cell, start: int, first: int, end: int) -> tree.Cell:
    """A cell from row `first` on, as far as row `end`."""
    rowspan = min(start + cell.rowspan, end) - first
    if first == start:
        return replace(cell, rowspan=rowspan)
    # A number stands in a narrow column, and is no other number for going on.
    gap = (tree.Break(),) if cell.align == "center" else ()
    children = (*cell.children, *gap, tree.Text(CONTINUED)) if cell.children else ()
    return replace(cell, rowspan=rowspan, children=children, key="")
