"""The items that a post is scored by: its duties, indicators and the items of its scorecard, each with its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.assessment.lines import Caps, Line, by_hand, caps_of, factor, lines_of
from docgen.assessment.points import HUNDRED, ONE, ZERO
from docgen.checks.walk import in_force
from docgen.clause import Quantity, read
from docgen.manual.listing import EVERY_DUTY, called
from docgen.manual.model import Assessment, Clause, Duty, Factor, Indicator, Post, Shared, Standard
from docgen.manual.references import Place


class ScoredClause(NamedTuple):
    """A clause, verbatim, beside the standards it belongs to, and its lines. `content` is 衡量标准 of a factor."""

    standard: str
    content: str
    lines: tuple[Line, ...]

    @property
    def caps(self) -> Caps:
        return caps_of(self.lines)


class Item(NamedTuple):
    """A duty, an indicator, or an item of a scorecard. It has `full` points, `weight` of which count in its part.

    Without `full` what its clauses take off is taken off the part.
    """

    title: str
    content: str
    clauses: tuple[ScoredClause, ...]
    full: Decimal | None = None
    weight: Decimal = ONE


# Duties


def duty_items(place: Place) -> tuple[Item, ...]:
    """An item for each duty with clauses or 分值, then one for each set of duties that others are tied to."""
    items: list[Item] = []
    for holder in in_force(place.post):
        tied: dict[str, list[Clause | Standard]] = {}
        both: tuple[Clause | Standard, ...] = (*holder.standards, *holder.clauses)
        for each in both:
            tied.setdefault("、".join(name for name in each.ties if name not in EVERY_DUTY), []).append(each)
        items += [_duty(duty, tied.pop(str(duty.name), [])) for duty in holder.duties]
        items += [_of_several(names or _all(holder, place), each) for names, each in tied.items()]
    return tuple(item for item in items if item.clauses)


def _duty(duty: Duty, tied: list[Clause | Standard]) -> Item:
    of_standards = [standard.points.value for standard in duty.standards if standard.points]
    full = duty.points.value if duty.points else sum(of_standards, ZERO) if of_standards else None
    clauses = [*_of_standards(duty.standards, full), *_of_tied(tied, full)]
    alone = [str(standard.content) for standard in duty.standards if not standard.clauses]
    clauses += [_clause(clause, "\n".join(alone), full) for clause in duty.clauses]
    if not clauses and full is not None:
        clauses = [ScoredClause("\n".join(alone), "", (by_hand("按工作标准评定", full),))]
    return Item(called(duty), str(duty.content or ""), tuple(clauses), full)


def _all(holder: Post | Shared, place: Place) -> str:
    """What the clauses are called that are tied to no duty or to all of them, by where they stand."""
    if holder is place.post:
        return "全部职责"
    return "部门通用" if holder is place.department.shared else "岗位通用"


def _of_several(title: str, tied: list[Clause | Standard]) -> Item:
    full = sum((each.points.value for each in tied if isinstance(each, Standard) and each.points), ZERO)
    return Item(title, "", tuple(_of_tied(tied, None)), full or None)


def _of_standards(standards: Iterable[Standard], full: Decimal | None) -> Iterator[ScoredClause]:
    for standard in standards:
        of_standard = standard.points.value if standard.points else full
        for clause in standard.clauses:
            yield _clause(clause, str(standard.content), of_standard)
        if standard.points and not standard.clauses:
            yield ScoredClause(str(standard.content), "", (by_hand("按工作标准评定", of_standard),))


def _of_tied(tied: list[Clause | Standard], full: Decimal | None) -> Iterator[ScoredClause]:
    for each in tied:
        if isinstance(each, Clause):
            yield _clause(each, "", full)
        else:
            yield from _of_standards((each,), full)


def _clause(clause: Clause, standard: str, full: Decimal | None, target: Quantity | None = None) -> ScoredClause:
    return ScoredClause(standard, str(clause.content), lines_of(read(clause.content), full, target))


# Indicators


def indicator_items(post: Post, full: Decimal) -> tuple[Item, ...]:
    """Each is scored out of `full` (满意度90%以上得100分), of which its 权重 counts."""
    return tuple(
        _indicator(indicator, full) for holder in in_force(post) for indicator in holder.indicators
    )  # fmt: skip


def _indicator(indicator: Indicator, full: Decimal) -> Item:
    target = _target(indicator)
    content = f"目标：{indicator.target}" if indicator.target else ""
    standard = str(indicator.definition or "")
    weight = indicator.weight.value / HUNDRED if indicator.weight else None
    of_item = full if weight is not None else None
    clauses = tuple(_clause(clause, standard, of_item, target) for clause in indicator.clauses)
    if not clauses:
        clauses = (ScoredClause(standard, "", (by_hand("按目标完成情况评定", of_item),)),)
    return Item(str(indicator.name), content, clauses, of_item, weight if weight is not None else ONE)


_TARGET: Final = re.compile(
    r"(?:不?[高低大小]于|不超过|不少于|至少|达到|[≥≤])?(\d+(?:\.\d+)?)(%|[^\d\s]{0,3})(?:及?以[上下内])?"
)


def _target(indicator: Indicator) -> Quantity | None:
    """98%, 45天, 不超过3%, as a quantity; None for words."""
    found = _TARGET.fullmatch(str(indicator.target or "").strip())
    return Quantity(Decimal(found[1]), found[2]) if found else None


# Scorecard


def scorecard_items(post: Post, assessment: Assessment) -> tuple[Item, ...]:
    by_item: dict[str, list[Factor]] = {}
    for holder in in_force(post):
        for each in holder.scorecard:
            by_item.setdefault(str(each.item), []).append(each)
    return tuple(_scorecard_item(title, factors, assessment) for title, factors in by_item.items())


def _scorecard_item(title: str, factors: list[Factor], assessment: Assessment) -> Item:
    usual = assessment.item_full.value if assessment.item_full else HUNDRED
    fulls = [each.full.value if each.full else usual for each in factors]
    clauses = tuple(
        ScoredClause(str(each.name), str(each.measure), (factor(full),))
        for each, full in zip(factors, fulls, strict=True)
    )
    return Item(title, "", clauses, sum(fulls, ZERO))
