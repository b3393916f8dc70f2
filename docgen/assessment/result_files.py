"""考核结果汇总表: everybody's score and grade, and each person's 考核明细 to sign; as .xlsx, and through the tree as
Word and PDF."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.assessment.period import Period
from docgen.assessment.results import Assessed, Result
from docgen.assessment.scheme import scheme_of
from docgen.clause.numerals import plain
from docgen.manual.book import Entry
from docgen.manual.model import Manual
from docgen.problems import Problem, Words
from docgen.sheets import Row, Sheet
from docgen.sheets.workbook import as_workbook
from docgen.typesetting import Typesetting

NAME: Final = "考核结果汇总表"
HEADINGS: Final = ("名次", "姓名", "部门", "岗位", "总分", "等级", "系数", "各期得分")
WIDTHS: Final = (6, 12, 16, 20, 10, 10, 8, 44)
DETAIL_HEADINGS: Final = ("姓名", "岗位", "周期", "项目", "考核办法", "怎么算", "记录", "扣分、得分", "加分", "备注")
DETAIL_WIDTHS: Final = (10, 20, 14, 16, 36, 24, 24, 10, 8, 20)
LACKING: Final = "未填全"


class ResultFiles(NamedTuple):
    files: Mapping[str, bytes]
    problems: list[Problem]
    remarks: tuple[Words, ...] = ()


class Line(NamedTuple):
    """One trace as it is printed."""

    item: str
    clause: str
    rule: str
    recorded: str
    points: str


class Detail(NamedTuple):
    """One person's part of the document: `lines` by period, with the points of the parts."""

    key: str
    name: str
    place: str
    total: str
    grade: str
    periods: tuple[tuple[str, tuple[Line, ...], str], ...]
    signers: tuple[str, ...]


def workbook(manual: Manual, found: list[Result], period: Period) -> bytes:
    """汇总 and 明细 as worksheets."""
    summary = Sheet("汇总", HEADINGS, WIDTHS, tuple(_row(result) for result in found))
    rows = tuple(row for result in found for each in result.periods for row in _detail_rows(result, each))
    details = Sheet("明细", DETAIL_HEADINGS, DETAIL_WIDTHS, rows, grouped=3)
    return as_workbook(_title(manual, period), [summary, details], manual.issued.value if manual.issued else None)


def _title(manual: Manual, period: Period) -> str:
    return f"{manual.organization}　{period}{NAME}"


def _row(result: Result) -> Row:
    place = result.person.place
    who = (result.person.name, str(place.department.name), str(place.post.name))
    total = LACKING if result.total is None else result.total
    factor = result.band.factor if result.band and result.band.factor is not None else ""
    each = _each_period(result) if len(result.periods) > 1 else ""
    cells = (result.rank or "", *who, total, result.band.name if result.band else "", factor, each)
    return Row(cells, wrong=result.total is None)


def _each_period(result: Result) -> str:
    return "；".join(f"{each.period} {_total(each)}" for each in result.periods)


def _total(each: Assessed) -> str:
    return LACKING if each.score.missing else f"{each.score.total:.2f}"


def _detail_rows(result: Result, each: Assessed) -> list[Row]:
    who = (result.person.name, str(result.person.place.post.name), str(each.period))
    return [
        Row((*who, trace.item, trace.clause, trace.rule, trace.recorded, trace.loss, trace.award, trace.remark))
        for trace in each.trace
    ] or [Row((*who, "", "没有扣分、加分的记录", "", "", Decimal(0), Decimal(0), ""))]


# Word and PDF


def documents(setting: Typesetting, found: list[Result], period: Period, formats: tuple[str, ...]) -> ResultFiles:
    """The table and everybody's pages in each of `formats` (pdf, docx)."""
    summary = tuple(tuple(_printed(cell) for cell in _row(result).cells[:7]) for result in found)
    names = {"period": str(period), "summary": summary, "details": tuple(_detail(result) for result in found)}
    title = _title(setting.manual, period)
    composed = setting.compose([Entry("template", "parts/results.html", names=names)], title)
    written = setting.write(composed, formats)
    return ResultFiles(
        {f"{NAME}.{ending}": content for ending, content in written.files.items()}, written.problems, written.remarks
    )


def _printed(cell: str | int | Decimal) -> str:
    return f"{cell:.2f}" if isinstance(cell, Decimal) and cell.as_tuple().exponent == -2 else str(cell)


def _detail(result: Result) -> Detail:
    assessment = result.person.place.post.assessment
    assessors = [name for name, _ in scheme_of(result.person.place).assessors]
    approver = [str(assessment.approver)] if assessment and assessment.approver else []
    grade = result.band.name if result.band else ""
    if result.band and result.band.factor is not None:
        grade += f"（系数{plain(result.band.factor)}）"
    return Detail(
        f"考核明细/{result.person}",
        result.person.name,
        str(result.person.place).replace("/", "　"),
        LACKING if result.total is None else f"{result.total:.2f}",
        grade,
        tuple((str(each.period), _lines(each), _parts(each)) for each in result.periods),
        ("被考核人", *assessors, *(f"审批人（{name}）" for name in approver)),
    )


def _lines(each: Assessed) -> tuple[Line, ...]:
    return tuple(
        Line(trace.item, trace.clause, trace.rule, trace.recorded, points_of(trace.loss, trace.award))
        for trace in each.trace
    )


def points_of(loss: Decimal, award: Decimal) -> str:
    """-3, +2, or both."""
    return "，".join([*([plain(loss)] if loss or not award else []), *([f"+{plain(award)}"] if award else [])])


def _parts(each: Assessed) -> str:
    parts = [f"{name} {points:.2f}" for name, points in each.parts] if len(each.parts) > 1 else []
    awards = [f"加分 {plain(each.score.awards)}"] if each.score.awards else []
    vetoed = ["一票否决"] if each.score.vetoed else []
    return "；".join([*parts, *awards, *vetoed, f"得分 {_total(each)}"])
