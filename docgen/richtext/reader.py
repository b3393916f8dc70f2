"""A parsed chapter as tree blocks, every node with the place it was written at."""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from docgen import tree
from docgen.folding import joint
from docgen.problems import Problem, display_width
from docgen.richtext import refusals
from docgen.richtext.lines import MARK, marked_place
from docgen.richtext.parser import REFUSED
from docgen.source import CONTENT, Position, Text

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = ("ul", "ol")
INLINES = frozenset(("strong", "em", "a", "br", "img", "code", *REFUSED))
IMAGES = (".png", ".jpg", ".jpeg")
IMAGE_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # PNG §5.2; JPEG: SOI and a marker
NARROWEST, WIDEST = 4, 24  # of a table's columns, in half-width characters

LABEL = re.compile(
    r"第[一二三四五六七八九十百千零〇0-9]+[编章节条款部分篇][\s、：:]?|[（(][一二三四五六七八九十百0-9]{1,4}[）)]"
    r"|[一二三四五六七八九十百]{1,4}[、.．]|[0-9]{1,2}(?:\.[0-9]{1,2}){2,}"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})*(?:[.．、)）](?![0-9])|\s)"
    r"|[①-⑳⑴-⒛㈠-㈩]|[<＜〈][0-9]{1,2}[>＞〉]|[A-Za-z][.、)）](?=\s|[^\x00-\x7f])"
)
PIECES = re.compile(f"(\n|{MARK.pattern.replace('(', '(?:')})")


class Read(NamedTuple):
    """What a chapter holds: `title` is None where there is no `# ` heading."""

    title: Text | None
    blocks: tuple[tree.Block, ...]
    problems: list[Problem]


def read(root: Element, path: str, source: list[str], project: Path, name: str) -> Read:
    """The blocks of the chapter file `path`; their keys begin with the title, or with `name` where there is none."""
    reader = _Reader(path, source, project)
    title = reader.title(root)
    blocks = reader.sections(list(root), title or name)
    return Read(title, blocks, reader.problems)


class _Open:
    """A section being read: `key` begins the keys of what it holds, `names` counts them."""

    def __init__(self, level: int, key: str, heading: tree.Heading | None) -> None:
        self.level, self.key, self.heading = level, key, heading
        self.blocks: list[tree.Block] = [heading] if heading else []
        self.names: dict[str, int] = {}

    def name(self, text: str) -> str:
        """A key for a part called `text`, unlike those before it."""
        count = self.names[text] = self.names.get(text, 0) + 1
        return f"{self.key}/{text}" if count == 1 else f"{self.key}/{text}~{count}"

    def next_key(self) -> str:
        count = self.names[""] = self.names.get("", 0) + 1
        return f"{self.key}/{count}"


