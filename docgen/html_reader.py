"""The strict reader of what templates write: a small closed vocabulary of well-formed XHTML → tree nodes.

Anything outside the vocabulary, an attribute it doesn't know, a tag left open, is a problem at the template's own file
and line. Keys nest: a node's key is its parent's key, `/`, and its own `key` attribute, else its kind and its place.
"""

from __future__ import annotations

from xml.parsers import expat

from docgen import tree
from docgen.problems import Problem, Words, error
from docgen.source import Position
from docgen.template import Rendered
from docgen.vocabulary import KEYLESS, VOCABULARY, Frame


class Unreadable(Exception):
    """Carries the one problem that ended a reading."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_xhtml(rendered: Rendered) -> tuple[tree.PageSection, ...] | Problem:
    """The page sections that a template wrote, or the first problem in it."""
    reading = _Reading(rendered.paths)
    try:
        reading.parse(rendered.xhtml)
    except Unreadable as unreadable:
        return unreadable.problem
    return tuple(reading.stack[0].children)


class _Reading:
    def __init__(self, paths: list[str]) -> None:
        self.paths = paths
        self.stack = [Frame("document", {}, "", "", 0)]
        self.value_at: Position | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.ProcessingInstructionHandler = self.position
        self.parser.StartDoctypeDeclHandler = self.doctype

    def parse(self, xhtml: str) -> None:
        try:
            self.parser.Parse(f"<document>{xhtml}</document>", True)
        except expat.ExpatError as failure:
            raise self.wrong(
                "TEMPLATE-MALFORMED",
                self.stack[-1].at,
                Words(
                    f"标签没有配好对：<{self.stack[-1].name}> 没有关上，或关错了",
                    f"tags do not match: <{self.stack[-1].name}> is left open or closed wrongly ({failure})",
                ),
                Words("每个标签都要关上，例如 <p>…</p>、<br/>", "close every tag: <p>…</p>, <br/>"),
            ) from None

    def wrong(self, code: str, at: str, message: Words, help: Words) -> Unreadable:
        name, _, line = at.rpartition(":")
        position = Position(f"templates/{name}", int(line)) if line else None
        return Unreadable(error(code, position, message, help))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "document":
            return
        parent = self.stack[-1]
        at = attributes.pop("at", parent.at)
        self.check(name, attributes, parent, at)
        self.value_at = None
        depth = parent.depth + (name == "section")
        self.stack.append(Frame(name, attributes, at, self.key(name, attributes, parent), depth))

    def check(self, name: str, attributes: dict[str, str], parent: Frame, at: str) -> None:
        allowed = VOCABULARY[parent.name].children
        if name not in allowed:
            listed = " ".join(sorted(allowed)) or "-"
            raise self.wrong(
                "TEMPLATE-ELEMENT",
                at,
                Words(f"<{parent.name}> 里不能用 <{name}>", f"<{name}> cannot stand in <{parent.name}>"),
                Words(f"这里可以用：{listed}", f"elements known here: {listed}"),
            )
        known = VOCABULARY[name].attributes
        for attribute in attributes:
            if attribute not in known:
                listed = " ".join(sorted(known)) or "-"
                raise self.wrong(
                    "TEMPLATE-ATTRIBUTE",
                    at,
                    Words(f"<{name}> 没有属性 {attribute}", f"<{name}> has no attribute {attribute}"),
                    Words(f"可以用的属性：{listed}", f"attributes known here: {listed}"),
                )

    def key(self, name: str, attributes: dict[str, str], parent: Frame) -> str:
        if name in KEYLESS:
            return parent.key
        own = attributes.get("key")
        if own is None:
            count = parent.counts[name] = parent.counts.get(name, 0) + 1
            own = str(count) if name == "li" else f"{name}{count}"
        return f"{parent.key}/{own}" if parent.key else own

    def end(self, name: str) -> None:
        if name == "document":
            return
        frame = self.stack.pop()
        try:
            node = VOCABULARY[name].build(frame)
        except (ValueError, KeyError) as failure:
            raise self.wrong(
                "TEMPLATE-VALUE",
                frame.at,
                Words(f"<{name}> 的属性值不对：{failure}", f"<{name}> has a wrong attribute value: {failure}"),
                Words("改成这个属性认识的值", "give the attribute a value that it knows"),
            ) from None
        parent = self.stack[-1]
        parent.children.append(node)
        if parent.source is None:
            parent.source = frame.source
        self.value_at = None

    def position(self, target: str, data: str) -> None:
        number, line, column, length = map(int, data.split(":"))
        self.value_at = Position(self.paths[number], line, column, length)
        if self.stack[-1].source is None:
            self.stack[-1].source = self.value_at

    def characters(self, data: str) -> None:
        frame = self.stack[-1]
        if VOCABULARY[frame.name].has_text:
            frame.children.append(tree.Text(data, self.value_at))
        elif data.strip():
            raise self.wrong(
                "TEMPLATE-TEXT",
                frame.at,
                Words(f"<{frame.name}> 里不能直接写文字“{data.strip()[:20]}”", f"text cannot stand in <{frame.name}>"),
                Words("把文字放进 <p>、<li>、<td> 等", "put it into <p>, <li>, <td> …"),
            )

    def doctype(self, *_: object) -> None:
        raise self.wrong(
            "TEMPLATE-MALFORMED",
            self.stack[-1].at,
            Words("模板里不能有 DOCTYPE", "a template cannot have a DOCTYPE"),
            Words("删掉这一行", "remove it"),
        )
