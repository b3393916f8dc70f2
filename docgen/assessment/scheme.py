"""What a post is scored by (考核): the parts of its score, their items, and each clause with the lines to fill in."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from docgen.assessment.grades import Band, bands
from docgen.assessment.items import Item, ScoredClause, duty_items, indicator_items, scorecard_items
from docgen.assessment.lines import Line
from docgen.assessment.points import HUNDRED, ONE, ZERO
from docgen.checks.makeup import DUTIES, INDICATORS, SCORECARD, scored_parts
from docgen.manual.model import Assessment, Manual, Post
from docgen.manual.references import Place
from docgen.manual.scoring import scorers


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
    found = {
        DUTIES: duty_items(place),
        INDICATORS: indicator_items(post, full),
        SCORECARD: scorecard_items(post, assessment),
    }
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
