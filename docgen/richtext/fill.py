"""`{单位}`, `{生效日期}` … in chapters, filled in from the content so that prose can't contradict it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from docgen import tree
from docgen.manual.model import Chapter
from docgen.problems import Problem
from docgen.richtext import refusals
from docgen.source import Position, Text

# A name in single braces. `{{ x }}` and `{ a b }` are text.
PLACEHOLDER = re.compile(r"(?<!\{)\{([^\W_]+)\}(?!\})")


def fill(chapter: Chapter, values: Mapping[str, str], unread: Set[str] = frozenset()) -> tuple[Chapter, list[Problem]]:
    """The chapter with every placeholder in its title and blocks replaced by its value.

    A value that is a source.Text keeps its own position. A name that `values` hasn't, or whose value is "", is a
    problem CHAPTER-PLACEHOLDER and stays as typed; one of those `unread` stays as typed and is no problem.
    """
    filling = _Filling(values, unread)
    title = "".join(text.text for text in filling.text(tree.Text(chapter.title, chapter.title.position)))
    blocks = tuple(map(filling.block, chapter.blocks))
    return Chapter(chapter.file, Text(title, chapter.title.position), blocks), filling.problems


class _Filling:
    """The values to fill in, and the problems met."""

    def __init__(self, values: Mapping[str, str], unread: Set[str]) -> None:
        self.values = values
        self.unread = unread
        self.problems: list[Problem] = []

    def block(self, block: tree.Block) -> tree.Block:
        match block:
            case tree.Section():
                return replace(block, blocks=tuple(map(self.block, block.blocks)))
            case tree.Heading() | tree.Paragraph() | tree.Note():
                return replace(block, children=self.inlines(block.children))
            case tree.List():
                return self.list(block)
            case tree.Table():
                groups = tuple(replace(group, rows=tuple(map(self.row, group.rows))) for group in block.groups)
                caption = self.inlines(block.caption)
                return replace(block, head=tuple(map(self.row, block.head)), groups=groups, caption=caption)
            case tree.Figure():
                return replace(block, caption=self.inlines(block.caption))
            case _:
                return block

    def list(self, items: tree.List) -> tree.List:
        filled = (
            replace(item, children=self.inlines(item.children), lists=tuple(map(self.list, item.lists)))
            for item in items.items
        )
        return replace(items, items=tuple(filled))

    def row(self, row: tree.Row) -> tree.Row:
        return tree.Row(tuple(replace(cell, children=self.inlines(cell.children)) for cell in row.cells))

    def inlines(self, children: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
        filled: list[tree.Inline] = []
        for child in children:
            if isinstance(child, tree.Text):
                filled += self.text(child)
            elif isinstance(child, tree.Break):
                filled.append(child)
            else:
                filled.append(replace(child, children=self.inlines(child.children)))
        return tuple(filled)

    def text(self, text: tree.Text) -> Iterator[tree.Text]:
        """The text in pieces: what was typed, and the values between."""
        done = 0
        for match in PLACEHOLDER.finditer(text.text):
            position = _within(text.source, *match.span())
            value = self.value(match[1], position)
            if not value:
                continue
            if match.start() > done:
                yield tree.Text(text.text[done : match.start()], _within(text.source, done, match.start()))
            yield tree.Text(value, value.position if isinstance(value, Text) else position)
            done = match.end()
        if done < len(text.text):
            yield tree.Text(text.text[done:], _within(text.source, done, len(text.text)))

    def value(self, name: str, position: Position | None) -> str | None:
        value = self.values.get(name)
        if value is None:
            self.problems.append(refusals.unknown_placeholder(name, self.values, position))
        elif not value and name not in self.unread:
            self.problems.append(refusals.empty_placeholder(name, position))
        return value


def _within(source: Position | None, start: int, end: int) -> Position | None:
    """The place of a part of a text."""
    return source and source._replace(column=source.column + start, length=end - start)
