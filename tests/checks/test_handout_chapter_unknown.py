"""章节 under 发放 names chapter files."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "HANDOUT-CHAPTER-UNKNOWN"
CHAPTERS = {"总则.md": "# 总则\n\n适用于全公司。\n", "申诉.md": "# 申诉\n\n五日内提出。\n"}


def test_asks_what_was_meant(report: Report) -> None:
    assert report(CODE, manual="发放:\n  章节: [总则, 申述.md]\n", chapters=CHAPTERS) == [
        "content/manual.yaml:5:12: 错误 HANDOUT-CHAPTER-UNKNOWN: content/chapters 里没有“申述.md”这个文件",
        "    5 |   章节: [总则, 申述.md]",
        "      |                ^^^^^^^",
        "      = 帮助: 是不是“申诉”？有这些文件：总则.md、申诉.md",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="handout:\n  chapters: 收尾\n", chapters=CHAPTERS) == [
        "content/manual.yaml:5:13: error HANDOUT-CHAPTER-UNKNOWN: there is no file “收尾” in content/chapters",
        "    5 |   chapters: 收尾",
        "      |             ^^^^",
        "      = help: the files are: 总则.md, 申诉.md",
    ]


def test_files_with_and_without_ending_are_found(report: Report) -> None:
    assert report(CODE, manual="发放:\n  章节: 总则.md、申诉\n", chapters=CHAPTERS) == []


def test_none_may_be_chosen(report: Report) -> None:
    assert report(CODE, manual="发放:\n  章节: 无\n", chapters=CHAPTERS) == []
