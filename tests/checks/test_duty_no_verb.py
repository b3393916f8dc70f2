"""A duty says what is done."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import duties

CODE = "DUTY-NO-VERB"


def test_is_told_at_the_duty(report: Report) -> None:
    assert report(CODE, 仓储部=duties("仓库的日常事务。")) == [
        "content/departments/仓储部.yaml:7:9: 警告 DUTY-NO-VERB: 这项职责没有写做什么",
        "    7 |       - 仓库的日常事务。",
        "      |         ^^^^^^^^^^^^^^^^",
        "      = 帮助: 用动词写：负责、组织、编制、审核、办理……",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=duties("仓库的日常事务。")) == [
        "content/departments/仓储部.yaml:7:9: warning DUTY-NO-VERB: this duty does not say what is done",
        "    7 |       - 仓库的日常事务。",
        "      |         ^^^^^^^^^^^^^^^^",
        "      = help: use a verb: 负责, 组织, 编制, 审核, 办理 …",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["库区安全工作。"],
        ["各类台账及资料。"],
        ["车间现场管理工作。"],
        ["设备管理、仓库管理工作。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=duties(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["办理仓库的请假、领用和报修。"],
        ["负责仓库全面工作。"],
        ["协助主任做好日常工作。"],
        ["物资的验收、保管和发放。"],
        ["学习各种工程规范。"],
        ["客户拓展。"],
        ["技术创新。"],
        ["ISO 9001"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=duties(*texts))


def test_a_title_alone_is_not_asked(codes: Codes) -> None:
    assert CODE not in codes(仓储部="部门: 仓储部\n岗位: {主任: {必备: 无, 职责: {日常事务: {分值: 100}}}}\n")
