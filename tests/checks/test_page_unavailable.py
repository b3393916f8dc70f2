"""A reserved page that can't be printed yet is said to be skipped."""

from __future__ import annotations

from tests.checks.conftest import Report

CODE = "PAGE-UNAVAILABLE"


def test_a_chart_is_skipped_with_a_warning(report: Report) -> None:
    assert report(CODE, manual="章节: [封面, 组织机构图, 目录]\n") == [
        "content/manual.yaml:4:10: 警告 PAGE-UNAVAILABLE: 这个版本还不能印“组织机构图”，会跳过",
        "    4 | 章节: [封面, 组织机构图, 目录]",
        "      |              ^^^^^^^^^^",
        "      = 帮助: 先从“章节”里删去；现在能印：封面、修订记录、目录",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="附件: [职责一览表]\n") == [
        "content/manual.yaml:4:6: warning PAGE-UNAVAILABLE: “职责一览表” cannot be printed yet: skipped",
        "    4 | 附件: [职责一览表]",
        "      |        ^^^^^^^^^^",
        "      = help: leave it out for now; these can be printed: 封面, 修订记录, 目录",
    ]
