"""考核结果汇总表: everybody's score and grade, how many have each grade, and each person's 考核明细 to sign; as .xlsx,
and through the tree as Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.assessment.details import LACKING, NO_RECORDS, addition, detail
from docgen.assessment.grade_shares import GradeShare, grade_shares, remarks
from docgen.assessment.period import Period
from docgen.assessment.results import Assessed, Result
from docgen.assessment.scheme import scheme_of
from docgen.clause.numerals import plain
from docgen.manual.book import Entry
from docgen.manual.model import Manual
from docgen.problems import Problem
from docgen.sheets import Cell, Row, Sheet
from docgen.sheets.workbook import as_workbook

if TYPE_CHECKING:
    from docgen.typesetting import Typesetting

NAME: Final = "考核结果汇总表"
HEADINGS: Final = ("名次", "姓名", "部门", "岗位", "总分", "等级", "系数", "备注")
WIDTHS: Final = (6, 12, 16, 20, 10, 10, 8, 24)
PERIOD_WIDTH: Final = 14
SHARE_HEADINGS: Final = ("部门", "等级", "人数", "占比", "比例上限", "最多人数", "超出人数", "超出", "并列，排不下")
SHARE_WIDTHS: Final = (24, 10, 8, 9, 10, 11, 11, 40, 40)
FIRST_DEPARTMENTS: Final = 2
DETAIL_HEADINGS: Final = ("姓名", "岗位", "周期", "项目", "考核办法", "怎么算", "记录", "扣分、得分", "加分", "备注")
DETAIL_WIDTHS: Final = (10, 20, 14, 16, 36, 24, 24, 10, 8, 20)


class ResultFiles(NamedTuple):
    files: Mapping[str, bytes]
    problems: list[Problem]


def workbook(manual: Manual, found: list[Result], period: Period) -> bytes:
    """汇总, 等级比例 and 明细 as worksheets."""
    shares = grade_shares(found)
    periods = _periods(found)
    headings, widths = (*HEADINGS, *map(str, periods)), (*WIDTHS, *(PERIOD_WIDTH,) * len(periods))
    sheets = [Sheet("汇总", headings, widths, tuple(_summary(found, shares, periods)))]
    if shares:
        sheets.append(Sheet("等级比例", SHARE_HEADINGS, SHARE_WIDTHS, tuple(map(_share, shares)), grouped=1))
    rows = tuple(row for result in found for each in result.periods for row in _detail_rows(result, each))
    sheets.append(Sheet("明细", DETAIL_HEADINGS, DETAIL_WIDTHS, rows, grouped=3))
    return as_workbook(_title(manual, period), sheets, manual.issued.value if manual.issued else None)


def _title(manual: Manual, period: Period) -> str:
    return f"{manual.organization}　{period}{NAME}"


def _periods(found: list[Result]) -> list[Period]:
    """Those that somebody's total is the mean of."""
    return sorted({each.period for result in found if len(result.periods) > 1 for each in result.periods})


def _summary(found: list[Result], shares: list[GradeShare], periods: Sequence[Period] = ()) -> list[Row]:
    remark = remarks(shares)
    return [_row(result, remark.get(str(result.person), ""), periods) for result in found]


def _row(result: Result, remark: str, periods: Sequence[Period]) -> Row:
    place = result.person.place
    who = (result.person.name, str(place.department.name), str(place.post.name))
    total = LACKING if result.total is None else result.total
    factor = result.band.factor if result.band and result.band.factor is not None else ""
    each = {one.period: LACKING if one.score.missing else one.score.total for one in result.periods}
    cells = (result.rank or "", *who, total, result.band.name if result.band else "", factor, remark)
    return Row((*cells, *(each.get(period, "") for period in periods)), wrong=result.total is None or bool(remark))


def _share(share: GradeShare) -> Row:
    limit = "" if share.limit is None else share.limit
    most = "" if share.band.share is None else f"{plain(share.band.share)}%"
    cells = (share.band.name, share.number, share.percentage, most, limit, share.beyond)
    return Row((_departments(share), *cells, _who(share.over), _who(share.tied)), wrong=share.beyond > 0)


def _tied(share: GradeShare) -> str:
    """Who is meant, the remarks of the table above say."""
    room = len(share.tied) + len(share.over) - share.beyond
    return f"{len(share.tied)}人并列，只能有{room}人" if share.tied else ""


def _departments(share: GradeShare) -> str:
    first = "、".join(share.departments[:FIRST_DEPARTMENTS]) or "全部"
    more = len(share.departments) - FIRST_DEPARTMENTS
    return f"{first}等{len(share.departments)}个部门" if more > 0 else first


def _who(results: tuple[Result, ...]) -> str:
    return "、".join(f"{each.person.name or each.person.place}（{each.total}）" for each in results)


def _detail_rows(result: Result, each: Assessed) -> Iterator[Row]:
    place = result.person.place
    who = (result.person.name, str(place.post.name), str(each.period))
    for trace in each.trace:
        yield Row((*who, trace.item, trace.clause, trace.rule, trace.recorded, trace.loss, trace.award, trace.remark))
    if not each.trace:
        yield Row((*who, "", NO_RECORDS, "", "", Decimal(0), Decimal(0), ""))
    yield Row((*who, "合计", addition(each, scheme_of(place)), "", "", "", "", ""))


# Word and PDF


def documents(setting: Typesetting, found: list[Result], period: Period, formats: tuple[str, ...]) -> ResultFiles:
    """The tables and everybody's pages in each of `formats` (pdf, docx)."""
    shares = grade_shares(found)
    remark = remarks(shares)
    names = {
        "period": str(period),
        "summary": tuple(tuple(map(_printed, row.cells)) for row in _summary(found, shares)),
        "shares": tuple((*map(str, _share(share).cells[:7]), _tied(share)) for share in shares),
        "details": tuple(detail(result, remark.get(str(result.person), "")) for result in found),
    }
    composed = setting.compose([Entry("template", "parts/results.html", names=names)], _title(setting.manual, period))
    written = setting.write(composed, formats)
    return ResultFiles({f"{NAME}.{ending}": content for ending, content in written.files.items()}, written.problems)


def _printed(cell: Cell) -> str:
    return f"{cell:.2f}" if isinstance(cell, Decimal) and cell.as_tuple().exponent == -2 else str(cell)
