"""One post's score sheet (评分表) as a worksheet: each clause with what to fill in, and points by formula.

Only what is filled in is unlocked. Every text is written as a string, never as a formula. Formulas carry the values of
the empty sheet, since not every spreadsheet program computes a file when it opens it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from docgen.assessment.formulas import rounded_formula, scale_formula, weighted_formula
from docgen.assessment.lines import Line
from docgen.assessment.points import ZERO
from docgen.assessment.scheme import Item, Part, Scheme, ScoredClause
from docgen.assessment.total import LinePoints, Score, base_of
from docgen.clause.numerals import plain
from docgen.problems import display_width
from docgen.sheets.workbook import print_across

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADINGS: Final = ("项目", "工作标准", "考核办法", "怎么算", "填什么", "次数或数值")
WIDTHS: Final = (14, 26, 34, 22, 10, 9)
ASSESSOR_WIDTH, POINTS_WIDTH = 10, 9
POINTS: Final = ("扣分、得分", "加分", "本项")
HEAD_ROW: Final = 2
ENTRY_COLUMN: Final = 5
LINE_HEIGHT, NOTE_HEIGHT = 15, 60
HIGHEST_ROW: Final = 400  # points; Excel's own limit is 409
UNFILLED: Final = "未填完"
ANY_NUMBER: Final = 10**9


class Cells(NamedTuple):
    """Where a sheet says what the summary looks up, as addresses in the workbook, and the score of the empty sheet."""

    name: str
    total: str
    grade: str
    factor: str
    missing: str
    empty: Score


def cell_name(row: int, column: int) -> str:
    """B3 for (2, 1)."""
    return str(xl_rowcol_to_cell(row, column))


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
    number = {**border, "align": "center", "num_format": "0.##;-0.##;0"}
    entry = {"bg_color": "#FFF9DB", "locked": False}
    made: list[dict[str, Any]] = [
        border,
        {**border, "bold": True, "align": "center", "bg_color": "#EDEDED"},
        {"bold": True, "align": "center", "valign": "vcenter", "font_name": "黑体", "font_size": 14},
        number,
        {**border, "bold": True, "align": "center", "num_format": "0.00"},
        {**number, **entry, "num_format": "General"},
        {**border, **entry},
    ]
    return Formats(*(workbook.add_format(each) for each in made))


class _Sheet:
    """A worksheet being written, and what its totals are made of: the cells of vetoes, of what is missing and of the
    parts, and what takes off the awards `beyond` a cap that the lines of a clause share."""

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

    def text(self, top: int, left: int, bottom: int, right: int, text: str, form: Format) -> None:
        """A text over some cells; as a string, whatever it begins with."""
        if (top, left) != (bottom, right):
            self.worksheet.merge_range(top, left, bottom, right, "", form)
        self.worksheet.write_string(top, left, text, form)

    def formula(self, row: int, column: int, formula: str, value: Decimal | str, form: Format, last: int = -1) -> str:
        """A formula with the value that it has now, over the rows up to `last`; the cell's name."""
        if last > row:
            self.worksheet.merge_range(row, column, last, column, "", form)
        self.worksheet.write_formula(row, column, f"={formula}", form, _cached(value))
        return cell_name(row, column)


def write_sheet(
    worksheet: Worksheet, name: str, scheme: Scheme, empty: Score, made: Formats, organization: str, period: str
) -> Cells:
    """The whole sheet; `name` is the worksheet's, `empty` the score of the empty sheet."""
    sheet = _Sheet(worksheet, scheme, made, empty)
    holder = _head(sheet, organization, period)
    for part, items, points in zip(scheme.parts, empty.items, empty.parts, strict=True):
        _part(sheet, part, items, points)
    total, grade, factor, missing = _totals(sheet)
    _signatures(sheet)
    _protect(sheet)
    here = "'" + name.replace("'", "''") + "'!"
    return Cells(here + holder, here + total, here + grade, here + factor, here + missing, empty)


def _cached(value: Decimal | str) -> str | float:
    return value if isinstance(value, str) else float(value)


def _head(sheet: _Sheet, organization: str, period: str) -> str:
    """Title, who and when, column headings; the name of the cell for the person's name."""
    place, made, worksheet = sheet.scheme.place, sheet.formats, sheet.worksheet
    assessors = [_assessor(*each, len(sheet.scheme.assessors)) for each in sheet.scheme.assessors]
    headings = (*HEADINGS, *assessors, *POINTS)
    widths = (*WIDTHS, *(ASSESSOR_WIDTH,) * sheet.assessors, *(POINTS_WIDTH,) * len(POINTS))
    for column, width in enumerate(widths):
        worksheet.set_column(column, column, width)
    sheet.text(0, 0, 0, sheet.item, f"{organization}　{place.post.name}评分表", made.title)
    worksheet.set_row(0, 26)
    worksheet.write_string(1, 0, "被考核人", made.head)
    holders = place.post.holders
    worksheet.write_string(1, 1, str(holders[0]) if len(holders) == 1 else "", made.text_entry)
    sheet.text(1, 2, 1, 3, f"部门：{place.department.name}　岗位：{place.post.name}", made.text)
    worksheet.write_string(1, 4, "考核周期", made.head)
    sheet.text(1, 5, 1, sheet.item, period, made.text_entry)
    for column, heading in enumerate(headings):
        worksheet.write_string(HEAD_ROW, column, heading, made.head)
    worksheet.set_row(HEAD_ROW, 2 * LINE_HEIGHT)
    sheet.row = HEAD_ROW + 1
    return "B2"


