"""Where neighbouring tiers of a clause meet badly, for the rules that say how."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.checks.readings import readings
from docgen.checks.wording import digits
from docgen.clause.tiers import Meeting, Tier, tier_groups
from docgen.manual.model import Manual
from docgen.source import Position, part_of


def tier_meetings(manual: Manual, badly: Callable[[list[Tier]], Iterator[Meeting]]) -> Iterator[tuple[str, Position]]:
    """The number with its unit at which two tiers of a group meet `badly`, and the place of the one written later,
    wherever the clause stands."""
    for reading, texts in readings(manual).items():
        for group in tier_groups(reading):
            for meeting in badly(group):
                later = max(meeting.lower, meeting.upper, key=lambda tier: tier.effect.span).effect
                number = f"{digits(meeting.number)}{later.bounds[0].unit}"
                yield from ((number, part_of(text, *later.span)) for text in texts)
