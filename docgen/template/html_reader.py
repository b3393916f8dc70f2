"""The strict reader of what templates write: a small closed vocabulary of well-formed XHTML → tree nodes.

Anything outside the vocabulary, an attribute it doesn't know, a tag left open, is a problem at the template's own file
and line. Keys nest: a node's key is its parent's key, `/`, and its own `key` attribute, else its kind and its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast
from xml.parsers import expat

from docgen import tree
from docgen.manual.listing import Line, Lines, ListSection
from docgen.problems import Problem, Words, error
from docgen.source import Position, Text
from docgen.template import Rendered
from docgen.template.vocabulary import DEEPEST, KEYLESS, SPACES, VOCABULARY, Frame, Wrong, trimmed

TAG_AT = re.compile(rb' at="([^"]*)"')
DEEPEST_TAG = 100


class Unreadable(Exception):
    """Carries the one problem that ended a reading."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_xhtml(rendered: Rendered) -> tuple[tree.PageSection, ...] | Problem:
    """The page sections that a template wrote, or the first problem in it."""
    try:
        return _Reading(rendered).parse()
    except Unreadable as unreadable:
        return unreadable.problem


class _Reading:
    def __init__(self, rendered: Rendered) -> None:
        self.template, self.positions, self.lists = rendered.name, rendered.positions, rendered.lists
        self.xhtml = f"<document>{rendered.xhtml}</document>".encode()
        self.stack: list[Frame] = []
        self.page_sections: tuple[tree.PageSection, ...] = ()
        self.value_at: Position | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.buffer_size = len(self.xhtml)  # a text comes in one piece, however long
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.ProcessingInstructionHandler = self.mark
        self.parser.CommentHandler = self.parser.StartCdataSectionHandler = self.refuse

    def parse(self) -> tuple[tree.PageSection, ...]:
        try:
            self.parser.Parse(self.xhtml, True)
        except expat.ExpatError as failure:
            raise self.malformed(failure) from None
        return self.page_sections

    def malformed(self, failure: expat.ExpatError) -> Unreadable:
        reason = expat.ErrorString(failure.code)
        unclosed = failure.code == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH] and len(self.stack) > 1
        if unclosed:
            name = self.stack[-1].name
            message = Words(f"<{name}> 没有关上，或关错了", f"<{name}> is left open or closed wrongly ({reason})")
        else:
            message = Words(f"标签写得不对（{reason}）", f"this is not well-formed ({reason})")
        return self.wrong(
            "TEMPLATE-MALFORMED",
            self.stack[-1].at if unclosed else self.last_tag(),
            message,
            Words(
                "每个标签都要关上：<p>…</p>、<br/>；属性值加引号；& 写成 &amp;，< 写成 &lt;",
                "close every tag: <p>…</p>, <br/>; quote attribute values; write & as &amp; and < as &lt;",
            ),
        )

    def last_tag(self) -> str:
        """Where the last start tag before the parser's place stands."""
        tags = TAG_AT.findall(self.xhtml, 0, max(self.parser.ErrorByteIndex, self.parser.CurrentByteIndex))
        return tags[-1].decode() if tags else ""

    def wrong(self, code: str, at: str, message: Words, help: Words) -> Unreadable:
        name, _, line = (at or f"{self.template}:1").rpartition(":")
        return Unreadable(error(code, Position(f"templates/{name}", int(line)), message, help))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.stack:
            self.stack.append(Frame("document", {}, "", "", 0))
            return
        parent = self.stack[-1]
        at = attributes.pop("at", parent.at)
        if name not in parent.element.children:
            raise self.misplaced(name, parent, at)
        if attributes and not attributes.keys() <= VOCABULARY[name].attributes:
            raise self.unknown_attribute(name, attributes, at)
        self.value_at = None
        if len(self.stack) > DEEPEST_TAG:
            raise self.too_deep(name, at)
        depth = parent.depth + 1 if name == "section" else parent.depth
        key = parent.key if name in KEYLESS else _key(name, attributes, parent)
        self.stack.append(Frame(name, attributes, at, key, depth))

    def misplaced(self, name: str, parent: Frame, at: str) -> Unreadable:
        listed = " ".join(sorted(parent.element.children)) or "-"
        return self.wrong(
            "TEMPLATE-ELEMENT",
            at,
            Words(f"{_within(parent)}不能用 <{name}>", f"<{name}> cannot stand in <{parent.name}>"),
            Words(f"这里可以用：{listed}", f"elements known here: {listed}"),
        )

    def too_deep(self, name: str, at: str) -> Unreadable:
        return self.wrong(
            "TEMPLATE-DEPTH",
            at,
            Words(f"<{name}> 套了 {len(self.stack)} 层，太深了", f"<{name}> is nested {len(self.stack)} deep"),
            Words(f"标签最多套 {DEEPEST_TAG} 层", f"nest tags at most {DEEPEST_TAG} deep"),
        )

    def unknown_attribute(self, name: str, attributes: dict[str, str], at: str) -> Unreadable:
        known = VOCABULARY[name].attributes
        attribute = next(attribute for attribute in attributes if attribute not in known)
        listed = " ".join(sorted(known)) or "-"
        return self.wrong(
            "TEMPLATE-ATTRIBUTE",
            at,
            Words(f"<{name}> 没有属性 {attribute}", f"<{name}> has no attribute {attribute}"),
            Words(f"可以用的属性：{listed}", f"attributes known here: {listed}"),
        )

    def end(self, name: str) -> None:
        frame = self.stack.pop()
        if not self.stack:
            self.page_sections = tuple(frame.children)
            return
        try:
            node = frame.element.build(frame)
        except Wrong as wrong:
            raise self.wrong(wrong.code, frame.at, wrong.message, wrong.help) from None
        parent = self.stack[-1]
        parent.children.append(node)
        if parent.source is None:
            parent.source = frame.source
        self.value_at = None

    def mark(self, target: str, data: str) -> None:
        try:
            if target == "lines":
                found = self.lists[int(data)]
                self.list_section(found) if isinstance(found, ListSection) else self.items(found)
                return
            self.value_at = self.positions[int(data)]
        except (ValueError, IndexError):
            self.refuse()
        frame = self.stack[-1]
        if frame.source is None:
            frame.source = self.value_at

    def items(self, lines: Lines) -> None:
        """All items of a list at once: a manual has 25 of them a post, and nothing else comes in such numbers."""
        frame = self.stack[-1]
        if frame.name not in ("ol", "ul"):
            raise self.wrong(
                "TEMPLATE-TEXT",
                self.last_tag(),
                Words(f"{_within(frame)}不能印一串列表项", f"list items cannot stand in <{frame.name}>"),
                Words("把它放进 <ol> 或 <ul>", "put them into <ol> or <ul>"),
            )
        prefix = f"{frame.key}/"
        frame.children += [_item(line, prefix) for line in lines]
        if frame.source is None and lines:
            frame.source = frame.children[0].source

    def list_section(self, found: ListSection) -> None:
        """A section of a heading and a list, as the elements would make it: five of these are most of a post."""
        parent = self.stack[-1]
        if "section" not in parent.element.children:
            raise self.misplaced("section", parent, self.last_tag())
        key = f"{parent.key}/{found.name}" if parent.key else found.name
        items = tuple([_item(line, f"{key}/ol1/") for line in found.lines])
        blocks: tuple[tree.Block, ...] = (tree.List(f"{key}/ol1", items, source=items[0].source),)
        if found.title is not None:
            blocks = (self.heading(found.title, key, parent), *blocks)
        source = getattr(found.title, "position", None) or items[0].source
        parent.children.append(tree.Section(key, blocks, source))
        parent.source = parent.source or source
        self.value_at = None

    def heading(self, title: str, key: str, parent: Frame) -> tree.Heading:
        source, depth = getattr(title, "position", None), parent.depth + 1
        if depth <= DEEPEST and not SPACES.search(title):  # as most, and then there is nothing to see to
            return tree.Heading(depth, key, (tree.Text(str(title), source),), source=source)
        frame = Frame("heading", {}, parent.at, key, depth)
        frame.source = source
        frame.children = [tree.Text(str(title), frame.source)]
        try:
            return cast(tree.Heading, frame.element.build(frame))
        except Wrong as wrong:
            raise self.wrong(wrong.code, frame.at, wrong.message, wrong.help) from None

    def characters(self, data: str) -> None:
        frame = self.stack[-1]
        if frame.element.has_text:
            frame.children.append(tree.Text(data, self.value_at))
        elif not data.isspace():
            raise self.wrong(
                "TEMPLATE-TEXT",
                self.last_tag(),
                Words(f"{_within(frame)}不能直接写文字“{data.strip()[:20]}”", f"text cannot stand in <{frame.name}>"),
                Words("把文字放进 <p>、<li>、<td> 等", "put it into <p>, <li>, <td> …"),
            )

    def refuse(self, *_: object) -> None:
        """What XML knows besides elements and text."""
        raise self.wrong(
            "TEMPLATE-MALFORMED",
            self.last_tag(),
            Words("模板里不能有 <!-- -->、<![CDATA[ 和 <? ?>", "a template cannot have <!-- -->, <![CDATA[ or <? ?>"),
            Words("删掉；注释写成 {# … #}", "remove it; write comments as {# … #}"),
        )


