"""CHAPTER-UNKNOWN: 章节或附件不存在 / A chapter does not exist

“章节”和“附件”的每一项写：保留页（封面、印发通知、修订记录、目录、组织机构图、汇报关系、职责一览表、
发放回收记录）；content/chapters 里的文件（“.md”可写可不写）；部门名称；或者写“标题”和“文件”“部门”。

错（文件叫 总则.md）：

    章节:
      - 封面
      - 总 则

对：

    章节:
      - 封面
      - 总则

依据：“章节”就是全书的顺序，写错的一项会整章漏印。

---

Each entry of 章节 and 附件 names a reserved page, a file of content/chapters (.md may be left out), or a department; or
it gives 标题 with 文件 or 部门.

Wrong: “- 总 则” where the file is called 总则.md. Right: “- 总则”.

Basis: 章节 is the order of the book: an entry mistyped is a chapter left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.wording import listed
from docgen.manual.book import EVERY_DEPARTMENT, RESERVED, entry_of
from docgen.manual.model import ChapterEntry, Manual
from docgen.manual.references import directory
from docgen.problems import Problem, Severity, Words, did_you_mean
from docgen.source import Text

CODE: Final = "CHAPTER-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    for entry in (*manual.chapters, *manual.annexes):
        named = entry.file or entry.name
        if named and entry_of(entry, manual) is None:
            if entry.file or named.endswith(".md"):
                yield _no_file(named, manual)
            elif not manual.unread:
                yield _nothing(named, manual)
        yield from _no_departments(entry, manual)


def _no_file(name: Text, manual: Manual) -> Problem:
    guess = did_you_mean(name.removesuffix(".md"), _stems(manual))
    files = listed(manual.chapter_files)
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(f"content/chapters 里没有“{name}”这个文件", f"there is no file “{name}” in content/chapters"),
        Words(f"{guess.zh}有这些文件：{files.zh}", f"{guess.en}the files are: {files.en}"),
    )


def _nothing(name: Text, manual: Manual) -> Problem:
    guess = did_you_mean(name, [*RESERVED, *_stems(manual), *directory(manual).departments])
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(
            f"没有“{name}”：不是保留页，不是 content/chapters 里的文件，也不是部门",
            f"there is no “{name}”: no reserved page, no file of content/chapters and no department",
        ),
        Words(
            f"{guess.zh}保留页有：{'、'.join(RESERVED)}",
            f"{guess.en}the reserved pages are: {', '.join(RESERVED)}",
        ),
    )


def _stems(manual: Manual) -> list[str]:
    return [file.removesuffix(".md") for file in manual.chapter_files]


def _no_departments(entry: ChapterEntry, manual: Manual) -> Iterator[Problem]:
    known = directory(manual).departments
    for name in entry.departments:
        if name not in known and name not in EVERY_DEPARTMENT and not manual.unread:
            guess = did_you_mean(name, list(known))
            yield Problem(
                SEVERITY,
                CODE,
                name.position,
                Words(f"没有“{name}”这个部门", f"there is no department “{name}”"),
                Words(f"{guess.zh}部门有：{listed(known).zh}", f"{guess.en}the departments are: {listed(known).en}"),
            )