def _assessor(name: str, weight: Decimal, count: int) -> str:
    return name if count == 1 else f"{name}（{plain(weight)}%）" if weight > 1 else f"{name}（1/{count}）"


# Parts, items, lines


def _part(sheet: _Sheet, part: Part, items: tuple[Decimal, ...], points: Decimal) -> None:
    share = "从总分中扣" if part.weight is None else f"占{plain(part.weight * 100)}%，满分{plain(part.full)}分"
    sheet.text(sheet.row, 0, sheet.row, sheet.item, f"{part.name}（{share}）", sheet.formats.head)
    sheet.row += 1
    cells = [_item(sheet, item, each) for item, each in zip(part.items, items, strict=True)]
    weighted = "+".join(
        cell if item.weight == 1 else f"{plain(item.weight)}*{cell}"
        for cell, item in zip(cells, part.items, strict=True)
    )
    if part.weight is None:
        formula = f"{weighted}-{plain(part.possible)}"
    elif part.possible:
        scaled = "" if part.possible == part.full else f"*{plain(part.full)}/{plain(part.possible)}"
        formula = f"MAX(0,({weighted}){scaled})"
    else:
        formula = f"MAX(0,{plain(part.full)}+{weighted})"
    sheet.text(sheet.row, 0, sheet.row, sheet.award, f"{part.name}得分", sheet.formats.head)
    cell = sheet.formula(sheet.row, sheet.item, formula, points, sheet.formats.result)
    sheet.parts.append(cell if part.weight is None else f"{plain(part.weight)}*{cell}")
    sheet.row += 1


def _item(sheet: _Sheet, item: Item, points: Decimal) -> str:
    """The rows of an item; the name of the cell with its points."""
    made, first = sheet.formats, sheet.row
    count = sum(len(clause.lines) for clause in item.clauses)
    full = f"（{plain(item.full)}分{_of_part(item)}）" if item.full is not None else ""
    content = f"\n{item.content}" if item.content and item.content != item.title else ""
    title = f"{item.title}{full}{content}"
    least = _height(title, WIDTHS[0]) / count
    beyond = ""
    for standard, clauses in groupby(item.clauses, lambda clause: clause.standard):
        together = list(clauses)
        bottom = sheet.row + sum(len(clause.lines) for clause in together) - 1
        sheet.text(sheet.row, 1, bottom, 1, standard, made.text)
        for clause in together:
            beyond += _clause(sheet, clause, max(least, _height(standard, WIDTHS[1]) / (bottom - sheet.row + 1)))
    last = sheet.row - 1
    sheet.text(first, 0, last, 0, title, made.text)
    losses = f"SUM({cell_name(first, sheet.loss)}:{cell_name(last, sheet.loss)}){beyond}"
    base = base_of(item)
    summed = f"{plain(base)}+{losses}" if base else losses
    formula = summed if item.full is None else f"MAX(0,{summed})"
    return sheet.formula(first, sheet.item, formula, points, made.number, last)


def _clause(sheet: _Sheet, clause: ScoredClause, least: float) -> str:
    """The rows of a clause, each at least so high, in points; what gives back the losses beyond a cap they share."""
    first = sheet.row
    sheet.text(sheet.row, 2, sheet.row + len(clause.lines) - 1, 2, clause.content, sheet.formats.text)
    least = max(least, _height(clause.content, WIDTHS[2]) / len(clause.lines))
    for line in clause.lines:
        sheet.worksheet.set_row(sheet.row, min(max(least, _height(line.said, WIDTHS[3]), 2 * LINE_HEIGHT), HIGHEST_ROW))
        _line(sheet, line)
        sheet.row += 1
    losses, awards = (
        f"SUM({cell_name(first, column)}:{cell_name(sheet.row - 1, column)})" for column in (sheet.loss, sheet.award)
    )
    if clause.caps.greatest is not None:
        sheet.beyond.append(f"+MIN(0,{plain(clause.caps.greatest)}-{awards})")
    return "" if clause.caps.least is None else f"+MAX(0,{plain(clause.caps.least)}-{losses})"


def _of_part(item: Item) -> str:
    return "" if item.weight == 1 else f"，占{plain(item.weight * 100)}%"


