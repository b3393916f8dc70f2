"""Labels that Word itself counts: word/numbering.xml (ISO 29500-1 §17.9).

One multilevel definition is linked to Heading 1–9; each list of the document is an instance (w:num) of a definition
that lists of the same kind share. Instances of one definition share its counters, so each restarts them.

The tree has resolved every label. An instance counts what the tree counted as long as labels follow each other; where
they don't (an unnumbered chapter between numbered ones, a part of a manual), a new instance starts at the right number.
A label that no instance can print is handed back, to be written as text.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from docgen.numbering import NumberFormat
from docgen.style import Style
from docgen.writers.word.markup import DECLARATION, EAST_ASIAN_HINT, NAMESPACES, escape, twips

LEVELS = 9
HEADING_DEFINITION = 0
HEADING_INSTANCE = 1
# What an unnumbered heading belongs to, that its style may not number it. Word itself writes instance 0 there, which is
# declared nowhere and which openxml-audit therefore takes for a mistake.
SILENT_DEFINITION = 1
SILENT_INSTANCE = 2

# chineseCountingThousand prints 一百零五; chineseCounting would print 一○五.
NUMBER_FORMATS = {
    "chinese": "chineseCountingThousand",
    "decimal": "decimal",
    "circled": "decimalEnclosedCircle",
}
BULLET = "•"
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
        self._list_formats = _nine(style.list_formats)
        self._definitions = [_heading_definition(style, self._heading_formats), _silent_definition(style)]
        self._definition_ids: dict[tuple[int, NumberFormat | None], int] = {}
        self._instances = [
            _instance(HEADING_INSTANCE, HEADING_DEFINITION, ""),
            _instance(SILENT_INSTANCE, SILENT_DEFINITION, ""),
        ]
        self._counters = [0] * LEVELS
        self._starts = [1] * LEVELS
        self._heading_instance = HEADING_INSTANCE

    def heading(self, level: int, label: str) -> Numbered:
        """The numbering of a heading; its style counts, unless the label says something else."""
        number_format = self._heading_formats[level - 1]
        if not label:
            return Numbered(_reference(level, SILENT_INSTANCE) if number_format else "")
        number = _number(number_format, label)
        if number is None:
            return Numbered(_reference(level, SILENT_INSTANCE), _typed(label, number_format))
        if number != self._counters[level - 1] + 1:
            self._restart_headings(level, number)
        self._counters[level - 1] = number
        self._counters[level:] = [start - 1 for start in self._starts[level:]]
        if self._heading_instance == HEADING_INSTANCE:
            return Numbered()
        return Numbered(_reference(level, self._heading_instance))

    def _restart_headings(self, level: int, number: int) -> None:
        above = [counter + 1 for counter in self._counters[: level - 1]]
        self._starts = [*above, number, *[1] * (LEVELS - level)]
        overrides = "".join(_start_override(each, start) for each, start in enumerate(self._starts, 1))
        self._heading_instance = self._add_instance(HEADING_DEFINITION, overrides)

    def items(self, level: int, number_format: NumberFormat | None, labels: list[str]) -> list[Numbered]:
        """The numbering of the items of one list, in order. An empty label is a bullet."""
        numbered, expected, reference = [], 0, Numbered()
        for label in labels:
            number = _number(number_format, label) if label else max(expected, 1)
            if number is None:
                numbered.append(Numbered("", _typed(label, number_format)))
                continue
            if number != expected:
                reference = Numbered(_reference(level, self._list_instance(level, number_format, number)))
            numbered.append(reference)
            expected = number + 1
        return numbered

    def _list_instance(self, level: int, number_format: NumberFormat | None, start: int) -> int:
        definition = self._definition_ids.get((level, number_format))
        if definition is None:
            definition = self._definition_ids[level, number_format] = len(self._definitions)
            formats = [*self._list_formats[: level - 1], number_format, *self._list_formats[level:]]
            self._definitions.append(_list_definition(definition, self._style, formats))
        return self._add_instance(definition, _start_override(level, start))

    def _add_instance(self, definition: int, overrides: str) -> int:
        instance = len(self._instances) + 1
        self._instances.append(_instance(instance, definition, overrides))
        return instance

    def part(self) -> str:
        """word/numbering.xml."""
        content = "".join(self._definitions) + "".join(self._instances)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"


def _nine(formats: tuple[NumberFormat | None, ...]) -> list[NumberFormat | None]:
    return [*formats, *[None] * LEVELS][:LEVELS]


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
    return label + (number_format.gap if number_format else " ")


def _reference(level: int, instance: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{instance}"/></w:numPr>'


def _instance(instance: int, definition: int, overrides: str) -> str:
    return f'<w:num w:numId="{instance}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def _start_override(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level - 1}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _heading_definition(style: Style, formats: list[NumberFormat | None]) -> str:
    levels = "".join(
        _level(level, number_format, f'<w:pStyle w:val="Heading{level}"/>', indent(style, f"heading{level}"))
        if number_format
        else _silent_level(level, style)
        for level, number_format in enumerate(formats, 1)
    )
    return _definition(HEADING_DEFINITION, levels)


def _silent_definition(style: Style) -> str:
    return _definition(SILENT_DEFINITION, "".join(_silent_level(level, style) for level in range(1, LEVELS + 1)))


def _list_definition(definition: int, style: Style, formats: list[NumberFormat | None]) -> str:
    first_line = indent(style, "item")
    levels = "".join(
        _level(level, number_format, "", first_line) if number_format else _bullet_level(level, first_line)
        for level, number_format in enumerate(formats, 1)
    )
    return _definition(definition, levels)


def _definition(definition: int, levels: str) -> str:
    # nsid tells Word which definitions are one when texts are pasted from manual to manual.
    return (
        f'<w:abstractNum w:abstractNumId="{definition}"><w:nsid w:val="{0x4D4E0000 + definition:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, number_format: NumberFormat, linked: str, properties: str) -> str:
    text = escape(f"{number_format.prefix}%{level}{number_format.suffix}")
    counting = NUMBER_FORMATS[number_format.kind]
    suffix = "space" if number_format.gap else "nothing"
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{counting}"/>{linked}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{EAST_ASIAN_HINT}</w:rPr></w:lvl>"
    )


def _silent_level(level: int, style: Style) -> str:
    """A level without labels; no style is linked to it, so its headings neither count nor restart others."""
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val=""/><w:lvlJc w:val="left"/><w:pPr>{indent(style, f"heading{level}")}</w:pPr></w:lvl>'
    )


def _bullet_level(level: int, properties: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{BULLET}"/><w:lvlJc w:val="left"/><w:pPr>{properties}</w:pPr></w:lvl>'
    )


def indent(style: Style, name: str) -> str:
    """The first-line indent of a paragraph style, in characters of its size, with twips for readers that don't count
    characters (§17.3.1.12). Further lines stand flush left, as GB/T 9704—2012 §7.3.3 sets paragraphs."""
    paragraph = style.paragraphs[name]
    characters = paragraph.first_line_indent
    first_line = twips(characters * paragraph.size)
    return f'<w:ind w:left="0" w:firstLineChars="{characters * 100}" w:firstLine="{first_line}"/>'
