"""What a line break inside a text becomes when the text is set in one line."""

from __future__ import annotations

from unicodedata import east_asian_width


def joint(before: str, after: str) -> str:
    """What joins two lines of one text, given the character on either side of the break: nothing between wide
    characters (UAX #11: W, F), else a space. An ambiguous one (“ ” … —) counts as wide beside a wide one.
    """
    left, right = east_asian_width(before), east_asian_width(after)
    if (left in "WF" and right in "WFA") or (left == "A" and right in "WF"):
        return ""
    return " "
