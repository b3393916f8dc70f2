"""A comment switches a rule off where it stands."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

EMPTY = "部门: 仓储部\n岗位:\n  仓库主任: {编制: 1}"


@pytest.mark.parametrize(
    "department",
    [
        f"{EMPTY}  # docgen: 忽略 POST-EMPTY 年底再写\n",
        f"{EMPTY}  # docgen: ignore POST-EMPTY written later\n",
        f"{EMPTY} # docgen：忽略 POST-EMPTY：年底再写\n",
        EMPTY.replace("  仓库", "  # docgen: 忽略 POST-EMPTY 年底再写\n  仓库") + "\n",
        EMPTY.replace("  仓库", "#docgen: 忽略 POST-EMPTY 年底再写\n\n  # 主任\n  仓库") + "\n",
    ],
)
def test_switches_off(codes: Codes, department: str) -> None:
    assert codes(仓储部=department) == []


def test_is_for_all_lines_of_a_text(codes: Codes) -> None:
    duty = "部门: 仓储部\n岗位: {主任: {职责: {收发: {工作标准: 当天录入。, 考核办法: 晚1天扣1分。}}}}\n岗位通用:\n"
    clauses = "  考核办法: |  # docgen: 忽略 UNIT-UNCLEAR 单位见总则\n    晚录入1天扣1。\n    少盘点一次扣3。\n"
    assert codes(仓储部=duty + clauses) == []


def test_is_for_no_other_line(codes: Codes) -> None:
    department = f"{EMPTY}  # docgen: 忽略 POST-EMPTY 年底再写\n  统计员: {{编制: 1}}\n"
    assert codes(仓储部=department) == ["POST-EMPTY"]


@pytest.mark.parametrize("text", ["'巡查 # docgen: 忽略 POST-EMPTY 年底'", "|\n  巡查 # docgen: 忽略 FINE 年底"])
def test_in_a_text_is_text(codes: Codes, text: str) -> None:
    assert codes(仓储部=f"{EMPTY}\n简介: {text}\n") == ["POST-EMPTY"]


def test_without_need_is_told(report: Report) -> None:
    assert report("IGNORE-UNUSED", 仓储部="部门: 仓储部  # docgen: 忽略 POST-EMPTY 年底再写\n") == [
        "content/departments/仓储部.yaml:1:10: 警告 IGNORE-UNUSED: 这里没有 POST-EMPTY 可以忽略",
        "    1 | 部门: 仓储部  # docgen: 忽略 POST-EMPTY 年底再写",
        "      |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 删掉这条注释，或移到有问题的那一行",
    ]


def test_of_a_rule_that_is_off_is_not_called_needless(codes: Codes) -> None:
    department = "部门: 仓储部  # docgen: 忽略 POST-EMPTY 年底再写\n"
    assert codes(manual="检查: {POST-EMPTY: 忽略}\n", 仓储部=department) == []


def test_of_an_unknown_code(report: Report) -> None:
    assert report("CHECK-UNKNOWN", "en", 仓储部="部门: 仓储部  # docgen: 忽略 POST-EMTPY 年底再写\n") == [
        "content/departments/仓储部.yaml:1:10: error CHECK-UNKNOWN: “POST-EMTPY” is not the code of a rule",
        "    1 | 部门: 仓储部  # docgen: 忽略 POST-EMTPY 年底再写",
        "      |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: did you mean “POST-EMPTY”? docgen explain lists all codes",
    ]


@pytest.mark.parametrize("comment", ["忽略 POST-EMPTY", "忽略 POST-EMPTY  。", "忽略", "不管 POST-EMPTY 年底再写"])
def test_must_be_complete(codes: Codes, comment: str) -> None:
    found = codes(仓储部=f"{EMPTY}  # docgen: {comment}\n")
    assert found[-1] == "IGNORE-INCOMPLETE"
