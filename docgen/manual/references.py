"""Who a name means: posts and departments by the names that superiors, parents and assessors are given with."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

from docgen.manual.model import Department, Manual, Post
from docgen.problems import Guesses, Words, is_it


class Place(NamedTuple):
    """A post in its department."""

    department: Department
    post: Post

    def __str__(self) -> str:
        return "/".join((self.department.name, self.post.name))  # of Texts in half an f-string's time


class Directory:
    """The posts and departments of a manual. `paths` is by 部门/岗位, `named` by the bare name; `outside` are the
    外部岗位; `is_complete` is False where a name may exist in what could not be read. Of two departments with one name
    the first is found."""

    def __init__(self, manual: Manual) -> None:
        self.departments: dict[str, Department] = {}
        self.paths: dict[str, Place] = {}
        self.named: dict[str, list[Place]] = {}
        self.outside = frozenset(manual.outside)
        self._guesses = Guesses()
        self._guessed: dict[str, Words] = {}
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
        own = "/".join((department.name, name)) if department else name
        for path in (name, path_of(name), own) if "/" in name or "／" in name else (own,):
            if path in self.paths:
                return [self.paths[path]]
        return self.named.get(name, [])

    @cached_property
    def subordinates(self) -> dict[str, list[Place]]:
        """The posts that name each post, by 部门/岗位, as their 直接上级."""
        found: dict[str, list[Place]] = {}
        for place in self.paths.values():
            superiors = [self.posts(name, place.department) for name in place.post.reports_to]
            for path in dict.fromkeys(str(meant[0]) for meant in superiors if len(meant) == 1):
                found.setdefault(path, []).append(place)
        return found

    def guess(self, name: str) -> Words:
        """“Did you mean” for a name that is none. Many posts name one superior: it is searched for once."""
        if name not in self._guessed:
            path = path_of(name)
            names = [*self.named, *self.outside]
            self._guessed[name] = is_it(self._nearest_path(path) if "/" in path else self._guesses.nearest(path, names))
        return self._guessed[name]

    def guess_part(self, name: str) -> Words:
        """“Did you mean” for what is no department and no 部门/岗位."""
        path = path_of(name)
        if "/" in path:
            return is_it(self._nearest_path(path))
        if path in self.named:
            return is_it(str(self.named[path][0]))
        return self._guesses.did_you_mean(path, list(self.departments))

    def _nearest_path(self, path: str) -> str | None:
        """Only the part that is wrong is compared: the post where there is such a department, else the department."""
        department, _, post = path.partition("/")
        if found := self.departments.get(department):
            guess = self._guesses.nearest(post, [str(each.name) for each in found.posts])
            return f"{department}/{guess}" if guess else None
        homes = [str(place.department.name) for place in self.named.get(post, [])]
        home = homes[0] if len(homes) == 1 else self._guesses.nearest(department, homes)
        return f"{home}/{post}" if home else self._guesses.nearest(path, list(self.paths))


def path_of(name: str) -> str:
    """部门/岗位 as it is looked for, however the slash was typed."""
    return "/".join(part.strip() for part in name.replace("／", "/").split("/"))


@lru_cache(maxsize=1)
def directory(manual: Manual) -> Directory:
    """The directory of a manual, made once."""
    return Directory(manual)
