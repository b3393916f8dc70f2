"""A share in a text is not above the grade's own."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter

CODE = "GRADES-SHARE-DIFFERS"

GRADES = "考核:\n  等级:\n    优秀: {下限: 90, 比例: 20%}\n    合格: 0\n"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, manual=GRADES, chapters=chapter("评为优秀的人数不超过参加考核人数的30%。")) == [
        "content/chapters/总则.md:3:3: 警告 GRADES-SHARE-DIFFERS: 这里是 30%，等级“优秀”的比例是 20%",
        "    3 | 评为优秀的人数不超过参加考核人数的30%。",
        "      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 改成一样，或在章节里写 {比例}",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", manual=GRADES + "  结果运用: 优秀的比例控制在25%以内。\n") == [
        "content/manual.yaml:8:9: warning GRADES-SHARE-DIFFERS: 25% here, and 20% in the grade “优秀”",
        "    8 |   结果运用: 优秀的比例控制在25%以内。",
        "      |             ^^^^^^^^^^^^^^^^^^^",
        "      = help: make them equal, or write {比例} in a chapter",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "优秀人数不超过参加考核人数的20%。",
        "优秀人数不超过15%。",
        "合格率不超过98%的，写明原因。",
        "优秀人数不超过2人，良好不超过30%。",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(manual=GRADES, chapters=chapter(text))
