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
from itertools import islice
from typing import NamedTuple, TypeAlias

from docgen.numbering import NumberFormat
from docgen.style.model import Style
from docgen.writers.word import levels
from docgen.writers.word.levels import indent, reference
from docgen.writers.word.markup import DECLARATION, NAMESPACES

Formats: TypeAlias = tuple[NumberFormat | None, ...]

LEVELS = 9
OUTLINE = 0
OUTLINE_INSTANCE = 1
# What an unnumbered heading belongs to, that its style may not number it. Word itself writes instance 0 there, which is
# declared nowhere and which openxml-audit therefore takes for a mistake.
SILENT = 1
SILENT_INSTANCE = 2
# As far as a list or the headings of a level nearly always count, and as far as a manual will.
FEW = 400
HIGHEST_NUMBER = 2000


class Numbered(NamedTuple):
    """How a paragraph gets its label: `properties` for its pPr, and what must be typed before its text; `tab` stands
    between the two."""

    properties: str = ""
    typed: str = ""
    tab: bool = False


BY_STYLE = Numbered()


class _Outline:
    """A multilevel definition that numbers headings and the lists right below them, and what Word has counted in it.

    `counted` is the last number on each level, `starts` where a level starts, `instance` which instance counts now;
    `depth` is how deep its last paragraph was, `heading_depth` the last heading: 0 where that had no number.
    """

    def __init__(self, definition: int, instance: int, headings: Formats, lists: tuple[NumberFormat, ...]) -> None:
        self.definition = definition
        self.instance = instance
        self.headings = _nine(headings)
        self.formats = _nine((*headings, *_below(headings, lists)))
        self.heading_levels = len(headings)
        self.counted = [0] * LEVELS
        self.starts = [1] * LEVELS
        self.before_starts = [0] * LEVELS
        self.depth = 0
        self.heading_depth = 0

    def count(self, level: int, number: int) -> None:
        if self.depth == level:  # the next of the same list, as nearly always: nothing below it has begun
            self.counted[level - 1] = number
            return
        # A level that is skipped counts as begun.
        for above in range(self.depth, level - 1):
            self.counted[above] = max(self.counted[above], self.starts[above])
        self.counted[level - 1] = number
        self.counted[level:] = self.before_starts[level:]
        self.depth = level

    def restart(self, level: int, number: int, instance: int) -> None:
        self.starts = [1] * LEVELS
        self.starts[level - 1] = number
        self.before_starts = [start - 1 for start in self.starts]
        self.instance = instance


class Numbering:
    """The numbering part as it grows with the body."""

    def __init__(self, style: Style, heading_formats: Formats) -> None:
        self._style = style
        self._main = _Outline(OUTLINE, OUTLINE_INSTANCE, heading_formats, style.list_formats)
        self._definitions = [self._written(self._main, linked=True), self._silent()]
        self._definition_of: dict[tuple[int, NumberFormat | None], int] = {}
        self._bullets: dict[int, int] = {}
        self._continuing: dict[NumberFormat, ListNumbering] = {}
        self._instances = [
            levels.instance(OUTLINE_INSTANCE, OUTLINE, {}),
            levels.instance(SILENT_INSTANCE, SILENT, {}),
        ]
        self._headings = heading_formats
        self._lists = style.list_formats
        self._outlines = {heading_formats: self._main}
        self._outline = self._main

    def begin(self, name: str) -> None:
        """A page section begins whose labels are those that the style has under this name."""
        own = self._style.numberings.get(name)
        headings = own.headings if own else tuple(self._main.headings[: self._main.heading_levels])
        if headings != self._headings:
            self._headings, self._lists = headings, own.lists if own else self._style.list_formats
            self._outline = self._outline_of(headings)

    def _outline_of(self, headings: Formats) -> _Outline:
        if headings not in self._outlines:
            outline = _Outline(len(self._definitions), 0, headings, self._lists)
            self._definitions.append(self._written(outline))
            outline.instance = self._add_instance(outline.definition, {})
            self._outlines[headings] = outline
        return self._outlines[headings]

    def heading(self, level: int, label: str) -> Numbered:
        """The numbering of a heading; its style counts, unless the label says something else."""
        if level == 1:
            # Under a heading without a number, 1.1 is but 1: its uppermost level is the second.
            self._outline = self._outline_of(self._headings if label else tuple(map(_without_first, self._headings)))
        outline = self._outline
        number_format = outline.headings[level - 1]
        number = _number(number_format, label, outline.counted[: level - 1])
        if number is None:
            outline.heading_depth = outline.depth = 0
            # Heading 1–9 count by themselves.
            properties = reference(level, SILENT_INSTANCE) if self._main.headings[level - 1] else ""
            return Numbered(properties, _typed(label, number_format))
        if number != outline.counted[level - 1] + 1:
            outline.restart(level, number, self._add_instance(outline.definition, {level: number}))
        outline.count(level, number)
        outline.heading_depth = level
        return BY_STYLE if outline.instance == OUTLINE_INSTANCE else Numbered(reference(level, outline.instance))

    def start_list(self, level: int, number_format: NumberFormat | None) -> ListNumbering:
        """The numbering of a list, nested `level` deep; no format means bullets."""
        if number_format and number_format.continuing:
            return self._continuing.setdefault(number_format, ListNumbering(self, level, number_format))
        return ListNumbering(self, level, number_format)

    def in_outline(self, level: int, number_format: NumberFormat, number: int) -> str | None:
        """The numPr by which the outline numbers an item of a list `level` deep, or None where it would count
        otherwise. A level is never skipped: programs differ in what they count then."""
        outline = self._outline
        depth = outline.heading_depth + level
        if not outline.heading_depth or not depth - 1 <= outline.depth or depth > LEVELS:
            return None
        if outline.formats[depth - 1] != number_format or outline.counted[depth - 1] + 1 != number:
            return None
        outline.count(depth, number)
        return reference(depth, outline.instance)

    def count_to(self, number: int) -> None:
        """The paragraph last counted was the first of so many."""
        self._outline.counted[self._outline.depth - 1] = number

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
            each = [self._list_level(*numbered) for numbered in enumerate(formats, 1)]
            self._definitions.append(levels.definition(number, each))
        return number

    def _list_level(self, level: int, number_format: NumberFormat | None, depth: int = 0) -> str:
        """A level for lists nested `depth` deep."""
        column = self._style.paragraphs["item"].hanging > 0 and not (number_format and number_format.runs_on)
        properties = indent(self._style, "item", depth or level, column)
        if number_format is None or number_format.kind not in levels.NUMBER_FORMATS:
            return levels.bullet_level(level, properties, column)
        return levels.numbered_level(level, number_format, properties, column=column)

    def _add_instance(self, definition: int, starts: dict[int, int]) -> int:
        number = len(self._instances) + 1
        self._instances.append(levels.instance(number, definition, starts))
        return number

    def _written(self, outline: _Outline, linked: bool = False) -> str:
        """The definition of an outline; the main one's levels are `linked` to the heading styles."""
        each = []
        for level, number_format in enumerate(outline.formats, 1):
            depth = level - outline.heading_levels
            properties = indent(self._style, "item", depth) if depth > 0 else indent(self._style, f"heading{level}")
            if number_format is None or number_format.kind not in levels.NUMBER_FORMATS:
                each.append(levels.silent_level(level, properties))
            elif depth > 0:
                each.append(self._list_level(level, number_format, depth))
            else:
                each.append(levels.numbered_level(level, number_format, properties, linked))
        return levels.definition(outline.definition, each)

    def _silent(self) -> str:
        each = [levels.silent_level(level, indent(self._style, f"heading{level}")) for level in range(1, LEVELS + 1)]
        return levels.definition(SILENT, each)

    def part(self) -> str:
        """word/numbering.xml."""
        content = "".join(self._definitions) + "".join(self._instances)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"


