"""WORD-PADDED: 用空格撑开的词 / A word stretched with spaces

为了对齐，在词里加空格（“理 解 力”）：搜不到“理解力”，换行时会从中间断开。对齐交给样式。

错：

    评分表:
      工 作 能 力:
        理 解 力: 当天掌握交办的内容。

对：

    评分表:
      工作能力:
        理解力: 当天掌握交办的内容。

依据：同一个词在全册写成一样，查找才找得到；对齐是样式的事。

---

Spaces within a word, put there to align it: the word is not found by a search and breaks in the middle.

Wrong: 理 解 力. Right: 理解力.

Basis: a word is found only where it is written alike; aligning is for the style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "WORD-PADDED"
SEVERITY: Final[Severity] = "warning"

HAN: Final = "\u4e00-\u9fff"
BLANKS: Final = set("年月日时分秒第号页共甲乙丙丁一二三四五六七八九十")
"""What stands alone by right: 年　月　日 on a line to sign, 甲 乙 丙, 一 二 三."""


def find(manual: Manual) -> Iterator[Problem]:
    for hit in search(manual, _padded()):
        word = re.sub(r"\s", "", hit.match[0])
        if not set(word) <= BLANKS:
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(f"“{hit.match[0]}”中间加了空格", f"“{hit.match[0]}” is stretched with spaces"),
                Words(f"写“{word}”，对齐由样式来做", f"write “{word}”; the style aligns it"),
            )


@cache
def _padded() -> re.Pattern[str]:
    """Three or more single 汉字 with spaces between, or two that are the whole text."""
    gap = "[ \u3000\xa0]+"
    return re.compile(rf"(?<![{HAN}])[{HAN}](?:{gap}[{HAN}](?![{HAN}])){{2,}}|^[{HAN}]{gap}[{HAN}]$", re.MULTILINE)
