"""SUPERIOR-SELF: 自己是自己的上级 / A post supervises itself

岗位的“直接上级”“直接下级”不能是它自己，顺着直接上级一级一级往上，也不能回到它自己；
部门的“上级”不能是它自己。

错：

    岗位:
      仓库主任:
        直接上级: 仓库主任

对：

    岗位:
      仓库主任:
        直接上级: 生产副总经理

依据：自己不能考核自己；默认的考核人是直接上级。

---

A post can be neither its own superior nor its own subordinate, nor come back to itself from superior to superior; a
department can't be its own parent.

Wrong: the post 仓库主任 with “直接上级: 仓库主任”. Right: “直接上级: 生产副总经理”.

Basis: nobody assesses himself; the assessor is the superior by default.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Department, Manual
from docgen.manual.references import Directory, Place, directory
from docgen.problems import Problem, Severity, Words
from docgen.source import Text

CODE: Final = "SUPERIOR-SELF"
SEVERITY: Final[Severity] = "error"
SHOWN = 8


def find(manual: Manual) -> Iterator[Problem]:
    known = directory(manual)
    for department in manual.departments:
        if department.parent and department.parent == department.name:
            yield _own(department.parent, Words("写上级部门或主管这个部门的岗位", "name what is above it"))
    superiors: dict[str, list[tuple[Text, str]]] = {}
    for place in (Place(department, post) for department, post in manual.posts):
        above = superiors[str(place)] = _posts(place.post.reports_to, place.department, known)
        below = _posts(place.post.supervises, place.department, known)
        for name, other in above + below:
            if other == str(place):
                yield _own(name, Words("写上一级或下一级的岗位", "name the post above it, or below it"))
    yield from _circles(superiors)


def _own(name: Text, help: Words) -> Problem:
    message = Words(f"“{name}”不能是自己的上级或下级", f"“{name}” cannot be its own superior or subordinate")
    return Problem(SEVERITY, CODE, name.position, message, help)


def _posts(names: tuple[Text, ...], department: Department, known: Directory) -> list[tuple[Text, str]]:
    """Each name that means one post, with that post's 部门/岗位."""
    found = [(name, known.posts(name, department)) for name in names if name not in known.outside]
    return [(name, str(places[0])) for name, places in found if len(places) == 1]


def _circles(superiors: dict[str, list[tuple[Text, str]]]) -> Iterator[Problem]:
    """Each circle once: from every post that is in a circle or below one, a walk upwards ends in a circle."""
    above = _without_top(superiors)
    seen: set[str] = set()
    for start in above:
        post, walk = start, list[str]()
        while post not in seen:
            seen.add(post)
            walk.append(post)
            post = above[post][0]
        if post in walk:
            yield _circle(walk[walk.index(post) :], superiors)


def _without_top(superiors: dict[str, list[tuple[Text, str]]]) -> dict[str, list[str]]:
    """Post → superiors, without the posts from which a way leads up to the top only: taken off from the top down."""
    above = {post: [other for _, other in names if other != post] for post, names in superiors.items()}
    below: dict[str, list[str]] = {}
    for post, others in above.items():
        for other in others:
            below.setdefault(other, []).append(post)
    free = [post for post, others in above.items() if not others]
    while free:
        top = free.pop()
        del above[top]
        for post in below.get(top, ()):
            above[post].remove(top)
            if not above[post]:
                free.append(post)
    return above


def _circle(circle: list[str], superiors: dict[str, list[tuple[Text, str]]]) -> Problem:
    name = next(name for name, other in superiors[circle[0]] if other == circle[1])
    middle = circle if len(circle) <= SHOWN else [*circle[: SHOWN - 2], "……", circle[-1]]
    shown = " → ".join([*middle, circle[0]])
    return Problem(
        SEVERITY,
        CODE,
        name.position,
        Words(f"直接上级绕了一圈又回到自己：{shown}", f"superiors go round in a circle: {shown}"),
        Words("改掉其中一个岗位的“直接上级”", "change the superior (直接上级) of one of them"),
    )
