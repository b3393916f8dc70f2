"""An employer has no right to fine."""

from __future__ import annotations

import pytest

from tests.checks.clause_texts import of_duty
from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter

CODE = "FINE"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=of_duty("仓库内吸烟，每次罚款50元。")) == [
        "content/departments/仓储部.yaml:9:13: 警告 FINE: 用人单位没有罚款权",
        "    9 |           - 仓库内吸烟，每次罚款50元。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 改成扣分，按得分计发绩效工资",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=of_duty("仓库内吸烟，每次罚款50元。")) == [
        "content/departments/仓储部.yaml:9:13: warning FINE: an employer has no right to fine",
        "    9 |           - 仓库内吸烟，每次罚款50元。",
        "      |             ^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: deduct points, and pay performance wages by the score",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "少盘点一次罚款20元，扣1分。",
        "违章的处以100元罚款。",
        "违章的处以100元罚金。",
        "违章的予以罚款处理。",
        "迟到一次乐捐20元。",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=of_duty(text))


@pytest.mark.parametrize(
    "text",
    [
        "仓库内吸烟，每次扣5分。",
        "被税务机关罚款的，每次扣5分。",
        "奖励200元。",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=of_duty(text))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("违反规定的，给予罚款。"))


@pytest.mark.parametrize("text", ["任何人不得给予罚款。", "税务机关处以罚款的，查明责任。", "全年无税务罚款。"])
def test_leaves_other_chapters_alone(codes: Codes, text: str) -> None:
    assert CODE not in codes(chapters=chapter(text))
