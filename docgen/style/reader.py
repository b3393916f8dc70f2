"""Style files (`templates/styles/*.yaml`), in a typesetter's words: 字号 三号, 行距 28.95磅, 首行缩进 2字.

A project's `templates/style.css` and `templates/reference.docx` come with its style, whichever that is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docgen.format import classes, entries
from docgen.loader.objects import read_object
from docgen.manual.model import Number
from docgen.problems import Problem, Words, did_you_mean, error, in_reading_order
from docgen.reading import read_file
from docgen.source import Position, Text
from docgen.style.css import read_own_css
from docgen.style.format import (
    ALIGN,
    COLORS,
    PAPERS,
    PARAGRAPHS,
    ParagraphEntry,
    StyleEntry,
    TableEntry,
)
from docgen.style.furniture import furniture
from docgen.style.model import PLAIN_TABLE, TYPE_SIZES, ParagraphStyle, Style, TableStyle
from docgen.style.names import file_name, style_files, unknown_style
from docgen.style.numbering import numberings
from docgen.style.reference import read_reference
from docgen.yaml.reader import Mapping, read_yaml

ALIGN_WORDS: dict[str, Any] = dict(ALIGN.choices)
SMALLEST_TYPE_AREA = 20.0  # millimetres


def read_style(name: str | None, folders: list[Path]) -> tuple[Style | None, list[Problem]]:
    """The style called `name` (the default one for None), from the first template folder that has it."""
    unknown = unknown_style(name, folders)
    if unknown:
        return None, [unknown]
    called = file_name(name, files := style_files(folders))
    path = f"templates/styles/{called}.yaml"
    data = read_file(files[called], path)
    if isinstance(data, Problem):
        return None, [data]
    style, problems = _read(called, path, data)
    own_css, css_problems = read_own_css(folders)
    reference, reference_problems = read_reference(folders)
    problems += css_problems + reference_problems
    return (replace(style, own_css=own_css, reference=reference) if style and not problems else None), problems


def _read(name: str, path: str, data: bytes) -> tuple[Style | None, list[Problem]]:
    node, problems = read_yaml(path, data, _field_names())
    if not isinstance(node, Mapping):
        return None, problems or [_not_a_style(path)]
    said: StyleEntry = read_object(StyleEntry, node, problems, position=node.position)
    paragraphs = {}
    for paragraph in said.paragraphs:
        if key := _paragraph_key(paragraph, problems):
            paragraphs[key] = _paragraph(paragraph, problems)
    _inherit(paragraphs)
    missing = [zh for zh, en in PARAGRAPHS.items() if en not in paragraphs]
    if missing and not problems:
        problems.append(_paragraphs_missing(said.position, missing))
    labels = numberings(said.numbering, problems)
    header, footer = furniture(said, problems)
    table = _table(said.table, problems)
    problems += _wrong_measures(said)
    if not problems:
        problems += _wrong_count_of_lines(said, paragraphs["body"].line_height)
    if problems:
        return None, in_reading_order(problems)
    assert said.margins
    return Style(
        name,
        PAPERS[str(said.paper)],
        _float(said.margins.top),
        _float(said.margins.bottom),
        _float(said.margins.left),
        _float(said.margins.right),
        int(said.characters.value),
        int(said.lines.value),
        paragraphs,
        *labels.pop(""),
        header,
        footer,
        table,
        MappingProxyType(labels),
        frozenset(said.numbering.unnumbered if said.numbering else ()),
        str(said.latin_font or "Times New Roman"),
    ), []


def _field_names() -> frozenset[str]:
    return frozenset(each.zh for of in classes(StyleEntry) for each in entries(of).values())


def _not_a_style(path: str) -> Problem:
    return error(
        "FILE-NOT-FIELDS",
        Position(path),
        Words("样式文件要写“栏目: 内容”，现在不是", "a style file must consist of fields (name: value)"),
        Words("从自带的 gbt9704.yaml 复制一份来改", "start from a copy of the built-in gbt9704.yaml"),
    )


def _paragraph_key(paragraph: ParagraphEntry, problems: list[Problem]) -> str | None:
    if paragraph.name in PARAGRAPHS:
        return PARAGRAPHS[paragraph.name]
    guess = did_you_mean(paragraph.name, list(PARAGRAPHS))
    known = "、".join(PARAGRAPHS)
    problems.append(
        error(
            "STYLE-PARAGRAPH",
            paragraph.position,
            Words(f"没有“{paragraph.name}”这种段落", f"there is no paragraph kind “{paragraph.name}”"),
            Words(f"{guess.zh}可以写：{known}", f"{guess.en}known kinds: {known}"),
        )
    )
    return None


def _paragraph(said: ParagraphEntry, problems: list[Problem]) -> ParagraphStyle:
    font: Any = str(said.font)
    return ParagraphStyle(
        font,
        _size(said.size, problems) if said.size else 0,
        _float(said.line_height),
        said.bold == "是",
        ALIGN_WORDS[said.align or "左"],
        int(_float(said.first_line_indent)),
        _float(said.space_before),
        _float(said.space_after),
        said.keep_with_next == "是",
        int(_float(said.hanging)),
        _color(said.color, problems),
        said.rule == "是",
    )


HEXADECIMAL = re.compile("#?([0-9A-Fa-f]{6})")


def _color(text: Text | None, problems: list[Problem]) -> str:
    """RRGGBB, "" where none is given."""
    if text is None:
        return ""
    if text in COLORS:
        return COLORS[text]
    if found := HEXADECIMAL.fullmatch(text):
        return found[1].upper()
    guess = did_you_mean(text, list(COLORS))
    problems.append(
        error(
            "STYLE-COLOR",
            text.position,
            Words(f"没有“{text}”这种颜色", f"there is no colour “{text}”"),
            Words(
                f"{guess.zh}可以写：{'、'.join(COLORS)}，或加引号的六位色号 '#1F3864'",
                f"{guess.en}write one of {', '.join(COLORS)}, or six hexadecimal digits in quotes: '#1F3864'",
            ),
        )
    )
    return ""


def _table(said: TableEntry | None, problems: list[Problem]) -> TableStyle:
    usual = PLAIN_TABLE
    if said is None:
        return usual
    return TableStyle(
        _float(said.frame) if said.frame else usual.frame,
        _float(said.rule) if said.rule else usual.rule,
        _color(said.color, problems) or usual.color,
        _color(said.head_fill, problems),
    )


def _float(number: Number | None) -> float:
    return float(number.value) if number else 0.0


def _size(text: Text, problems: list[Problem]) -> float:
    if text in TYPE_SIZES:
        return TYPE_SIZES[text]
    digits = unicodedata.normalize("NFKC", text).removesuffix("磅").removesuffix("pt").strip()
    if digits.replace(".", "", 1).isdecimal() and 1 <= float(digits) <= 200:
        return float(digits)
    problems.append(
        error(
            "STYLE-SIZE",
            text.position,
            Words(f"没有“{text}”这个字号", f"“{text}” is not a type size"),
            Words(f"可以写：{'、'.join(TYPE_SIZES)}，或磅数如 10.5磅", "write a Chinese type size, or points: 10.5磅"),
        )
    )
    return 0.0


def _wrong_measures(said: StyleEntry) -> Iterator[Problem]:
    """Numbers with which no page can be set: lines of no height, parts of a line, margins wider than the paper."""
    counts: list[Number | None] = [said.characters, said.lines]
    counts += [number for each in said.paragraphs for number in (each.first_line_indent, each.hanging)]
    for number in counts:
        if number and number.value % 1:
            yield _wrong_measure(number.text, Words("不是整数", "is not a whole number"))
    for number in (said.characters, said.lines, *(paragraph.line_height for paragraph in said.paragraphs)):
        if number and number.value < 1:
            yield _wrong_measure(number.text, Words("太小", "is too small"))
    if said.paper and said.margins and not said.margins.damaged:
        width, height = PAPERS[said.paper]
        margins = said.margins
        for number, across in ((margins.right, margins.left), (margins.bottom, margins.top)):
            left = (width if number is margins.right else height) - _float(number) - _float(across)
            if left < SMALLEST_TYPE_AREA:
                yield _wrong_measure(number.text, Words("太大，没有地方排字", "leaves no room for text"))


def _wrong_count_of_lines(said: StyleEntry, line_height: float) -> Iterator[Problem]:
    """Whether a page holds as many lines as the style says (GB/T 9704—2012 §5.2.3: 22 of them)."""
    assert said.margins
    height = PAPERS[str(said.paper)][1] - _float(said.margins.top) - _float(said.margins.bottom)
    lines = int(height / 25.4 * 72 / line_height)
    if lines != said.lines.value:
        yield error(
            "STYLE-MEASURE",
            said.lines.text.position,
            Words(
                f"按页边距和正文的行距，一页排 {lines} 行，不是 {said.lines.value:f} 行",
                f"by the margins and the line height of 正文 a page has {lines} lines, not {said.lines.value:f}",
            ),
            Words(f"写成 {lines}，或者改行距、页边距", f"write {lines}, or change the line height or the margins"),
        )


def _wrong_measure(text: Text, wrong: Words) -> Problem:
    return error(
        "STYLE-MEASURE",
        text.position,
        Words(f"“{text}”{wrong.zh}", f"“{text}” {wrong.en}"),
        Words("对照自带的 gbt9704.yaml 改", "compare it with the built-in gbt9704.yaml"),
    )


def _inherit(paragraphs: dict[str, ParagraphStyle]) -> None:
    """A heading level that the style doesn't set looks as the level above it; headings without a number, as 目录."""
    for level in range(2, 10):
        if above := paragraphs.get(f"heading{level - 1}"):
            paragraphs.setdefault(f"heading{level}", above)
    if title := paragraphs.get("contents_title"):
        paragraphs.setdefault("heading_unnumbered", title)


def _paragraphs_missing(position: Position, missing: list[str]) -> Problem:
    return error(
        "STYLE-PARAGRAPH",
        position,
        Words(f"“段落”里缺：{'、'.join(missing)}", f"paragraph kinds missing: {', '.join(missing)}"),
        Words("从自带的 gbt9704.yaml 补上", "copy them from the built-in gbt9704.yaml"),
    )
