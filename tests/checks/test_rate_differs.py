"""A clause takes no points off who reaches the rate that the standard asks for."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "RATE-DIFFERS"


def duty(standard: str, clause: str) -> str:
    return f"""\
部门: 冲压车间
岗位:
  冲压工:
    职责:
      冲压:
        工作标准: {standard}
        考核办法: {clause}
"""


def indicator(target: str, clause: str) -> str:
    return f"""\
部门: 冲压车间
岗位:
  冲压工:
    职责: {{冲压: {{工作标准: 每班自检。}}}}
    指标:
      合格率:
        目标: '{target}'
        权重: 100%
        对应: 冲压
        考核办法: {clause}
"""


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 冲压车间=duty("产品合格率95%以上。", "产品合格率低于98%的扣2分。")) == [
        "content/departments/冲压车间.yaml:7:15: 警告 RATE-DIFFERS: 条款从低于98%扣起，工作标准是95%",
        "    7 |         考核办法: 产品合格率低于98%的扣2分。",
        "      |                   ^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 比率改成一样",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 冲压车间=duty("损耗率不超过2%。", "损耗率超过1%扣2分。")) == [
        "content/departments/冲压车间.yaml:7:15: warning RATE-DIFFERS: deducts above 1%; the standard asks for 2%",
        "    7 |         考核办法: 损耗率超过1%扣2分。",
        "      |                   ^^^^^^^^^^^^^^^^^",
        "      = help: make the rates equal",
    ]


@pytest.mark.parametrize(
    ("standard", "clause"),
    [
        ("合格率达到95%。", "合格率低于98%的，每低1个百分点扣2分。"),
        ("合格率≥95%。", "合格率<97%扣1分。"),
        ("损耗率≤2%。", "损耗率超过1%扣1分。"),
        ("合格率应达到95%及以上。", "低于98%的合格率，每次扣1分。"),
        ("及时率不低于90%，差错率控制在2%以内。", "差错率超过1%扣2分。"),
    ],
)
def test_fails(codes: Codes, standard: str, clause: str) -> None:
    assert CODE in codes(冲压车间=duty(standard, clause))


@pytest.mark.parametrize(
    ("standard", "clause"),
    [
        ("合格率98%以上。", "合格率低于98%的扣2分。"),
        ("合格率98%以上。", "合格率低于95%的，本项不得分。"),
        ("合格率98%以上。", "合格率98%以上得10分，95%至98%得8分，不满95%得0分。"),
        ("合格率95%以上。", "及时率低于98%的扣2分。"),
        ("回复及时率90%以上。", "处理及时率低于98%的扣2分。"),
        ("合格率95%以上，及时率98%以上。", "合格率、及时率低于98%的扣2分。"),
        ("损耗率不超过2%。", "损耗率超过3%扣2分。"),
        ("合格率95%以上。", "合格率超过98%加2分，最多加2分。"),
        ("一号线合格率95%以上，二号线合格率98%以上。", "二号线合格率低于98%的扣2分。"),
    ],
)
def test_passes(codes: Codes, standard: str, clause: str) -> None:
    assert CODE not in codes(冲压车间=duty(standard, clause))


@pytest.mark.parametrize(
    ("target", "clause", "is_told"),
    [
        ("95%", "低于98%扣2分。", True),
        ("≥95%", "低于98%扣2分。", True),
        ("98%", "低于98%扣2分。", False),
        ("98%", "低于90%不得分。", False),
        ("98%", "每低1%扣2分。", False),
        ("9.5.1%", "低于98%扣2分。", False),
    ],
)
def test_the_target_of_an_indicator_is_a_standard(target: str, clause: str, is_told: bool, codes: Codes) -> None:
    assert (CODE in codes(冲压车间=indicator(target, clause))) is is_told
