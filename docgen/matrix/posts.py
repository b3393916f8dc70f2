"""The 职责矩阵 of each department: its duties across its posts, so that one sees who carries what and what
nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.manual.listing import called
from docgen.manual.model import Department, Duty, Manual, Post
from docgen.sheets import Cell, Row, Sheet

CARRIED, OTHER = "部门职责", "其他职责"
NOBODY = "无人承接"
HAS = "●"


def post_sheets(manual: Manual) -> list[Sheet]:
    """A sheet for each department that has posts.

    First its 部门职责: in a post's column stand the titles of the duties by which it carries one (对应). Then,
    by title, the duties that carry none: ● where a post has it.
    """
    return [_sheet(department) for department in manual.departments if department.posts]


def _sheet(department: Department) -> Sheet:
    posts = [str(post.name) for post in department.posts]
    headings = ("类别", "职责", *posts, "岗位数")
    widths = (10, 22, *(max(10, 2 * len(name)) for name in posts), 9)
    rows = (*_department_duties(department), *_other_duties(department))
    return Sheet(str(department.name), headings, widths, rows, grouped=1)


def _department_duties(department: Department) -> Iterator[Row]:
    carriers: dict[str, list[list[str]]] = {}
    for place, post in enumerate(department.posts):
        for duty in _duties(post):
            for name in duty.serves:
                cells = carriers.setdefault(name, [[] for _ in department.posts])
                cells[place].append(called(duty))
    for duty in department.duties:
        cells = carriers.get(duty.name, [[] for _ in department.posts])
        yield _row(CARRIED, called(duty), ["\n".join(titles) for titles in cells])


def _other_duties(department: Department) -> Iterator[Row]:
    """What is tied to no 部门职责 that there is."""
    known = {str(duty.name) for duty in department.duties}
    having: dict[str, list[str]] = {}
    for place, post in enumerate(department.posts):
        for duty in _duties(post):
            if known.isdisjoint(duty.serves):
                having.setdefault(called(duty), [""] * len(department.posts))[place] = HAS
    for title, cells in having.items():
        yield _row(OTHER, title, cells)


def _row(kind: str, title: str, cells: list[str]) -> Row:
    count = sum(map(bool, cells))
    last: Cell = count or NOBODY
    return Row((kind, title, *cells, last), wrong=not count)


def _duties(post: Post) -> Iterator[Duty]:
    """The post's own duties, and those of each 岗位通用 in force for it."""
    yield from post.duties
    for shared in post.shared:
        yield from shared.duties
