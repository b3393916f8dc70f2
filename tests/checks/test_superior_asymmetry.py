"""Superior and subordinate name each other."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "SUPERIOR-ASYMMETRY"

BASE = """\
部门: 仓储部
必备: 无
岗位:
  会计: {职责: {记账: 登记账目。}}
"""


def test_is_told_at_the_names(report: Report) -> None:
    assert report(
        CODE,
        仓储部=BASE + "  主任: {职责: {安排: 安排工作。}, 直接下级: 库管员}\n"
        "  库管员: {职责: {收发: 收发物资。}, 直接上级: 会计}\n",
    ) == [
        "content/departments/仓储部.yaml:5:31: 警告 SUPERIOR-ASYMMETRY: “库管员”的直接上级里没有“主任”",
        "    5 |   主任: {职责: {安排: 安排工作。}, 直接下级: 库管员}",
        "      |                                              ^^^^^^",
        "      = 帮助: 两边改成一样；直接下级可以不写",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(
        CODE,
        "en",
        仓储部=BASE + "  主任: {职责: {安排: 安排工作。}, 直接下级: 库管员}\n"
        "  库管员: {职责: {收发: 收发物资。}, 直接上级: 会计}\n",
    ) == [
        "content/departments/仓储部.yaml:5:31: warning SUPERIOR-ASYMMETRY: “库管员” has no superior “主任”",
        "    5 |   主任: {职责: {安排: 安排工作。}, 直接下级: 库管员}",
        "      |                                              ^^^^^^",
        "      = help: make both agree; 直接下级 can be left out",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "  主任: {职责: {安排: 安排工作。}, 直接下级: 会计}\n  库管员: {职责: {收发: 收发物资。}, 直接上级: 主任}\n",
        "  主任: {职责: {安排: 安排工作。}, 直接下级: [会计, 库管员]}\n"
        "  库管员: {职责: {收发: 收发物资。}, 直接上级: 会计}\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "  主任: {职责: {安排: 安排工作。}, 直接下级: 库管员}\n  库管员: {职责: {收发: 收发物资。}, 直接上级: 主任}\n",
        "  主任: {职责: {安排: 安排工作。}, 直接下级: [会计, 库管员]}\n"
        "  库管员: {职责: {收发: 收发物资。}, 直接上级: 主任}\n",
        "  主任: {职责: {安排: 安排工作。}}\n  库管员: {职责: {收发: 收发物资。}, 直接上级: 主任}\n",
        "  主任: {职责: {安排: 安排工作。}, 直接下级: 库管员}\n  库管员: {职责: {收发: 收发物资。}}\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)
