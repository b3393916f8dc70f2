"""An annex of several departments has a title."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "ANNEX-DEPARTMENT"


def test_several_departments_without_a_title(report: Report) -> None:
    assert report(CODE, manual="附件: [{部门: 全部}]\n", 仓储部="部门: 仓储部\n", 车队="部门: 车队\n") == [
        "content/manual.yaml:4:11: 错误 ANNEX-DEPARTMENT: 这个附件有几个部门，没有标题",
        "    4 | 附件: [{部门: 全部}]",
        "      |               ^^^^",
        "      = 帮助: 加一行“标题: …”，例如 标题: 各岗位说明书",
    ]


def test_one_department_or_several_with_a_title(report: Report) -> None:
    annexes = "附件: [仓储部, {标题: 各部门职责, 部门: 全部, 只印: 部门职责}]\n"
    assert report(CODE, manual=annexes, 仓储部="部门: 仓储部\n", 车队="部门: 车队\n") == []


@pytest.mark.parametrize(
    ("annexes", "is_found"),
    [
        ("[{部门: [仓储部, 车队]}]", True),
        ("[{部门: 全部, 只印: 部门职责}]", True),
        ("[{部门: 仓储部}]", False),
        ("[{标题: 说明书, 部门: [仓储部, 车队]}]", False),
    ],
)
def test_several_need_a_title(codes: Codes, annexes: str, is_found: bool) -> None:
    found = codes(manual=f"附件: {annexes}\n", 仓储部="部门: 仓储部\n", 车队="部门: 车队\n")
    assert (CODE in found) == is_found