def _height(text: str, width: int) -> int:
    """Of a text that is broken to a column's width, in points."""
    return LINE_HEIGHT * sum(max(1, -(-display_width(line) // (width - 1))) for line in text.split("\n"))


def _line(sheet: _Sheet, line: Line) -> None:
    made, row, worksheet = sheet.formats, sheet.row, sheet.worksheet
    judges = range(ENTRY_COLUMN + 1, sheet.loss)
    worksheet.write_string(row, 3, line.said, made.text)
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
    return (
        f"实际值（{line.unit}）" if line.required and line.unit else "实际值" if line.required else f"多少{line.unit}"
    )


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
    else:
        low, high, message = -ANY_NUMBER, ANY_NUMBER, "填一个数"
    between = {"criteria": "between", "minimum": float(low), "maximum": float(high)}
    return {"validate": "decimal", **between, "error_message": message, **error}


# Totals


def _totals(sheet: _Sheet) -> tuple[str, str, str, str]:
    """Awards, the score and its grade; the names of the cells of score, grade, factor and what is missing."""
    scheme, empty = sheet.scheme, sheet.empty
    start = HEAD_ROW + 1
    awards = f"SUM({cell_name(start, sheet.award)}:{cell_name(sheet.row - 1, sheet.award)}){''.join(sheet.beyond)}"
    capped = awards if scheme.award_cap is None else f"MIN({plain(scheme.award_cap)},{awards})"
    cap = "" if scheme.award_cap is None else f"（上限{plain(scheme.award_cap)}分）"
    award = _result(sheet, f"加分合计{cap}", capped, Decimal(0))
    missing = _result(sheet, "还没有填的必填项（个）", "+".join(sheet.missing) or "0", Decimal(empty.missing))
    total = f"MAX(0,{'+'.join((*sheet.parts, award))})"
    if sheet.vetoes:
        total = f"IF(SUM({','.join(sheet.vetoes)})>0,0,{total})"
    score = _result(sheet, "总分", rounded_formula(total), empty.total)
    grade = factor = score
    if scheme.bands:
        table = _grade_table(sheet, sheet.row + 3)
        place = f"MATCH({score},{table},1)"
        named, factored = table.replace("B", "A"), table.replace("B", "C")
        band = empty.band
        grade = _result(
            sheet, "等级", f'IF({missing}>0,"{UNFILLED}",INDEX({named},{place}))', band.name if band else UNFILLED
        )
        now = band.factor if band and band.factor is not None else ""
        factor = _result(sheet, "系数", f'IF({missing}>0,"",INDEX({factored},{place}))', now)
        sheet.row += 2 + len(scheme.bands)
    return score, grade, factor, missing


def _result(sheet: _Sheet, label: str, formula: str, value: Decimal | str) -> str:
    sheet.text(sheet.row, 0, sheet.row, sheet.award, label, sheet.formats.head)
    cell = sheet.formula(sheet.row, sheet.item, formula, value, sheet.formats.result)
    sheet.row += 1
    return cell


def _grade_table(sheet: _Sheet, row: int) -> str:
    """Grades from the lowest up, which is how MATCH looks; the cells of their floors."""
    made, ascending = sheet.formats, sheet.scheme.bands[::-1]
    for column, heading in enumerate(("等级", "下限（分）", "系数")):
        sheet.worksheet.write_string(row - 1, column, heading, made.head)
    for place, band in enumerate(ascending):
        sheet.worksheet.write_string(row + place, 0, band.name, made.text)
        sheet.worksheet.write_number(row + place, 1, float(band.floor), made.number)
        if band.factor is None:
            sheet.worksheet.write_string(row + place, 2, "", made.number)
        else:
            sheet.worksheet.write_number(row + place, 2, float(band.factor), made.number)
    return f"B{row + 1}:B{row + len(ascending)}"


def _signatures(sheet: _Sheet) -> None:
    made, worksheet = sheet.formats, sheet.worksheet
    sheet.row += 1
    for label in ("面谈记录", "被考核人意见"):
        worksheet.write_string(sheet.row, 0, label, made.head)
        sheet.text(sheet.row, 1, sheet.row, sheet.item, "", made.text_entry)
        worksheet.set_row(sheet.row, NOTE_HEIGHT)
        sheet.row += 1
    assessment = sheet.scheme.place.post.assessment
    approver = assessment.approver if assessment else None
    who = ["被考核人", *(name for name, _ in sheet.scheme.assessors), f"审批人（{approver}）" if approver else "审批人"]
    line = "　　".join(f"{each}签字：＿＿＿＿＿＿" for each in who)
    sheet.text(sheet.row, 0, sheet.row, sheet.item, f"{line}　　日期：＿＿＿＿年＿＿月＿＿日", made.text)
    worksheet.set_row(sheet.row, 2 * LINE_HEIGHT)


def _protect(sheet: _Sheet) -> None:
    """Without a password: it keeps formulas from slips, not from their owner."""
    worksheet = sheet.worksheet
    place = sheet.scheme.place
    print_across(worksheet, f"{place}　评分表", HEAD_ROW)
    worksheet.freeze_panes(HEAD_ROW + 1, 1)
    worksheet.protect("", {"format_rows": True, "format_columns": True})
