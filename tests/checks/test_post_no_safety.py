"""Each post of a manual in force has a safety duty with a standard and a clause."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "POST-NO-SAFETY"

IN_FORCE = "生效日期: 2026-01-01\n审议: 已讨论。\n公示: 已公示。\n"
POST = "部门: 仓储部\n岗位:\n  仓库主任:\n    必备: 无\n    职责:\n      收发: 负责收发物资。\n"
SAFETY = "      安全生产: {工作标准: 每月学习1次。, 考核办法: 少学一次扣1分。}\n"


def test_is_told_at_the_post(report: Report) -> None:
    assert report(CODE, manual=IN_FORCE, 仓储部=POST) == [
        "content/departments/仓储部.yaml:3:3: 警告 POST-NO-SAFETY: 岗位“仓库主任”的安全生产职责没有写",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = 帮助: 添一项，例如“安全生产: {引用: 公共职责/安全生产}”，有标准和条款",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", manual=IN_FORCE, 仓储部=f"{POST}      安全生产: 遵守安全操作规程。\n") == [
        "content/departments/仓储部.yaml:3:3: warning POST-NO-SAFETY: "
        "the safety duty of “仓库主任”: no standard or no clause",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = help: add one, such as “安全生产: {引用: 公共职责/安全生产}”, with a standard and a clause",
    ]


def test_safety_of_information_is_another(codes: Codes) -> None:
    department = POST + SAFETY.replace("安全生产", "信息安全").replace("学习", "改密码")
    assert CODE in codes(manual=IN_FORCE, 仓储部=department)


@pytest.mark.parametrize("safety", [SAFETY, SAFETY.replace("安全生产", "消防检查")])
def test_passes(codes: Codes, safety: str) -> None:
    assert CODE not in codes(manual=IN_FORCE, 仓储部=POST + safety)


def test_a_shared_one_will_do(codes: Codes) -> None:
    common = "岗位通用:\n  职责:\n" + SAFETY[2:]
    assert CODE not in codes(manual=IN_FORCE, common=common, 仓储部=POST)


def test_a_manual_not_yet_in_force_is_not_asked(codes: Codes) -> None:
    assert CODE not in codes(仓储部=POST)
