"""Which layout is in force where."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.manual.book import book
from docgen.manual.layouts import LAYOUT_FILES, in_layout, layout_called, layout_of, numbering_of
from docgen.manual.model import Department, Manual, Post
from tests.small_project import MANUAL, read_project

STOREHOUSE = """\
部门: 仓储部
布局: 对照表
岗位:
  仓库主任: {布局: profile, 职责: {收发: {工作标准: 当天录入。, 考核办法: 晚一天扣1分。}}}
  库管员: {职责: {保管: {工作标准: 每天巡查。, 考核办法: 少一次扣1分。}}}
"""
FINANCE = """\
部门: 财务部
岗位:
  会计: {职责: {记账: {工作标准: 当天记账。, 考核办法: 晚一天扣1分。}}}
"""


def manual_of(folder: Path, more: str = "") -> Manual:
    departments: dict[str, str | bytes] = {
        "departments/仓储部.yaml": STOREHOUSE,
        "departments/财务部.yaml": FINANCE,
        "chapters/总则.md": "# 总则\n\n正文。\n",
    }
    return read_project(folder, {"manual.yaml": MANUAL + more, **departments})


def in_force(manual: Manual) -> dict[str, list[str]]:
    """The layouts of each department in the book: its own, then those of its posts."""
    found = {}
    for entry in book(manual):
        for department in entry.departments:
            holders: list[Department | Post] = [department, *department.posts]
            found[str(entry.title or department.name)] = [
                layout_of(holder, manual, entry.layout, is_part=bool(entry.only)) for holder in holders
            ]
    return found


def test_nearest_wins(tmp_path: Path) -> None:
    chapters = "布局: 段落\n章节: [{部门: 仓储部, 布局: 条文}, {部门: 财务部, 布局: articles}]\n"

    assert in_force(manual_of(tmp_path, "章节: [仓储部, 财务部]\n"))["财务部"] == ["三段式", "三段式"]
    assert in_force(manual_of(tmp_path, "布局: 段落\n章节: [仓储部, 财务部]\n"))["财务部"] == ["段落", "段落"]
    assert in_force(manual_of(tmp_path, chapters)) == {
        "仓储部": ["对照表", "岗位说明书", "对照表"],
        "财务部": ["条文", "条文"],
    }


def test_a_part_of_departments_is_laid_out_alike(tmp_path: Path) -> None:
    chapters = "章节: [{标题: 职责一览, 部门: 仓储部, 只印: [职责], 布局: 段落}, 财务部]\n"

    assert in_force(manual_of(tmp_path, chapters))["职责一览"] == ["段落", "段落", "段落"]


def test_one_layout_for_all_leaves_nothing_else(tmp_path: Path) -> None:
    chapters = "布局: 段落\n章节: [{部门: 仓储部, 布局: 条文}, 财务部]\n"

    manual = in_layout(manual_of(tmp_path, chapters), "评分表")

    assert in_force(manual) == {"仓储部": ["评分表"] * 3, "财务部": ["评分表"] * 2}


@pytest.mark.parametrize(("layout", "numbering"), [("条文", ["条文", "条文"]), ("段落", ["", ""])])
def test_articles_ask_for_labels_of_their_own(tmp_path: Path, layout: str, numbering: list[str]) -> None:
    manual = manual_of(tmp_path, f"布局: {layout}\n章节: [总则, 财务部]\n")

    assert [numbering_of(entry, manual) for entry in book(manual)] == numbering


@pytest.mark.parametrize(("zh", "en"), LAYOUT_FILES.items())
def test_a_layout_is_called_by_either_name(zh: str, en: str) -> None:
    assert layout_called(zh) == layout_called(en) == zh


def test_what_is_no_layout() -> None:
    assert layout_called("表格") is None
