"""libyaml's events to nodes. One loop and an own stack: no recursion, so a deep file can't exhaust anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeGuard

from docgen.decoding import without_refused
from docgen.problems import Problem
from docgen.source import Position
from docgen.yaml import refusals
from docgen.yaml.binding import libyaml
from docgen.yaml.folding import folded
from docgen.yaml.nodes import Mapping, Node, Scalar, Sequence, Style

MAX_DEPTH = 32
MAX_PROBLEMS = 100

_STYLES: dict[str, Style] = {"": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_REFUSED_KEYS = {"": refusals.empty_key, "<<": refusals.merge_key}
_new = tuple.__new__  # a NamedTuple's own constructor is a Python function; this one makes a third of the time


class Span(NamedTuple):
    """A scalar that is quoted, a block, or written over several lines: text[start:end]."""

    start: int
    end: int
    scalar: Scalar


class Composed(NamedTuple):
    """What libyaml found. `root` is None for an empty file, and after a `failure`, which is libyaml's own error;
    `refused`: the file uses what docgen doesn't read, so the nodes mean nothing; `read_to`: how far libyaml came."""

    root: Node | None
    spans: list[Span]
    problems: list[Problem]
    failure: Any
    refused: bool
    too_deep: bool
    read_to: int


def compose(path: str, text: str) -> Composed:
    """The nodes of a file's one document, with problems for repeated keys and for every refused feature."""
    import ruamel.yaml.error

    composer = _Composer(path, text)
    failure = None
    try:
        composer.run()
    except ruamel.yaml.error.MarkedYAMLError as error:
        failure = error
    return Composed(
        composer.children[0] if composer.children and failure is None and not composer.too_deep else None,
        composer.spans,
        composer.problems,
        failure,
        composer.refused,
        composer.too_deep,
        composer.read_to,
    )


