"""The weights of a post's indicators add up to 100%."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "INDICATOR-WEIGHTS"


def indicators(first: str, second: str) -> str:
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    指标:
      账物相符率: {{内容: 相符品种数除以盘点品种数。{first}}}
      及时率: {{内容: 及时入库单数除以入库单数。{second}}}
"""


def test_says_what_they_add_up_to(report: Report) -> None:
    assert report(CODE, 仓储部=indicators(", 权重: 60%", ", 权重: 30%")) == [
        "content/departments/仓储部.yaml:5:7: 错误 INDICATOR-WEIGHTS: “仓库主任”的指标权重合计 90%，应当是 100%",
        "    5 |       账物相符率: {内容: 相符品种数除以盘点品种数。, 权重: 60%}",
        "      |       ^^^^^^^^^^",
        "      = 帮助: 给每个指标写“权重”，合计 100%；不分权重的，一个都不写",
    ]


def test_names_those_that_lack_a_weight(report: Report) -> None:
    assert report(CODE, "en", 仓储部=indicators(", 权重: 60%", "")) == [
        "content/departments/仓储部.yaml:6:7: error INDICATOR-WEIGHTS: “仓库主任” has weights, but not for “及时率”",
        "    6 |       及时率: {内容: 及时入库单数除以入库单数。}",
        "      |       ^^^^^^",
        "      = help: give each indicator a 权重, 100% in all, or give none of them any",
    ]


def test_no_weights_at_all_are_fine(report: Report) -> None:
    assert report(CODE, 仓储部=indicators("", "")) == []


def test_weights_in_force_for_every_post_count_in_each(report: Report) -> None:
    common = "岗位通用: {指标: {出勤率: {权重: 10%}}}\n"
    assert report(CODE, common=common, 仓储部=indicators(", 权重: 60%", ", 权重: 30%")) == []


def test_those_of_all_posts_alone_are_reported_once(report: Report) -> None:
    common = "岗位通用: {指标: {出勤率: {权重: 10%}}}\n"
    department = "部门: 仓储部\n岗位: {仓库主任: {编制: 1}, 库管员: {编制: 6}}\n"
    assert [line for line in report(CODE, common=common, 仓储部=department) if CODE in line] == [
        "content/common.yaml:1:13: 错误 INDICATOR-WEIGHTS: “仓库主任”的指标权重合计 10%，应当是 100%"
    ]