class ListNumbering:
    """The numbering of the items of one list, asked for in order, or of all at once."""

    def __init__(self, numbering: Numbering, level: int, number_format: NumberFormat | None) -> None:
        self._numbering = numbering
        self._level = min(level, LEVELS)
        self._format = number_format
        self._expected = 0
        self._apart = ""

    def all_items(self, labels: tuple[str, ...]) -> str | None:
        """The properties of all items of a list that holds no others, where their labels count from 1 as nearly always;
        else None, and nothing is counted yet."""
        if not self._format or self._format.above or labels != _first_labels(self._format, len(labels)):
            return None
        properties = self.item(labels[0]).properties
        if self._apart:
            self._expected = len(labels) + 1
        else:
            self._numbering.count_to(len(labels))
        return properties

    def item(self, label: str) -> Numbered:
        """The numbering of the next item. An empty label is a bullet."""
        if not label:
            return Numbered(self._numbering.bullet(self._level))
        number = _number(self._format, label, [])
        if number is None or self._format is None:
            is_parenthesized = self._format is not None and self._format.kind not in levels.NUMBER_FORMATS
            return Numbered("", label if is_parenthesized else _typed(label, self._format), is_parenthesized)
        if not self._apart and (outline := self._numbering.in_outline(self._level, self._format, number)):
            return Numbered(outline)
        if number != self._expected or not self._apart:
            self._apart = self._numbering.apart(self._level, self._format, number)
        self._expected = number + 1
        return Numbered(self._apart)


def _nine(formats: Formats) -> list[NumberFormat | None]:
    return [*formats, *[None] * LEVELS][:LEVELS]


def _below(headings: Formats, lists: tuple[NumberFormat, ...]) -> tuple[NumberFormat, ...]:
    """The list formats that go on where the headings end: GB/T 9704 counts 一、（一）1.（1） through both."""
    return lists[1:] if headings and headings[-1:] == lists[:1] else lists


def _without_first(number_format: NumberFormat | None) -> NumberFormat | None:
    """The format of a level under a heading without a number."""
    return number_format and number_format._replace(above=max(number_format.above - 1, 0))


@cache
def _first_labels(number_format: NumberFormat, count: int) -> tuple[str, ...]:
    return tuple(islice(_numbers(number_format, FEW), count))


def _number_of(label: str, number_format: NumberFormat) -> int | None:
    return _numbers(number_format, FEW).get(label) or _numbers(number_format, HIGHEST_NUMBER).get(label)


@cache
def _numbers(number_format: NumberFormat, highest: int) -> dict[str, int]:
    """Label → number, in order, as far as Word can count in this format."""
    if number_format.kind not in levels.NUMBER_FORMATS:
        return {}
    last = min(number_format.last or highest, highest)
    return {number_format.label(number): number for number in range(1, last + 1)}


def _number(number_format: NumberFormat | None, label: str, above: list[int]) -> int | None:
    """The number that Word prints as `label` under these numbers of the upper levels; None where it can't."""
    if number_format is None:
        return None
    if not number_format.above:
        return _number_of(label, number_format)
    upper, dot, own = label.rpartition(".")
    expected = ".".join(map(str, above[-number_format.above :]))
    if not dot or upper != number_format.prefix + expected:
        return None
    return _number_of(own, number_format._replace(above=0, prefix=""))


def _typed(label: str, number_format: NumberFormat | None) -> str:
    return label + (number_format.gap if number_format else " ") if label else ""