class _Composer:
    """The open collections of a file while its events go by: `children` are those of the innermost one, keys and values
    in turn for a mapping; `stack` holds the outer ones', where each began, and how many keys were repeated before."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.stack: list[tuple[list[Node], Any, bool, int]] = []
        self.children: list[Node] = []
        self.spans: list[Span] = []
        self.problems: list[Problem] = []
        self.repeated = 0
        self.documents = 0
        self.refused = False
        self.too_deep = False
        self.done = False
        self.read_to = 0

    def run(self) -> None:
        yaml = libyaml()
        handle: dict[type, Callable[[Any], None]] = {
            yaml.MappingStartEvent: self.start,
            yaml.SequenceStartEvent: self.start,
            yaml.MappingEndEvent: self.end_mapping,
            yaml.SequenceEndEvent: self.end_sequence,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.start_document,
            yaml.StreamEndEvent: self.end_stream,
        }
        next_event = yaml.CParser(self.text).get_event
        end, path, append = None, self.path, self.children.append
        try:
            while not self.done:
                event = next_event()
                if event.__class__ is tuple:
                    anchor, tag, _, text, start, end, style = event
                    line = start.line
                    if style or end.line != line or anchor or tag:
                        self.other_scalar(anchor, tag, text, start, end, _STYLES[style])
                    else:
                        position = _new(Position, (path, line + 1, start.column + 1, len(text) or 1))
                        append(_new(Scalar, (text, position, "plain")))
                    continue
                end = event.end_mark
                if handler := handle.get(event.__class__):
                    handler(event)
                    append = self.children.append
        finally:
            self.read_to = end.index if end else 0

    def other_scalar(self, anchor: str | None, tag: Any, text: str, start: Any, end: Any, style: Style) -> None:
        """A scalar that is quoted, a block, or written over several lines; or that an anchor or a tag stands before."""
        if not (anchor or tag):
            self.long_scalar(text, start, end, style)
            return
        self.refuse_properties(anchor, tag, start)
        position = Position(self.path, start.line + 1, start.column + 1, (end.column - start.column) or 1)
        self.children.append(Scalar(text, position, style))

    def long_scalar(self, text: str, mark: Any, end_mark: Any, style: Style) -> None:
        """A scalar that is quoted, a block, or plain over several lines: these are remembered in `spans`."""
        start, end = mark.index, end_mark.index
        source = self.text[start:end]
        first_row = source.partition("\n")[0].rstrip(" \t")
        position = Position(self.path, mark.line + 1, mark.column + 1, len(first_row))
        if style in ("literal", "folded"):
            position = _first_line(position, source)
            end = start + len(source.rstrip(" \n"))
        if "\n" in source and style != "literal":
            text = folded(text, source, style)
        if style == "double" and "\\" in source:
            text, problems = without_refused(text, position)
            self.problems += problems[: MAX_PROBLEMS - len(self.problems)]
        scalar = Scalar(text, position, style)
        self.spans.append(Span(start, end, scalar))
        self.children.append(scalar)

    def start(self, event: Any) -> None:
        if event.anchor or event.ctag:
            self.refuse_properties(event.anchor, event.ctag, event.start_mark)
        self.stack.append((self.children, event.start_mark, event.flow_style, self.repeated))
        self.children = []
        if len(self.stack) > MAX_DEPTH:
            self.refuse(refusals.too_deep, self.position(event.start_mark), MAX_DEPTH)
            self.too_deep = self.done = True

    def end_sequence(self, event: Any) -> None:
        items = tuple(self.children)
        self.children, start, flow, _ = self.stack.pop()
        self.children.append(_new(Sequence, (items, self.extent(start, flow, event.end_mark), flow)))

    def end_mapping(self, event: Any) -> None:
        typed = iter(self.children)
        entries = tuple(zip(typed, typed, strict=True))
        self.children, start, flow, repeated = self.stack.pop()
        if not _are_ordinary(entries):
            entries = self.entries(entries)
        where = entries[0][0].position if entries and not flow else self.extent(start, flow, event.end_mark)
        self.children.append(_new(Mapping, (entries, where, flow, self.repeated > repeated)))

    def extent(self, start: Any, flow: bool, end: Any) -> Position:
        """The position of a collection: the whole bracket where it stands on one line."""
        length = end.column - start.column if flow and end.line == start.line else 1
        return _new(Position, (self.path, start.line + 1, start.column + 1, length))

    def entries(self, every: Entries) -> tuple[tuple[Scalar, Node], ...]:
        first: dict[str, Scalar] = {}
        kept: list[tuple[Scalar, Node]] = []
        for typed, value in every:
            if typed.__class__ is not Scalar:
                self.refuse(refusals.key_is_no_text, typed.position)
                continue
            key = _trimmed(typed)
            if key.text not in first:
                first[key.text] = key
                kept.append((key, value))
                continue
            self.repeated += 1
            if not self.stack and key.text in refusals.DEPARTMENT:
                self.report(refusals.second_department, key, first[key.text])
                break
            self.report(refusals.repeated_key, key, first[key.text])
        for text, problem in _REFUSED_KEYS.items():
            if text in first:
                self.refuse(problem, first[text].position)
        return tuple(kept)

    def alias(self, event: Any) -> None:
        position = self.position(event.start_mark)
        self.refuse(refusals.alias, position, event.anchor)
        self.children.append(Scalar(f"*{event.anchor}", position, "plain"))

    def refuse_properties(self, anchor: str | None, tag: Any, start: Any) -> None:
        """An anchor, a tag or both stand before their value, which begins with them."""
        position = self.position(start)
        if anchor:
            self.refuse(refusals.anchor, position, anchor)
        if tag:
            self.refuse(refusals.tag, position)

    def start_document(self, event: Any) -> None:
        self.documents += 1
        position = self.position(event.start_mark)
        if event.version or event.tags:
            self.refuse(refusals.directive, position)
        if self.documents > 1:
            self.refuse(refusals.several_documents, position)

    def end_stream(self, event: Any) -> None:
        self.done = True

    def refuse(self, problem: Callable[..., Problem], *words: Any) -> None:
        self.refused = True
        self.report(problem, *words)

    def report(self, problem: Callable[..., Problem], *words: Any) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem(*words))

    def position(self, mark: Any) -> Position:
        return Position(self.path, mark.line + 1, mark.column + 1)


Entries = tuple[tuple[Node, Node], ...]


def _are_ordinary(entries: Entries) -> TypeGuard[tuple[tuple[Scalar, Node], ...]]:
    """Whether all keys are texts with no blanks around them, none twice, none refused: there is nothing to be said."""
    texts = {key.text for key, _ in entries if key.__class__ is Scalar and key.text.strip() == key.text}
    return len(texts) == len(entries) and texts.isdisjoint(_REFUSED_KEYS)


def _trimmed(key: Scalar) -> Scalar:
    """A key without the full-width and other blanks around it, as texts are read."""
    text = key.text.strip()
    if text == key.text:
        return key
    if key.style != "plain":
        return key._replace(text=text)
    column = key.position.column + key.text.index(text)
    return Scalar(text, key.position._replace(column=column, length=len(text) or 1), key.style)


def _first_line(header: Position, source: str) -> Position:
    """The position of a block's first line that is not blank; of its `|` or `>` where there is none."""
    body = source.partition("\n")[2]
    content = body.lstrip(" \t\n")
    if not content:
        return header
    before = body[: len(body) - len(content)]
    column = len(before) - before.rfind("\n")
    length = len(content.partition("\n")[0].rstrip())
    return header._replace(line=header.line + 1 + before.count("\n"), column=column, length=length)
