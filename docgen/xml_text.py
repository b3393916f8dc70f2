"""What XML 1.0 can hold."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for every character that XML 1.0 §2.2 excludes: none of them can be written, not even
    escaped."""
    return _ILLEGAL.sub("\ufffd", text)
