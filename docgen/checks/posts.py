"""The problem with a name that should mean one post."""

from __future__ import annotations

from docgen.checks.wording import listed
from docgen.loader.values import LIST_SEPARATORS
from docgen.manual.model import Department
from docgen.manual.references import Directory
from docgen.problems import Problem, Severity, Words
from docgen.source import Text


def post_problem(
    severity: Severity, code: str, field: Words, name: Text, department: Department | None, directory: Directory
) -> Problem | None:
    """What is wrong with `name`, written in `field` of a department or its posts: no post, or several. None where it
    is one post or an 外部岗位, or may be one that could not be read."""
    if name in directory.outside:
        return None
    found = directory.posts(name, department)
    if len(found) > 1:
        choices = listed(map(str, found))
        return Problem(
            severity,
            code,
            name.position,
            Words(
                f"{field.zh}“{name}”说的是哪一个？有 {len(found)} 个部门有这个岗位",
                f"{field.en} “{name}” could be any of {len(found)} posts of that name",
            ),
            Words(f"写明部门，从这些里选一个：{choices.zh}", f"name the department too; choose one of: {choices.en}"),
        )
    if found or not directory.is_complete:
        return None
    if name in directory.departments:
        return _department_named(severity, code, field, name, directory.departments[name])
    message = Words(f"{field.zh}“{name}”不是手册里的岗位", f"{field.en} “{name}” is not a post of this manual")
    return Problem(severity, code, name.position, message, _what_to_write(name, department, directory))


def _what_to_write(name: Text, department: Department | None, directory: Directory) -> Words:
    """Instead of a name that no post has: several posts each in a line of its own, the likely one, or 外部岗位."""
    parts = [part.strip() for part in LIST_SEPARATORS.split(name)]
    if len(parts) > 1 and all(directory.posts(part, department) for part in parts):
        lines = "，".join(f"- {part}" for part in parts)
        return Words(f"一行写一个名称：{lines}", f"write each name in a line of its own: {lines}")
    guess = directory.guess(name)
    return Words(
        f"{guess.zh}手册里没有页的上级和考核人，写进 manual.yaml 的“外部岗位”",
        f"{guess.en}superiors and assessors with no page of their own are listed in 外部岗位 in manual.yaml",
    )


def _department_named(severity: Severity, code: str, field: Words, name: Text, department: Department) -> Problem:
    posts = listed(f"{name}/{post.name}" for post in department.posts)
    return Problem(
        severity,
        code,
        name.position,
        Words(f"{field.zh}“{name}”是部门，不是岗位", f"{field.en} “{name}” is a department, not a post"),
        Words(f"写部门里的岗位：{posts.zh}", f"write a post of it: {posts.en}"),
    )
