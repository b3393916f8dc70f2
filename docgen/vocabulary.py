"""The closed vocabulary of templates: what each element may have, may hold, and which tree node it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, cast, get_args

from docgen import tree
from docgen.source import Position

SPACES = re.compile(r"[ \t\r\n]+")


class Frame:
    """An element: its attributes, what was read inside it, and where. `at` is the template's own `file:line`, `source`
    the position of the first content value inside; `depth` is how many sections are open around it."""

    __slots__ = ("at", "attributes", "children", "counts", "depth", "key", "name", "source")

    def __init__(self, name: str, attributes: dict[str, str], at: str, key: str, depth: int) -> None:
        self.name, self.attributes, self.at, self.key, self.depth = name, attributes, at, key, depth
        self.children: list[Any] = []
        self.counts: dict[str, int] = {}
        self.source: Position | None = None

    def number(self, attribute: str, default: int = 1) -> int:
        """An attribute that is a whole number from 1. Raises ValueError with the text where it isn't."""
        text = self.attributes.get(attribute, str(default))
        if not text.isdecimal() or int(text) < 1:
            raise ValueError(f'{attribute}="{text}"')
        return int(text)

    def word(self, attribute: str, words: Any) -> Any:
        """An attribute that is one of the words of a Literal type, the first by default. Raises ValueError."""
        known = get_args(words)
        text = self.attributes.get(attribute, known[0])
        if text not in known:
            raise ValueError(f'{attribute}="{text}" ({", ".join(known)})')
        return text

    def inlines(self) -> tuple[tree.Inline, ...]:
        """The inline children, white space collapsed as HTML does, none at the ends."""
        return trimmed([child for child in self.children if not isinstance(child, tree.List)])


def trimmed(children: Sequence[tree.Inline]) -> tuple[tree.Inline, ...]:
    kept: list[tree.Inline] = []
    last = len(children) - 1
    for index, child in enumerate(children):
        if isinstance(child, tree.Text):
            text = child.text
            if "\n" in text or "  " in text or "\t" in text:
                text = SPACES.sub(" ", text)
            if index == 0 or isinstance(children[index - 1], tree.Break):
                text = text.lstrip(" ")
            if index == last or isinstance(children[index + 1], tree.Break):
                text = text.rstrip(" ")
            if not text:
                continue
            kept.append(tree.Text(text, child.source))
        else:
            kept.append(child)
    return tuple(kept)


def _rows(frame: Frame) -> tuple[tree.Row, ...]:
    return tuple(child for child in frame.children if isinstance(child, tree.Row))


def _page_section(frame: Frame) -> tree.PageSection:
    first = frame.children[0] if frame.children else None
    return tree.PageSection(
        frame.key or getattr(first, "key", ""),
        frame.word("kind", Literal["body", "front", "cover"]),
        tuple(frame.children),
        frame.word("orientation", Literal["portrait", "landscape"]),
        frame.word("page-numbers", Literal["arabic", "roman", "none"]),
        frame.word("restart", Literal["no", "yes"]) == "yes",
    )


def _heading(frame: Frame) -> tree.Heading:
    if not 1 <= frame.depth <= 9:
        raise ValueError(f"section depth {frame.depth} (1–9)")
    numbered = frame.word("numbered", Literal["yes", "no"]) == "yes"
    return tree.Heading(frame.depth, frame.key, frame.inlines(), "", numbered, frame.source)


def _list(frame: Frame) -> tree.List:
    return tree.List(frame.key, tuple(frame.children), frame.name == "ol", source=frame.source)


def _item(frame: Frame) -> tree.Item:
    lists = tuple(child for child in frame.children if isinstance(child, tree.List))
    return tree.Item(frame.key, frame.inlines(), lists, source=frame.source)


def _cell(frame: Frame) -> tree.Cell:
    header = frame.name == "th"
    align = cast(tree.Align, frame.word("align", Literal["center", "left", "right"] if header else tree.Align))
    spans = frame.number("colspan"), frame.number("rowspan")
    return tree.Cell(frame.inlines(), header, *spans, align, frame.key, frame.source)


class _Head(NamedTuple):
    rows: tuple[tree.Row, ...]


class _Caption(NamedTuple):
    children: tuple[tree.Inline, ...]


def _caption(frame: Frame) -> tuple[tree.Inline, ...]:
    return next((child.children for child in frame.children if isinstance(child, _Caption)), ())


