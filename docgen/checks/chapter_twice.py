"""CHAPTER-TWICE: 同一内容印了两遍 / The same is printed twice

同一个保留页、同一个章节文件，在“章节”“附件”里只能出现一次；一个部门也只能完整地印一次。
用“只印”分几处印一个部门的不同部分，不算重复。

错：

    章节:
      - 仓储部
      - 标题: 各部门
        部门: 全部

对：

    章节:
      - 标题: 各部门主要职责
        部门: 全部
        只印: 部门职责
      - 仓储部

依据：一条规定只在一处，才不会改了一处、漏了另一处。

---

A reserved page or a chapter file stands once in 章节 and 附件, and a department is printed in full once. Printing parts
of a department in several places by 只印 is not twice.

Wrong: “- 仓储部” and an entry with “部门: 全部”. Right: give the latter “只印: 部门职责”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.book import Entry, entry_of
from docgen.checks.wording import quoted
from docgen.manual import ChapterEntry, Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position

CODE: Final = "CHAPTER-TWICE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    first: dict[str, Position] = {}
    for entry in (*manual.chapters, *manual.annexes):
        found = entry_of(entry, manual)
        position = _position(entry)
        names = _printed(found) if found else []
        again = [name for name in names if name in first]
        if again:
            yield _problem(position, again, first[again[0]])
        for name in names:
            first.setdefault(name, position)


def _position(entry: ChapterEntry) -> Position:
    """Where the entry says what to print."""
    named = entry.name or entry.file or next(iter(entry.departments), None)
    return (named or entry).position


def _printed(entry: Entry) -> list[str]:
    """What an entry prints in full, by name."""
    if entry.kind == "departments":
        return [] if entry.only else [str(department.name) for department in entry.departments]
    return [entry.name]


def _problem(position: Position, names: list[str], first: Position) -> Problem:
    return Problem(
        SEVERITY,
        CODE,
        position,
        Words(f"{quoted(names)}在第 {first.line} 行已经印过", f"{quoted(names)} is printed in line {first.line}"),
        Words(
            "留一处；只想印部门的一部分，写“只印”",
            "keep one of them; to print a part of a department write 只印",
        ),
    )
