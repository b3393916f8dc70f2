"""CHAPTER-TWICE: 同一内容印了两遍 / The same is printed twice

同一个保留页、同一个章节文件、同一个标题，在“章节”“附件”里只能出现一次；一个部门也只能完整地印一次。
用“只印”分几处印一个部门的不同部分，各有各的“标题”，不算重复。

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

A reserved page, a chapter file or a title stands once in 章节 and 附件, and a department is printed in full once.
Printing parts of a department by 只印 in several places, each with its own 标题, is not twice.

Wrong: “- 仓储部” and an entry with “部门: 全部”. Right: give the latter “只印: 部门职责”.

Basis: what is said in one place only cannot come to differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.checks.wording import quoted
from docgen.manual.book import Entry, entry_of
from docgen.manual.model import ChapterEntry, Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position

CODE: Final = "CHAPTER-TWICE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    entries = [(entry, found) for entry in (*manual.chapters, *manual.annexes) if (found := entry_of(entry, manual))]
    titles = {str(found.chapter.title): _position(entry) for entry, found in entries if found.chapter}
    if manual.common.shared:
        titles.setdefault("岗位通用", manual.common.shared.position)
    first: dict[str, Position] = {}
    for entry, found in entries:
        yield from _repeated(entry)
        names = _printed(found)
        again = [name for name in dict.fromkeys(names) if name in first]
        if again:
            yield _problem(_position(entry, again), again, first[again[0]])
        elif found.departments and found.title in titles:
            yield _problem(found.title.position, [found.title], titles[found.title])
        for name in names:
            first.setdefault(name, _position(entry))


def _repeated(entry: ChapterEntry) -> Iterator[Problem]:
    """A department that an entry names twice."""
    first: dict[str, Position] = {}
    for name in entry.departments:
        if name in first:
            yield _problem(name.position, [name], first[name])
        first.setdefault(name, name.position)


def _position(entry: ChapterEntry, names: Sequence[str] = ()) -> Position:
    """Where the entry says what to print; its title where that is among `names`."""
    title = entry.title if entry.title in names else None
    named = title or entry.name or entry.file or next(iter(entry.departments), None)
    return (named or entry).position


def _printed(entry: Entry) -> list[str]:
    """What an entry prints in full, and the title it stands under, by name."""
    if entry.kind != "departments":
        return [entry.name]
    names = [] if entry.only and entry.title else [str(department.name) for department in entry.departments]
    return [*names, str(entry.title)] if entry.title else names


def _problem(position: Position, names: Sequence[str], first: Position) -> Problem:
    same_file = first.path == position.path
    where = Words(f"第 {first.line} 行", f"line {first.line}") if same_file else Words(f" {first.path} 里", first.path)
    return Problem(
        SEVERITY,
        CODE,
        position,
        Words(f"{quoted(names)}在{where.zh}已经印过", f"{quoted(names)} is printed in {where.en}"),
        Words(
            "留一处；只想印部门的一部分，写“只印”和另一个“标题”",
            "keep one of them; to print a part of a department write 只印 and another 标题",
        ),
    )
