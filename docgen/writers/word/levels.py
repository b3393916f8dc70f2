"""The XML of numbering definitions, their levels and instances (ISO 29500-1 §17.9)."""

from __future__ import annotations

from docgen.numbering import BULLET, NumberFormat
from docgen.style.model import Style
from docgen.writers.word.markup import EAST_ASIAN_HINT, escape, twips

# chineseCountingThousand prints 一百零五; chineseCounting would print 一○五. ㈠ has none that Word and LibreOffice show
# alike.
NUMBER_FORMATS = {
    "chinese": "chineseCountingThousand",
    "decimal": "decimal",
    "circled": "decimalEnclosedCircle",
    "upper_letter": "upperLetter",
    "lower_letter": "lowerLetter",
}


def definition(number: int, levels: list[str]) -> str:
    """An abstractNum."""
    # nsid tells Word which definitions are one when texts are pasted from manual to manual.
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x4D4E0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def instance(number: int, of: int, starts: dict[int, int]) -> str:
    """A num; `starts` gives the number that a level (from 1) begins with."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level - 1}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in starts.items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def reference(level: int, number: int) -> str:
    """The numPr of a paragraph on a level of an instance."""
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'


def numbered_level(
    level: int, number_format: NumberFormat, properties: str, linked: bool = False, column: bool = False
) -> str:
    """A level that counts; `linked` to the heading style of its depth. The label has a `column` of its own, or the text
    goes on after it."""
    heading = f'<w:pStyle w:val="Heading{level}"/>' if linked else ""
    gap = number_format.gap
    suffix = "tab" if column else "space" if gap == " " else "nothing"
    numbers = ".".join(f"%{each}" for each in range(level - number_format.above, level + 1))
    text = escape(f"{number_format.prefix}{numbers}{number_format.suffix}{'' if column else gap.strip(' ')}")
    # Upper levels in Arabic figures, however they are numbered themselves.
    legal = "<w:isLgl/>" if number_format.above else ""
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="{NUMBER_FORMATS[number_format.kind]}"/>'
        f'{heading}{legal}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{EAST_ASIAN_HINT}</w:rPr></w:lvl>"
    )


def bullet_level(level: int, properties: str, column: bool = False) -> str:
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:suff w:val="{"tab" if column else "space"}"/><w:lvlText w:val="{BULLET}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{properties}</w:pPr></w:lvl>"
    )


def silent_level(level: int, properties: str) -> str:
    """A level without labels."""
    return (
        f'<w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val=""/><w:lvlJc w:val="left"/><w:pPr>{properties}</w:pPr></w:lvl>'
    )


def indent(style: Style, name: str, depth: int = 1, column: bool = True) -> str:
    """The indent of a paragraph style, in characters of its size, with twips for readers that don't count characters
    (§17.3.1.12). Further lines stand flush left, as GB/T 9704—2012 §7.3.3 sets paragraphs; beside the label, where that
    has a `column` of its own, which stands deeper in lists within lists (`depth`)."""
    paragraph = style.paragraphs[name]
    if paragraph.hanging and column:
        left = paragraph.first_line_indent + paragraph.hanging * depth
        return (
            f'<w:ind w:leftChars="{left * 100}" w:left="{twips(left * paragraph.size)}" '
            f'w:hangingChars="{paragraph.hanging * 100}" w:hanging="{twips(paragraph.hanging * paragraph.size)}"/>'
        )
    characters = paragraph.first_line_indent
    first_line = twips(characters * paragraph.size)
    # Characters that the style gives count before a left edge in twips.
    left_edge = 'w:leftChars="0" w:left="0"' if paragraph.hanging else 'w:left="0"'
    return f'<w:ind {left_edge} w:firstLineChars="{characters * 100}" w:firstLine="{first_line}"/>'
