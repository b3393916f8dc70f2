"""职责一览表: every post with its establishment (编制), the number of its holders and its superior, and the totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.manual.model import Department, Number, Post
from docgen.source import Text

# A group of rows stays on one page, with its department's name beside it: a longer one is parted.
LONGEST_GROUP = 12
CONTINUED = "（续）"


class PostLine(NamedTuple):
    """A post's row. `holders` is "" where none are given: that is not known, and not a vacancy."""

    name: Text
    headcount: str
    holders: str
    superiors: str
    remark: str


class Lines(NamedTuple):
    """Rows that stay together under the name of their department."""

    department: str | Text
    posts: tuple[PostLine, ...]


class Totals(NamedTuple):
    """The sum of all posts. `remark` says how many are over the establishment, each post reckoned by itself."""

    posts: str
    headcount: str
    holders: str
    remark: str


def establishment(departments: Iterable[Department]) -> Iterator[Lines]:
    """The rows of these departments, in order."""
    for department in departments:
        rows = [_line(post) for post in department.posts]
        for start in range(0, len(rows), LONGEST_GROUP):
            name = f"{department.name}{CONTINUED}" if start else department.name
            yield Lines(name, tuple(rows[start : start + LONGEST_GROUP]))


def totals(departments: Iterable[Department]) -> Totals:
    """What the rows come to; "" where no post gives the number."""
    posts = [post for department in departments for post in department.posts]
    headcounts = [post.headcount.value for post in posts if post.headcount]
    holders = [len(post.holders) for post in posts if post.holders]
    return Totals(
        f"{len(posts)}个岗位",
        _shown(sum(headcounts, Decimal())) if headcounts else "",
        str(sum(holders)) if holders else "",
        _over(sum((_surplus(post) for post in posts), Decimal())),
    )


def _line(post: Post) -> PostLine:
    return PostLine(
        post.name,
        _number(post.headcount),
        str(len(post.holders)) if post.holders else "",
        "、".join(post.reports_to),
        _over(_surplus(post)),
    )


def _surplus(post: Post) -> Decimal:
    return max(len(post.holders) - post.headcount.value, Decimal()) if post.headcount else Decimal()


def _over(surplus: Decimal) -> str:
    return f"超编{_shown(surplus)}人" if surplus else ""


def _number(number: Number | None) -> str:
    return _shown(number.value) if number else ""


def _shown(value: Decimal) -> str:
    return f"{value:f}"
