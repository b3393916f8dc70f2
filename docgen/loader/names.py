"""What a title, a post's or a department's name may be."""

from __future__ import annotations

from functools import cache

from docgen.format import classes, entries
from docgen.manual.model import Common, Department, Duty, Indicator, Manual, Post, Shared, Standard
from docgen.problems import Problem, Words, error
from docgen.source import Text

ROOTS = (Manual, Common, Department)
LONGEST_NAME = 40


@cache
def field_names() -> frozenset[str]:
    """Every Chinese and English field name of the format."""
    return frozenset(name for of in classes(*ROOTS) for entry in entries(of).values() for name in (entry.zh, entry.en))


@cache
def _nested_names() -> frozenset[str]:
    """Field names that a title can be mistaken for: those that stand inside departments, posts and duties."""
    inside = (Department, Post, Duty, Standard, Indicator, Shared)
    return frozenset(name for of in inside for entry in entries(of).values() for name in (entry.zh, entry.en))


def name_problem(name: Text) -> Problem | None:
    """The problem with a name, or None: it has a letter or 汉字, no `/`, is no field's name, and has at most 40
    characters."""
    if name in _nested_names():
        return error(
            "NAME-IS-FIELD",
            name.position,
            Words(f"“{name}”是栏目名，不能当名称用，多半是缩进少了", f"“{name}” is a field, not a name"),
            Words(
                f"把“{name}”往右缩进两格，放到它所属的那一项里面",
                f"indent “{name}” two more spaces, into the entry it belongs to",
            ),
        )
    if not name[:1].isalpha() and not any(char.isalpha() for char in name):
        return error(
            "NAME-NO-LETTER",
            name.position,
            Words(f"名称“{name}”里没有文字", f"the name “{name}” has no letter in it"),
            Words("写成文字的名称，例如 仓库主任；编号写在“编号”里", "write a name in words; numbers belong in 编号"),
        )
    if "/" in name:
        return error(
            "NAME-SLASH",
            name.position,
            Words(f"名称“{name}”里有斜杠“/”", f"the name “{name}” has a slash in it"),
            Words("斜杠用来分隔“部门/岗位”，改用顿号“、”或“与”", "“/” separates 部门/岗位; use 、 or 与 instead"),
        )
    if len(name) > LONGEST_NAME:
        return error(
            "NAME-LONG",
            name.position,
            Words(f"名称有 {len(name)} 个字，最多 {LONGEST_NAME} 个字", f"a name over {LONGEST_NAME} characters"),
            Words(
                "标题只写 4 到 8 个字的工作事项，整句话写到“内容”里",
                "keep the title to a few words and write the sentence under 内容",
            ),
        )
    return None
