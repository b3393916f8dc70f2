"""All texts of a manual are searched as one page, and every hit knows where it stands."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.checks.texts import Kind, search
from docgen.loader import load
from tests.checks.conftest import Write
from tests.checks.said import standards


def hits(root: Path, word: str, *kinds: Kind) -> list[str]:
    manual = load(root).manual
    assert manual
    found = search(manual, re.compile(word), kinds) if kinds else search(manual, re.compile(word))
    return [f"{hit.position} {hit.match[0]} {hit.text}" for hit in found]


def test_a_text_that_stands_in_two_places_is_found_in_both(write: Write) -> None:
    root = write(仓储部=standards("每天巡查一次。", "每天巡查一次。"))
    assert hits(root, "巡查", "standard") == [
        "content/departments/仓储部.yaml:8:15 巡查 每天巡查一次。",
        "content/departments/仓储部.yaml:9:15 巡查 每天巡查一次。",
    ]


def test_kinds_are_searched_apart(write: Write) -> None:
    root = write(仓储部=standards("单据当天录入。"))
    assert hits(root, "录入", "clause") == ["content/departments/仓储部.yaml:9:18 录入 单据晚录入1天扣1分。"]


def test_a_chapter_is_searched_through_its_marks_and_without_what_is_filled_in(write: Write) -> None:
    root = write(chapters={"总则.md": "# 总则\n\n{版本}版的人**不得**罚款。\n"})
    assert hits(root, "不得罚", "chapter") == ["content/chapters/总则.md:3:10 不得罚 版的人不得罚款。"]


def test_a_shared_duty_stands_once(write: Write) -> None:
    common = "公共职责: {保密: {内容: 保守秘密。, 工作标准: 文件入柜。, 考核办法: 未入柜扣1分。}}\n"
    posts = (
        "部门: 仓储部\n岗位: {甲: {职责: {保密: {引用: 公共职责/保密}}}, 乙: {职责: {保密: {引用: 公共职责/保密}}}}\n"
    )
    assert hits(write(common=common, 仓储部=posts), "入柜", "standard") == ["content/common.yaml:1:32 入柜 文件入柜。"]
