"""All rules together: what 检查 sets, and what each rule owes to the others."""

from __future__ import annotations

from docgen.checks import RULES
from tests.checks.conftest import Codes, Report

EMPTY_POST = "部门: 仓储部\n岗位: {仓库主任: {编制: 1}}\n"


def test_a_manual_may_be_chapters_only(codes: Codes) -> None:
    assert codes(chapters={"总则.md": "# 总则\n\n适用于全公司。\n"}) == []


def test_a_rule_can_be_made_stricter(report: Report) -> None:
    assert report("POST-EMPTY", manual="检查: {POST-EMPTY: 错误}\n", 仓储部=EMPTY_POST)[0] == (
        "content/departments/仓储部.yaml:2:6: 错误 POST-EMPTY: 岗位“仓库主任”没有职责"
    )


def test_a_rule_can_be_ignored(codes: Codes) -> None:
    assert codes(manual="检查: {POST-EMPTY: ignore}\n", 仓储部=EMPTY_POST) == []


def test_a_code_that_is_no_rule(report: Report) -> None:
    assert report("CHECK-UNKNOWN", manual="检查:\n  POST-EMTPY: 忽略\n") == [
        "content/manual.yaml:5:3: 错误 CHECK-UNKNOWN: “检查”里没有“POST-EMTPY”这个规则代码",
        "    5 |   POST-EMTPY: 忽略",
        "      |   ^^^^^^^^^^",
        "      = 帮助: 是不是“POST-EMPTY”？docgen explain 列出全部代码",
    ]


def test_a_severity_that_is_none(report: Report) -> None:
    assert report("CHECK-UNKNOWN", "en", manual="检查:\n  POST-EMPTY: 不管\n") == [
        "content/manual.yaml:5:15: error CHECK-UNKNOWN: “不管” is not a severity",
        "    5 |   POST-EMPTY: 不管",
        "      |               ^^^^",
        "      = help: write error, warning or ignore",
    ]


def test_codes_are_unique_and_named_as_their_modules_are() -> None:
    modules = [getattr(rule, "__name__", "").rpartition(".")[2] for rule in RULES]
    assert [rule.CODE for rule in RULES] == [module.upper().replace("_", "-") for module in modules]
    assert len(set(modules)) == len(modules)
