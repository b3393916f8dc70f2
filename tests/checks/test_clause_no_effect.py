"""A clause says what follows."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "CLAUSE-NO-EFFECT"


def department(clause: str) -> str:
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责收发物资。
        工作标准: 单据当天录入。
        考核办法: {clause}
"""


def test_a_mere_requirement_is_no_clause(report: Report) -> None:
    assert report(CODE, 仓储部=department("单据当天录入。")) == [
        "content/departments/仓储部.yaml:8:15: 警告 CLAUSE-NO-EFFECT: 条款没有写后果",
        "    8 |         考核办法: 单据当天录入。",
        "      |                   ^^^^^^^^^^^^^^",
        "      = 帮助: 写明扣几分、加几分或得几分，例如“晚录入1天扣1分”；只是要求的话，写到“工作标准”里",
    ]


def test_so_it_says_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=department("由考核小组评定。"))[0] == (
        "content/departments/仓储部.yaml:8:15: warning CLAUSE-NO-EFFECT: the clause states no consequence"
    )


@pytest.mark.parametrize("clause", ["晚录入1天扣1分。", "因停电延误的不扣分。", "按公司规定处理。", "再犯加倍扣分。"])
def test_a_consequence_of_any_kind_will_do(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=department(clause))
