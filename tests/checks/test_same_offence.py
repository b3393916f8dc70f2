"""The same condition costs the same within a department."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "SAME-OFFENCE"


def test_is_told_at_the_second_of_them(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("出库单据晚录入1天扣1分。", "出库单据晚录入1天，扣2分。")) == [
        "content/departments/仓储部.yaml:10:13: 警告 SAME-OFFENCE: "
        "同样的事，“仓库主任”是1分（content/departments/仓储部.yaml:9:13），这里是2分",
        "   10 |           - 出库单据晚录入1天，扣2分。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 改成一样；确有理由的，写进条件",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("未按程序办理入库，每次扣1分。", "未按程序办理入库每次扣3分。")) == [
        "content/departments/仓储部.yaml:10:13: warning SAME-OFFENCE: "
        "the same is 1分 for “仓库主任” (content/departments/仓储部.yaml:9:13), and 3分 here",
        "   10 |           - 未按程序办理入库每次扣3分。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: make them equal, or say in the condition why they differ",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("出库单据晚录入1天扣1分。", "出库单据晚录入1天扣2分。"),
        ("3、未按程序办理入库扣1分。", "5、未按程序办理入库扣2分。"),
        ("迟到一次扣1分。", "迟到一次扣2分。"),
        ("旷工1天扣5分。", "旷工1天扣6分。"),
        ("不戴安全帽每次扣1分。", "不戴安全帽，每次扣2分。"),
        ("违反公司制度一次扣1分。", "严格遵守公司纪律，违反公司纪律每次扣2分。"),
    ],
)
def test_fails(codes: Codes, first: str, second: str) -> None:
    assert CODE in codes(仓储部=of_duty(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("出库单据晚录入1天扣1分。", "出库单据晚录入1天扣1分，扣完为止。"),
        ("违反消防规定一次扣2分。", "违反考勤规定一次扣1分。"),
        ("违反公司制度一次扣1分。", "违反公司制度，受到通报的，一次扣2分。"),
        ("出库单据晚录入1天扣1分。", "入库单据晚录入1天扣2分。"),
        ("少巡查一次扣1分。", "少巡查一次扣2分。"),
        ("报表迟交1天扣1分。", "报表迟交1天扣2分。"),
        ("旷工半天扣3分。", "旷工1天扣6分。"),
        ("每低1个百分点扣1分。", "每低1个百分点扣2分。"),
        ("首次扣1分，第二次扣2分。", "首次扣2分，第二次扣3分。"),
        ("出库单据晚录入1天扣1分。", "出库单据晚录入2天扣2分。"),
    ],
)
def test_passes(codes: Codes, first: str, second: str) -> None:
    assert CODE not in codes(仓储部=of_duty(first, second))


def test_departments_may_differ(codes: Codes) -> None:
    other = of_duty("出库单据晚录入1天扣2分。").replace("仓储部", "供应部").replace("仓库主任", "供应主任")
    assert CODE not in codes(仓储部=of_duty("出库单据晚录入1天扣1分。"), 供应部=other)


def test_a_shared_clause_is_no_second_one(codes: Codes) -> None:
    common = "岗位通用: {考核办法: [无故缺席部门例会每次扣1分。]}\n"
    posts = "部门: 仓储部\n岗位: {主任: {编制: 1}, 会计: {编制: 1}}\n"
    assert CODE not in codes(common=common, 仓储部=posts)
