"""A duty's 对应 names duties of its department."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "SERVES-UNKNOWN"

DEPARTMENT = """\
部门: 仓储部
部门职责:
  物资保管: 负责全公司物资的验收、保管和发放。
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        对应: 物资管理
"""


def test_asks_what_was_meant_and_lists_the_department_duties(report: Report) -> None:
    assert report(CODE, 仓储部=DEPARTMENT) == [
        "content/departments/仓储部.yaml:9:13: 错误 SERVES-UNKNOWN: 本部门没有“物资管理”这项部门职责",
        "    9 |         对应: 物资管理",
        "      |               ^^^^^^^^",
        "      = 帮助: 是不是“物资保管”？本部门的部门职责有：物资保管",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=DEPARTMENT) == [
        "content/departments/仓储部.yaml:9:13: error SERVES-UNKNOWN: "
        "there is no department duty “物资管理” in this department",
        "    9 |         对应: 物资管理",
        "      |               ^^^^^^^^",
        "      = help: did you mean “物资保管”? the department duties are: 物资保管",
    ]


def test_a_shared_duty_serves_a_duty_of_any_department(report: Report) -> None:
    common = """\
        公共职责:
          安全生产:
            对应: 安全管理
          交办工作:
            对应: 物资保管
    """
    department = """\
        部门: 仓储部
        部门职责:
          物资保管: 负责全公司物资的验收、保管和发放。
        岗位:
          仓库主任: {职责: {安全生产: {引用: 公共职责/安全生产}, 交办工作: {引用: 公共职责/交办工作}}}
    """
    assert report(CODE, common=common, 仓储部=department) == [
        "content/common.yaml:3:9: 错误 SERVES-UNKNOWN: 各部门没有“安全管理”这项部门职责",
        "    3 |     对应: 安全管理",
        "      |           ^^^^^^^^",
        "      = 帮助: 各部门的部门职责有：物资保管",
    ]


def test_department_duties_that_could_not_be_read_are_not_called_missing(codes: Codes) -> None:
    assert CODE not in codes(仓储部=DEPARTMENT.replace("部门职责:", "部门职贵:"))


@pytest.mark.parametrize("served", ["物资保管", "[物资保管]"])
def test_a_duty_of_the_department_is_served(codes: Codes, served: str) -> None:
    assert CODE not in codes(仓储部=DEPARTMENT.replace("对应: 物资管理", f"对应: {served}"))
