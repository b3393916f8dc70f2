"""Labels that Word itself counts: word/numbering.xml (ISO 29500-1 §17.9).

One multilevel definition, the outline, numbers Heading 1–9, and below them the lists: a list right under a heading is
the outline's next level, which Word restarts by itself. That matters, since thousands of instances (w:num) make Word
run out of memory and LibreOffice take minutes. Where the outline's next level has another format, or has begun to count
already, a list is an instance of a definition of its own that restarts at the right number.

The tree has resolved every label, so that this module only has to know what Word would count: where that is not the
label (an unnumbered chapter between numbered ones, a part of a manual), a new instance of the outline starts at it. A
label that no instance can print is handed back, to be typed as text.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from docgen.numbering import NumberFormat
from docgen.style import Style
from docgen.writers.word import levels
from docgen.writers.word.levels import indent, reference
from docgen.writers.word.markup import DECLARATION, NAMESPACES

LEVELS = 9
OUTLINE = 0
OUTLINE_INSTANCE = 1
# What an unnumbered heading belongs to, that its style may not number it. Word itself writes instance 0 there, which is
# declared nowhere and which openxml-audit therefore takes for a mistake.
SILENT = 1
SILENT_INSTANCE = 2
HIGHEST_NUMBER = 2000


class Numbered(NamedTuple):
    """How a paragraph gets its label: `properties` for its pPr, and what must be typed before its text."""

    properties: str = ""
    typed: str = ""


class Numbering:
    """The numbering part as it grows with the body."""

    def __init__(self, style: Style, heading_formats: tuple[NumberFormat | None, ...]) -> None:
        self._style = style
        self._heading_formats = _nine(heading_formats)
        self._outline_formats = _nine((*heading_formats, *_below(heading_formats, style.list_formats)))
        self._definitions = [self._outline(len(heading_formats)), self._silent()]
        self._definition_of: dict[tuple[int, NumberFormat | None], int] = {}
        self._bullets: dict[int, int] = {}
        self._instances = [
            levels.instance(OUTLINE_INSTANCE, OUTLINE, {}),
            levels.instance(SILENT_INSTANCE, SILENT, {}),
        ]
        # What Word has counted on each level of the outline, where a level starts, which instance counts now; how deep
        # the last paragraph of the outline was, and how deep the last heading: 0 where that had no number.
        self._counted = [0] * LEVELS
        self._starts = [1] * LEVELS
        self._outline_instance = OUTLINE_INSTANCE
        self._depth = 0
        self._heading_depth = 0

    def heading(self, level: int, label: str) -> Numbered:
        """The numbering of a heading; its style counts, unless the label says something else."""
        number_format = self._heading_formats[level - 1]
        number = _number(number_format, label)
        if number is None:
            self._heading_depth = self._depth = 0
            properties = reference(level, SILENT_INSTANCE) if number_format else ""
            return Numbered(properties, _typed(label, number_format))
        if number != self._counted[level - 1] + 1:
            self._restart_outline(level, number)
        self._count(level, number)
        self._heading_depth = level
        if self._outline_instance == OUTLINE_INSTANCE:
            return Numbered()
        return Numbered(reference(level, self._outline_instance))

    def _count(self, level: int, number: int) -> None:
        if self._depth == level:  # the next of the same list, as nearly always: nothing below it has begun
            self._counted[level - 1] = number
            return
        # A level that is skipped counts as begun.
        for above, start in enumerate(self._starts[: level - 1]):
            self._counted[above] = max(self._counted[above], start)
        self._counted[level - 1] = number
        self._counted[level:] = [start - 1 for start in self._starts[level:]]
        self._depth = level

    def _restart_outline(self, level: int, number: int) -> None:
        self._starts = [1] * LEVELS
        self._starts[level - 1] = number
        self._outline_instance = self._add_instance(OUTLINE, {level: number})

    def start_list(self, level: int, number_format: NumberFormat | None) -> ListNumbering:
        """The numbering of a list, nested `level` deep; no format means bullets."""
        return ListNumbering(self, level, number_format)

    def in_outline(self, level: int, number_format: NumberFormat, number: int) -> str | None:
        """The numPr by which the outline numbers an item of a list `level` deep, or None where it would count
        otherwise. A level is never skipped: programs differ in what they count then."""
        depth = self._heading_depth + level
        if not self._heading_depth or not depth - 1 <= self._depth or depth > LEVELS:
            return None
        if self._outline_formats[depth - 1] != number_format or self._counted[depth - 1] + 1 != number:
            return None
        self._count(depth, number)
        return reference(depth, self._outline_instance)

    def apart(self, level: int, number_format: NumberFormat, number: int) -> str:
        """The numPr of a new list of its own, whose first item has this number."""
        return reference(level, self._add_instance(self._definition(level, number_format), {level: number}))

    def bullet(self, level: int) -> str:
        """The numPr of a bullet."""
        if level not in self._bullets:
            self._bullets[level] = self._add_instance(self._definition(level, None), {})
        return reference(level, self._bullets[level])

    def _definition(self, level: int, number_format: NumberFormat | None) -> int:
        """The definition that lists of this kind share."""
        number = self._definition_of.setdefault((level, number_format), len(self._definitions))
        if number == len(self._definitions):
            formats = _nine(self._style.list_formats)
            formats[level - 1] = number_format
            properties = indent(self._style, "item")
            each = [_list_level(*numbered, properties) for numbered in enumerate(formats, 1)]
            self._definitions.append(levels.definition(number, each))
        return number

    def _add_instance(self, definition: int, starts: dict[int, int]) -> int:
        number = len(self._instances) + 1
        self._instances.append(levels.instance(number, definition, starts))
        return number

    def _outline(self, headings: int) -> str:
        each = []
        for level, number_format in enumerate(self._outline_formats, 1):
            linked = level <= headings
            properties = indent(self._style, f"heading{level}" if linked else "item")
            each.append(
                levels.numbered_level(level, number_format, properties, linked)
                if number_format
                else levels.silent_level(level, properties)
            )
        return levels.definition(OUTLINE, each)

    def _silent(self) -> str:
        each = [levels.silent_level(level, indent(self._style, f"heading{level}")) for level in range(1, LEVELS + 1)]
        return levels.definition(SILENT, each)

    def part(self) -> str:
        """word/numbering.xml."""
        content = "".join(self._definitions) + "".join(self._instances)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"


class ListNumbering:
    """The numbering of the items of one list, asked for in order."""

    def __init__(self, numbering: Numbering, level: int, number_format: NumberFormat | None) -> None:
        self._numbering = numbering
        self._level = min(level, LEVELS)
        self._format = number_format
        self._expected = 0
        self._apart = ""

    def item(self, label: str) -> Numbered:
        """The numbering of the next item. An empty label is a bullet."""
        if not label:
            return Numbered(self._numbering.bullet(self._level))
        number = _number(self._format, label)
        if number is None or self._format is None:
            return Numbered(typed=_typed(label, self._format))
        if not self._apart and (outline := self._numbering.in_outline(self._level, self._format, number)):
            return Numbered(outline)
        if number != self._expected or not self._apart:
            self._apart = self._numbering.apart(self._level, self._format, number)
        self._expected = number + 1
        return Numbered(self._apart)


def _nine(formats: tuple[NumberFormat | None, ...]) -> list[NumberFormat | None]:
    return [*formats, *[None] * LEVELS][:LEVELS]


def _below(
    heading_formats: tuple[NumberFormat | None, ...], list_formats: tuple[NumberFormat, ...]
) -> tuple[NumberFormat, ...]:
    """The list formats that go on where the headings end: GB/T 9704 counts 一、（一）1.（1） through both."""
    if heading_formats and heading_formats[-1:] == list_formats[:1]:
        return list_formats[1:]
    return list_formats


@cache
def _numbers(number_format: NumberFormat) -> dict[str, int]:
    """Label → number, as far as Word can count in this format and a manual will."""
    numbers: dict[str, int] = {}
    for number in range(1, HIGHEST_NUMBER):
        try:
            numbers[number_format.label(number)] = number
        except ValueError:
            break
    return numbers


def _number(number_format: NumberFormat | None, label: str) -> int | None:
    return _numbers(number_format).get(label) if number_format else None


def _typed(label: str, number_format: NumberFormat | None) -> str:
    return label + (number_format.gap if number_format else " ") if label else ""


def _list_level(level: int, number_format: NumberFormat | None, properties: str) -> str:
    if number_format is None:
        return levels.bullet_level(level, properties)
    return levels.numbered_level(level, number_format, properties)
