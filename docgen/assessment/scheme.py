"""What a post is scored by (考核): the parts of its score, their items, and each clause with the lines to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from docgen.assessment.grades import Band, bands
from docgen.assessment.lines import Caps, Line, by_hand, caps_of, factor, lines_of
from docgen.assessment.points import HUNDRED, ONE, ZERO
from docgen.checks.makeup import DUTIES, INDICATORS, SCORECARD, scored_parts
from docgen.checks.walk import in_force
from docgen.clause import Quantity, read
from docgen.manual.listing import EVERY_DUTY
from docgen.manual.model import Assessment, Clause, Duty, Factor, Indicator, Manual, Post, Shared, Standard
from docgen.manual.references import Place
from docgen.manual.scoring import scorers


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


class Part(NamedTuple):
    """职责, 指标 or 评分表. `weight` is its share of the score (构成), None where it only takes off the score.

    Its items have `possible` points in all, which come to `full`; where that is 0, they only take off `full`.
    """

    name: str
    items: tuple[Item, ...]
    weight: Decimal | None
    full: Decimal
    possible: Decimal


class PlacedLine(NamedTuple):
    """A line by its `number` in the scheme, and where it stands; `clause_number` counts in the item."""

    number: int
    line: Line
    part: Part
    item: Item
    clause: ScoredClause
    clause_number: int

    @property
    def is_factor(self) -> bool:
        return self.part.name == SCORECARD

    @property
    def title(self) -> str:
        """What its item is called; a factor of a scorecard by its own name."""
        return self.clause.standard if self.is_factor else self.item.title


class Scheme(NamedTuple):
    """All that a post is scored by. `assessors` are names with their weights."""

    place: Place
    parts: tuple[Part, ...]
    full: Decimal
    award_cap: Decimal | None
    assessors: tuple[tuple[str, Decimal], ...]
    bands: tuple[Band, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line in order; a value is filled in by its place among them."""
        return tuple(
            line for part in self.parts for item in part.items for clause in item.clauses for line in clause.lines
        )


@lru_cache(maxsize=1024)
def placed_lines(place: Place) -> tuple[PlacedLine, ...]:
    """Every line of the scheme, in order."""
    found = (
        (line, part, item, clause, number)
        for part in scheme_of(place).parts
        for item in part.items
        for number, clause in enumerate(item.clauses, 1)
        for line in clause.lines
    )
    return tuple(PlacedLine(number, *each) for number, each in enumerate(found))


@lru_cache(maxsize=1024)
def scheme_of(place: Place) -> Scheme:
    """The scheme of a sound post."""
    post = place.post
    assessment = post.assessment or Assessment()
    full = assessment.full.value if assessment.full else HUNDRED
    found = {DUTIES: _duties(place), INDICATORS: _indicators(post, full), SCORECARD: _scorecard(post, assessment)}
    weights = _weights(post, [name for name, items in found.items() if items])
    return Scheme(
        place,
        tuple(_part(name, items, weights.get(name), full) for name, items in found.items() if items),
        full,
        assessment.award_cap.value if assessment.award_cap else None,
        _assessors(post),
        bands(assessment.grades),
    )


def schemes(manual: Manual) -> list[Scheme]:
    return [scheme_of(Place(department, post)) for department, post in manual.posts]


# Parts


def _weights(post: Post, there: list[str]) -> dict[str, Decimal]:
    """The share of each part: by 构成, else all for the one that has marks, else all for 职责."""
    makeup = post.assessment.makeup if post.assessment else ()
    shares = {str(share.name): share.weight.value / HUNDRED for share in makeup if share.weight}
    if known := {name: shares[name] for name in there if name in shares}:
        return known
    main = [name for name in scored_parts(post) if name in there] or there
    return {main[0]: ONE} if main else {}


def _part(name: str, items: tuple[Item, ...], weight: Decimal | None, full: Decimal) -> Part:
    possible = sum((item.full * item.weight for item in items if item.full is not None), ZERO)
    return Part(name, items, weight, full, possible)


def _assessors(post: Post) -> tuple[tuple[str, Decimal], ...]:
    """Equal weights where one has none."""
    shares = scorers(post)
    given = [share.weight.value for share in shares if share.weight]
    weights = given if len(given) == len(shares) else [ONE] * len(shares)
    return tuple((str(share.name) or "考核人", weight) for share, weight in zip(shares, weights, strict=True))


# Duties


def _duties(place: Place) -> tuple[Item, ...]:
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
    return Item(_titled(duty), str(duty.content or ""), tuple(clauses), full)


def _titled(duty: Duty) -> str:
    return str(duty.content) if duty.name.isdigit() else str(duty.name)


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


def _indicators(post: Post, full: Decimal) -> tuple[Item, ...]:
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


def _scorecard(post: Post, assessment: Assessment) -> tuple[Item, ...]:
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
