"""What stands in a duty, or in a standard, belongs to it: 对应 is for what stands beside the duties."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "TIE-NESTED"


def test_a_standard_within_a_duty_is_tied_by_its_place(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            职责:
              物资收发:
                工作标准:
                  - 内容: 每天巡查库区一次。
                    对应: 物资收发
    """
    assert report(CODE, 仓储部=department) == [
        "content/departments/仓储部.yaml:8:17: 错误 TIE-NESTED: 这里的“对应”不起作用，它已经属于上一层",
        "    8 |             对应: 物资收发",
        "      |                   ^^^^^^^^",
        "      = 帮助: 删去“对应”；管几项职责的，移到岗位的“工作标准”或“考核办法”下",
    ]


def test_so_is_a_clause_of_a_standard(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            职责:
              物资收发: 负责收发物资。
            工作标准:
              - 内容: 每天巡查库区一次。
                对应: 物资收发
                考核办法:
                  - 内容: 少一次扣1分。
                    对应: 物资收发
    """
    assert report(CODE, "en", 仓储部=department) == [
        "content/departments/仓储部.yaml:11:17: error TIE-NESTED: "
        "对应 has no effect here: this belongs to what it stands in",
        "   11 |             对应: 物资收发",
        "      |                   ^^^^^^^^",
        "      = help: delete it, or move what serves several duties to the post's 工作标准 or 考核办法",
    ]


def test_a_shared_duty_is_reported_once_however_often_it_is_referred_to(report: Report) -> None:
    common = """\
        公共职责:
          交办工作:
            考核办法:
              - 内容: 每逾期1天扣1分。
                对应: 全部
    """
    department = """\
        部门: 仓储部
        岗位:
          仓库主任: {职责: {交办工作: {引用: 公共职责/交办工作}}}
          库管员: {职责: {交办工作: {引用: 公共职责/交办工作}}}
    """
    assert [line for line in report(CODE, common=common, 仓储部=department) if CODE in line] == [
        "content/common.yaml:5:13: 错误 TIE-NESTED: 这里的“对应”不起作用，它已经属于上一层"
    ]


@pytest.mark.parametrize(
    "lists",
    [
        "    工作标准:\n      - {内容: 每天巡查一次。, 对应: 收发}\n",
        "    考核办法:\n      - {内容: 少巡查一次扣1分。, 对应: [收发, 巡查]}\n",
        "    工作标准:\n      - {内容: 每天巡查一次。, 对应: 全部, 考核办法: 少一次扣1分。}\n",
    ],
)
def test_what_stands_in_the_lists_of_the_post_is_tied(codes: Codes, lists: str) -> None:
    duties = "部门: 仓储部\n岗位:\n  仓库主任:\n    职责: {收发: 收发物资。, 巡查: 巡查库区。}\n"
    assert CODE not in codes(仓储部=duties + lists)
