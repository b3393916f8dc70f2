"""What a scoring clause says, typed and frozen: a text is read into effects, each a consequence and when it applies."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from docgen.problems import Words

Kind = Literal["deduct", "award", "score", "veto", "fine", "pay", "sanction", "refer"]
Comparison = Literal[">", ">=", "<", "<="]
Amount = Decimal | Literal["full"]
Span = tuple[int, int]
"""From the first character to behind the last, in characters of the text as it was written."""


class Quantity(NamedTuple):
    """An amount of something: 1 次, 10 分钟, 0.1 %. `unit` is "" where the text names none."""

    amount: Decimal
    unit: str


class Bound(NamedTuple):
    """超过1天 is > 1 天. By 民法典 art. 1259 以上, 以下, 以内 include the number itself and 超过, 不满, 以外 do not."""

    op: Comparison
    amount: Decimal
    unit: str


class Effect(NamedTuple):
    """One consequence. Only `kind` and `span` always say something; the other fields are None or empty where the text
    is silent.

    `amount` is in `unit` (分, 元 or %), up to `max_amount` in a range (扣1-3分), or one of `choices`. It counts once
    for each `per`, while all `bounds` hold, at the times `occurrence` names (first, last; None: and later). `cap` is
    the most it comes to, "full" for 扣完为止. `scope` is of a veto: this item, or all. `rounds_up`: a begun step counts
    as a whole one. `step_from`: what steps are counted from. `when`: the words of the condition.
    """

    kind: Kind
    span: Span
    amount: Amount | None = None
    max_amount: Decimal | None = None
    choices: tuple[Decimal, ...] = ()
    unit: str = ""
    per: Quantity | None = None
    bounds: tuple[Bound, ...] = ()
    cap: Amount | None = None
    occurrence: tuple[int, int | None] | None = None
    scope: Literal["item", "all"] | None = None
    rounds_up: bool = False
    step_from: Quantity | None = None
    when: str = ""


class Unread(NamedTuple):
    """Words that state a consequence the grammar has no rule for (CLAUSE-UNREAD), or a number without its unit, 扣1
    (UNIT-UNCLEAR)."""

    span: Span
    code: str
    message: Words


class Reading(NamedTuple):
    """All that a text says. `is_silent`: it states no consequence, not even that nothing is deducted."""

    text: str
    effects: tuple[Effect, ...]
    unread: tuple[Unread, ...]
    is_silent: bool
