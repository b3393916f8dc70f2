"""The problems of shares that must add up to 100%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from docgen.checks.wording import digits, quoted
from docgen.manual.model import Share
from docgen.problems import Problem, Severity, Words
from docgen.source import Position


def shares_problems(
    severity: Severity, code: str, what: Words, every: Iterable[tuple[Share, ...]]
) -> Iterator[Problem]:
    """A problem for each of `every` that doesn't add up, at its first name; the same shares, inherited, count once."""
    seen: set[Position] = set()
    for shares in every:
        if shares and shares[0].name.position not in seen:
            seen.add(shares[0].name.position)
            if message := _message(what, shares):
                way_out = Words("改成合计 100%", "make them 100% in all")
                yield Problem(severity, code, shares[0].name.position, message, way_out)


def _message(what: Words, shares: tuple[Share, ...]) -> Words | None:
    lacking = [share.name for share in shares if not share.weight]
    if lacking:
        return Words(f"{what.zh}里{quoted(lacking)}没有写占多少", f"{what.en}: {quoted(lacking)} has no percentage")
    total = sum((share.weight.value for share in shares if share.weight), Decimal(0))
    if total == 100:
        return None
    return Words(f"{what.zh}合计 {digits(total)}%，应当是 100%", f"{what.en} add up to {digits(total)}%, not 100%")
