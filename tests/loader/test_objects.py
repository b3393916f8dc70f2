"""Nodes read as objects: what is understood, and one problem for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.loader import load

HEAD = "名称: 岗位手册\n单位: 青松公司\n版本: '1'\n"
POST = "部门: 仓储部\n岗位:\n  仓库主任:\n    职责:\n"


def said(folder: Path, *, manual: str = "", department: str = "部门: 仓储部\n") -> list[str]:
    (folder / "content" / "departments").mkdir(parents=True)
    (folder / "content" / "manual.yaml").write_text(HEAD + manual, "utf-8")
    (folder / "content" / "departments" / "仓储部.yaml").write_text(department, "utf-8")
    return [f"{problem.position} {problem.code}: {problem.message.zh}" for problem in load(folder).problems]


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        ("      收发:\n", "5:7 DUTY-EMPTY: 职责“收发”下面什么也没写"),
        ("      收发: ''\n", "5:7 DUTY-EMPTY: 职责“收发”下面什么也没写"),
        ("      收发: {考核办法: ''}\n", "5:18 FIELD-MISSING: 缺少必填的“内容”"),
        ("      收发: {分值: 二十}\n", "5:16 NUMBER-INVALID: “二十”不是数字"),
        ("      收发: {工作标准: {内溶: 当天录入。, 对应: 收发}}\n", "5:19 FIELD-UNKNOWN: 这里没有“内溶”这个栏目"),
    ],
)
def test_a_mistake_in_a_duty_is_one_problem(tmp_path: Path, duty: str, expected: str) -> None:
    assert said(tmp_path, department=POST + duty) == [f"content/departments/仓储部.yaml:{expected}"]


def test_a_factor_without_its_measure(tmp_path: Path) -> None:
    department = "部门: 仓储部\n岗位:\n  仓库主任:\n    评分表:\n      成效:\n        质量:\n"
    assert said(tmp_path, department=department) == [
        "content/departments/仓储部.yaml:6:9 FIELD-MISSING: 缺少必填的“衡量标准”"
    ]


def test_revisions_are_no_texts(tmp_path: Path) -> None:
    assert said(tmp_path, manual="修订记录: |\n  首次发布\n") == [
        "content/manual.yaml:5:3 FIELD-MAPPING: 这里要写“栏目: 内容”，现在是一句话"
    ]


def test_names_of_chapters_may_stand_in_brackets(tmp_path: Path) -> None:
    assert said(tmp_path, manual="章节: [封面, 目录, 仓储部]\n") == []


def test_bands_of_old_manuals_are_read_as_they_are(tmp_path: Path) -> None:
    assert said(tmp_path, manual="考核: {等级: {优秀: 90分以上, 良好: 80-89, 合格: ６０分, 差: 60分以下}}\n") == []


def test_a_post_damaged_in_its_marks_takes_no_name_away(tmp_path: Path) -> None:
    said(tmp_path, department=POST + "      收发: {分值: 二十}\n")
    manual = load(tmp_path).manual
    assert manual
    assert manual.unread == frozenset()


def test_a_department_that_lost_a_field_may_have_lost_posts(tmp_path: Path) -> None:
    said(tmp_path, department="部门: 仓储部\n岗们: {仓库主任: {编制: 1}}\n")
    manual = load(tmp_path).manual
    assert manual
    assert manual.unread == {"仓储部"}


def test_a_chapter_that_cannot_be_read_exists(tmp_path: Path) -> None:
    (tmp_path / "content" / "chapters").mkdir(parents=True)
    (tmp_path / "content" / "chapters" / "总则.md").write_bytes(b"\xff\xff")
    (tmp_path / "content" / "manual.yaml").write_text(HEAD, "utf-8")
    found = load(tmp_path)
    assert found.manual
    assert [chapter.title for chapter in found.manual.chapter_files.values()] == ["总则"]
    assert not found.is_complete
