"""LAYOUT-UNAVAILABLE: 这种布局还不能印 / A layout cannot be printed yet

“布局”是一个部门或岗位的版式。这个版本能印“三段式”（岗位职责、工作标准、考核办法三个编号列表），
其他几种（对照表、评分表、条文、岗位说明书、段落）还不能印。

错：

    部门: 仓储部
    布局: 对照表

对：

    部门: 仓储部
    布局: 三段式

依据：印出来的版式要和写的一样，不能悄悄换成别的。

---

布局 is how a department or a post is laid out. This version prints 三段式 (duties, standards and clauses as three
numbered lists); the others can't be printed yet.

Wrong: “布局: 对照表”. Right: “布局: 三段式”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.layouts import LAYOUT_FILES
from docgen.manual import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, Text

CODE: Final = "LAYOUT-UNAVAILABLE"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for layout in _layouts(manual):
        if layout and layout not in LAYOUT_FILES and layout.position not in seen:
            seen.add(layout.position)
            yield _problem(layout)


def _layouts(manual: Manual) -> Iterator[Text | None]:
    """Every layout in force; an inherited one comes again, with the position where it was written."""
    yield manual.layout
    for entry in (*manual.chapters, *manual.annexes):
        yield entry.layout
    for department in manual.departments:
        yield department.layout
        for post in department.posts:
            yield post.layout


def _problem(layout: Text) -> Problem:
    available = "、".join(LAYOUT_FILES)
    return Problem(
        SEVERITY,
        CODE,
        layout.position,
        Words(f"这个版本还不能印“{layout}”布局", f"the layout “{layout}” cannot be printed yet"),
        Words(f"现在能印：{available}", f"these can be printed: {available}"),
    )
