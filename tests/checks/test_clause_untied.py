"""A clause of a post says which duties it is for."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "CLAUSE-UNTIED"

BASE = """\
部门: 仓储部
岗位:
  主任:
    职责: {收发: {工作标准: 当天录入。, 考核办法: 晚1天扣1分。}}
"""


def test_is_told_at_the_clause(report: Report) -> None:
    assert report(CODE, 仓储部=BASE + "    考核办法:\n      - 少盘点一次扣3分。\n") == [
        "content/departments/仓储部.yaml:6:9: 警告 CLAUSE-UNTIED: 岗位“主任”有 1 条考核办法没有对应职责",
        "    6 |       - 少盘点一次扣3分。",
        "      |         ^^^^^^^^^^^^^^^^^",
        "      = 帮助: 写“对应”：本岗位的哪几项职责，或者“全部”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=BASE + "    考核办法:\n      - 少盘点一次扣3分。\n") == [
        "content/departments/仓储部.yaml:6:9: warning CLAUSE-UNTIED: clauses tied to no duty: 1",
        "    6 |       - 少盘点一次扣3分。",
        "      |         ^^^^^^^^^^^^^^^^^",
        "      = help: write 对应: which of the post's duties, or 全部",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "    考核办法:\n      - 内容: 少盘点一次扣3分。\n",
        "    考核办法:\n      - {内容: 少盘点一次扣3分。, 对应: 全部}\n      - 迟到一次扣1分。\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "    考核办法:\n      - {内容: 少盘点一次扣3分。, 对应: 收发}\n",
        "    考核办法:\n      - {内容: 少盘点一次扣3分。, 对应: 全部}\n",
        "岗位通用:\n  考核办法: 迟到一次扣1分。\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)
