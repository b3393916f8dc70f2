"""The book in order: what 章节 and 附件 name, and what stands in it where they say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.manual.book import Entry, book, part_of
from docgen.manual.model import Manual
from tests.small_project import MANUAL, read_project

DEPARTMENTS = {
    f"departments/{name}.yaml": f"部门: {name}\n岗位:\n  {post}:\n    职责: {{工作部署: 每天部署工作。}}\n"
    for name, post in (("仓储部", "仓库主任"), ("财务部", "会计"), ("生产部", "班长"))
}
CHAPTERS = {f"chapters/{name}.md": f"# {name}\n\n正文。\n" for name in ("总则", "附则", "登记表")}
REVISIONS = "修订记录: [{版本: '1', 日期: 2026-01-05, 内容: 首次发布。}]\n"


def manual_of(folder: Path, more: str = "") -> Manual:
    return read_project(folder, {"manual.yaml": MANUAL + more, **DEPARTMENTS, **CHAPTERS})


def shown(entry: Entry) -> str:
    """An entry in short: 页 封面, 章 总则.md, 部门 仓储部+财务部, with title, parts and number as an annex."""
    names = "+".join(department.name for department in entry.departments)
    words = {"page": f"页 {entry.name}", "chapter": f"章 {entry.name}", "departments": f"部门 {names}"}[entry.kind]
    title = f"《{entry.title}》" if entry.title else ""
    only = f"（{'、'.join(entry.only)}）" if entry.only else ""
    return f"{f'附件{entry.annex} ' if entry.annex else ''}{words}{title}{only}"


def order(manual: Manual) -> list[str]:
    return [shown(entry) for entry in book(manual)]


def test_where_chapters_are_not_named_everything_is_printed_by_file_name(tmp_path: Path) -> None:
    assert order(manual_of(tmp_path, REVISIONS)) == [
        "页 封面", "页 修订记录", "页 目录",
        "章 总则.md", "章 登记表.md", "章 附则.md",
        "部门 仓储部", "部门 生产部", "部门 财务部",
    ]  # fmt: skip


def test_without_revisions_there_is_no_page_for_them(tmp_path: Path) -> None:
    assert order(manual_of(tmp_path))[:3] == ["页 封面", "页 目录", "章 总则.md"]


def test_an_annex_is_not_printed_among_the_chapters_too(tmp_path: Path) -> None:
    assert order(manual_of(tmp_path, "附件: [生产部, 登记表.md]\n")) == [
        "页 封面", "页 目录", "章 总则.md", "章 附则.md", "部门 仓储部", "部门 财务部",
        "附件1 部门 生产部", "附件2 章 登记表.md",
    ]  # fmt: skip


def test_annexes_are_numbered_whatever_they_print(tmp_path: Path) -> None:
    assert order(manual_of(tmp_path, "章节: [封面]\n附件: [发放回收记录, 登记表, 修订记录, 附则.MD]\n")) == [
        "页 封面", "附件1 页 发放回收记录", "附件2 章 登记表.md", "附件3 页 修订记录", "附件4 章 附则.md",
    ]  # fmt: skip


def test_a_department_that_an_annex_gives_a_title_is_not_printed_twice(tmp_path: Path) -> None:
    assert order(manual_of(tmp_path, "附件: [{标题: 附录, 部门: 生产部}]\n"))[-3:] == [
        "部门 仓储部", "部门 财务部", "附件1 部门 生产部《附录》",
    ]  # fmt: skip


def test_departments_of_one_name_are_all_printed(tmp_path: Path) -> None:
    (tmp_path / "content/departments").mkdir(parents=True)
    (tmp_path / "content/departments/库房.yaml").write_text("部门: 仓储部\n")

    assert order(manual_of(tmp_path, "章节: [仓储部]\n")) == ["部门 仓储部+仓储部"]


def test_a_chapter_file_may_end_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "content/chapters").mkdir(parents=True)
    (tmp_path / "content/chapters/说明.MD").write_text("# 说明\n\n正文。\n")

    assert order(manual_of(tmp_path, "章节: [说明]\n")) == ["章 说明.md"]
    assert order(manual_of(tmp_path, "章节: [说明.MD]\n")) == ["章 说明.md"]


def test_the_chapters_named_are_the_whole_book_in_order(tmp_path: Path) -> None:
    chapters = """\
章节:
  - 财务部
  - 总则          # the file, without its ending
  - 目录
  - {文件: 附则.md, 标题: 其他规定}
  - {部门: [生产部, 仓储部], 标题: 一线部门}
"""

    assert order(manual_of(tmp_path, chapters)) == [
        "部门 财务部", "章 总则.md", "页 目录", "章 附则.md《其他规定》", "部门 生产部+仓储部《一线部门》",
    ]  # fmt: skip


def test_what_does_not_exist_is_left_out(tmp_path: Path) -> None:
    assert order(manual_of(tmp_path, "章节: [封面, 总责, {部门: [仓储部, 保卫部]}]\n")) == ["页 封面", "部门 仓储部"]


@pytest.mark.parametrize("every", ["全部", "all"])
def test_an_overview_of_all_departments_is_in_the_order_of_the_book(tmp_path: Path, every: str) -> None:
    chapters = f"章节: [{{部门: {every}, 只印: 部门职责, 标题: 一览}}, 财务部, 仓储部]\n"

    assert order(manual_of(tmp_path, chapters)) == [
        "部门 财务部+仓储部+生产部《一览》（部门职责）",
        "部门 财务部",
        "部门 仓储部",
    ]


# --only


def test_a_part_is_a_department_or_a_post(tmp_path: Path) -> None:
    manual = manual_of(tmp_path)
    department = manual.departments[0]

    assert part_of(manual, "仓储部") == Entry("departments", "仓储部", departments=(department,))
    assert part_of(manual, "仓储部/仓库主任") == Entry(
        "departments", "仓储部/仓库主任", departments=(department,), post=department.posts[0]
    )


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("仓储", ["仓储部", "生产部", "财务部"]),
        ("仓储/仓库主任", ["仓储部", "生产部", "财务部"]),
        ("仓储部/主任", ["仓储部/仓库主任"]),
        ("", ["仓储部", "生产部", "财务部"]),
    ],
)
def test_of_an_unknown_part_the_known_ones_are_named(tmp_path: Path, name: str, known: list[str]) -> None:
    assert part_of(manual_of(tmp_path), name) == known


def test_a_part_is_found_however_the_slash_was_typed(tmp_path: Path) -> None:
    manual = manual_of(tmp_path)

    assert part_of(manual, "仓储部/") == part_of(manual, "仓储部")
    assert part_of(manual, "仓储部／仓库主任") == part_of(manual, "仓储部/仓库主任")
