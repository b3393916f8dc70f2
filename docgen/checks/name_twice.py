"""NAME-TWICE: 名称重复 / A name is used twice

部门名称在全册里只能用一次；两个章节文件不能用同一个标题；章节文件和它的标题也不能和部门同名，
否则“章节”里写的名称、别处的引用就分不清是哪一个。

错（两个文件里都写）：

    # 仓储部.yaml
    部门: 仓储部

    # 仓储二部.yaml
    部门: 仓储部

对（各写各的名称）：

    # 仓储部.yaml
    部门: 仓储部

    # 仓储二部.yaml
    部门: 仓储二部

依据：名称是引用、目录、书签和修订对照的依据，重复了就对不上。

---

A department's name is used once; no two chapter files have one title, and none is called or titled as a department is,
or it would not be known which of them is meant.

Wrong: “部门: 仓储部” in two files. Right: a name of its own in each.

Basis: references, contents, bookmarks and comparisons go by names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Text

CODE: Final = "NAME-TWICE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    departments: dict[str, Text] = {}
    for department in manual.departments:
        first = departments.setdefault(department.name, department.name)
        if first is not department.name:
            yield _problem(department.name, first, Words("部门", "department"))
    titles: dict[str, Text] = {}
    if manual.common.shared:  # a chapter of its own
        titles["岗位通用"] = Text("岗位通用", manual.common.shared.position)
    for chapter in manual.chapter_files.values():
        first = titles.setdefault(chapter.title, chapter.title)
        if first is not chapter.title:
            yield _problem(chapter.title, first, Words("章节", "chapter"))
        same = departments.get(chapter.file.removesuffix(".md"))
        if same is not None:
            yield _problem(same, chapter.title, Words("章节文件", "chapter file"))
        elif chapter.title in departments:
            yield _problem(chapter.title, departments[chapter.title], Words("部门", "department"))


def _problem(name: Text, first: Text, kind: Words) -> Problem:
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(
            f"已经有一个{kind.zh}叫“{name}”（{first.position.path} 第 {first.position.line} 行）",
            f"there is a {kind.en} “{name}” already ({first.position.path}, line {first.position.line})",
        ),
        Words("改掉其中一个的名称", "rename one of them"),
    )
