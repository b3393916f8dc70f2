"""Style files (`templates/styles/*.yaml`), in a typesetter's words: 字号 三号, 行距 28.95磅, 首行缩进 2字."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping as Map
from pathlib import Path
from typing import Any, get_args

from docgen.format import NAMES, TEXT, Entry, Kind, Record, choice, entries, entry, named, one
from docgen.loader.objects import read_object
from docgen.manual import Number
from docgen.numbering import NumberFormat, number_format
from docgen.problems import Problem, Words, did_you_mean, error, in_reading_order
from docgen.reading import read_file
from docgen.source import Position, Text
from docgen.style import TYPE_SIZES, FontRole, ParagraphStyle, Style
from docgen.yaml_reader import Mapping, read_yaml

DEFAULT = "gbt9704"
MILLIMETRES = Kind("number", unit="毫米")
POINTS = Kind("number", unit="磅")
CHARACTERS = Kind("number", unit="字")
YES = choice(("是", "yes"), ("否", "no"))
FONTS = choice(*((role, role) for role in get_args(FontRole)))
ALIGN = choice(("左", "left"), ("中", "center"), ("右", "right"))
SIDES = choice(("居中", "center"), ("外侧", "outside"))
PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "B5": (176.0, 250.0)}
ALIGN_WORDS: dict[str, Any] = dict(ALIGN.choices)

SMALLEST_TYPE_AREA = 20.0  # millimetres

ORDINALS = "一二三四五六七八九"
PARAGRAPHS = {
    "正文": "body", "列表": "item", "注": "note", "题注": "caption", "表格": "table", "表头": "table_head",
    "目录标题": "contents_title", "目录一级": "contents1", "目录二级": "contents2", "目录三级": "contents3",
    "封面标题": "cover_title", "封面单位": "cover_organization", "封面栏目": "cover_field", "页眉": "header",
    "页脚": "footer", "页码": "page_number",
} | {f"{ordinal}级标题": f"heading{level}" for level, ordinal in enumerate(ORDINALS, 1)}  # fmt: skip


class ParagraphEntry(Record):
    name: Text
    font: Text | None = entry("字体", FONTS, "宋、黑、楷、仿宋、小标宋。", required=True)
    size: Text | None = entry("字号", TEXT, "三号、小四等，或磅数 10.5磅。", required=True)
    line_height: Number | None = entry("行距", POINTS, "固定值，磅。", required=True)
    bold: Text | None = entry("加粗", YES, "是或否。")
    align: Text | None = entry("对齐", ALIGN, "左、中、右。")
    first_line_indent: Number | None = entry("首行缩进", CHARACTERS, "几个字。")
    space_before: Number | None = entry("段前", POINTS, "磅。")
    space_after: Number | None = entry("段后", POINTS, "磅。")
    keep_with_next: Text | None = entry("与下段同页", YES, "是或否。")
    position: Position
    damaged: bool = False


class MarginsEntry(Record):
    top: Number = entry("上", MILLIMETRES, "毫米。", required=True)
    bottom: Number = entry("下", MILLIMETRES, "毫米。", required=True)
    left: Number = entry("左", MILLIMETRES, "毫米。", required=True)
    right: Number = entry("右", MILLIMETRES, "毫米。", required=True)
    position: Position
    damaged: bool = False


class NumberingEntry(Record):
    headings: tuple[Text, ...] = entry("标题", NAMES, "各级标题的编号，写样子：一、（一）1.（1）。", required=True)
    lists: tuple[Text, ...] = entry("列表", NAMES, "各级列表的编号，写样子：（1）①。", required=True)
    position: Position
    damaged: bool = False


class PageNumberEntry(Record):
    example: Text | None = entry("样子", TEXT, "写样子，1 是页码的位置，例如 — 1 —。", required=True)
    side: Text | None = entry("位置", SIDES, "居中，或外侧（单页居右，双页居左）。")
    position: Position
    damaged: bool = False


class StyleEntry(Record):
    paper: Text | None = entry("纸张", choice(*((name, name) for name in PAPERS)), "A4、A3、B5。", required=True)
    margins: MarginsEntry | None = entry("页边距", one(MarginsEntry), "上、下、左、右。", required=True)
    characters: Number = entry("每行字数", CHARACTERS, "正文一行排几个字。", required=True)
    lines: Number = entry("每页行数", Kind("number", unit="行"), "正文一页排几行。", required=True)
    latin_font: Text | None = entry("西文字体", TEXT, "Word 里西文和数字用的字体。")
    numbering: NumberingEntry | None = entry("编号", one(NumberingEntry), "标题和列表怎样编号。", required=True)
    page_number: PageNumberEntry | None = entry("页码", one(PageNumberEntry), "页码的样子和位置。", required=True)
    paragraphs: tuple[ParagraphEntry, ...] = entry("段落", named(ParagraphEntry), "各种段落怎样排。", required=True)
    position: Position
    damaged: bool = False


def read_style(name: Text | None, folders: list[Path]) -> tuple[Style | None, list[Problem]]:
    """The style called `name` (the default one for None), from the first template folder that has it."""
    unknown = unknown_style(name, folders)
    if unknown:
        return None, [unknown]
    wanted = str(name or DEFAULT)
    path = f"templates/styles/{wanted}.yaml"
    data = read_file(_files(folders)[wanted], path)
    return (None, [data]) if isinstance(data, Problem) else _read(wanted, path, data)


def unknown_style(name: Text | None, folders: list[Path]) -> Problem | None:
    """The problem with the name of a style of which there is no file."""
    wanted, known = str(name or DEFAULT), sorted(_files(folders))
    if wanted in known:
        return None
    guess = did_you_mean(wanted, known)
    return error(
        "STYLE-UNKNOWN",
        name.position if name is not None else None,
        Words(f"没有“{wanted}”这个样式", f"there is no style “{wanted}”"),
        Words(f"{guess.zh}现有的样式：{'、'.join(known)}", f"{guess.en}styles there are: {', '.join(known)}"),
    )


def _files(folders: list[Path]) -> dict[str, Path]:
    """Every style's file, by name: the first folder's."""
    return {file.stem: file for folder in reversed(folders) for file in (folder / "styles").glob("*.yaml")}


def _read(name: str, path: str, data: bytes) -> tuple[Style | None, list[Problem]]:
    node, problems = read_yaml(path, data, _field_names())
    if not isinstance(node, Mapping):
        return None, problems or [_not_a_style(path)]
    said: StyleEntry = read_object(StyleEntry, node, problems, position=node.position)
    paragraphs = {}
    for paragraph in said.paragraphs:
        if key := _paragraph_key(paragraph, problems):
            paragraphs[key] = _paragraph(paragraph, problems)
    _inherit_headings(paragraphs)
    missing = [zh for zh, en in PARAGRAPHS.items() if en not in paragraphs]
    if missing and not problems:
        problems.append(_paragraphs_missing(said.position, missing))
    headings, lists = _formats(said, problems)
    problems += _wrong_measures(said)
    return (None if problems else _style(name, said, paragraphs, headings, lists)), in_reading_order(problems)


def _field_names() -> frozenset[str]:
    classes = (StyleEntry, ParagraphEntry, MarginsEntry, NumberingEntry, PageNumberEntry)
    found: list[Entry] = [each for of in classes for each in entries(of).values()]
    return frozenset(each.zh for each in found)


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
    )


def _float(number: Number | None) -> float:
    return float(number.value) if number else 0.0


def _size(text: Text, problems: list[Problem]) -> float:
    if text in TYPE_SIZES:
        return TYPE_SIZES[text]
    digits = unicodedata.normalize("NFKC", text).removesuffix("磅").strip()
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
    counts = [said.characters, said.lines, *(paragraph.first_line_indent for paragraph in said.paragraphs)]
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


def _wrong_measure(text: Text, wrong: Words) -> Problem:
    return error(
        "STYLE-MEASURE",
        text.position,
        Words(f"“{text}”{wrong.zh}", f"“{text}” {wrong.en}"),
        Words("对照自带的 gbt9704.yaml 改", "compare it with the built-in gbt9704.yaml"),
    )


def _inherit_headings(paragraphs: dict[str, ParagraphStyle]) -> None:
    """A heading level that the style doesn't set looks as the level above it."""
    for level in range(2, 10):
        above = paragraphs.get(f"heading{level - 1}")
        if above:
            paragraphs.setdefault(f"heading{level}", above)


