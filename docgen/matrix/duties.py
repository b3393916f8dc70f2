"""The coverage matrix (覆盖矩阵): each duty with every standard and clause that covers it, where each is written, and
what each clause can take or give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.clause.numerals import plain
from docgen.manual.coverage import (
    Coverage,
    DutyCoverage,
    HolderCoverage,
    counted,
    coverage,
    duties_by_department,
    holder_coverage,
)
from docgen.manual.listing import EVERY_DUTY, called
from docgen.manual.model import Clause, Duty, Factor, Indicator, Manual, Number, Post, Shared, Standard
from docgen.matrix.worth import worth
from docgen.sheets import Row, Sheet

DUTY_HEADINGS = ("部门", "岗位", "职责", "分值", "覆盖", "来源", "其中", "工作标准", "考核办法", "扣分、加分")
DUTY_WIDTHS = (12, 14, 16, 7, 10, 10, 7, 40, 40, 24)
COUNT_HEADINGS = ("部门", "职责", "有标准", "有条款", "覆盖率", "仅通用", "豁免")
COUNT_WIDTHS = (24, 10, 10, 10, 10, 10, 10)
COMMON = "岗位通用"
WHOLE_MANUAL = "全册"
HUNDRED = Decimal(100)


class Line(NamedTuple):
    """A clause, and what it can take or give."""

    clause: str
    worth: str = ""


class Cover(NamedTuple):
    """What covers a duty: standards beside the clauses by which they are scored, and where they come from."""

    origin: str
    standards: tuple[str, ...] = ()
    clauses: tuple[Line, ...] = ()
    points: str = ""


def duty_sheets(manual: Manual) -> list[Sheet]:
    """明细, a row for each clause that covers a duty; 汇总, the counts by department."""
    rows = [row for holder in holder_coverage(manual) for row in _holder_rows(holder, manual)]
    matrix = Sheet("明细", DUTY_HEADINGS, DUTY_WIDTHS, tuple(rows), grouped=8)
    return [matrix, Sheet("汇总", COUNT_HEADINGS, COUNT_WIDTHS, tuple(_counts(manual)))]


def _holder_rows(found: HolderCoverage, manual: Manual) -> Iterator[Row]:
    department = str(found.department.name) if found.department else WHOLE_MANUAL
    post = str(found.holder.name) if isinstance(found.holder, Post) else COMMON
    parts = _in_force(found, manual)
    for each in found.duties:
        lacks = each.lacks_standard or each.lacks_clause
        head = (department, post, called(each.duty), _points(each.duty.points), status(each))
        for cover in [*covers(each.duty, parts)] or [Cover("")]:
            yield from (Row((*head, *cells), wrong=lacks) for cells in _cells(cover))
    for cover in _tied("未对应", found.holder, (), _usual_full(found.holder)):
        yield from (Row((department, post, "", "", "", *cells)) for cells in _cells(cover))


def _cells(cover: Cover) -> Iterator[tuple[str, ...]]:
    for line in cover.clauses or (Line(""),):
        yield (cover.origin, cover.points, _numbered(cover.standards), *line)


def _in_force(found: HolderCoverage, manual: Manual) -> tuple[Post | Shared, ...]:
    """The holder itself and each wider 岗位通用 that serves its duties too, the nearest first."""
    if isinstance(found.holder, Post):
        return (found.holder, *reversed(found.holder.shared))
    shared = manual.common.shared
    return (found.holder,) if shared is None or shared is found.holder else (found.holder, shared)


def status(found: DutyCoverage) -> str:
    """What docgen.manual.coverage says of a duty, in a word."""
    if found.is_covered:
        return "仅通用" if "common" in (found.standard, found.clause) else "齐全"
    if found.is_exempt:
        return "豁免"
    lacks = (("缺标准", found.lacks_standard), ("缺条款", found.lacks_clause))
    return "、".join(word for word, lacking in lacks if lacking) or "未读全"


def covers(duty: Duty, parts: tuple[Post | Shared, ...]) -> Iterator[Cover]:
    """What covers `duty`: its own first, then what each of `parts` ties to it, by its name or by 全部."""
    yield from _paired("本项", duty.standards, duty.clauses)
    for part in parts:
        where = "" if isinstance(part, Post) else "通用·"
        for word, names in (("对应", (duty.name,)), ("全部", EVERY_DUTY)):
            yield from _tied(f"{where}{word}", part, names, _usual_full(parts[0]))


def _usual_full(holder: Post | Shared) -> Decimal | None:
    """The full mark of a factor that says none, as far as one post is meant."""
    if isinstance(holder, Shared):
        return None
    full = holder.assessment.item_full if holder.assessment else None
    return full.value if full else HUNDRED


def _tied(origin: str, part: Post | Shared, names: tuple[str, ...], full: Decimal | None) -> Iterator[Cover]:
    """What `part` ties to one of `names`; without names, what it ties to nothing. `full` is that of a factor that says
    none."""

    def meant(tied: Standard | Clause | Indicator | Factor) -> bool:
        return any(name in tied.ties for name in names) if names else not tied.ties

    standards, clauses = filter(meant, part.standards), filter(meant, part.clauses)
    yield from _paired(origin, tuple(standards), tuple(clauses))
    for indicator in filter(meant, part.indicators):
        named = f"指标“{indicator.name}”" + (f"，目标{indicator.target}" if indicator.target else "")
        lines = tuple(line._replace(clause=f"{named}：{line.clause}") for line in _lines(indicator.clauses))
        yield Cover(origin, (), lines or (Line(named),), _points(indicator.weight))
    for factor in filter(meant, part.scorecard):
        most = factor.full.value if factor.full else full
        line = Line(f"评分表“{factor.name}”", f"得0至{plain(most)}分" if most else "")
        yield Cover(origin, (str(factor.measure),), (line,), _points(factor.full))


def _paired(origin: str, standards: tuple[Standard, ...], clauses: tuple[Clause, ...]) -> Iterator[Cover]:
    """Standards with clauses of their own or 分值 stand alone; the others together, beside the clauses of all."""
    alone = [standard for standard in standards if standard.clauses or standard.points]
    for standard in alone:
        yield Cover(origin, (str(standard.content),), _lines(standard.clauses), _points(standard.points))
    others = tuple(str(standard.content) for standard in standards if not (standard.clauses or standard.points))
    if others or clauses:
        yield Cover(origin, others, _lines(clauses))


def _lines(clauses: tuple[Clause, ...]) -> tuple[Line, ...]:
    return tuple(Line(str(clause.content), worth(clause.content)) for clause in clauses)


def _points(points: Number | None) -> str:
    return str(points.text) if points else ""


def _numbered(texts: tuple[str, ...]) -> str:
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"（{number}）{text}" for number, text in enumerate(texts, 1))


def _counts(manual: Manual) -> Iterator[Row]:
    duties = duties_by_department(manual)
    if common := duties.get(id(None)):
        yield _count(COMMON, counted(common))
    for department in manual.departments:
        yield _count(department.name, counted(duties.get(id(department), [])))
    yield _count("合计", coverage(manual))


def _count(name: str, counts: Coverage) -> Row:
    duties, with_standard, with_clause, _, only_common, exempt = counts
    cells = (name, duties, with_standard, with_clause, counts.percentage, only_common, exempt)
    return Row(cells, wrong=counts.covered + counts.exempt < counts.duties)
