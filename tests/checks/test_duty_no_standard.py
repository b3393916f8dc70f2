"""Every duty has a work standard, unless 必备 doesn't ask for one."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "DUTY-NO-STANDARD"

NO_STANDARD = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        考核办法: 晚录入1天扣1分。
"""


def test_points_at_the_title_of_the_duty_and_says_what_to_write(report: Report) -> None:
    assert report(CODE, 仓储部=NO_STANDARD) == [
        "content/departments/仓储部.yaml:5:7: 错误 DUTY-NO-STANDARD: 职责“物资收发”没有工作标准",
        "    5 |       物资收发:",
        "      |       ^^^^^^^^",
        "      = 帮助: 在“工作标准”下写一条，例如“单据当天录入”；docgen explain DUTY-NO-STANDARD",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=NO_STANDARD) == [
        "content/departments/仓储部.yaml:5:7: error DUTY-NO-STANDARD: duty “物资收发” has no work standard",
        "    5 |       物资收发:",
        "      |       ^^^^^^^^",
        "      = help: write one under 工作标准, such as “单据当天录入”; docgen explain DUTY-NO-STANDARD",
    ]


def test_required_clauses_alone_excuse_from_standards(report: Report) -> None:
    assert report(CODE, manual="必备: 考核办法\n", 仓储部=NO_STANDARD) == []


def test_what_could_not_be_read_of_a_duty_may_be_its_standard(codes: Codes) -> None:
    assert codes(仓储部=NO_STANDARD + "        工作标淮: 单据当天录入。\n") == ["FIELD-UNKNOWN"]


@pytest.mark.parametrize(
    "more",
    [
        "      盘点: {考核办法: 少盘点一次扣3分。, 工作标准: 每月盘点一次。}\n",
        "    工作标准: 单据填写齐全。\n",
        "    指标: {相符率: {权重: 100%, 考核办法: 每低1%扣1分。, 对应: 物资收发}}\n",
    ],
)
def test_fails(codes: Codes, more: str) -> None:
    assert CODE in codes(仓储部=NO_STANDARD + more)


@pytest.mark.parametrize(
    "more",
    [
        "        工作标准: 单据填写齐全。\n",
        "    工作标准:\n      - {内容: 单据填写齐全。, 对应: 物资收发}\n",
        "    工作标准:\n      - {内容: 单据填写齐全。, 对应: 全部}\n",
        "    评分表: {业绩: {质量: {衡量标准: 出入库无差错。, 满分: 100, 对应: 物资收发}}}\n",
    ],
)
def test_passes(codes: Codes, more: str) -> None:
    assert CODE not in codes(仓储部=NO_STANDARD + more)
