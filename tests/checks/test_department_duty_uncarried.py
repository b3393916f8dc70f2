"""Each duty of a department is carried by a post."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "DEPARTMENT-DUTY-UNCARRIED"

BASE = """\
部门: 仓储部
必备: [无]
部门职责:
  物资保管: 保管物资。
  资产盘点: 组织盘点。
岗位:
  主任:
    职责:
"""


def test_is_told_at_the_duty(report: Report) -> None:
    assert report(CODE, 仓储部=BASE + "      收发: {内容: 负责收发物资。, 对应: 物资保管}\n") == [
        "content/departments/仓储部.yaml:5:3: 警告 DEPARTMENT-DUTY-UNCARRIED: 部门职责“资产盘点”没有岗位承接",
        "    5 |   资产盘点: 组织盘点。",
        "      |   ^^^^^^^^",
        "      = 帮助: 在承接它的岗位职责里写“对应: 资产盘点”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=BASE + "      收发: {内容: 负责收发物资。, 对应: 物资保管}\n") == [
        "content/departments/仓储部.yaml:5:3: warning DEPARTMENT-DUTY-UNCARRIED: "
        "no post carries the department's duty “资产盘点”",
        "    5 |   资产盘点: 组织盘点。",
        "      |   ^^^^^^^^",
        "      = help: write “对应: 资产盘点” at a post's duty",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "      盘点: {内容: 组织每月盘点。, 对应: 资产盘点}\n",
        "      收发: {内容: 负责收发物资。, 对应: 物资保管}\n      盘点: 组织每月盘点。\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "      收发: {内容: 负责收发物资。, 对应: 物资保管}\n      盘点: {内容: 组织每月盘点。, 对应: 资产盘点}\n",
        "      收发: {内容: 负责收发物资。, 对应: 物资保管}\n"
        "岗位通用:\n  职责:\n    盘点: {内容: 参加盘点。, 对应: 资产盘点}\n",
        "      收发: 负责收发物资。\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)
