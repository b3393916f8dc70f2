"""The book in order: what 章节 and 附件 name, as the entries to print; what they leave out is off."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from docgen.manual.model import Chapter, ChapterEntry, Department, Manual, Post
from docgen.manual.references import path_of
from docgen.source import Text

RESERVED = ("封面", "印发通知", "修订记录", "目录", "组织机构图", "汇报关系", "职责一览表", "发放回收记录")
USUAL = ("封面", "修订记录", "目录")
EVERY_DEPARTMENT = ("全部", "all")


class Entry(NamedTuple):
    """One entry of the book: a reserved page, a chapter file (perhaps an annex), departments, or what the template
    `name` makes with `names` (whose pages are numbered with the body's where it `counts`).

    `title` and `layout` are None where the entry has none of its own. `only` names the parts to print, empty for all of
    them.
    """

    kind: Literal["page", "chapter", "departments", "template"]
    name: str
    title: Text | None = None
    chapter: Chapter | None = None
    departments: tuple[Department, ...] = ()
    only: tuple[Text, ...] = ()
    annex: int = 0
    post: Post | None = None
    layout: Text | None = None
    names: Mapping[str, Any] = MappingProxyType({})
    counts: bool = True


def book(manual: Manual) -> list[Entry]:
    """The entries of the whole book. What an entry names and does not exist is left out (a rule reports it)."""
    if manual.chapters:
        entries = [found for entry in manual.chapters if (found := entry_of(entry, manual))]
    else:
        entries = _everything(manual)
    entries = [_in_order(entry, entries) if _is_overview(entry, manual) else entry for entry in entries]
    annexes = [found for entry in manual.annexes if (found := entry_of(entry, manual))]
    return entries + [annex._replace(annex=number) for number, annex in enumerate(annexes, 1)]


def _is_overview(entry: Entry, manual: Manual) -> bool:
    return bool(entry.only) and entry.departments == manual.departments


def _in_order(overview: Entry, entries: list[Entry]) -> Entry:
    """The departments of an overview (部门: 全部) in the order in which the book prints them in full."""
    return overview._replace(departments=_sorted(overview.departments, entries))


def _sorted(departments: tuple[Department, ...], entries: list[Entry]) -> tuple[Department, ...]:
    order = [each.name for entry in entries if not entry.only for each in entry.departments]
    places = {name: place for place, name in reversed(list(enumerate(order)))}
    return tuple(sorted(departments, key=lambda each: places.get(each.name, len(order))))


def departments_in_order(manual: Manual) -> tuple[Department, ...]:
    """All departments in the order in which the book prints them in full; those it doesn't print come last."""
    return _sorted(manual.departments, book(manual))


def _everything(manual: Manual) -> list[Entry]:
    pages = [Entry("page", name) for name in USUAL if name != "修订记录" or manual.revisions]
    annexed = {_file(entry) for entry in manual.annexes}
    annexed |= {str(name) for entry in manual.annexes for name in (entry.name, *entry.departments) if name}
    chapters = [Entry("chapter", file, None, found) for file, found in manual.chapter_files.items()]
    departments = [_department(department) for department in manual.departments]
    return pages + [entry for entry in chapters + departments if entry.name not in annexed]


def _file(entry: ChapterEntry) -> str:
    """The file that an entry may name, whose ending may be left out, or be typed .MD."""
    name = str(entry.file or entry.name or "")
    return f"{name[:-3] if name.lower().endswith('.md') else name}.md"


def _department(department: Department) -> Entry:
    return Entry("departments", department.name, departments=(department,))


def entry_of(entry: ChapterEntry, manual: Manual) -> Entry | None:
    name = str(entry.name or "")
    by_name: dict[str, list[Department]] = {}
    for department in manual.departments:  # there may be two of one name, which a rule reports
        by_name.setdefault(str(department.name), []).append(department)
    if name in RESERVED:
        return Entry("page", name)
    if chapter := manual.chapter_files.get(_file(entry)):
        return Entry("chapter", chapter.file, entry.title, chapter, layout=entry.layout)
    if name in by_name:
        return Entry("departments", name, departments=tuple(by_name[name]))
    if entry.departments:
        if any(each in EVERY_DEPARTMENT for each in entry.departments):
            chosen = manual.departments
        else:
            chosen = tuple(found for each in entry.departments for found in by_name.get(each, ()))
        if chosen:
            name = str(entry.title or "")
            return Entry("departments", name, entry.title, departments=chosen, only=entry.only, layout=entry.layout)
    return None


def part_of(manual: Manual, name: str) -> Entry | list[str]:
    """The entry for `--only`: a department, or 部门/岗位. The names that exist where there is no such part."""
    department_name, _, post_name = path_of(name).partition("/")
    department = next((each for each in manual.departments if each.name in (name, department_name)), None)
    if department is None:
        return [str(each.name) for each in manual.departments]
    layout = next((entry.layout for entry in manual.chapters if _prints_whole(entry, department)), None)
    if not post_name or department.name == name:
        return _department(department)._replace(layout=layout)
    post = next((each for each in department.posts if each.name == post_name), None)
    if post is None:
        return [f"{department.name}/{each.name}" for each in department.posts]
    path = f"{department.name}/{post.name}"
    return Entry("departments", path, departments=(department,), post=post, layout=layout)


def _prints_whole(entry: ChapterEntry, department: Department) -> bool:
    """Whether an entry prints all of a department: the chapter whose layout it has."""
    return not entry.only and any(name in (department.name, *EVERY_DEPARTMENT) for name in entry.departments)
