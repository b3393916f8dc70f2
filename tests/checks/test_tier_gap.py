"""Tiers meet."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "TIER-GAP"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("满意度90%以上得10分，80%至89%得8分，不满80%得0分。")) == [
        "content/departments/仓储部.yaml:9:26: 警告 TIER-GAP: 89.5%不属于任何一档",
        "    9 |           - 满意度90%以上得10分，80%至89%得8分，不满80%得0分。",
        "      |                                  ^^^^^^^^^^^^^",
        "      = 帮助: 让上一档的界限接着下一档的界限",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("超过5000元扣5分，不满5000元扣1分。")) == [
        "content/departments/仓储部.yaml:9:24: warning TIER-GAP: 5000元 belongs to no tier",
        "    9 |           - 超过5000元扣5分，不满5000元扣1分。",
        "      |                              ^^^^^^^^^^^^^^^",
        "      = help: let each tier begin where the one below ends",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "满意度90%以上得10分，80%至89%得8分，不满80%得0分。",
        "超过5000元扣5分，不满5000元扣1分。",
        "差错3次以上扣5分，1次以内扣1分。",
    ],
)
def test_fails(codes: Codes, clause: str) -> None:
    assert codes(仓储部=of_duty(clause)) == [CODE]


@pytest.mark.parametrize(
    "clause",
    [
        "满意度90%以上得10分，80%至90%得8分，不满80%得0分。",
        "差错1至3次扣1分，4至6次扣3分，7次以上扣5分。",
        "低于90%扣2分，低于80%扣5分。",
    ],
)
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause))
