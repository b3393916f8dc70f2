"""The closed vocabulary of templates: what each element may have, may hold, and which tree node it becomes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any, NamedTuple, get_args

from docgen import tree
from docgen.problems import Words
from docgen.source import Position
from docgen.template.articles import as_articles

SPACES = re.compile(r"[ \t\r\n]+")
PARAGRAPH_ROLES: tuple[str, ...] = get_args(tree.ParagraphRole)
TABLE_ROLES: tuple[str, ...] = get_args(tree.TableRole)
DEEPEST = 9


class Wrong(Exception):
    """An element cannot be built as the template wrote it."""

    def __init__(self, code: str, message: Words, help: Words) -> None:
        self.code, self.message, self.help = code, message, help


class Frame:
    """An open element: its attributes, what was read inside it, and where. `at` is the template's own `file:line`,
    `source` the position of the first content value inside; `depth` is how many sections are open around it."""

    __slots__ = ("at", "attributes", "children", "counts", "depth", "element", "key", "name", "source")

    def __init__(self, name: str, attributes: dict[str, str], at: str, key: str, depth: int) -> None:
        self.name, self.attributes, self.at, self.key, self.depth = name, attributes, at, key, depth
        self.element = VOCABULARY[name]
        self.children: list[Any] = []
        self.counts: dict[str, int] = {}
        self.source: Position | None = None

    def text(self, attribute: str) -> str:
        """An attribute that must be there. Raises Wrong."""
        if attribute not in self.attributes:
            message = Words(f"<{self.name}> 缺少属性 {attribute}", f"<{self.name}> lacks the attribute {attribute}")
            raise Wrong("TEMPLATE-ATTRIBUTE", message, Words(f'补上 {attribute}="…"', f'add {attribute}="…"'))
        return self.attributes[attribute]

    def number(self, attribute: str, default: int = 1) -> int:
        """An attribute that is a whole number from 1. Raises Wrong."""
        text = self.attributes.get(attribute)
        if text is None:
            return default
        if not text.isdecimal() or int(text) < 1:
            raise self.wrong_value(attribute, Words("写一个从 1 起的整数", "write a whole number from 1"))
        return int(text)

    def word(self, attribute: str, words: tuple[str, ...]) -> Any:
        """An attribute that is one of these words, the first by default. Raises Wrong."""
        if not self.attributes:  # as most
            return words[0]
        text = self.attributes.get(attribute, words[0])
        if text not in words:
            listed = " ".join(words)
            raise self.wrong_value(attribute, Words(f"可以写：{listed}", f"write one of: {listed}"))
        return text

    def wrong_value(self, attribute: str, help: Words) -> Wrong:
        written = f'{attribute}="{self.attributes[attribute]}"'
        message = Words(f"<{self.name}> 的 {written} 不对", f"<{self.name}> cannot have {written}")
        return Wrong("TEMPLATE-ATTRIBUTE", message, help)

    def inlines(self) -> tuple[tree.Inline, ...]:
        """The inline children, white space collapsed as HTML does, none at the ends."""
        children = self.children
        if len(children) == 1 and type(children[0]) is tree.Text and not SPACES.search(children[0].text):
            return (children[0],)  # as most
        return trimmed([child for child in children if type(child) not in (tree.List, tree.Box)])


def trimmed(children: Sequence[tree.Inline]) -> tuple[tree.Inline, ...]:
    """Inlines with white space collapsed, none at the ends and beside line breaks."""
    kept: list[tree.Inline] = []
    for child in children:
        if type(child) is tree.Text:
            text = child.text
            if not (" " in text or "\n" in text or "\t" in text):  # as most Chinese texts
                kept.append(child)
                continue
            text = SPACES.sub(" ", text)
            if not kept or isinstance(kept[-1], tree.Break) or _ends_in_space(kept[-1]):
                text = text.lstrip(" ")
            if text:
                kept.append(tree.Text(text, child.source))
        else:
            if isinstance(child, tree.Break):
                _strip_end(kept)
            kept.append(child)
    _strip_end(kept)
    return tuple(kept)


def _ends_in_space(inline: tree.Inline) -> bool:
    return isinstance(inline, tree.Text) and inline.text.endswith(" ")


def _strip_end(kept: list[tree.Inline]) -> None:
    if kept and isinstance(last := kept[-1], tree.Text) and _ends_in_space(last):
        stripped = last.text.removesuffix(" ")
        kept[-1:] = [tree.Text(stripped, last.source)] if stripped else []


def _rows(frame: Frame) -> tuple[tree.Row, ...]:
    return tuple(child for child in frame.children if isinstance(child, tree.Row))


def _page_section(frame: Frame) -> tree.PageSection:
    first = frame.children[0] if frame.children else None
    return tree.PageSection(
        frame.key or getattr(first, "key", ""),
        frame.word("kind", ("body", "front", "cover")),
        tuple(frame.children),
        frame.word("orientation", ("portrait", "landscape")),
        frame.word("page-numbers", ("arabic", "roman", "none")),
        frame.word("restart", ("no", "yes")) == "yes",
        frame.attributes.get("numbering", ""),
    )


def _section(frame: Frame) -> tree.Section:
    if tree.Heading in map(type, frame.children[1:]):
        raise Wrong(
            "TEMPLATE-ELEMENT",
            Words("<section> 只有一个 <heading>，写在最前面", "a <section> has one <heading>, its first element"),
            Words("给这个标题另写一个 <section>", "give the heading a <section> of its own"),
        )
    return tree.Section(frame.key, tuple(frame.children), frame.source)


def _heading(frame: Frame) -> tree.Heading:
    if frame.depth > DEEPEST:
        raise Wrong(
            "TEMPLATE-ELEMENT",
            Words(f"<section> 套了 {frame.depth} 层，最多 {DEEPEST} 层", f"sections nest {frame.depth} deep"),
            Words("少套几层 <section>", f"nest sections at most {DEEPEST} deep"),
        )
    numbered = frame.word("numbered", ("yes", "no")) == "yes"
    return tree.Heading(frame.depth, frame.key, frame.inlines(), "", numbered, frame.source)


def _paragraph(frame: Frame) -> tree.Paragraph:
    role = frame.word("role", PARAGRAPH_ROLES)
    space = frame.number("space") if "space" in frame.attributes else 0
    return tree.Paragraph(frame.key, frame.inlines(), frame.source, role, space)


def _list(frame: Frame) -> tree.List:
    return tree.List(frame.key, tuple(frame.children), frame.name == "ol", source=frame.source)


def _articles(frame: Frame) -> tree.Section:
    return tree.Section(frame.key, as_articles(tuple(frame.children)), frame.source)


def _item(frame: Frame) -> tree.Item:
    lists = tuple([child for child in frame.children if type(child) is tree.List])
    inlines = frame.inlines()
    if lists and inlines != trimmed(list(takewhile(lambda child: not isinstance(child, tree.List), frame.children))):
        raise Wrong(
            "TEMPLATE-TEXT",
            Words("<li> 里的文字要写在里层列表前面", "the text of a <li> goes before the lists within it"),
            Words("把后面的文字移到前面，或另写一个 <li>", "move it to the front, or write another <li>"),
        )
    return tree.Item(frame.key, inlines, lists, source=frame.source)


ALIGNS, HEADER_ALIGNS = ("left", "center", "right"), ("center", "left", "right")


def _cell(frame: Frame) -> tree.Cell:
    header = frame.name == "th"
    if not frame.attributes:  # as most
        return tree.Cell(frame.inlines(), header, align="center" if header else "left", source=frame.source)
    align = frame.word("align", HEADER_ALIGNS if header else ALIGNS)
    spans = frame.number("colspan"), frame.number("rowspan")
    key = frame.key if "key" in frame.attributes else ""
    return tree.Cell(frame.inlines(), header, *spans, align, key, frame.source)


def _row(frame: Frame) -> tree.Row:
    return tree.Row(tuple(frame.children), frame.number("height") if "height" in frame.attributes else 0)


class _Head(NamedTuple):
    rows: tuple[tree.Row, ...]


class _Caption(NamedTuple):
    children: tuple[tree.Inline, ...]


def _caption(frame: Frame) -> tuple[tree.Inline, ...]:
    return next((child.children for child in frame.children if isinstance(child, _Caption)), ())


def _table(frame: Frame) -> tree.Table:
    widths = frame.text("columns").split()
    if not widths or not all(width.isdecimal() and int(width) for width in widths):
        raise frame.wrong_value(
            "columns", Words('写各栏的宽度比，例如 "3 5 12"', 'write the relative widths: "3 5 12"')
        )
    head = tuple(row for part in frame.children if isinstance(part, _Head) for row in part.rows)
    groups = tuple(part for part in frame.children if isinstance(part, tree.Group))
    for rows in (head, *(group.rows for group in groups)):
        _check_grid(rows, len(widths))
    columns = tuple(int(width) for width in widths)
    role = frame.word("role", TABLE_ROLES)
    return tree.Table(frame.key, columns, head, groups, _caption(frame), frame.source, role)


def _check_grid(rows: tuple[tree.Row, ...], columns: int) -> None:
    """Every row must fill the columns, counting what spans into it; no span may leave its group."""
    covered = [0] * columns
    for number, row in enumerate(rows):
        place = 0
        for cell in row.cells:
            while place < columns and covered[place]:
                place += 1
            if cell.rowspan > len(rows) - number:
                raise _leaves_group(cell)
            for column in range(place, place + cell.colspan):
                if column >= columns or covered[column]:
                    raise _wrong_row(number, columns)
                covered[column] = cell.rowspan
            place += cell.colspan
        if not all(covered):
            raise _wrong_row(number, columns)
        covered = [left - 1 for left in covered]


def _leaves_group(cell: tree.Cell) -> Wrong:
    return Wrong(
        "TEMPLATE-TABLE",
        Words(f'rowspan="{cell.rowspan}" 伸出了它的 <tbody>', f'rowspan="{cell.rowspan}" reaches out of its <tbody>'),
        Words("合并的行要在同一个 <tbody> 里", "rows that a cell spans belong in one <tbody>"),
    )


def _wrong_row(number: int, columns: int) -> Wrong:
    return Wrong(
        "TEMPLATE-TABLE",
        Words(
            f"表格里一个 <thead> 或 <tbody> 的第 {number + 1} 行不是 {columns} 栏",
            f"row {number + 1} of a <thead> or <tbody> does not fill the table's {columns} columns",
        ),
        Words("每行的格子加上合并进来的，要正好和 columns 一样多", "cells and spans of a row must fill the columns"),
    )


def _link(frame: Frame) -> tree.Link:
    href = frame.text("href")
    if not href.startswith(("https://", "http://", "mailto:")):
        raise frame.wrong_value("href", Words("写 https:// 开头的网址或 mailto: 邮箱", "write https://… or mailto:…"))
    return tree.Link(href, frame.inlines())


def _toc(frame: Frame) -> tree.Contents:
    return tree.Contents(frame.key, frame.number("levels", 2), frame.attributes.get("title", "目录"), (), frame.source)


def _figure(frame: Frame) -> tree.Figure:
    attributes, path = frame.attributes, frame.text("src")
    if posixpath.normpath(path).split("/")[0] in ("", "..") or "\\" in path or ":" in path:
        raise frame.wrong_value("src", Words("写项目里的路径，例如 content/图.png", "write a path in the project"))
    return tree.Figure(frame.key, path, attributes.get("alt", ""), _caption(frame), frame.source)


def _chart(frame: Frame) -> tree.Chart:
    return tree.Chart(frame.key, frame.text("name"), tuple(frame.children), source=frame.source)


def _box(frame: Frame) -> tree.Box:
    boxes = tuple(child for child in frame.children if isinstance(child, tree.Box))
    return tree.Box(frame.key, frame.inlines(), boxes, source=frame.source)


def _field(frame: Frame) -> tree.CoverField:
    attributes = frame.attributes
    return tree.CoverField(attributes.get("name", ""), attributes.get("label", ""), frame.inlines(), frame.source)


class Element(NamedTuple):
    attributes: frozenset[str]
    children: frozenset[str]
    has_text: bool
    build: Callable[[Frame], Any]


def _element(attributes: str, children: str, build: Callable[[Frame], Any], has_text: bool = False) -> Element:
    return Element(frozenset(attributes.split()), frozenset(children.split()), has_text, build)


INLINES = "strong em a ref br"
BLOCKS = "p note ol ul articles table figure chart toc cover page-break section"

VOCABULARY: dict[str, Element] = {
    "document": _element("", "page-section", lambda frame: tuple(frame.children)),
    "page-section": _element("key kind orientation page-numbers restart numbering", BLOCKS, _page_section),
    "section": _element("key", f"heading {BLOCKS}", _section),
    "heading": _element("numbered", INLINES, _heading, True),
    "p": _element("key role space", INLINES, _paragraph, True),
    "note": _element("key", INLINES, lambda frame: tree.Note(frame.key, frame.inlines(), frame.source), True),
    "ol": _element("key", "li", _list),
    "ul": _element("key", "li", _list),
    "articles": _element("key", BLOCKS, _articles),
    "li": _element("key", f"{INLINES} ol ul", _item, True),
    "table": _element("key columns role", "caption thead tbody", _table),
    "caption": _element("", INLINES, lambda frame: _Caption(frame.inlines()), True),
    "thead": _element("", "tr", lambda frame: _Head(_rows(frame))),
    "tbody": _element("key", "tr", lambda frame: tree.Group(_rows(frame), frame.key)),
    "tr": _element("height", "th td", _row),
    "th": _element("key colspan rowspan align", INLINES, _cell, True),
    "td": _element("key colspan rowspan align", INLINES, _cell, True),
    "figure": _element("key src alt", "caption", _figure),
    "chart": _element("key name", "box", _chart),
    "box": _element("key", "br box", _box, True),
    "toc": _element("key levels title", "", _toc),
    "cover": _element("key", "field", lambda frame: tree.Cover(frame.key, tuple(frame.children), frame.source)),
    "field": _element("name label", INLINES, _field, True),
    "page-break": _element("", "", lambda frame: tree.PageBreak()),
    "strong": _element("", INLINES, lambda frame: tree.Strong(frame.inlines()), True),
    "em": _element("", INLINES, lambda frame: tree.Emphasis(frame.inlines()), True),
    "a": _element("href", INLINES, _link, True),
    "ref": _element("to", INLINES, lambda frame: tree.Ref(frame.text("to"), frame.inlines()), True),
    "br": _element("", "", lambda frame: tree.Break()),
}

# Elements that add nothing to the keys of what they hold.
KEYLESS = frozenset([*INLINES.split(), "heading", "thead", "tr", "caption", "field", "page-break"])
