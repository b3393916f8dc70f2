"""The form on which a post is scored: its items with their factors, and who scores."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from docgen.manual.model import Assessment, Factor, Number, Post, Share
from docgen.manual.pairing import PairedDuty, paired
from docgen.source import Text

FULL = Decimal(100)


class ScoreRow(NamedTuple):
    """A factor with what it is measured by; `span` rows share the measures, 0 where a row above holds them."""

    factor: Text | None
    measures: tuple[Text, ...]
    full: Number | None
    span: int = 1


class ScoreItem(NamedTuple):
    """An item (考核项目) and its rows. With a `full` of its own it is scored as a whole."""

    key: str
    names: tuple[Text, ...]
    rows: tuple[ScoreRow, ...]
    full: Number | None = None


def score_items(post: Post) -> list[ScoreItem]:
    """What `post` is scored on: its own factors, or where it has none its duties, then the factors of all posts.

    A duty makes an item, its standards the factors, their clauses the measures.
    """
    item_full = (post.assessment or Assessment()).item_full
    shared = [factor for part in post.shared for factor in part.scorecard]
    items = [] if post.scorecard else [_of_duty(duty, item_full) for duty in paired(post)]
    return items + _of_factors([*post.scorecard, *shared], item_full)


def _of_factors(factors: Iterable[Factor], item_full: Number | None) -> list[ScoreItem]:
    by_item: dict[Text, list[ScoreRow]] = {}
    for factor in factors:
        row = ScoreRow(factor.name, (factor.measure,), factor.full or item_full)
        by_item.setdefault(factor.item, []).append(row)
    return [ScoreItem(f"评分表/{item}", (item,), tuple(rows)) for item, rows in by_item.items()]


def _of_duty(duty: PairedDuty, item_full: Number | None) -> ScoreItem:
    rows = tuple(ScoreRow(row.standard, row.clauses, row.points, row.span) for row in duty.rows)
    full = None if any(row.points for row in duty.rows) else item_full
    return ScoreItem(duty.key, duty.names, rows, duty.points or full)


def full_score(items: Iterable[ScoreItem], assessment: Assessment | None) -> Decimal:
    """The sum of what all items give, or, where one says nothing, the full score of the assessment."""
    fulls = [item.full or row.full for item in items for row in (item.rows[:1] if item.full else item.rows)]
    if fulls and all(fulls):
        return sum((full.value for full in fulls if full), Decimal())
    full = (assessment or Assessment()).full
    return full.value if full else FULL


def scorers(post: Post) -> tuple[Share, ...]:
    """Who scores, with their weights: 考核人, or else 直接上级. One without a name where there is neither."""
    assessors = (post.assessment or Assessment()).assessors
    return assessors or tuple(Share(name, None) for name in post.reports_to) or (Share(Text("", post.position), None),)
