"""A chapter's lines made ready for Python-Markdown, which knows no positions and is stricter than people write.

Every line of text gets a mark in front of it that holds its line and column (`reader` takes the marks off again); items
are indented by four spaces a level, whichever number was typed; lists, tables and headings get the blank lines they
need. What a chapter may not have is a problem at its line, and stays in as plain text: nothing is dropped.
"""

from __future__ import annotations

import re
import string
from typing import Literal

from docgen.problems import Problem
from docgen.richtext import refusals
from docgen.source import Position

# Noncharacters, which Unicode keeps for use inside a program (§23.7); docgen.decoding refuses them in files.
MARK = re.compile("\ufdd0([\ufdd2-\ufddb]+)\ufddc([\ufdd2-\ufddb]+)\ufdd1")
_HIDDEN = {ord(digit): 0xFDD2 + int(digit) for digit in string.digits}
_SHOWN = {hidden: digit for digit, hidden in _HIDDEN.items()}


def mark(line: int, column: int) -> str:
    return f"\ufdd0{str(line).translate(_HIDDEN)}\ufddc{str(column).translate(_HIDDEN)}\ufdd1"


def marked_place(match: re.Match[str]) -> tuple[int, int]:
    """Line and column of a mark that MARK found."""
    return int(match[1].translate(_SHOWN)), int(match[2].translate(_SHOWN))


INDENT = re.compile(r"[ \t\u3000\xa0]*")
WIDTH = {"\t": 4, "\u3000": 2}
RULE = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}$")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
HEADING = re.compile(r"(#+)(?:[ \t]+|$)")
CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
ITEM = re.compile(r"([-*+]|([0-9]{1,9})[.)])[ \t]+(?=\S)")
FENCE = re.compile(r"`{3,}|~{3,}")
QUOTE = re.compile(r">[ \t]?")
DEFINITION = re.compile(r"\[(\^)?[^\[\]]+\]:(?(1)|[ \t]*<?(?:https?:|mailto:|[#/.]|\S+\.\w+))")
SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
NO_SPACE = re.compile(r"(#)#{0,5}(?=[^\s#])|(-)(?=[^\s\d\-*|])|([0-9]{1,2}[.)])(?=[^\s\d])")
LIST_LIKE = re.compile(r"[－·•●○◆■][ \t]?|[0-9]{1,2}[、．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳]")
BACKSLASH_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\$")

Kind = Literal["blank", "text", "item", "table"]


def prepare(path: str, text: str) -> tuple[list[str], list[Problem]]:
    """The lines to hand to the parser, and what is wrong with them."""
    lines = _Lines(path, text.split("\n"))
    for number in range(1, len(lines.source) + 1):
        lines.add(number)
    return lines.out, lines.problems


class _Lines:
    """The lines done so far and what the next one follows. `items` holds the indents of the open list items."""

    def __init__(self, path: str, source: list[str]) -> None:
        self.path, self.source = path, source
        self.out: list[str] = []
        self.problems: list[Problem] = []
        self.before: Kind = "blank"
        self.items: list[int] = []
        self.last_sign = ""
        self.cells = 0
        self.fence = ""
        self.quoted = False

    def add(self, number: int) -> None:
        line = self.source[number - 1]
        indent = INDENT.match(line)
        assert indent is not None
        content = line[indent.end() :]
        self.number, self.column = number, indent.end() + 1
        self.indent = sum(WIDTH.get(char, 1) for char in indent[0])
        self.code_indent = self.indent if "\u3000" not in indent[0] else 0
        if self.fence:
            self.fenced(content)
        elif not content:
            self.blank()
        else:
            self.block(content)

    def block(self, content: str) -> None:
        if (quote := QUOTE.match(content)) is not None:
            content = self.quote(content, quote)
        else:
            self.quoted = False
        if self.before == "table" and "|" in content:
            self.row(content)
        elif RULE.match(content) or (self.before == "text" and UNDERLINE.match(content)):
            self.rule(content)
        elif fence := FENCE.match(content):
            self.refuse("code block")
            self.fence = fence[0]
            self.blank()
        elif heading := HEADING.match(content):
            self.heading(content, heading)
        elif item := ITEM.match(content):
            self.item(content, item)
        elif self.starts_table(content):
            self.table(content)
        else:
            self.text(content)

    # What a line may be

    def blank(self) -> None:
        self.out.append("")
        self.before = "blank"

    def quote(self, content: str, quote: re.Match[str]) -> str:
        if not self.quoted:
            self.refuse("quote")
        self.quoted = True
        self.column += quote.end()
        return content[quote.end() :]

    def fenced(self, content: str) -> None:
        if content.startswith(self.fence):
            self.fence = ""
            self.blank()
        elif content:
            self.out.append(mark(self.number, self.column) + _literal(content))
        else:
            self.blank()

    def rule(self, content: str) -> None:
        underlines = self.before == "text" and UNDERLINE.match(content)
        self.refuse("underlined heading" if underlines else "rule", len(content.rstrip()))
        self.blank()

    def heading(self, content: str, heading: re.Match[str]) -> None:
        level = len(heading[1])
        if level > 6:
            self.problems.append(refusals.too_deep(self.position(level)))
        self.column += heading.end()
        title = CLOSING.sub("", content[heading.end() :])
        if not title.strip():
            self.problems.append(refusals.empty_heading(self.position()))
        if title.endswith("#"):
            title = title[:-1] + r"\#"
        self.items = []
        self.out += ["", f"{'#' * min(level, 6)} {mark(self.number, self.column)}{title}", ""]
        self.before = "blank"

    def item(self, content: str, item: re.Match[str]) -> None:
        while self.items and self.indent < self.items[-1] + 2:
            self.items.pop()
        sign = "-" if item[2] is None else "1."
        follows_item = self.before == "item" or bool(self.items)
        if item[2] is not None and int(item[2]) != 1 and self.begins_list(sign):
            self.problems.append(refusals.list_start(item[2], self.position(item.end())))
        if self.before != "blank" and (not follows_item or sign != self.last_sign):
            self.out.append("")
        depth = len(self.items)
        self.items.append(self.indent)
        self.last_sign = sign
        self.column += item.end()
        self.out.append(f"{'    ' * depth}{sign} {mark(self.number, self.column)}{self.broken(content[item.end() :])}")
        self.before = "item"

    def starts_table(self, content: str) -> bool:
        following = self.source[self.number].strip() if self.number < len(self.source) else ""
        return "|" in content and SEPARATOR.match(following) is not None and ("|" in following or content[0] == "|")

    def table(self, content: str) -> None:
        if self.before != "blank":
            self.out.append("")
        if self.indent < 2:
            self.items = []
        self.cells = _cells(content)
        self.row(content)

    def row(self, content: str) -> None:
        if SEPARATOR.match(content) and self.before != "table":
            self.out.append(content)
        bar = content.startswith("|")
        self.column += bar
        found = _cells(content)
        is_separator = SEPARATOR.match(content) is not None
        if found > self.cells or (is_separator and found != self.cells):
            self.problems.append(refusals.cell_count(found, self.cells, self.position(len(content))))
        self.out.append(content if is_separator else f"{'|' * bar}{mark(self.number, self.column)}{content[bar:]}")
        self.before = "table"

    def text(self, content: str) -> None:
        ...

    # Helpers
