"""References to shared duties are filled in, and what is inherited is handed down."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.loader import Loaded, load
from docgen.manual import Post

MANUAL = "名称: 岗位手册\n单位: 青松公司\n版本: '1'\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "departments").mkdir(parents=True)
    return folder


def loaded(content: Path, *, manual: str = "", common: str, department: str) -> Loaded:
    (content / "manual.yaml").write_text(MANUAL + manual, "utf-8")
    (content / "common.yaml").write_text(common, "utf-8")
    (content / "departments" / "仓储部.yaml").write_text("部门: 仓储部\n" + department, "utf-8")
    return load(content.parent)


def said(found: Loaded) -> list[str]:
    return [f"{problem.position} {problem.code}: {problem.message.zh}" for problem in found.problems]


TASKS = "公共职责:\n  交办工作:\n    内容: 完成交办的工作。\n    工作标准: 按时办结。\n    考核办法: 逾期1天扣1分。\n"


def test_what_is_written_beside_a_reference_replaces_the_shared(content: Path) -> None:
    post = "岗位: {仓库主任: {职责: {交办: {引用: 公共职责/交办工作, 考核办法: 逾期1天扣2分。}}}}\n"
    found = loaded(content, common=TASKS, department=post)
    assert said(found) == []
    assert found.manual
    (duty,) = found.manual.posts[0][1].duties
    assert (duty.name, duty.content) == ("交办", "完成交办的工作。")
    assert [standard.content for standard in duty.standards] == ["按时办结。"]
    assert [clause.content for clause in duty.clauses] == ["逾期1天扣2分。"]


def test_the_duties_of_every_post_may_be_references_too(content: Path) -> None:
    shared = "岗位通用: {职责: {交办: {引用: 公共职责/交办工作}}}\n"
    found = loaded(content, common=TASKS + shared, department="岗位: {仓库主任: {编制: 1}}\n")
    assert said(found) == []
    assert found.manual
    (in_force,) = found.manual.posts[0][1].shared
    assert [duty.content for duty in in_force.duties] == ["完成交办的工作。"]
    assert in_force is found.manual.common.shared


def test_a_reference_to_nothing(content: Path) -> None:
    post = "岗位: {仓库主任: {职责: {交办: {引用: 公共职责/交办事项}}}}\n"
    found = loaded(content, common=TASKS, department=post)
    assert said(found) == ["content/departments/仓储部.yaml:2:27 REF-UNKNOWN: 引用的“公共职责/交办事项”不存在"]
    assert found.problems[0].help.zh == "是不是“公共职责/交办工作”？common.yaml 的公共职责有：交办工作"


def test_what_could_not_be_read_is_not_called_missing(content: Path) -> None:
    post = "岗位: {仓库主任: {职责: {交办: {引用: 公共职责/交办工作}}}}\n"
    found = loaded(content, common="公共职贵: {}\n", department=post)
    assert said(found) == ["content/common.yaml:1:1 FIELD-UNKNOWN: 这里没有“公共职贵”这个栏目"]


def test_a_shared_duty_refers_to_no_other(content: Path) -> None:
    common = "公共职责:\n  交办工作: {引用: 公共职责/其他}\n"
    assert said(loaded(content, common=common, department="")) == [
        "content/common.yaml:2:14 REF-NESTED: 公共职责里不能再写“引用”"
    ]


def test_the_nearest_wins_and_an_assessment_field_by_field(content: Path) -> None:
    manual = "必备: 工作标准\n考核: {周期: 月, 满分: 100}\n"
    department = "考核: {周期: 季}\n岗位:\n  仓库主任: {编制: 1}\n  库管员: {必备: 无, 考核: {满分: 120}}\n"
    found = loaded(content, manual=manual, common=TASKS, department=department)
    assert found.manual
    chief, keeper = (post for _, post in found.manual.posts)
    assert (chief.required, _cycle_and_full(chief)) == (("工作标准",), ("季", 100))
    assert (keeper.required, _cycle_and_full(keeper)) == (("无",), ("季", 120))


def _cycle_and_full(post: Post) -> tuple[str, int]:
    assert post.assessment
    assert post.assessment.full
    return str(post.assessment.cycle[0]), int(post.assessment.full.value)
