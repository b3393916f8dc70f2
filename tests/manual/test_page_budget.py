"""Posts that run over the pages they may take, from what the layout of the PDF tells."""

from __future__ import annotations

from pathlib import Path

from docgen.manual.model import Manual
from docgen.manual.page_budget import over_budget
from tests.small_project import MANUAL, read_project

POST = "仓储部/仓库主任"


def manual_of(folder: Path, more: str) -> Manual:
    return read_project(folder, {"manual.yaml": MANUAL + more})


def found(manual: Manual, places: dict[str, range], first: str = "5") -> list[tuple[str, str, str]]:
    labels = dict.fromkeys(places, first)
    return [(each.code, str(each.position), each.message.zh) for each in over_budget(manual, labels, places)]


def test_a_post_on_more_pages_than_it_may_take(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, "版面: {每岗位最多页数: 2}\n")
    places = {
        "仓储部": range(4, 9),
        POST: range(4, 5),
        f"{POST}/考核办法": range(5, 6),
        f"{POST}/考核办法/1": range(5, 7),
    }

    assert found(manual, places) == [
        (
            "POST-PAGES",
            "content/departments/仓储部.yaml:3:3",
            "岗位“仓储部/仓库主任”印了 3 页（5—7），超过每岗位最多 2 页",
        )
    ]


def test_as_many_as_it_may_take(tmp_path: Path) -> None:
    places = {POST: range(4, 5), f"{POST}/考核办法": range(5, 7)}

    assert found(manual_of(tmp_path, "版面: {每岗位最多页数: 3}\n"), places) == []
    assert found(manual_of(tmp_path, ""), places) == []


def test_under_a_title_of_several_departments(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, "版面: {每岗位最多页数: 1}\n章节: [{标题: 各部门, 部门: 全部}]\n")

    assert [code for code, *_ in found(manual, {f"各部门/{POST}": range(2), f"各部门/{POST}/职责": range(2)})] == [
        "POST-PAGES"
    ]


def test_what_a_chapter_prints_of_posts_is_not_the_post(tmp_path: Path) -> None:
    chapters = "章节: [{标题: 标准一览, 部门: 全部, 只印: 工作标准}, 仓储部]\n"
    manual = manual_of(tmp_path, f"版面: {{每岗位最多页数: 1}}\n{chapters}")

    assert found(manual, {f"标准一览/{POST}": range(3), POST: range(3, 4)}) == []
