"""A style's 页眉, 页脚 and 页码: what stands on each page outside the type area."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.problems import Problem, Words, error, nearest
from docgen.source import Position, Text
from docgen.style.format import FurnitureEntry, LineEntry, PageNumberEntry, StyleEntry
from docgen.style.model import FIELDS, NO_FURNITURE, Furniture, Line
from docgen.style.numbering import no_number

FIELD = re.compile(r"\{[^{}]*\}")
PLACES = {"left": "左", "center": "中", "right": "右"}


def furniture(said: StyleEntry, problems: list[Problem]) -> tuple[Furniture, Furniture]:
    """The header and the footer; 页码 is a part of the footer."""
    header, footer = (_furniture(each, problems) for each in (said.header, said.footer))
    if said.page_number is None:
        return header, footer
    return header, _with_page_number(footer, said.page_number, problems)


def _furniture(said: FurnitureEntry | None, problems: list[Problem]) -> Furniture:
    if said is None:
        return NO_FURNITURE
    for part in (said, said.first, said.odd, said.even):
        problems += _wrong_fields(part)
    both = _line(said)
    return Furniture(
        _line(said.odd) if said.odd else both,
        _line(said.even) if said.even else both,
        _line(said.first) if said.first else None,
        float(said.distance.value) if said.distance else NO_FURNITURE.distance,
        said.rule == "是",
    )


def _line(said: FurnitureEntry | LineEntry) -> Line:
    return Line(str(said.left or ""), str(said.center or ""), str(said.right or ""))


def _wrong_fields(said: FurnitureEntry | LineEntry | None) -> Iterator[Problem]:
    for text in (getattr(said, place) for place in PLACES) if said else ():
        for found in FIELD.finditer(text or ""):
            if found[0] not in FIELDS:
                yield _unknown_field(found, text)


def _unknown_field(found: re.Match[str], text: Text) -> Problem:
    name, guess, known = found[0], nearest(found[0], list(FIELDS)), " ".join(FIELDS)
    path, line, column, length = text.position
    inside = length == len(text) + 2  # quoted, on one line
    position = Position(path, line, column + 1 + found.start(), len(name)) if inside else text.position
    return error(
        "STYLE-FIELD",
        position,
        Words(f"页眉页脚里没有“{name}”", f"headers and footers know no “{name}”"),
        Words(
            f"{f'是不是“{guess}”？' if guess else ''}可以写：{known}",
            f"{f'did you mean “{guess}”? ' if guess else ''}known: {known}",
        ),
    )


def _with_page_number(footer: Furniture, said: PageNumberEntry, problems: list[Problem]) -> Furniture:
    example = said.example
    if example is None:
        return footer
    if example.count("1") != 1:
        problems.append(no_number(example, "— 1 —"))
        return footer
    text = example.replace("1", "{页码}")
    # One character in from the edge, odd pages right, even pages left: GB/T 9704—2012 §7.5.
    odd, even = ("right", "left") if said.side == "外侧" else ("center", "center")
    if getattr(footer.odd, odd) or getattr(footer.even, even):
        problems.append(_place_taken(said.position))
    inset = 1 if said.side == "外侧" else 0
    return footer._replace(
        odd=footer.odd._replace(inset=inset, **{odd: text}), even=footer.even._replace(inset=inset, **{even: text})
    )


def _place_taken(position: Position) -> Problem:
    return error(
        "STYLE-FIELD",
        position,
        Words("“页码”的位置在“页脚”里已经有字了", "the place of the page number is taken by the footer"),
        Words(
            "把“页脚”里的字换个位置，或删掉“页码”，在“页脚”里写 {页码}", "move the footer's text, or write {页码} in it"
        ),
    )
