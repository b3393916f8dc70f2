"""Manual and templates in, document tree out: the pages there are, what is printed on them, and what can't be composed.

What is printed is shown as Markdown, which says the same as the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen import resources
from docgen.compose import Composed, compose
from docgen.manual.book import Entry, part_of
from docgen.manual.model import Manual
from docgen.problems import Problem, Words, error, warning
from docgen.source import Position
from docgen.template import Templates
from docgen.tree import Block, Document, Heading, Item, List, PageSection, Section, Table
from docgen.writers import markdown
from tests.sample_style import gbt9704
from tests.small_project import MANUAL, read_project

STOREHOUSE = """\
部门: 仓储部
部门职责:
  物资保管: 负责全公司物资的验收、保管和发放。
岗位:
  仓库主任:
    任职者: [孙勇, 何敏]
    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准: 单据当天录入。
        考核办法: 单据晚录入1天扣1分。
"""
FINANCE = """\
部门: 财务部
部门职责:
  资金管理: 负责公司资金的筹集和使用。
岗位:
  会计:
    职责:
      记账: {工作标准: 当天记账。, 考核办法: 晚记一天扣1分。}
"""
FILES: dict[str, str | bytes] = {
    "departments/仓储部.yaml": STOREHOUSE,
    "departments/财务部.yaml": FINANCE,
    "chapters/总则.md": "# 总则\n\n本手册由{单位}制定。\n",
}
WHOLE = (
    "章节: [封面, 修订记录, 目录, 总则, 仓储部, 财务部]\n修订记录: {版本: '1', 日期: 2026-01-05, 内容: 首次发布。}\n"
)


def manual_of(folder: Path, more: str = "", files: dict[str, str | bytes] | None = None) -> Manual:
    """A company of two departments; `more` follows the three lines that manual.yaml must have."""
    return read_project(folder, {"manual.yaml": MANUAL + more, **FILES, **(files or {})})


def composed(
    manual: Manual,
    *,
    own: Path | None = None,
    part: Entry | list[str] | None = None,
    draft: list[Problem] | None = None,
) -> Composed:
    assert not isinstance(part, list)
    folders = [*([own] if own else []), resources.templates()]
    return compose(manual, Templates(folders), gbt9704(), part=part, draft=draft)


def document(manual: Manual, *, part: Entry | list[str] | None = None, draft: list[Problem] | None = None) -> Document:
    found = composed(manual, part=part, draft=draft)
    assert found.problems == []
    assert found.document
    return found.document


def printed(manual: Manual, part: Entry | list[str] | None = None) -> str:
    return markdown.write(document(manual, part=part))


# The pages


def test_front_matter_and_body_count_their_pages_from_1_each(tmp_path: Path) -> None:
    pages = document(manual_of(tmp_path, WHOLE)).sections

    assert [(page.key, page.kind, page.page_numbers, page.restart) for page in pages] == [
        ("封面", "cover", "none", False),
        ("修订记录", "front", "roman", True),
        ("目录", "front", "roman", False),
        ("总则", "body", "arabic", True),
        ("仓储部", "body", "arabic", False),
        ("财务部", "body", "arabic", False),
    ]


def test_the_document_names_what_headers_and_properties_print(tmp_path: Path) -> None:
    found = document(manual_of(tmp_path, "编号: Q/SL-01\n密级: 内部\n发布日期: 2026-1-5\n"))

    assert (found.title, found.draft, found.language) == ("岗位手册", False, "zh-CN")
    assert found.fields == {
        "title": "岗位手册",
        "organization": "示例木业有限公司",
        "code": "Q/SL-01",
        "version": "1.0",
        "classification": "内部",
        "issued": "2026-01-05",
    }


def test_every_heading_item_and_group_of_cells_knows_where_it_was_written(tmp_path: Path) -> None:
    def nodes(blocks: tuple[Block, ...]) -> Iterator[Heading | Item | Table]:
        for block in blocks:
            if isinstance(block, Section):
                yield from nodes(block.blocks)
            elif isinstance(block, List):
                yield from block.items
            elif isinstance(block, Heading | Table):
                yield block

    body = document(manual_of(tmp_path, WHOLE)).sections[4]

    assert [(node.key, str(node.source).removeprefix("content/departments/")) for node in nodes(body.blocks)] == [
        ("仓储部", "仓储部.yaml:1:5"),
        ("仓储部/部门职责", "None"),
        ("仓储部/部门职责/ol1/物资保管", "仓储部.yaml:3:3"),
        ("仓储部/仓库主任", "仓储部.yaml:5:3"),
        ("仓储部/仓库主任/职责", "None"),
        ("仓储部/仓库主任/职责/ol1/物资收发", "仓储部.yaml:8:7"),
        ("仓储部/仓库主任/工作标准", "None"),
        ("仓储部/仓库主任/工作标准/ol1/物资收发/1", "仓储部.yaml:8:7"),
        ("仓储部/仓库主任/考核办法", "None"),
        ("仓储部/仓库主任/考核办法/ol1/物资收发/1", "仓储部.yaml:8:7"),
    ]


@pytest.mark.parametrize(
    ("levels", "listed"),
    [
        ("", ["一、仓储部", "（一）部门职责", "（二）仓库主任"]),
        ("版面: {目录级数: 1}\n", ["一、仓储部"]),
        ("版面: {目录级数: 3}\n", [
            "一、仓储部", "（一）部门职责", "（二）仓库主任", "1. 岗位职责", "2. 工作标准", "3. 考核办法",
        ]),
    ],
)  # fmt: skip
def test_the_contents_go_down_to_their_levels(tmp_path: Path, levels: str, listed: list[str]) -> None:
    (contents,) = document(manual_of(tmp_path, f"章节: [目录, 仓储部]\n{levels}")).sections[0].blocks

    assert [entry.label + entry.gap + entry.text for entry in contents.entries] == listed  # type: ignore[union-attr]


def test_shared_matter_of_the_manual_stands_once_before_the_first_whole_department(tmp_path: Path) -> None:
    common = "岗位通用:\n  考核办法:\n    - 内容: 迟到一次扣1分。\n      对应: 全部\n"
    chapters = "章节: [总则, {部门: 全部, 只印: 部门职责, 标题: 一览}, 财务部, 仓储部]\n"

    sections = document(manual_of(tmp_path, chapters, {"common.yaml": common})).sections

    assert [section.key for section in sections] == ["总则", "一览", "岗位通用", "财务部", "仓储部"]


# Parts

POST = """\
# 一、仓库主任

