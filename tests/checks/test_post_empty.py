"""A post has something to print."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "POST-EMPTY"


def test_a_post_with_only_a_name_is_a_warning(report: Report) -> None:
    assert report(CODE, 仓储部="部门: 仓储部\n岗位:\n  仓库主任:\n") == [
        "content/departments/仓储部.yaml:3:3: 警告 POST-EMPTY: 岗位“仓库主任”没有职责",
        "    3 |   仓库主任:",
        "      |   ^^^^^^^^",
        "      = 帮助: 在它下面写“职责”，一行一项",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部="部门: 仓储部\n岗位:\n  仓库主任: {编制: 1}\n") == [
        "content/departments/仓储部.yaml:3:3: warning POST-EMPTY: the post “仓库主任” has no duties",
        "    3 |   仓库主任: {编制: 1}",
        "      |   ^^^^^^^^",
        "      = help: write its 职责 below it, one a line",
    ]


def test_indicators_are_something(report: Report) -> None:
    assert report(CODE, 仓储部="部门: 仓储部\n岗位: {仓库主任: {指标: {账物相符率: {目标: 100%}}}}\n") == []


def test_what_could_not_be_read_is_not_called_missing(codes: Codes) -> None:
    assert codes(仓储部="部门: 仓储部\n岗位: {仓库主任: {职贵: {物资收发: 负责收发。}}}\n") == ["FIELD-UNKNOWN"]


@pytest.mark.parametrize(
    "post",
    [
        "{职责: {收发: 收发物资。}}",
        "{工作标准: 每月盘点一次。}",
        "{指标: {相符率: {权重: 100%}}}",
    ],
)
def test_a_post_with_something_in_it_passes(codes: Codes, post: str) -> None:
    assert CODE not in codes(仓储部=f"部门: 仓储部\n岗位: {{主任: {post}}}\n")
