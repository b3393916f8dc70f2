"""SUPERIOR-ASYMMETRY: 上下级两边写的不一样 / Superior and subordinate disagree

甲的“直接下级”里有乙，乙的“直接上级”就该有甲；反过来也一样。“直接下级”不写，会从各岗位的“直接上级”推出来。

错：

    仓库主任: {直接下级: [库管员, 统计员]}
    统计员: {直接上级: 财务部经理}

对：

    仓库主任: {直接下级: 库管员}
    统计员: {直接上级: 财务部经理}

依据：汇报关系只有一个；谁考核谁，按直接上级定。

---

A post named in 直接下级 names that superior in its 直接上级, and the other way round. Where 直接下级 is left out it is
derived.

Wrong: 仓库主任 names 统计员 as a subordinate, who reports to 财务部经理. Right: one of the two is put right.

Basis: there is one line of reporting, and who assesses goes by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.manual.references import Directory, Place, directory
from docgen.problems import Problem, Severity, Words
from docgen.source import Text

CODE: Final = "SUPERIOR-ASYMMETRY"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    known = directory(manual)
    above, below = Words("直接上级", "superior"), Words("直接下级", "subordinate")
    for place in (Place(department, post) for department, post in manual.posts):
        for name, other in _posts(place.post.supervises, place, known):
            if other.post.reports_to and not _names(other.post.reports_to, other, place, known):
                yield _problem(name, above, place)
        for name, other in _posts(place.post.reports_to, place, known):
            if other.post.supervises and not _names(other.post.supervises, other, place, known):
                yield _problem(name, below, place)


def _posts(names: tuple[Text, ...], writer: Place, known: Directory) -> Iterator[tuple[Text, Place]]:
    """Each name that means one post."""
    for name in names:
        found = known.posts(name, writer.department) if name not in known.outside else []
        if len(found) == 1:
            yield name, found[0]


def _names(names: tuple[Text, ...], writer: Place, meant: Place, known: Directory) -> bool:
    return any(str(meant) in map(str, known.posts(name, writer.department)) for name in names)


def _problem(name: Text, field: Words, place: Place) -> Problem:
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(f"“{name}”的{field.zh}里没有“{place.post.name}”", f"“{name}” has no {field.en} “{place.post.name}”"),
        Words("两边改成一样；直接下级可以不写", "make both agree; 直接下级 can be left out"),
    )