## （一）岗位职责

（1）物资收发：负责各类物资的收、存、发。

## （二）工作标准

（1）物资收发：单据当天录入。

## （三）考核办法

（1）物资收发：单据晚录入1天扣1分。
"""


def test_one_post_is_a_document_of_its_own(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, WHOLE)
    part = part_of(manual, "仓储部/仓库主任")

    assert printed(manual, part) == POST
    assert document(manual, part=part).title == "岗位手册（仓储部—仓库主任）"
    assert [block.key for block in document(manual, part=part).sections[0].blocks] == ["仓储部/仓库主任"]  # type: ignore[union-attr]


def test_one_department_is_a_document_of_its_own(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, WHOLE)
    part = part_of(manual, "财务部")

    assert printed(manual, part).startswith("# 一、财务部\n\n## （一）部门职责\n")
    assert document(manual, part=part).title == "岗位手册（财务部）"


# What is printed


def test_one_part_of_all_departments_is_a_chapter_without_headings_for_the_part(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, "章节: [{部门: 全部, 只印: 部门职责, 标题: 部门职责一览}]\n")

    assert (
        printed(manual)
        == """\
# 一、部门职责一览

## （一）仓储部

（1）物资保管：负责全公司物资的验收、保管和发放。

## （二）财务部

（1）资金管理：负责公司资金的筹集和使用。
"""
    )


def test_several_parts_of_departments_have_their_headings(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, "章节: [{部门: 财务部, 只印: [部门职责, 职责]}]\n")

    assert (
        printed(manual)
        == """\
