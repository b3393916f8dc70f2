"""HANDOUT-CHAPTER-UNKNOWN: 要发给个人的章节不存在 / A chapter to hand out does not exist

“发放”下的“章节”写 content/chapters 里的文件名，“.md”可写可不写；一章也不发就写“无”。

错（文件叫 申诉.md）：

    发放:
      章节: [总则.md, 申述.md]

对：

    发放:
      章节: [总则.md, 申诉.md]

依据：写错的一章会从每个人的那一份里漏掉，员工也就没有收到。

---

章节 under 发放 names files of content/chapters (.md may be left out), or 无 for none.

Wrong: “申述.md” where the file is called 申诉.md. Right: “申诉.md”.

Basis: a chapter mistyped is missing in everybody's copy: nobody was given it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checks.wording import listed
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words, did_you_mean

CODE: Final = "HANDOUT-CHAPTER-UNKNOWN"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    stems = [file.removesuffix(".md") for file in manual.chapter_files]
    for name in manual.handout.chapters if manual.handout else ():
        if name.removesuffix(".md") not in (*stems, "无", "none"):
            guess = did_you_mean(name.removesuffix(".md"), stems)
            files = listed(manual.chapter_files)
            yield Problem(
                SEVERITY,
                CODE,
                name.position,
                Words(f"content/chapters 里没有“{name}”这个文件", f"there is no file “{name}” in content/chapters"),
                Words(f"{guess.zh}有这些文件：{files.zh}", f"{guess.en}the files are: {files.en}"),
            )
