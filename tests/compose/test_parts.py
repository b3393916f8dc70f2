"""只印: a chapter of some parts of its departments, in every layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.compose import Composed, compose
from docgen.compose.parts import EVERY_PART, parts_printed
from docgen.manual.layouts import LAYOUT_FILES
from docgen.resources import templates
from docgen.template import Templates
from docgen.writers import markdown
from tests.sample_style import gbt9704
from tests.small_project import MANUAL, read_project

# Each part says its name: 简介一 … of the department, 简介二 … of the post.
STOREHOUSE = """\
部门: 仓储部
简介: 简介一
部门职责: {保管: 部门职责一}
职权: 职权一
栏目: {编号规则: 栏目一}
岗位通用:
  任职资格: 岗位通用一
  职责: {通用: {内容: 岗位通用二, 工作标准: 岗位通用三, 考核办法: 岗位通用四}}
  指标: {出勤率: {内容: 岗位通用五, 对应: 全部}}
  评分表: {态度: {热情: {衡量标准: 岗位通用六}}}
岗位:
  库管员:
    职权: 职权二
    栏目: {工作时间: 栏目二}
    任职资格: 任职资格二
    职责:
      收发: {内容: 职责二, 工作标准: 工作标准二, 考核办法: 考核办法二}
    指标: {差错率: {内容: 指标二, 对应: 收发}}
    评分表: {成效: {质量: {衡量标准: 评分表二, 对应: 收发}}}
  保洁员: {职责: {清扫: {内容: 职责三}}}
"""
OFFICE = "部门: 办公室\n"
COMMON = {f"岗位通用{number}" for number in "一二三四五六"}
SAID = {part: {f"{part}一", f"{part}二"} for part in ("职权", "栏目")} | {
    "简介": {"简介一"},
    "部门职责": {"部门职责一"},
    "岗位通用": COMMON,
    "任职资格": {"任职资格二"},
    "职责": {"职责二", "职责三"},
    "工作标准": {"工作标准二"},
    "考核办法": {"考核办法二"},
    "指标": {"指标二"},
    "评分表": {"评分表二"},
}
CARD = "岗位说明书"


def chapter(folder: Path, only: str, layout: str) -> Composed:
    entry = f"{{标题: 一览, 部门: 全部, 只印: [{only}], 布局: {layout}}}"
    files: dict[str, str | bytes] = {"departments/仓储部.yaml": STOREHOUSE, "departments/办公室.yaml": OFFICE}
    manual = read_project(folder, {"manual.yaml": f"{MANUAL}必备: 无\n章节: [{entry}]\n", **files})
    return compose(manual, Templates([templates()]), gbt9704())


def printed(folder: Path, only: str, layout: str) -> str:
    found = chapter(folder, only, layout)
    assert found.problems == []
    assert found.document
    return markdown.write(found.document)


def said_in(text: str) -> set[str]:
    return {said for part in SAID.values() for said in part if said in text.replace("部门职责二", "")}


@pytest.mark.parametrize("layout", LAYOUT_FILES)
@pytest.mark.parametrize("part", [part for part in SAID if part != "栏目"])
def test_each_part_is_printed_in_every_layout(tmp_path: Path, part: str, layout: str) -> None:
    text = printed(tmp_path, part, layout)

    assert SAID[part] <= said_in(text)
    # A table sets standards and clauses beside their duties; the form for scoring has what all posts are scored on.
    beside = {"工作标准": SAID["职责"], "考核办法": SAID["职责"], "评分表": {"岗位通用六"}}
    assert said_in(text) <= SAID[part] | (beside.get(part, set()) if layout in ("对照表", "评分表") else set())
    assert "办公室" not in text


@pytest.mark.parametrize("layout", LAYOUT_FILES)
def test_own_rows_are_printed_in_the_card_alone(tmp_path: Path, layout: str) -> None:
    found = chapter(tmp_path, "栏目", layout)

    if layout == CARD:
        assert said_in(printed(tmp_path, "栏目", layout)) == SAID["栏目"]
    else:
        assert [(problem.code, str(problem.position), problem.message.zh) for problem in found.problems] == [
            ("CHAPTER-NOTHING", "content/manual.yaml:5:28", "这一章印不出“栏目”")
        ]


def test_who_has_none_of_the_parts_is_not_listed(tmp_path: Path) -> None:
    assert "保洁员" not in printed(tmp_path, "指标", "三段式")


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ((), EVERY_PART),
        (("部门职责",), ("部门职责",)),
        (("岗位通用",), ("岗位通用", "任职资格", "职责", "工作标准", "考核办法", "指标", "评分表")),
        (("岗位通用", "职责"), ("岗位通用", "职责")),
    ],
)
def test_common_parts_are_printed_in_full_where_no_other_is_named(
    only: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert parts_printed(only) == expected
