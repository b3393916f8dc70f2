"""A worksheet that is being written: its formats, its cells, the heights of its rows and where its pages may end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from docgen.assessment.scheme import Scheme
from docgen.assessment.total import LinePoints, Score
from docgen.sheets.workbook import HIGHEST_ROW

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADINGS: Final = ("项目", "工作标准", "考核办法", "怎么算", "填什么", "次数或数值")
WIDTHS: Final = (18, 26, 34, 24, 9, 9)
ASSESSOR_WIDTH, POINTS_WIDTH = 9, 8
POINTS: Final = ("扣分、得分", "加分", "本项")
HEAD_ROW: Final = 2
ENTRY_COLUMN: Final = 5
ROW_HEIGHT: Final = 20  # points; high enough to write in by hand
# A4 across within the margins of print_across, in points, a little less for what fonts of other widths do.
PAGE_WIDTH, PAGE_HEIGHT = 784, 480


class Formats(NamedTuple):
    text: Format
    head: Format
    title: Format
    number: Format
    result: Format
    entry: Format
    text_entry: Format


def formats(workbook: Workbook) -> Formats:
    border = {"border": 1, "valign": "vcenter", "font_name": "宋体", "font_size": 10, "text_wrap": True}
    number = {**border, "align": "center"}
    entry = {"bg_color": "#FFF9DB", "locked": False}
    made: list[dict[str, Any]] = [
        border,
        {**border, "bold": True, "align": "center", "bg_color": "#EDEDED"},
        {"bold": True, "align": "center", "valign": "vcenter", "font_name": "黑体", "font_size": 14},
        number,
        {**border, "bold": True, "align": "center", "num_format": "0.00"},
        {**number, **entry},
        {**border, **entry},
    ]
    return Formats(*(workbook.add_format(each) for each in made))


def cell_name(row: int, column: int) -> str:
    """B3 for (2, 1)."""
    return str(xl_rowcol_to_cell(row, column))


class SheetBeingWritten:
    """A worksheet, the row that comes next, and what its totals are made of: the cells of vetoes, of what is missing
    and of the parts, and what takes off the awards `beyond` a cap that the lines of a clause share."""

    def __init__(self, worksheet: Worksheet, scheme: Scheme, made: Formats, empty: Score) -> None:
        self.worksheet, self.scheme, self.formats, self.empty = worksheet, scheme, made, empty
        self.row = 0
        self.assessors = len(scheme.assessors)
        self.loss = ENTRY_COLUMN + 1 + self.assessors
        self.award, self.item = self.loss + 1, self.loss + 2
        self.points: Iterator[LinePoints] = iter(empty.lines)
        self.beyond: list[str] = []
        self.vetoes: list[str] = []
        self.missing: list[str] = []
        self.parts: list[str] = []
        self._heights: dict[int, float] = {}
        self._blocks: list[int] = []

    @property
    def widths(self) -> tuple[int, ...]:
        return (*WIDTHS, *(ASSESSOR_WIDTH,) * self.assessors, *(POINTS_WIDTH,) * len(POINTS))

    def text(self, top: int, left: int, bottom: int, right: int, text: str, form: Format) -> None:
        """A text over some cells; as a string, whatever it begins with."""
        if (top, left) != (bottom, right):
            self.worksheet.merge_range(top, left, bottom, right, "", form)
        self.worksheet.write_string(top, left, text, form)

    def formula(self, row: int, column: int, formula: str, value: Decimal | str, form: Format, last: int = -1) -> str:
        """A formula with the value that it has now, over the rows up to `last`; the cell's name."""
        if last > row:
            self.worksheet.merge_range(row, column, last, column, "", form)
        cached = value if isinstance(value, str) else float(value)
        self.worksheet.write_formula(row, column, f"={formula}", form, cached)
        return cell_name(row, column)

    def end_row(self, height: float = ROW_HEIGHT) -> None:
        """The row is done: the next one, below it."""
        self._heights[self.row] = min(height, HIGHEST_ROW)
        self.worksheet.set_row(self.row, self._heights[self.row])
        self.row += 1

    def begin_block(self) -> None:
        """From this row on up to the next block all stays on one page."""
        self._blocks.append(self.row)

    def break_pages(self) -> None:
        """Before each block that its page has no room for; a block higher than a page runs on."""
        in_points = sum(7 * width + 5 for width in self.widths) * 0.75  # of Calibri 11, ISO 29500-1 §18.3.1.13
        room = PAGE_HEIGHT / min(1, PAGE_WIDTH / in_points)
        headings = self._heights[HEAD_ROW]
        used = sum(self._heights[row] for row in range(self._blocks[0]))
        breaks = []
        for first, after in pairwise((*self._blocks, self.row)):
            height = sum(self._heights[row] for row in range(first, after))
            if used + height > room and headings + height <= room:
                breaks.append(first)
                used = headings
            used = used + height if used + height <= room else headings + (used + height) % room
        self.worksheet.set_h_pagebreaks(breaks)
