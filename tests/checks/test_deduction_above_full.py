"""No clause deducts more at once than its duty or standard has points."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "DEDUCTION-ABOVE-FULL"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("晚录入1天扣1分，丢失一份扣30分。", points="20")) == [
        "content/departments/仓储部.yaml:9:22: 警告 DEDUCTION-ABOVE-FULL: 一次扣 30 分，本项分值只有 20 分",
        "    9 |           - 晚录入1天扣1分，丢失一份扣30分。",
        "      |                             ^^^^^^^^^^^^^^",
        "      = 帮助: 改小，或者写“本项不得分”“一票否决”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("全部相符得30分。", points="20")) == [
        "content/departments/仓储部.yaml:9:13: warning DEDUCTION-ABOVE-FULL: gives 30 of 20 points",
        "    9 |           - 全部相符得30分。",
        "      |             ^^^^^^^^^^^^^^",
        "      = help: lower it, or write 本项不得分 or 一票否决",
    ]


@pytest.mark.parametrize("clause", ["丢失一份扣30分。", "视情节扣10-30分。", "分三档(10、20、30分)扣分。"])
def test_fails(report: Report, clause: str) -> None:
    assert len(report(CODE, 仓储部=of_duty(clause, points="20"))) == 4


@pytest.mark.parametrize("clause", ["丢失一份扣20分。", "罚款30元。", "得满分。", "泄密的，本项不得分。", "加30分。"])
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause, points="20"))


def test_a_duty_without_points_has_no_full_mark(codes: Codes) -> None:
    assert CODE not in codes(仓储部=of_duty("丢失一份扣300分。"))


@pytest.mark.parametrize(("ties", "is_told"), [("物资收发", True), ("[物资收发, 盘点]", False), ("全部", False)])
def test_a_clause_of_the_post_has_the_full_mark_of_the_one_duty_it_is_for(
    codes: Codes, ties: str, is_told: bool
) -> None:
    post = f"""\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发: {{工作标准: 单据填写齐全。, 分值: 20}}
      盘点: {{工作标准: 每月一次。, 分值: 80}}
    考核办法:
      - {{内容: 发错一次扣30分。, 对应: {ties}}}
"""
    assert (CODE in codes(仓储部=post)) is is_told


def test_the_points_of_a_standard_are_its_own_clauses_full_mark(codes: Codes) -> None:
    standard = "工作标准: {内容: 当天录入。, 分值: 5, 考核办法: 晚录入扣6分。}"
    assert CODE in codes(仓储部=of_duty("少一次扣6分。").replace("工作标准: 单据填写齐全。", standard))