def _table(frame: Frame) -> tree.Table:
    columns = tuple(int(width) for width in frame.attributes.get("columns", "").split())
    head = tuple(row for part in frame.children if isinstance(part, _Head) for row in part.rows)
    groups = tuple(part for part in frame.children if isinstance(part, tree.Group))
    for rows in (head, *(group.rows for group in groups)):
        _check_grid(rows, len(columns))
    return tree.Table(frame.key, columns, head, groups, _caption(frame), frame.source)


def _check_grid(rows: tuple[tree.Row, ...], columns: int) -> None:
    """Every row must fill the columns, counting what spans into it; no span may leave its group."""
    covered = [0] * columns
    for number, row in enumerate(rows):
        place = 0
        for cell in row.cells:
            while place < columns and covered[place]:
                place += 1
            if cell.rowspan > len(rows) - number:
                raise ValueError(f'rowspan="{cell.rowspan}"')
            for column in range(place, place + cell.colspan):
                if column >= columns or covered[column]:
                    raise ValueError(f"row {number + 1}: {columns} columns")
                covered[column] = cell.rowspan
            place += cell.colspan
        if not all(covered):
            raise ValueError(f"row {number + 1}: {columns} columns")
        covered = [left - 1 for left in covered]


def _link(frame: Frame) -> tree.Link:
    href = frame.attributes.get("href", "")
    if not href.startswith(("https://", "http://", "mailto:")):
        raise ValueError(f'href="{href}"')
    return tree.Link(href, frame.inlines())


def _toc(frame: Frame) -> tree.Contents:
    return tree.Contents(frame.key, frame.number("levels", 2), frame.attributes.get("title", "目录"), (), frame.source)


def _figure(frame: Frame) -> tree.Figure:
    attributes = frame.attributes
    return tree.Figure(frame.key, attributes["src"], attributes.get("alt", ""), _caption(frame), frame.source)


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
BLOCKS = "heading p note ol ul table figure toc cover page-break section"

VOCABULARY: dict[str, Element] = {
    "document": _element("", "page-section", lambda frame: tuple(frame.children)),
    "page-section": _element("key kind orientation page-numbers restart", BLOCKS, _page_section),
    "section": _element("key", BLOCKS, lambda frame: tree.Section(frame.key, tuple(frame.children), frame.source)),
    "heading": _element("numbered", INLINES, _heading, True),
    "p": _element("key", INLINES, lambda frame: tree.Paragraph(frame.key, frame.inlines(), frame.source), True),
    "note": _element("key", INLINES, lambda frame: tree.Note(frame.key, frame.inlines(), frame.source), True),
    "ol": _element("key", "li", _list),
    "ul": _element("key", "li", _list),
    "li": _element("key", f"{INLINES} ol ul", _item, True),
    "table": _element("key columns", "caption thead tbody", _table),
    "caption": _element("", INLINES, lambda frame: _Caption(frame.inlines()), True),
    "thead": _element("", "tr", lambda frame: _Head(_rows(frame))),
    "tbody": _element("key", "tr", lambda frame: tree.Group(_rows(frame), frame.key)),
    "tr": _element("", "th td", lambda frame: tree.Row(tuple(frame.children))),
    "th": _element("key colspan rowspan align", INLINES, _cell, True),
    "td": _element("key colspan rowspan align", INLINES, _cell, True),
    "figure": _element("key src alt", "caption", _figure),
    "toc": _element("key levels title", "", _toc),
    "cover": _element("key", "field", lambda frame: tree.Cover(frame.key, tuple(frame.children), frame.source)),
    "field": _element("name label", INLINES, _field, True),
    "page-break": _element("", "", lambda frame: tree.PageBreak()),
    "strong": _element("", INLINES, lambda frame: tree.Strong(tuple(frame.children)), True),
    "em": _element("", INLINES, lambda frame: tree.Emphasis(tuple(frame.children)), True),
    "a": _element("href", INLINES, _link, True),
    "ref": _element("to", INLINES, lambda frame: tree.Ref(frame.attributes["to"], frame.inlines()), True),
    "br": _element("", "", lambda frame: tree.Break()),
}

# Elements that add nothing to the keys of what they hold.
KEYLESS = frozenset([*INLINES.split(), "heading", "thead", "tr", "caption", "field", "page-break"])