class _Reader:
    """The place that reading has come to, and the problems found on the way."""

    def __init__(self, path: str, source: list[str], project: Path) -> None:
        self.path, self.source, self.project = path, source, project
        self.problems: list[Problem] = []
        self.line = self.column = 1
        self.last = ""  # the last character of the block so far
        self.folded = False  # a line break came after it

    # Blocks

    def title(self, root: Element) -> Text | None:
        element = root.find("h1")
        if element is None:
            return None
        heading = self.heading(element, "", 1)
        return Text(tree.plain(heading.children), heading.source or Position(self.path))

    def sections(self, elements: list[Element], key: str) -> tuple[tree.Block, ...]:
        """Blocks nested by the level of their headings; the first h1 is the chapter's own."""
        stack = [_Open(1, key, None)]
        titled = False
        for element in elements:
            level = HEADINGS.get(element.tag)
            if level is None:
                stack[-1].blocks += self.block(element, stack[-1])
                continue
            if level == 1 and not titled:
                titled = True
                continue
            heading = self.section_heading(element, level, stack)
            while len(stack) > 1 and stack[-1].level >= level:
                _close(stack)
            stack.append(_Open(level, heading.key, heading))
        while len(stack) > 1:
            _close(stack)
        return tuple(stack[0].blocks)

    def section_heading(self, element: Element, level: int, stack: list[_Open]) -> tree.Heading:
        parent = next((each for each in reversed(stack) if each.level < level), stack[0])
        heading = self.heading(element, "", level)
        assert heading.source is not None
        if level == 1:
            self.problems.append(refusals.second_title(heading.source))
        elif level > parent.level + 1:
            self.problems.append(refusals.skipped_level(level, parent.level + 1, heading.source))
        text = tree.plain(heading.children).replace("/", "／")
        return tree.Heading(level, parent.name(text), heading.children, source=heading.source)

    def heading(self, element: Element, key: str, level: int) -> tree.Heading:
        position = self.place(element)
        children = self.inlines(element)
        if match := LABEL.match(tree.plain(children)):
            label = match[0].strip()
            self.problems.append(refusals.typed_label(label, position._replace(length=len(label))))
        return tree.Heading(level, key, children, source=position)

    def block(self, element: Element, section: _Open) -> Iterator[tree.Block]:
        position = self.place(element)
        if element.tag in LISTS:
            yield self.list(element, section.next_key(), 1)
        elif element.tag == "table":
            yield self.table(element, section.next_key(), position)
        elif element.tag == "p" and _is_picture(element):
            for image in element:
                yield from self.figure(image, section.next_key(), position)
        elif children := self.inlines(element):
            yield tree.Paragraph(section.next_key(), children, position)

    def list(self, element: Element, key: str, level: int) -> tree.List:
        position = self.place(element)
        items = tuple(self.item(item, f"{key}/{count}", level) for count, item in enumerate(element, 1))
        return tree.List(key, items, element.tag == "ol", level, source=position)

    def item(self, element: Element, key: str, level: int) -> tree.Item:
        """An item's paragraphs become lines of its text; its lists come after."""
        position = self.place(element)
        lines = [self.inlines(element)]
        lists: list[tree.List] = []
        for child in element:
            if child.tag in LISTS:
                lists.append(self.list(child, f"{key}/{len(lists) + 1}", level + 1))
                following = self.run(child.tail, ())
            elif child.tag == "p":
                following = self.inlines(child)
            elif child.tag in INLINES:
                continue
            else:
                self.refuse("block in item", self.place(child))
                following = self.inlines_of_all(child)
            if following and lists:
                self.refuse("text after list", self.here())
            lines.append(following)
        return tree.Item(key, _joined(lines), tuple(lists), source=position)

    def table(self, element: Element, key: str, position: Position) -> tree.Table:
        rows = [tree.Row(tuple(map(self.cell, row))) for row in element.iter("tr")]
        widths = [0] * max(len(row.cells) for row in rows)
        for row in rows:
            for column, cell in enumerate(row.cells):
                widths[column] = max(widths[column], display_width(tree.plain(cell.children)))
        columns = tuple(min(max(width, NARROWEST), WIDEST) for width in widths)
        head = rows[:1] if any(cell.children for cell in rows[0].cells) else []
        body = [row for row in rows[1:] if any(cell.children for cell in row.cells)]
        groups = tuple(tree.Group((row,), f"{key}/{count}") for count, row in enumerate(body, 1))
        return tree.Table(key, columns, tuple(head), groups, source=position)

    def cell(self, element: Element) -> tree.Cell:
        children = self.inlines(element)
        align = cast(tree.Align, element.get("align", "left"))
        texts = [child.source for child in children if isinstance(child, tree.Text)]
        return tree.Cell(children, element.tag == "th", align=align, source=texts[0] if texts else self.here())

    def figure(self, element: Element, key: str, position: Position) -> Iterator[tree.Figure]:
        typed = element.get("src", "")
        position = self.find(typed, position)
        from urllib.parse import unquote

        image = self.image(unquote(typed), position)
        if image is not None:
            title = MARK.sub("", element.get("title", ""))
            caption = (tree.Text(title, position),) if title else ()
            yield tree.Figure(key, image, MARK.sub("", element.get("alt", "")), caption, position)

    def image(self, typed: str, position: Position) -> str | None:
        """The image's path from the project, or None and a problem."""
        folder = posixpath.dirname(self.path)
        found = [posixpath.normpath(posixpath.join(base, typed.replace("\\", "/"))) for base in (folder, CONTENT)]
        inside = [path for path in found if path.startswith(f"{CONTENT}/")]
        if typed.lower().endswith(".svg"):
            self.problems.append(refusals.svg_image(typed, position))
            return None
        if ":" in typed or not typed.lower().endswith(IMAGES) or not inside:
            self.problems.append(refusals.refused_image(typed, position))
            return None
        for path in inside:
            if os.path.isfile(self.project / path):  # noqa: PTH113  # pathlib's raises where a name is too long
                return self.sound_image(path, typed, position)
        self.problems.append(refusals.no_image(typed, position))
        return None

    def sound_image(self, path: str, typed: str, position: Position) -> str | None:
        try:
            with (self.project / path).open("rb") as file:
                is_image = file.read(8).startswith(IMAGE_STARTS)
        except OSError:
            is_image = False
        if not is_image:
            self.problems.append(refusals.broken_image(typed, position))
        return path if is_image else None

    # Inlines

    def inlines(self, element: Element) -> tuple[tree.Inline, ...]:
        """The inline content that an element begins with: a block of its own."""
        self.last, self.folded = "", False
        return self.run(element.text, element)

    def inlines_of_all(self, element: Element) -> tuple[tree.Inline, ...]:
        return _joined([self.inlines(each) for each in element.iter() if each.tag not in INLINES])

    def run(self, text: str | None, elements: Iterable[Element]) -> tuple[tree.Inline, ...]:
        found: list[tree.Inline] = list(self.texts(text))
        for element in elements:
            if element.tag not in INLINES:
                break
            found += self.inline(element)
            found += self.texts(element.tail)
        return _trimmed(found)

    def inline(self, element: Element) -> Iterator[tree.Inline]:
        if element.tag == "br":
            self.last, self.folded = "", False
            yield tree.Break()
        elif element.tag == "img":
            self.refuse("picture in text", self.find(element.get("src", ""), self.here()))
            yield from self.texts(element.get("alt"))
        elif element.tag == "strong":
            yield tree.Strong(self.nested(element))
        elif element.tag == "em":
            yield tree.Emphasis(self.nested(element))
        elif element.tag == "a":
            yield from self.link(element)
        else:
            if element.tag == "code":  # whose text is escaped already
                element.text = html.unescape(element.text or "")
            children = self.nested(element)
            texts = [child.source for child in children if isinstance(child, tree.Text)]
            self.refuse(element.tag, (texts and texts[0]) or self.here())
            yield from children

    def nested(self, element: Element) -> tuple[tree.Inline, ...]:
        found: list[tree.Inline] = list(self.texts(element.text))
        for child in element:
            found += self.inline(child)
            found += self.texts(child.tail)
        return tuple(found)

    def link(self, element: Element) -> Iterator[tree.Inline]:
        position = self.here()
        children = self.nested(element)
        href = MARK.sub("", element.get("href", "")).strip()
        if re.match(r"(?i)(?:https?://|mailto:)\S+$", href):
            yield tree.Link(href, children)
        else:
            self.refuse("link", self.find(href, position))
            yield from children

    def texts(self, raw: str | None) -> Iterator[tree.Text]:
        """The text between marks and line breaks. A line break is nothing between wide characters, else a space."""
        for piece in PIECES.split(raw or ""):
            if piece == "\n":
                self.folded = bool(self.last)
            elif place := MARK.fullmatch(piece):
                self.line, self.column = marked_place(place)
            elif text := piece if self.last and not self.folded else piece.lstrip():
                if self.folded and (space := joint(self.last, text[0])):
                    yield tree.Text(space, self.here())
                self.folded = False
                self.last = (text.rstrip() or text)[-1]
                yield tree.Text(text, self.found(text))

    # Places

    def here(self) -> Position:
        return Position(self.path, self.line, self.column)

    def place(self, element: Element) -> Position:
        """Where an element begins: at its first mark. Its length is the rest of that line."""
        match = MARK.search("".join(element.itertext()))
        if match:
            self.line, self.column = marked_place(match)
        length = len(self.source[self.line - 1].rstrip()) + 1 - self.column
        return Position(self.path, self.line, self.column, max(1, length))

    def found(self, text: str) -> Position:
        """Where `text` stands in the line, from the column reading has come to; reading goes on after it."""
        line = self.source[self.line - 1]
        start = line.find(text, self.column - 1)
        if start < 0:  # it was typed with escapes
            start = max(line.find(text[0], self.column - 1), self.column - 1)
        length = min(len(text), max(1, len(line) - start))
        self.column = start + length + 1
        return Position(self.path, self.line, start + 1, length)

    def find(self, typed: str, otherwise: Position) -> Position:
        """Where `typed` stands in the line, not moving on."""
        start = self.source[self.line - 1].find(typed) if typed else -1
        return Position(self.path, self.line, start + 1, len(typed)) if start >= 0 else otherwise

    def refuse(self, kind: str, position: Position) -> None:
        self.problems.append(refusals.unsupported(kind, position))


def _close(stack: list[_Open]) -> None:
    done = stack.pop()
    assert done.heading is not None
    stack[-1].blocks.append(tree.Section(done.key, tuple(done.blocks), done.heading.source))


def _is_picture(element: Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return (
        len(element) > 0
        and all(child.tag == "img" for child in element)
        and not any(MARK.sub("", text or "").strip() for text in texts)
    )


def _joined(lines: list[tuple[tree.Inline, ...]]) -> tuple[tree.Inline, ...]:
    """Lines of one block, a Break between."""
    joined: list[tree.Inline] = []
    for line in filter(None, lines):
        joined += [tree.Break(), *line] if joined else line
    return tuple(joined)


def _trimmed(children: list[tree.Inline]) -> tuple[tree.Inline, ...]:
    """Without white space or breaks at the end."""
    while children:
        last = children[-1]
        if isinstance(last, tree.Text) and (text := last.text.rstrip()):
            return (*children[:-1], tree.Text(text, last.source))
        if not isinstance(last, tree.Text | tree.Break):
            break
        children.pop()
    return tuple(children)
