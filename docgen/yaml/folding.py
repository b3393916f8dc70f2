"""Texts written over several lines in YAML, which folds each line break to a space, also between 收、 and 存."""

from __future__ import annotations

import re

from docgen.folding import joint
from docgen.yaml.binding import libyaml
from docgen.yaml.nodes import Style


def folded(text: str, source: str, style: Style) -> str:
    """A text written over several lines, without the spaces that YAML puts between wide characters there."""
    if style == "double" and "\\" in source:
        return _folded_escapes(text, source)
    inside = source if style in ("plain", "folded") else source[1:-1]
    rows = inside.split("\n")[1:] if style == "folded" else inside.split("\n")
    if style == "single":
        rows = [row.replace("''", "'") for row in rows]
    return _without_gaps(text, [row.strip(" \t") for row in rows])


def _without_gaps(text: str, rows: list[str]) -> str:
    parts: list[str] = []
    end = 0
    for row in filter(None, rows):
        start = text.index(row, end)
        gap = text[end:start]
        parts.append(joint(parts[-1][-1], row[0]) if gap == " " and parts else gap)
        parts.append(row)
        end = start + len(row)
    return "".join(parts) + text[end:]


_BREAK = re.compile(r"([^\s\\])[ \t]*\n[ \t]*(?=([^\s\\]))")


def _folded_escapes(text: str, source: str) -> str:
    """`folded` for a double-quoted text with escapes, which libyaml alone reads: take the breaks out, ask it again."""
    joined = _BREAK.sub(lambda pair: pair[0] if joint(pair[1], pair[2]) else pair[1], source)
    if joined == source:
        return text
    events = iter(libyaml().CParser(joined).get_event, None)
    return next(str(event[3]) for event in events if isinstance(event, tuple))
