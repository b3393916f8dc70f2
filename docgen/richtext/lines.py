"""A chapter's lines made ready for Python-Markdown, which knows no positions and is stricter than people write.

Every line of text gets a mark in front of it that holds its line and column (`reader` takes the marks off again); items
are indented by four spaces a level, whichever number was typed; lists, tables and headings get the blank lines they
need. What a chapter may not have is a problem at its line, and stays in as plain text: nothing is dropped.
"""

from __future__ import annotations

import re
import string
from typing import Literal, NamedTuple

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


DEEPEST = 6
DEEPEST_LIST = 9  # Word numbers no more levels
CODE_INDENT = 4
INDENT = " \t\u3000\xa0"
RULE = re.compile(r"([-_*])[ \t]*(?:\1[ \t]*){2,}$")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
HEADING = re.compile(r"(#+)(?:[ \t]+|$)")
CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
ITEM = re.compile(r"(?:[-*+]|([0-9]{1,9})[.)])[ \t]+(?=\S)")
QUOTE = re.compile(r">[ \t]?")
DEFINITION = re.compile(r"\[(\^)?[^\[\]]+\]:(?(1)|[ \t]*<?(?:https?:|mailto:|[#/.]))")
SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
HARD_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\$")

# What is typed for a mark and is none.
NO_SPACE = re.compile(r"#{1,6}(?=[^\s#])|-(?=[^\s\d*|-])|[0-9]{1,2}[.)](?=[^\s\d])")
LIST_SIGN = re.compile(r"[－·•●○◆■]")
LIST_LABEL = re.compile(
    r"[0-9]{1,2}[、．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳]"
)

Before = Literal["blank", "text", "item", "table"]


def prepare(path: str, text: str) -> tuple[list[str], list[Problem]]:
    """The lines to hand to the parser, and what is wrong with them."""
    lines = _Lines(path, text.split("\n"))
    for number in range(1, len(lines.source) + 1):
        lines.add(number)
    while lines.out and not lines.out[-1]:  # Python-Markdown takes it for a row of the table before
        lines.out.pop()
    return lines.out, lines.problems


class _Item(NamedTuple):
    """An open list item: how far it is indented, and `-` or `1.`."""

    indent: int
    sign: str