def _paragraphs_missing(position: Position, missing: list[str]) -> Problem:
    return error(
        "STYLE-PARAGRAPH",
        position,
        Words(f"“段落”里缺：{'、'.join(missing)}", f"paragraph kinds missing: {', '.join(missing)}"),
        Words("从自带的 gbt9704.yaml 补上", "copy them from the built-in gbt9704.yaml"),
    )


def _formats(
    said: StyleEntry, problems: list[Problem]
) -> tuple[tuple[NumberFormat | None, ...], tuple[NumberFormat, ...]]:
    if said.numbering is None:
        return (), ()
    shown = (*said.numbering.headings, *said.numbering.lists)
    problems += [_no_number(text, "一、 （一） 1. （1） ①") for text in shown if number_format(text) is None]
    if not said.numbering.lists and not said.numbering.damaged:
        problems.append(_no_number(Text("[]", said.numbering.position), "（1）"))
    example = said.page_number.example if said.page_number else None
    if example and example.count("1") != 1:
        problems.append(_no_number(example, "— 1 —"))
    headings = tuple(number_format(text) for text in said.numbering.headings)
    lists = tuple(found for text in said.numbering.lists if (found := number_format(text)))
    return headings, lists


def _no_number(text: Text, example: str) -> Problem:
    return error(
        "STYLE-NUMBERING",
        text.position,
        Words(f"“{text}”里看不出编号", f"“{text}” shows no number"),
        Words(f"写第一个编号的样子：{example}", f"write the first label: {example}"),
    )


def _style(
    name: str,
    said: StyleEntry,
    paragraphs: Map[str, ParagraphStyle],
    headings: tuple[NumberFormat | None, ...],
    lists: tuple[NumberFormat, ...],
) -> Style:
    assert said.margins
    assert said.page_number
    assert said.page_number.example
    margins = said.margins
    return Style(
        name,
        PAPERS[str(said.paper)],
        _float(margins.top),
        _float(margins.bottom),
        _float(margins.left),
        _float(margins.right),
        int(said.characters.value),
        int(said.lines.value),
        dict(paragraphs),
        headings,
        lists,
        said.page_number.example.replace("1", "{}"),
        "outside" if said.page_number.side == "外侧" else "center",
        str(said.latin_font or "Times New Roman"),
    )
