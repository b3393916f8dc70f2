"""At most 20% of a wage is deducted."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter

CODE = "WAGE-DEDUCTION"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("丢失物资，扣发当月工资的30%。")) == [
        "content/departments/仓储部.yaml:9:18: 警告 WAGE-DEDUCTION: 扣工资的 30%，超过 20%",
        "    9 |           - 丢失物资，扣发当月工资的30%。",
        "      |                       ^^^^^^^^^^^^^^^^^",
        "      = 帮助: 每月最多扣当月工资的20%，余下的不低于最低工资；扣的是绩效工资就写明",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("丢失物资，扣发当月工资的30%。")) == [
        "content/departments/仓储部.yaml:9:18: warning WAGE-DEDUCTION: 30% of a wage: more than 20%",
        "    9 |           - 丢失物资，扣发当月工资的30%。",
        "      |                       ^^^^^^^^^^^^^^^^^",
        "      = help: deduct 20% of the month's wage at most; say so where it is the performance wage (绩效工资)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "损坏设备的，扣除百分之五十的工资。",
        "旷工一天，扣发当月全部工资。",
        "丢失物资，扣发一半工资。",
        "丢失物资扣当月工资30%。",
        "丢失物资的，从当月工资中扣除30%。",
        "丢失物资的，按当月工资的30%扣罚。",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=of_duty(text))


@pytest.mark.parametrize(
    "text",
    [
        "丢失物资，扣发当月工资的20%。",
        "差错一次，扣发绩效工资的50%。",
        "差错一次扣奖金的30%。",
        "扣发当月工资100元。",
        "差错一次扣3分，影响当月工资30%的发放。",
        "丢失物资的，从绩效工资中扣除30%。",
        "社会保险费按工资的25%扣缴。",
        "未按工资的25%代扣社会保险费，一次扣2分。",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=of_duty(text))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("造成损失的，每月扣除工资的25%，直到赔清。"))


def test_leaves_other_chapters_alone(codes: Codes) -> None:
    assert CODE not in codes(chapters=chapter("不得扣除当月工资的20%以上，更不得扣发全部工资。"))