# 一、财务部

## （一）部门职责

（1）资金管理：负责公司资金的筹集和使用。

## （二）会计

### 1. 岗位职责

（1）记账
"""
    )


def test_the_titles_of_duties_can_be_left_out(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, "版面: {职责标题: 不印}\n")

    assert printed(manual, part_of(manual, "仓储部/仓库主任")) == POST.replace("物资收发：", "")


def test_headings_can_be_renamed_with_the_names_of_what_they_head(tmp_path: Path) -> None:
    headings = """\
栏目名称:
  岗位: '{岗位}（{任职者}）岗位规范'
  职责: 工作内容
  工作标准: '{岗位}工作标准'
  考核办法: '{岗位}{部门}考核'
  部门职责: '{部门}的职责'
"""
    manual = manual_of(tmp_path, f"章节: [仓储部]\n{headings}")

    assert [line for line in printed(manual).splitlines() if line.startswith("#")] == [
        "# 一、仓储部",
        "## （一）仓储部的职责",
        "## （二）仓库主任（孙勇、何敏）岗位规范",
        "### 1. 工作内容",
        "### 2. 仓库主任工作标准",
        "### 3. 仓库主任考核",
    ]


@pytest.mark.parametrize(("holders", "heading"), [("印", "仓库主任：孙勇、何敏"), ("不印", "仓库主任")])
def test_holders_are_printed_after_the_post_where_asked_for(tmp_path: Path, holders: str, heading: str) -> None:
    manual = manual_of(tmp_path, f"版面: {{任职者: {holders}}}\n")

    assert printed(manual, part_of(manual, "仓储部/仓库主任")).startswith(f"# 一、{heading}\n")


def test_contents_of_nothing_are_empty(tmp_path: Path) -> None:
    (contents,) = document(manual_of(tmp_path, "章节: [目录]\n")).sections[0].blocks

    assert contents.entries == ()  # type: ignore[union-attr]


# Drafts

LACKING = error(
    "DUTY-NO-CLAUSE",
    Position("content/departments/仓储部.yaml", 8, 7, 4),
    Words("职责“物资收发”没有考核条款", "the duty has no clause"),
    Words("在“考核办法”下写一条", "write one under 考核办法"),
)
STRAY = warning("FILE-STRAY", None, Words("没有读", "not read"), Words("改名", "rename it"))


def test_a_draft_ends_with_what_is_yet_to_do(tmp_path: Path) -> None:
    found = document(manual_of(tmp_path, "章节: [总则]\n"), draft=[LACKING, STRAY])

    assert found.draft
    assert [section.key for section in found.sections] == ["总则", "待补事项"]
    assert (
        markdown.write(found).partition("# 待补事项\n\n")[2]
        == """\
> **草稿**

