"""Departments by 上级 and posts by 直接上级, as forests; shown as lists moved in."""

from __future__ import annotations

from pathlib import Path

from docgen.manual.book import departments_in_order
from docgen.manual.hierarchy import Branch, organization, reporting, several_superiors
from docgen.manual.model import Manual
from tests.small_project import MANUAL, read_project

MANAGEMENT = """\
部门: 经理层
岗位:
  总经理: {直接上级: 董事会, 职责: {主持工作: 见上}}
  副总经理: {直接上级: 总经理, 职责: {协助工作: 见上}}
"""


def manual_of(folder: Path, more: str = "外部岗位: 董事会\n", **departments: str) -> Manual:
    files: dict[str, str | bytes] = {f"departments/{name}.yaml": text for name, text in departments.items()}
    return read_project(folder, {"manual.yaml": MANUAL + more, "departments/仓储部.yaml": "部门: 仓储部\n", **files})


def shown(branches: tuple[Branch, ...], depth: int = 0) -> list[str]:
    return [line for each in branches for line in ("  " * depth + each.name, *shown(each.below, depth + 1))]


def organized(manual: Manual) -> list[str]:
    return shown(organization(manual, departments_in_order(manual)))


def reported(manual: Manual) -> list[str]:
    return shown(reporting(manual, departments_in_order(manual)))


def test_departments_stand_under_departments_posts_and_outsiders(tmp_path: Path) -> None:
    manual = manual_of(
        tmp_path,
        经理层=MANAGEMENT,
        生产部="部门: 生产部\n上级: 副总经理\n",
        测量队="部门: 测量队\n上级: 生产部\n",
        审计室="部门: 审计室\n上级: 董事会\n",
        仓储部="部门: 仓储部\n上级: 总经理\n",
    )

    # Posts come before departments; 经理层, for which its posts stand, is left out.
    assert organized(manual) == [
        "董事会",
        "  总经理",
        "    副总经理",
        "      生产部",
        "        测量队",
        "    仓储部",
        "  审计室",
    ]


def test_a_post_that_heads_its_department_stands_under_it(tmp_path: Path) -> None:
    office = "部门: 办公室\n上级: 总经理\n岗位:\n  主任: {直接上级: 总经理, 职责: {管理: 见上}}\n"
    manual = manual_of(tmp_path, 经理层=MANAGEMENT, 办公室=office, 车队="部门: 车队\n上级: 主任\n")

    assert organized(manual) == ["董事会", "  总经理", "    办公室", "      主任", "        车队", "仓储部"]


def test_departments_without_parents_stand_side_by_side(tmp_path: Path) -> None:
    assert organized(manual_of(tmp_path, 财务部="部门: 财务部\n")) == ["仓储部", "财务部"]


def test_a_circle_is_opened(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, 甲部="部门: 甲部\n上级: 乙部\n", 乙部="部门: 乙部\n上级: 甲部\n")

    assert organized(manual) == ["乙部", "  甲部", "仓储部"]


def test_what_cannot_be_found_is_nobody(tmp_path: Path) -> None:
    assert organized(manual_of(tmp_path, 甲部="部门: 甲部\n上级: 没有的人\n")) == ["仓储部", "甲部"]


def test_posts_stand_under_their_first_superior(tmp_path: Path) -> None:
    stores = (
        "部门: 仓储部\n岗位:\n  主任: {直接上级: 副总经理, 职责: {管理: 见上}}\n"
        "  库管员: {直接上级: [主任, 总经理], 职责: {收发: 见上}}\n"
    )
    manual = manual_of(tmp_path, 经理层=MANAGEMENT, 仓储部=stores)

    assert reported(manual) == ["董事会", "  总经理", "    副总经理", "      主任", "        库管员"]
    assert [str(post.name) for post in several_superiors(departments_in_order(manual))] == ["库管员"]


def test_posts_of_one_name_carry_their_departments(tmp_path: Path) -> None:
    post = "部门: {0}\n岗位:\n  统计员: {{职责: {{统计: 见上}}}}\n"
    manual = manual_of(tmp_path, 仓储部=post.format("仓储部"), 生产部=post.format("生产部"))

    assert reported(manual) == ["统计员（仓储部）", "统计员（生产部）"]


def test_below_a_post_of_their_department_they_need_none(tmp_path: Path) -> None:
    posts = "部门: {0}\n岗位:\n  主任: {{职责: {{管理: 见上}}}}\n  统计员: {{直接上级: {1}, 职责: {{统计: 见上}}}}\n"
    stores, works = posts.format("仓储部", "主任"), posts.format("生产部", "仓储部/主任")
    manual = manual_of(tmp_path, 仓储部=stores, 生产部=works)

    assert reported(manual) == ["主任（仓储部）", "  统计员", "  统计员（生产部）", "主任（生产部）"]


def test_a_chain_may_be_long(tmp_path: Path) -> None:
    posts = "".join(f"  岗{number}: {{直接上级: 岗{number - 1}, 职责: {{管理: 见上}}}}\n" for number in range(2, 1500))
    manual = manual_of(tmp_path, 仓储部=f"部门: 仓储部\n岗位:\n  岗1: {{职责: {{管理: 见上}}}}\n{posts}")

    (top,) = reporting(manual, departments_in_order(manual))
    assert [top.name, top.below[0].name] == ["岗1", "岗2"]


def test_departments_are_in_the_order_of_the_book(tmp_path: Path) -> None:
    chapters = "章节: [财务部, {部门: 全部, 只印: 部门职责, 标题: 一览}, 仓储部]\n"
    manual = manual_of(tmp_path, chapters, 财务部="部门: 财务部\n", 生产部="部门: 生产部\n")

    assert organized(manual) == ["财务部", "仓储部", "生产部"]
