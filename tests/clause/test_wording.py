"""Effects in words, as `docgen clause` prints them."""

from __future__ import annotations

import pytest

from docgen.clause import read
from docgen.clause.wording import explained


def lines(text: str) -> list[str]:
    """The Chinese lines, then the English ones."""
    reading = read(text)
    return [*explained(reading, "zh").split("\n"), *explained(reading, "en").split("\n")]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "迟到一次扣1分，最多扣5分",
            "1. 扣1分，每1次算一回，最多5分。条件：迟到一次",
            "1. deduct 1 point, for each 1 次, at most 5 points. Condition: 迟到一次",
        ),
        (
            "第三次及以上扣1-3分，扣完为止",
            "1. 扣1至3分，第3次及以后，扣完为止。条件：第三次及以上",
            "1. deduct 1 to 3 points, from time 3 on, at most all. Condition: 第三次及以上",
        ),
        (
            "回收率低于90%的，每低1%扣1分，不足1%按1%计",
            "1. 扣1分，不到90%时适用，从90%起每1%算一回，不足1%的按1%算。条件：回收率低于90%的，每低1%",
            "1. deduct 1 point, if less than 90%, for each 1% from 90%, a part of one counted as one. "
            "Condition: 回收率低于90%的，每低1%",
        ),
        (
            "分三档(1、3、5分)扣分",
            "1. 扣1、3、5分（选一）。条件：分三档",
            "1. deduct one of 1、3、5 points. Condition: 分三档",
        ),
        ("得满分", "1. 得全部分数", "1. score all"),
        ("本项不得分", "1. 本项不得分", "1. no points for this item"),
        ("前两次罚款50元", "1. 罚款50元，第1至2次。条件：前两次", "1. fine 50 yuan, times 1 to 2. Condition: 前两次"),
        ("给予警告", "1. 给予处分（警告、通报、辞退等）", "1. a sanction"),
        ("因故不扣分", "不扣分，也不加分", "nothing follows"),
        ("每天巡查", "没有写后果", "no consequence is stated"),
        ("酌情扣分", "! 看不懂“酌情扣分”说的后果", "! “酌情扣分” states a consequence that cannot be read"),
    ],
)
def test_a_clause_in_words(text: str, zh: str, en: str) -> None:
    assert lines(text) == [zh, en]