class _Lines:
    """The lines done so far and what the next one follows."""

    def __init__(self, path: str, source: list[str]) -> None:
        self.path, self.source = path, source
        self.out: list[str] = []
        self.problems: list[Problem] = []
        self.before: Before = "blank"
        self.items: list[_Item] = []
        self.cells = self.rows = 0  # of the open table
        self.fence = ""
        self.quoted = False
        self.number = self.column = self.indent = 0

    def add(self, number: int) -> None:
        line = self.source[number - 1]
        content = line.lstrip(INDENT)
        typed = line[: len(line) - len(content)]
        self.number, self.column = number, len(typed) + 1
        self.indent = 0 if "\u3000" in typed else sum(4 if char == "\t" else 1 for char in typed)
        if self.fence:
            self.fenced(content)
        elif not content:
            self.blank()
        else:
            self.block(self.unquoted(content))

    def block(self, content: str) -> None:
        """Hand a line to what it is."""
        if self.before == "text" and UNDERLINE.match(content):
            self.refused_line("underlined heading", content)
        elif RULE.match(content):
            self.refused_line("rule", content)
        elif fence := FENCE.match(content):
            self.fence = fence[0]
            self.refuse("code block")
            self.fenced(content.removeprefix(self.fence).strip())
        elif heading := HEADING.match(content):
            self.heading(content, heading)
        elif item := ITEM.match(content):
            self.item(content, item)
        elif self.before == "table" or self.starts_table(content):
            self.row(content)
        else:
            self.text(content)

    def write(self, content: str, prefix: str = "") -> None:
        self.out.append(f"{prefix}{mark(self.number, self.column)}{content}")

    def blank(self) -> None:
        self.out.append("")
        self.before, self.quoted = "blank", False

    def position(self, length: int = 1) -> Position:
        return Position(self.path, self.number, self.column, max(1, length))

    def refuse(self, kind: str, length: int = 1) -> None:
        self.problems.append(refusals.unsupported(kind, self.position(length)))

    # What a line may be

    def refused_line(self, kind: str, content: str) -> None:
        """A line that is nothing but a construct that chapters have not."""
        self.refuse(kind, len(content.rstrip()))
        self.blank()

    def unquoted(self, content: str) -> str:
        quote = QUOTE.match(content)
        if quote and not self.quoted:
            self.refuse("quote")
        self.quoted = quote is not None
        if not quote:
            return content
        self.column += quote.end()
        return content[quote.end() :]

    def fenced(self, content: str) -> None:
        if content.startswith(self.fence) and not content.rstrip().strip(self.fence[0]):
            self.fence = ""
            self.blank()
        elif content:
            self.write(_literal(content))
        else:
            self.blank()

    def heading(self, content: str, heading: re.Match[str]) -> None:
        level = len(heading[1])
        if level > DEEPEST:
            self.problems.append(refusals.too_deep(self.position(level)))
        title = CLOSING.sub("", content[heading.end() :]).rstrip()
        if not title:
            self.problems.append(refusals.empty_heading(self.position(level)))
        if title.endswith("#"):  # C#: Python-Markdown would take it for a closing #
            title = title[:-1] + r"\#"
        self.column += heading.end()
        self.items = []
        self.out.append("")
        self.write(title, "#" * min(level, DEEPEST) + " ")
        self.blank()

    def item(self, content: str, item: re.Match[str]) -> None:
        sign = "1." if item[1] else "-"
        sibling = None
        while self.items and self.indent < self.items[-1].indent + 2:
            sibling = self.items.pop()
        if len(self.items) == DEEPEST_LIST:
            self.refuse("deep list", item.end())
            self.items.pop()
        begins = sibling is None or sibling.sign != sign
        if begins and item[1] and int(item[1]) != 1:
            self.problems.append(refusals.list_start(item[1], self.position(item.end())))
        if self.before != "blank":
            self.out.append("")
        self.column += item.end()
        self.write(self.broken(content[item.end() :]), f"{'    ' * len(self.items)}{sign} ")
        self.items.append(_Item(self.indent, sign))
        self.before = "item"

    def starts_table(self, content: str) -> bool:
        following = self.source[self.number].strip() if self.number < len(self.source) else ""
        return "|" in content and "|" in following and SEPARATOR.match(following) is not None

    def row(self, content: str) -> None:
        if self.before != "table":
            if self.before != "blank":
                self.out.append("")
            if self.indent < 2:
                self.items = []
            self.cells, self.rows = _cells(content), 0
        self.rows += 1
        found = _cells(content)
        separates = self.rows == 2
        if found > self.cells or (found < self.cells and (separates or "|" not in content)):
            self.problems.append(refusals.cell_count(found, self.cells, self.position(len(content.rstrip()))))
        prefix = "    " * len(self.items)
        if separates:
            self.out.append(prefix + content)
        else:
            bar = content.startswith("|")
            self.column += bar
            self.write(content[bar:], prefix + "|" * bar)
        self.before = "table"

    def text(self, content: str) -> None:
        if self.before == "blank":
            while self.items and self.indent < self.items[-1].indent + 2:
                self.items.pop()
            if not self.items and self.indent >= CODE_INDENT:
                self.refuse("code block")
        self.write(self.broken(self.checked(content)), "    " * len(self.items))
        self.before = "text"

    def checked(self, content: str) -> str:
        """The text, after looking for marks that don't do what they were typed for."""
        if definition := DEFINITION.match(content):
            self.refuse("footnote" if definition[1] else "reference", definition.end())
            return _literal(content)
        if sign := NO_SPACE.match(content):
            self.problems.append(refusals.no_space_after(sign[0], self.position(len(sign[0]))))
        elif (sign := LIST_SIGN.match(content)) or (self.before != "blank" and (sign := LIST_LABEL.match(content))):
            self.problems.append(refusals.list_mark(sign[0], self.position(len(sign[0]))))
        elif content.startswith("|"):
            self.problems.append(refusals.no_separator(self.position(len(content))))
        return content

    def broken(self, content: str) -> str:
        """The line with its hard break, if it ends with one and a line follows, as two spaces."""
        bare = content.rstrip()
        following = self.source[self.number] if self.number < len(self.source) else ""
        if not following.strip():
            return bare
        if HARD_BREAK.search(bare):
            return bare[:-1].rstrip() + "  "
        return bare + "  " if content.endswith("  ") else bare


def _cells(row: str) -> int:
    """How many cells a row has; bars at its ends are no borders between cells."""
    row = row.strip()
    bars = len(BAR.findall(row))
    return bars + 1 - row.startswith("|") - (bars > 1 and BAR.search(row[-2:]) is not None and row.endswith("|"))


def _literal(content: str) -> str:
    return re.sub(f"[{re.escape(string.punctuation)}]", r"\\\g<0>", content)
