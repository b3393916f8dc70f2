"""只印: the parts of departments and posts that a chapter prints, where it names some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen import tree
from docgen.problems import Problem, Words, error
from docgen.source import Text

SHARED_PARTS = ("任职资格", "职责", "工作标准", "考核办法", "指标", "评分表")
POST_PARTS = frozenset([*SHARED_PARTS, "职权", "栏目"])
EVERY_PART = ("简介", "部门职责", "岗位通用", *SHARED_PARTS, "职权", "栏目")


def parts_printed(only: Sequence[str]) -> tuple[str, ...]:
    """What is printed where 只印 names `only`, every part where it names nothing.

    岗位通用 is printed in full, but where parts of posts are named beside it: then those of it.
    """
    if "岗位通用" in only and POST_PARTS.isdisjoint(only):
        return (*only, *SHARED_PARTS)
    return tuple(only) or EVERY_PART


def without_bare_headings(blocks: tuple[tree.Block, ...]) -> tuple[tree.Block, ...]:
    """The blocks without sections that are only headings: who has none of the parts isn't listed."""
    kept = (
        replace(block, blocks=without_bare_headings(block.blocks)) if isinstance(block, tree.Section) else block
        for block in blocks
    )
    return tuple(block for block in kept if not _is_bare(block))


def _is_bare(block: tree.Block) -> bool:
    return isinstance(block, tree.Section) and all(isinstance(each, tree.Heading) for each in block.blocks)


def nothing_of(only: Sequence[Text]) -> Problem:
    """The problem of parts that none of the chapter's departments has, or that its layout doesn't print."""
    names = "、".join(only)
    return error(
        "CHAPTER-NOTHING",
        only[0].position,
        Words(f"这一章印不出“{names}”", f"this chapter has no {names} to print"),
        Words(
            "所选的部门都没有写，或者这种布局不印：改“只印”“部门”或“布局”",
            "none of its departments has it, or the layout does not print it: change 只印, 部门 or 布局",
        ),
    )
