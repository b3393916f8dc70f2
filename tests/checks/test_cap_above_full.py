"""A cap is not above the points of the duty."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report

CODE = "CAP-ABOVE-FULL"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("晚录入1天扣1分，最多扣30分。", points="20")) == [
        "content/departments/仓储部.yaml:9:13: 警告 CAP-ABOVE-FULL: 最多扣 30 分，本项分值只有 20 分",
        "    9 |           - 晚录入1天扣1分，最多扣30分。",
        "      |             ^^^^^^^^^^^^^^",
        "      = 帮助: 写“扣完为止”，或者改小",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("每错一处扣2分，以25分为限。", points="20")) == [
        "content/departments/仓储部.yaml:9:13: warning CAP-ABOVE-FULL: a cap of 25, where there are 20 points",
        "    9 |           - 每错一处扣2分，以25分为限。",
        "      |             ^^^^^^^^^^^^^",
        "      = help: write 扣完为止, or lower it",
    ]


@pytest.mark.parametrize("clause", ["每天扣1分，最多扣20分。", "每天扣1分，扣完为止。", "每条加1分，最多加30分。"])
def test_passes(codes: Codes, clause: str) -> None:
    assert CODE not in codes(仓储部=of_duty(clause, points="20"))


def test_a_duty_without_points_has_no_full_mark(codes: Codes) -> None:
    assert CODE not in codes(仓储部=of_duty("晚录入1天扣1分，最多扣300分。"))