| 级别 | 位置 | 问题 | 怎么改 |
| :-: | --- | --- | --- |
| 错误 | content/departments/仓储部.yaml 第 8 行 | DUTY-NO-CLAUSE：职责“物资收发”没有考核条款 | 在“考核办法”下写一条 |
| 警告 | — | FILE-STRAY：没有读 | 改名 |
"""
    )


def test_a_draft_with_nothing_to_do_has_no_such_page(tmp_path: Path) -> None:
    found = document(manual_of(tmp_path, "章节: [总则]\n"), draft=[])

    assert found.draft
    assert [section.key for section in found.sections] == ["总则"]


def test_a_draft_prints_what_stands_twice_twice(tmp_path: Path) -> None:
    chapters = "章节: [总则, 仓储部, 仓储部, 总则, {部门: [财务部, 财务部]}]\n"

    found = document(manual_of(tmp_path, chapters), draft=[])

    assert [block.key for page in found.sections for block in page.blocks if isinstance(block, Section)] == [
        "总则", "仓储部", "仓储部~2", "总则~2", "财务部", "财务部~2",
    ]  # fmt: skip


# What cannot be composed


@pytest.mark.parametrize("layout", ["", "<page-section/>"])
def test_a_layout_that_prints_nothing_is_a_problem(tmp_path: Path, layout: str) -> None:
    own = tmp_path / "templates/layouts/standard.html"
    own.parent.mkdir(parents=True)
    own.write_text(layout)

    found = composed(manual_of(tmp_path, WHOLE), own=tmp_path / "templates")

    assert found.document is None
    assert [(problem.code, str(problem.position)) for problem in found.problems] == [
        ("TEMPLATE-NOTHING", "templates/layouts/standard.html:1:1")
    ]


def test_a_book_without_pages_is_a_problem(tmp_path: Path) -> None:
    found = composed(manual_of(tmp_path, "章节: [别处]\n"))

    assert found.document is None
    assert [(problem.code, problem.position) for problem in found.problems] == [("TEMPLATE-NOTHING", None)]


def test_a_projects_own_template_stands_in_for_the_built_in_one(tmp_path: Path) -> None:
    own = tmp_path / "templates/parts/cover.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '<page-section key="封面" kind="cover"><cover><field>{{ manual.title }}</field></cover></page-section>'
    )

    found = composed(manual_of(tmp_path, WHOLE), own=tmp_path / "templates")

    assert found.document
    assert found.document.sections[0] != document(manual_of(tmp_path, WHOLE)).sections[0]
    assert found.document.sections[1:] == document(manual_of(tmp_path, WHOLE)).sections[1:]


def test_a_mistake_in_a_template_is_one_problem_however_often_it_is_used(tmp_path: Path) -> None:
    own = tmp_path / "templates/layouts/standard.html"
    own.parent.mkdir(parents=True)
    own.write_text("<page-section>\n<section>\n<heading>{{ nmae }}</heading>\n</section></page-section>")

    found = composed(manual_of(tmp_path, WHOLE), own=tmp_path / "templates")

    assert found.document is None
    assert [(problem.code, str(problem.position)) for problem in found.problems] == [
        ("TEMPLATE-VALUE", "templates/layouts/standard.html:3:1")
    ]


def test_mistakes_in_several_templates_are_all_reported(tmp_path: Path) -> None:
    for name in ("cover", "contents"):
        own = tmp_path / f"templates/parts/{name}.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("\n<wrong/>")

    found = composed(manual_of(tmp_path, WHOLE), own=tmp_path / "templates")

    assert [(problem.code, str(problem.position)) for problem in found.problems] == [
        ("TEMPLATE-ELEMENT", "templates/parts/cover.html:2:1"),
        ("TEMPLATE-ELEMENT", "templates/parts/contents.html:2:1"),
    ]


def test_a_chapter_of_a_departments_name_is_a_problem_where_the_second_stands(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, "章节: [总则, 仓储部]\n", {"chapters/总则.md": "# 仓储部\n\n正文。\n"})

    found = composed(manual)

    assert found.document is None
    assert [(problem.code, str(problem.position)) for problem in found.problems] == [
        ("TEMPLATE-KEY", "content/departments/仓储部.yaml:1:5")
    ]


def test_a_list_longer_than_its_labels_is_a_problem_at_its_item(tmp_path: Path) -> None:
    items = "".join(f"   1. 第{number}条\n" for number in range(1, 22))
    manual = manual_of(tmp_path, "章节: [总则]\n", {"chapters/总则.md": f"# 总则\n\n1. 如下\n{items}"})

    found = composed(manual)

    assert found.document is None
    assert [(problem.code, str(problem.position)) for problem in found.problems] == [
        ("LABEL-TOO-MANY", "content/chapters/总则.md:24:7")
    ]


def test_composing_twice_gives_the_same_tree(tmp_path: Path) -> None:
    manual = manual_of(tmp_path, WHOLE)

    assert document(manual) == document(manual)
    assert all(isinstance(section, PageSection) for section in document(manual).sections)
