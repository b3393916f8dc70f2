"""Who a name means: posts and departments by the names that superiors, parents and assessors are given with."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from docgen.manual import Department, Manual, Post
from docgen.problems import Words, did_you_mean


class Place(NamedTuple):
    """A post in its department."""

    department: Department
    post: Post

    def __str__(self) -> str:
        return f"{self.department.name}/{self.post.name}"


class Directory:
    """The posts and departments of a manual. `paths` is by 部门/岗位, `named` by the bare name; `outside` are the
    外部岗位; `is_complete` is False where a name may exist in what could not be read. Of two departments with one name
    the first is found."""

    def __init__(self, manual: Manual) -> None:
        self.departments: dict[str, Department] = {}
        self.paths: dict[str, Place] = {}
        self.named: dict[str, list[Place]] = {}
        self.outside = frozenset(manual.outside)
        self.is_complete = not manual.unread and (bool(manual.outside) or not manual.damaged)
        for department in manual.departments:
            self.departments.setdefault(str(department.name), department)
        for place in (Place(department, post) for department, post in manual.posts):
            if self.paths.setdefault(str(place), place) is place:
                self.named.setdefault(str(place.post.name), []).append(place)

    def posts(self, name: str, department: Department | None = None) -> list[Place]:
        """The posts that `name`, written in `department`, can mean: none, the one, or several to choose from.

        部门/岗位 means that post; a bare name means one's own department first, else any post of that name.
        """
        own = f"{department.name}/{name}" if department else name
        for path in (_path(name), own):
            if path in self.paths:
                return [self.paths[path]]
        return self.named.get(name, [])

    def guess(self, name: str) -> Words:
        """“Did you mean” for a name that is none."""
        return _guess(self, name)


def _path(name: str) -> str:
    return "/".join(part.strip() for part in name.split("/"))


@lru_cache(maxsize=256)
def _guess(directory: Directory, name: str) -> Words:
    """Many posts name one superior: the search through all names is made once for each name."""
    if "/" in name:
        return did_you_mean(_path(name), list(directory.paths))
    return did_you_mean(name, [*directory.named, *directory.outside])


@lru_cache(maxsize=1)
def directory(manual: Manual) -> Directory:
    """The directory of a manual, made once."""
    return Directory(manual)
