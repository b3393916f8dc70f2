"""Who is under whom: the departments by their 上级 (组织机构图), the posts by their 直接上级 (汇报关系)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from docgen.manual.model import Department, Manual, Post
from docgen.manual.references import Directory, Place, directory
from docgen.source import Text


class Node(NamedTuple):
    """A department, a post by 部门/岗位, or an 外部岗位."""

    kind: Literal["department", "post", "outside"]
    path: str


class Branch(NamedTuple):
    """A name with what is under it. Where several posts have the name, it carries its department, 统计员（仓储部）, but
    not below a post of that department."""

    name: str
    below: tuple[Branch, ...]


Above = dict[Node, Node | None]


def organization(manual: Manual, departments: Iterable[Department]) -> tuple[Branch, ...]:
    """The departments in this order under what they name as 上级, the posts that departments are under among them.

    A department whose posts are there in its place (经理层) is left out, unless something is under it.
    """
    above = departments_above(manual, departments)
    superiors = set(above.values())
    led = {Node("department", node.path.partition("/")[0]) for node in above if node.kind == "post"}
    hidden = [node for node in led if above.get(node) is None and node not in superiors]
    return _branches({node: up for node, up in above.items() if node not in hidden}, manual)


def reporting(manual: Manual, departments: Iterable[Department]) -> tuple[Branch, ...]:
    """The posts under the first 直接上级 of each, in the order of these departments."""
    known = directory(manual)
    above: Above = {}
    for department in departments:
        for post in department.posts:
            superior = _superior(Place(department, post), known)
            if superior and superior.kind == "outside":
                above.setdefault(superior, None)
            above[Node("post", f"{department.name}/{post.name}")] = superior
    return _branches(above, manual)


def several_superiors(departments: Iterable[Department]) -> list[Post]:
    """The posts with more than one 直接上级: a chart shows the first."""
    return [post for department in departments for post in department.posts if len(post.reports_to) > 1]


def departments_above(manual: Manual, departments: Iterable[Department]) -> Above:
    """What each department is under; and what each post is under that a department is under, all the way up.

    A post is under its 直接上级; but where that is what its department is under, or there is none, it heads its
    department and is under that.
    """
    known = directory(manual)
    above: Above = {}
    for department in departments:
        parent = _named(department.parent, department, known)
        above[Node("department", str(department.name))] = parent
        while parent and parent not in above and parent.kind != "department":
            place = known.paths.get(parent.path)
            above[parent] = _above_post(place, known) if parent.kind == "post" and place else None
            parent = above[parent]
    return above


def _above_post(place: Place, known: Directory) -> Node:
    superior = _superior(place, known)
    if superior is None or superior == _named(place.department.parent, place.department, known):
        return Node("department", str(place.department.name))
    return superior


def _superior(place: Place, known: Directory) -> Node | None:
    nodes = (_named(name, place.department, known, posts_only=True) for name in place.post.reports_to)
    return next((node for node in nodes if node), None)


def _named(name: Text | None, department: Department, known: Directory, *, posts_only: bool = False) -> Node | None:
    """What a name in `department` means, where it means one thing."""
    if name is None:
        return None
    if not posts_only and name in known.departments:
        return Node("department", str(name))
    if name in known.outside:
        return Node("outside", str(name))
    places = known.posts(name, department)
    return Node("post", str(places[0])) if len(places) == 1 else None


def circles(above: Mapping[Node, Node | None]) -> Iterator[list[Node]]:
    """Each circle once, from the member that comes first."""
    seen: set[Node] = set()
    for start in above:
        walk: list[Node] = []
        node: Node | None = start
        while node and node not in seen:
            seen.add(node)
            walk.append(node)
            node = above.get(node)
        if node in walk:
            yield walk[walk.index(node) :]


RANKS = {"outside": 0, "post": 1, "department": 2}


def _branches(above: Above, manual: Manual) -> tuple[Branch, ...]:
    """The forest, outsiders and posts before departments. A circle is opened above its first member."""
    opened = {circle[0] for circle in circles(above)}
    above = {node: up if up in above and node not in opened else None for node, up in above.items()}
    below: dict[Node | None, list[Node]] = {}
    for node, up in above.items():
        below.setdefault(up, []).append(node)
    known = directory(manual)
    downwards = list(below.get(None, []))
    for node in downwards:
        downwards += below.get(node, [])  # which the loop comes to in turn
    branches: dict[Node, Branch] = {}
    for node in reversed(downwards):
        lower = tuple(branches[each] for each in _sorted(below.get(node, [])))
        branches[node] = Branch(_shown(node, above[node], known), lower)
    return tuple(branches[each] for each in _sorted(below.get(None, [])))


def _sorted(nodes: list[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: RANKS[node.kind])


def _shown(node: Node, up: Node | None, known: Directory) -> str:
    """A name below its own department, or a post of it, needs no department."""
    department, _, name = node.path.partition("/")
    if node.kind != "post":
        return node.path
    is_at_home = up is not None and up.kind != "outside" and up.path.partition("/")[0] == department
    return name if is_at_home or len(known.named[name]) == 1 else f"{name}（{department}）"