def _key(name: str, attributes: dict[str, str], parent: Frame) -> str:
    own = attributes.get("key")
    if own is None:
        count = parent.counts[name] = parent.counts.get(name, 0) + 1
        own = str(count) if name == "li" else f"{name}{count}"
    return f"{parent.key}/{own}" if parent.key else own


def _item(line: Line, prefix: str) -> tree.Item:
    """`物资收发、库区巡查：单据当天录入。` as an item."""
    titles, text, key = line
    content = tree.Text(text, text.position)
    children: tuple[tree.Text, ...]
    if len(titles) == 1:  # as most, by far
        children = (tree.Text(titles[0] + "：", titles[0].position), content)
    else:
        children = (*_lead(titles), content)
    for child in children:
        if "  " in child.text or "\n" in child.text or "\t" in child.text:
            return tree.Item(prefix + key, trimmed(tuple(_broken(children))), (), children[0].source)
    return tree.Item(prefix + key, children, (), children[0].source)


def _lead(titles: tuple[Text, ...]) -> list[tree.Text]:
    marks = "、" * (len(titles) - 1) + "："
    return [tree.Text(title + mark, title.position) for title, mark in zip(titles, marks, strict=False)]


def _broken(children: tuple[tree.Text, ...]) -> Iterator[tree.Inline]:
    """The texts with a Break for each line break in them."""
    for child in children:
        for number, row in enumerate(child.text.split("\n")):
            if number:
                yield tree.Break()
            yield tree.Text(row, child.source)


def _within(frame: Frame) -> str:
    return "最外层" if frame.name == "document" else f"<{frame.name}> 里"
