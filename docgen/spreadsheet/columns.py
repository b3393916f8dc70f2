"""The columns of a list, by the names that their headings may have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

# What a template of a personnel system adds to a heading: 姓名*, 工号（必填）.
HEADING_MARKS: Final = re.compile(r"\*|\(.*?\)|[:;]$")
HEADINGS_WITHIN: Final = 5  # filled rows: a title, a date of the list and the like may stand above the headings


class Columns(NamedTuple):
    """What a list may have in its columns: the names of each, the usual one first, and which are needed."""

    names: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]

    @property
    def listed(self) -> str:
        return "、".join(names[0] for names in self.names.values())

    def known(self, headings: list[str]) -> int:
        """How many headings are of a column."""
        return sum(self.called(heading) is not None for heading in headings)

    def called(self, heading: str) -> str | None:
        """Which column a heading is of; None for one that is none of theirs."""
        name = plain(heading)
        return next((column for column, names in self.names.items() if name in names), None)

    def is_usual(self, column: str, heading: str) -> bool:
        return plain(heading) == self.names[column][0]


def plain(heading: str) -> str:
    return HEADING_MARKS.sub("", "".join(unicodedata.normalize("NFKC", heading).lower().split()))
