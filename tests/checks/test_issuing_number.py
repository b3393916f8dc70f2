"""发文字号 by GB/T 9704—2012 §7.2.5."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "ISSUING-NUMBER"


def test_square_brackets_and_zeros_are_mended(report: Report) -> None:
    assert report(CODE, manual="印发: {文号: '青木发[2026]03号'}\n") == [
        "content/manual.yaml:4:10: 错误 ISSUING-NUMBER: 发文字号“青木发[2026]03号”不合格式",
        "    4 | 印发: {文号: '青木发[2026]03号'}",
        "      |              ^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 年份用六角括号〔〕括起来，顺序号不加“第”、不补零：青木发〔2026〕3号",
    ]


@pytest.mark.parametrize(
    "number",
    [
        "青办(2026)3号",
        "青办（2026）3号",
        "青办【2026】3号",
        "青办〔2026〕第3号",
        "青办〔2026〕003号",
        "青办2026年3号",
        "青办〔2026〕3",
    ],
)
def test_what_is_meant_is_shown(report: Report, number: str) -> None:
    assert report(CODE, "en", manual=f"印发:\n  文号: {number}\n")[-1] == (
        "      = help: put the year in the brackets 〔〕, the number without 第 or zeros before it: 青办〔2026〕3号"
    )


def test_where_nothing_can_be_guessed_an_example_is(report: Report) -> None:
    assert report(CODE, manual="印发:\n  文号: 三号文件\n")[-1].endswith("：青木发〔2026〕3号")


@pytest.mark.parametrize("manual", ["", "印发: {主送: 各部门}\n", "印发: {文号: 青木发〔2026〕3号}\n"])
def test_a_sound_number_or_none_is_no_problem(report: Report, manual: str) -> None:
    assert report(CODE, manual=manual) == []
