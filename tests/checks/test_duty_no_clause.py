"""Every duty has a scoring clause, unless 必备 doesn't ask for one."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "DUTY-NO-CLAUSE"

NO_CLAUSE = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准: 单据当天录入。
"""


def test_points_at_the_title_of_the_duty_and_says_what_to_write(report: Report) -> None:
    assert report(CODE, 仓储部=NO_CLAUSE) == [
        "content/departments/仓储部.yaml:5:7: 错误 DUTY-NO-CLAUSE: 职责“物资收发”没有考核条款",
        "    5 |       物资收发:",
        "      |       ^^^^^^^^",
        "      = 帮助: 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=NO_CLAUSE) == [
        "content/departments/仓储部.yaml:5:7: error DUTY-NO-CLAUSE: duty “物资收发” has no scoring clause",
        "    5 |       物资收发:",
        "      |       ^^^^^^^^",
        "      = help: write one under 考核办法, such as “晚录入1天扣1分”; docgen explain DUTY-NO-CLAUSE",
    ]


def test_a_duty_of_a_plain_list_is_called_by_its_number(report: Report) -> None:
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            职责:
              - 负责各类物资的收、存、发。
    """
    assert report(CODE, 仓储部=department) == [
        "content/departments/仓储部.yaml:5:9: 错误 DUTY-NO-CLAUSE: 第 1 项职责没有考核条款",
        "    5 |       - 负责各类物资的收、存、发。",
        "      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE",
    ]


def test_a_duty_by_reference_is_pointed_at_where_it_is_used(report: Report) -> None:
    common = """\
        公共职责:
          交办工作: 完成上级交办的其他工作。
    """
    department = """\
        部门: 仓储部
        岗位:
          仓库主任:
            职责:
              交办工作:
                引用: 公共职责/交办工作
    """
    assert report(CODE, common=common, 仓储部=department)[:3] == [
        "content/departments/仓储部.yaml:5:7: 错误 DUTY-NO-CLAUSE: 职责“交办工作”没有考核条款",
        "    5 |       交办工作:",
        "      |       ^^^^^^^^",
    ]


def test_the_duties_that_every_post_has_are_reported_once(report: Report) -> None:
    common = """\
        岗位通用:
          职责:
            安全生产: 遵守安全操作规程。
    """
    department = """\
        部门: 仓储部
        岗位:
          仓库主任: {编制: 1}
          库管员: {编制: 1}
    """
    assert report(CODE, common=common, 仓储部=department) == [
        "content/common.yaml:3:5: 错误 DUTY-NO-CLAUSE: 职责“安全生产”没有考核条款",
        "    3 |     安全生产: 遵守安全操作规程。",
        "      |     ^^^^^^^^",
        "      = 帮助: 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE",
    ]


def test_required_standards_alone_excuse_from_clauses(report: Report) -> None:
    assert report(CODE, manual="必备: 工作标准\n", 仓储部=NO_CLAUSE) == []


def test_the_nearest_requirement_is_in_force(report: Report) -> None:
    asks_again = NO_CLAUSE + "    必备: [工作标准, 考核办法]\n"
    assert "职责“物资收发”没有考核条款" in report(CODE, manual="必备: 无\n", 仓储部=asks_again)[0]


def test_what_could_not_be_read_of_a_duty_may_be_its_clause(codes: Codes) -> None:
    assert codes(仓储部=NO_CLAUSE + "        考核办发: 晚录入1天扣1分。\n") == ["FIELD-UNKNOWN"]


def test_what_could_not_be_read_of_a_post_may_be_tied_to_its_duties(codes: Codes) -> None:
    assert codes(仓储部=NO_CLAUSE + "    考核办发: 晚录入1天扣1分。\n") == ["FIELD-UNKNOWN"]


def test_what_could_not_be_read_of_common_yaml_may_be_in_force_for_every_duty(codes: Codes) -> None:
    assert codes(common="岗位通甬: {}\n", 仓储部=NO_CLAUSE) == ["FIELD-UNKNOWN"]


def test_a_duty_that_could_not_be_read_does_not_hide_its_neighbour(codes: Codes) -> None:
    neighbour = """\
      单据录入:
        工作标准: 单据当天录入。
        分值: 二十
"""
    assert codes(仓储部=NO_CLAUSE + neighbour) == ["DUTY-NO-CLAUSE", "NUMBER-INVALID"]


@pytest.mark.parametrize(
    "more",
    [
        "        考核办法: 晚录入1天扣1分。\n",
        "    考核办法:\n      - {内容: 晚录入1天扣1分。, 对应: 物资收发}\n",
        "    考核办法:\n      - {内容: 晚录入1天扣1分。, 对应: 全部}\n",
        "    指标: {相符率: {权重: 100%, 考核办法: 每低1%扣1分。, 对应: 物资收发}}\n",
    ],
)
def test_passes(codes: Codes, more: str) -> None:
    assert CODE not in codes(仓储部=NO_CLAUSE + more)
