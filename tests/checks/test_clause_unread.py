"""Consequences that cannot be read are told at the words themselves."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "CLAUSE-UNREAD"


def department(clause: str) -> str:
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责收发物资。
        工作标准: 单据填写齐全。
        考核办法: {clause}
"""


def test_names_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=department("晚录入1天扣1分，再犯加倍扣分。")) == [
        "content/departments/仓储部.yaml:8:24: 警告 CLAUSE-UNREAD: 看不懂“再犯加倍扣分”说的后果",
        "    8 |         考核办法: 晚录入1天扣1分，再犯加倍扣分。",
        "      |                                   ^^^^^^^^^^^^",
        "      = 帮助: 写成确定的数，例如“每次扣2分”“第二次起每次扣4分”“最多扣10分”",
    ]


def test_names_them_in_quoted_texts_too_and_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=department("'损坏工具的照价赔偿。'")) == [
        "content/departments/仓储部.yaml:8:16: warning CLAUSE-UNREAD: "
        "“损坏工具的照价赔偿” states a consequence that cannot be read",
        "    8 |         考核办法: '损坏工具的照价赔偿。'",
        "      |                    ^^^^^^^^^^^^^^^^^^",
        "      = help: write definite numbers, such as “每次扣2分”, “第二次起每次扣4分”, “最多扣10分”",
    ]


def test_a_text_folded_over_lines_is_named_as_a_whole(report: Report) -> None:
    folded = department("晚录入1天扣1分，\n          再犯加倍扣分。")
    assert report(CODE, 仓储部=folded)[0] == (
        "content/departments/仓储部.yaml:8:15: 警告 CLAUSE-UNREAD: 看不懂“再犯加倍扣分”说的后果"
    )


def test_an_indicators_clause_is_read_by_the_same_rules(report: Report) -> None:
    indicator = "    指标:\n      准确率: {权重: 100%, 考核办法: 每低1%扣1分且绩效系数按0.8计, 对应: 物资收发}\n"
    assert len(report(CODE, 仓储部=department("晚录入1天扣1分。") + indicator)) == 4


def test_a_shared_clause_is_told_once(report: Report) -> None:
    common = "公共职责:\n  安全: {内容: 遵守规程。, 工作标准: 每月学习。, 考核办法: 缺席酌情扣分。}\n"
    posts = "部门: 仓储部\n岗位:\n" + "".join(
        f"  {name}: {{职责: {{安全: {{引用: 公共职责/安全}}}}}}\n" for name in ("主任", "会计")
    )
    assert len(report(CODE, common=common, 仓储部=posts)) == 4


@pytest.mark.parametrize("clause", ["晚录入1天扣1分，最多扣5分。", "受到通报的扣2分，罚单未登记的扣1分。"])
def test_what_is_read_is_fine(codes: Codes, clause: str) -> None:
    assert codes(仓储部=department(clause)) == []
