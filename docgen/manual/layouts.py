"""The layouts, their templates, the headings in them, and which layout is in force where."""

from __future__ import annotations

from typing import Final

from docgen.manual.book import Entry
from docgen.manual.model import LAYOUTS, Department, Manual, Post
from docgen.source import Text

LAYOUT_FILES: Final = dict(LAYOUTS.choices)
"""Each layout by its Chinese name, with the name of its template (and its English name)."""

DEFAULT: Final = "三段式"
ARTICLES: Final = "条文"
"""Also the name of the labels that a style gives for it."""

# The headings that 栏目名称 can rename, and what stands in a new name for the holder's own.
HEADINGS: Final = (
    "岗位", "部门职责", "岗位通用", "任职资格", "职责", "职权", "工作标准", "考核办法", "指标", "评分表",
)  # fmt: skip
HEADING_PLACEHOLDERS: Final = ("岗位", "部门", "任职者")


def layout_called(name: str) -> str | None:
    """The Chinese name of the layout called so, in Chinese or English; None where there is none."""
    return next((zh for zh, en in LAYOUT_FILES.items() if name in (zh, en)), None)


def layout_of(
    holder: Manual | Department | Post, manual: Manual, chapter: Text | None = None, *, is_part: bool = False
) -> str:
    """The layout in force for a department or post: named by the nearest of post, department, chapter and manual.

    Where a chapter prints a part of departments (`is_part`: 只印), the layout that it names holds for all of them, that
    they look alike.
    """
    own = holder.layout if holder.layout is not manual.layout else None  # what is handed down is the same object
    layout = (chapter or own) if is_part else (own or chapter)
    return str(layout or manual.layout or DEFAULT)


def numbering_of(entry: Entry, manual: Manual) -> str:
    """The labels that an entry of the book asks its style for: its own for articles, else the usual ones ("")."""
    holder = entry.post or next(iter(entry.departments), manual)
    layout = layout_of(holder, manual, entry.layout, is_part=bool(entry.only))
    return ARTICLES if layout == ARTICLES and not entry.annex else ""


def in_layout(manual: Manual, layout: str) -> Manual:
    """The manual with every department and post in one layout, whatever they name."""
    text = Text(layout, manual.position)
    entries = {
        name: tuple(entry.replace(layout=None) for entry in getattr(manual, name)) for name in ("chapters", "annexes")
    }
    departments = tuple(
        department.replace(layout=text, posts=tuple(post.replace(layout=text) for post in department.posts))
        for department in manual.departments
    )
    return manual.replace(layout=text, departments=departments, **entries)
