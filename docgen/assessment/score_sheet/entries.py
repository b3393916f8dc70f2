"""The rows of a score sheet: parts, items, clauses, and a row for each thing to fill in."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from docgen.assessment.formulas import scale_formula, weighted_formula
from docgen.assessment.items import Item, ScoredClause
from docgen.assessment.lines import Line
from docgen.assessment.points import ZERO
from docgen.assessment.scheme import Part
from docgen.assessment.score_sheet.writing import (
    ENTRY_COLUMN,
    ROW_HEIGHT,
    WIDTHS,
    SheetBeingWritten,
    cell_name,
)
from docgen.assessment.total import base_of
from docgen.clause.numerals import plain
from docgen.sheets.workbook import shortened, text_height

ANY_NUMBER: Final = 10**9


def write_part(sheet: SheetBeingWritten, part: Part, items: tuple[Decimal, ...], points: Decimal) -> None:
    """The heading of a part, its items, and what it comes to."""
    sheet.begin_block()
    share = "从总分中扣" if part.weight is None else f"占{plain(part.weight * 100)}%，满分{plain(part.full)}分"
    sheet.text(sheet.row, 0, sheet.row, sheet.item, f"{part.name}（{share}）", sheet.formats.head)
    sheet.end_row()
    cells = []
    for number, (item, each) in enumerate(zip(part.items, items, strict=True)):
        if number:  # the first stays with the heading
            sheet.begin_block()
        cells.append(_item(sheet, item, each))
    named = f"{part.name}{'扣分' if part.weight is None else '得分'}"
    sheet.text(sheet.row, 0, sheet.row, sheet.award, named, sheet.formats.head)
    formula = _part_formula(part, cells)
    cell = sheet.formula(sheet.row, sheet.item, formula, points, sheet.formats.result)
    sheet.parts.append(cell if part.weight is None else f"{plain(part.weight)}*{cell}")
    sheet.end_row()


def _part_formula(part: Part, cells: list[str]) -> str:
    """Of the cells of its items, as `docgen.assessment.total` adds them up."""
    weighted = "+".join(
        cell if item.weight == 1 else f"{plain(item.weight)}*{cell}"
        for cell, item in zip(cells, part.items, strict=True)
    )
    if part.weight is None:
        return f"{weighted}-{plain(part.possible)}"
    if not part.possible:
        return f"MAX(0,{plain(part.full)}+{weighted})"
    scaled = "" if part.possible == part.full else f"*{plain(part.full)}/{plain(part.possible)}"
    return f"MAX(0,({weighted}){scaled})"


def _item(sheet: SheetBeingWritten, item: Item, points: Decimal) -> str:
    """The rows of an item; the name of the cell with its points."""
    made, first = sheet.formats, sheet.row
    count = sum(len(clause.lines) for clause in item.clauses)
    full = f"（{plain(item.full)}分{_of_part(item)}）" if item.full is not None else ""
    content = f"\n{item.content}" if item.content and item.content != item.title else ""
    title = f"{item.title}{full}{content}"
    least = text_height(title, WIDTHS[0]) / count
    beyond = ""
    for standard, clauses in groupby(item.clauses, lambda clause: clause.standard):
        together = list(clauses)
        rows = sum(len(clause.lines) for clause in together)
        sheet.text(sheet.row, 1, sheet.row + rows - 1, 1, standard, made.text)
        for clause in together:
            beyond += _clause(sheet, clause, max(least, text_height(standard, WIDTHS[1]) / rows))
    last = sheet.row - 1
    sheet.text(first, 0, last, 0, title, made.text)
    losses = f"SUM({cell_name(first, sheet.loss)}:{cell_name(last, sheet.loss)}){beyond}"
    base = base_of(item)
    summed = f"{plain(base)}+{losses}" if base else losses
    formula = summed if item.full is None else f"MAX(0,{summed})"
    return sheet.formula(first, sheet.item, formula, points, made.number, last)


def _clause(sheet: SheetBeingWritten, clause: ScoredClause, least: float) -> str:
    """The rows of a clause, each at least so high, in points; what gives back the losses beyond a cap they share."""
    first = sheet.row
    sheet.text(sheet.row, 2, sheet.row + len(clause.lines) - 1, 2, clause.content, sheet.formats.text)
    least = max(least, text_height(clause.content, WIDTHS[2]) / len(clause.lines))
    for line in clause.lines:
        _line(sheet, line)
        sheet.end_row(max(least, text_height(line.said, WIDTHS[3]), text_height(asked(line), WIDTHS[4]), ROW_HEIGHT))
    losses, awards = (
        f"SUM({cell_name(first, column)}:{cell_name(sheet.row - 1, column)})" for column in (sheet.loss, sheet.award)
    )
    if clause.caps.greatest is not None:
        sheet.beyond.append(f"+MIN(0,{plain(clause.caps.greatest)}-{awards})")
    return "" if clause.caps.least is None else f"+MAX(0,{plain(clause.caps.least)}-{losses})"


def _of_part(item: Item) -> str:
    return "" if item.weight == 1 else f"，占{plain(item.weight * 100)}%"


def _line(sheet: SheetBeingWritten, line: Line) -> None:
    made, row, worksheet = sheet.formats, sheet.row, sheet.worksheet
    judges = range(ENTRY_COLUMN + 1, sheet.loss)
    worksheet.write_string(row, 3, shortened(line.said), made.text)
    worksheet.write_string(row, 4, asked(line), made.text)
    for column in (ENTRY_COLUMN, *judges):
        is_asked = line.entry == "judged" if column in judges else line.entry in ("count", "value")
        worksheet.write_blank(row, column, None, made.entry if is_asked else made.text)
        if is_asked:
            worksheet.data_validation(row, column, row, column, _validation(line))
    cells = [cell_name(row, column) for column in judges]
    if line.entry == "judged":
        value = weighted_formula(cells, tuple(weight for _, weight in sheet.scheme.assessors))
        filled, needed = f"COUNT({cells[0]}:{cells[-1]})", len(cells) if line.required else 1
    else:
        value = cell_name(row, ENTRY_COLUMN)
        filled, needed = f"COUNT({value})", 1
    if line.vetoes:
        sheet.vetoes.append(value)
    if line.required:
        sheet.missing.append(f"({filled}<{needed})")
    points = next(sheet.points)
    for column, scale, now in ((sheet.loss, line.loss, points.loss), (sheet.award, line.award, points.award)):
        if scale:
            sheet.formula(row, column, f"IF({filled}<{needed},0,{scale_formula(scale, value)})", now, made.number)
        elif line.vetoes and column == sheet.loss:
            sheet.formula(row, column, f'IF(N({value})>0,"一票否决",0)', Decimal(0), made.number)
        else:
            worksheet.write_blank(row, column, None, made.number)


def asked(line: Line) -> str:
    """What to fill in, in short."""
    match line.entry:
        case "none":
            return "不计分"
        case "judged":
            return "得几分" if line.top else "加几分" if line.award else "扣几分"
        case "count":
            return f"多少{line.unit}"
    if line.off:
        return f"{line.off}了多少{line.unit}"
    if line.required or line.unit == "%":
        return f"实际值（{line.unit}）" if line.unit else "实际值"
    return f"多少{line.unit}"


def _validation(line: Line) -> dict[str, Any]:
    error = {"error_title": "填写有误"}
    if line.entry == "count":
        return {"validate": "integer", "criteria": ">=", "value": 0, "error_message": "填 0 或整数", **error}
    if line.choices:
        choices = [plain(choice) for choice in dict.fromkeys((*(() if line.top else (ZERO,)), *line.choices))]
        return {"validate": "list", "source": choices, "error_message": f"从 {'、'.join(choices)} 里选", **error}
    if line.entry == "judged":
        low, high = line.low or 0, line.high if line.high is not None else ANY_NUMBER
        message = f"填 {low} 到 {high} 的数" if line.high is not None else f"填不小于 {low} 的数"
    elif line.required:  # a growth may be negative
        low, high, message = -ANY_NUMBER, ANY_NUMBER, "填一个数"
    else:
        low, high, message = 0, ANY_NUMBER, "填不小于 0 的数"
    between = {"criteria": "between", "minimum": float(low), "maximum": float(high)}
    return {"validate": "decimal", **between, "error_message": message, **error}
