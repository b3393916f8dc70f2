"""A manual has something to print."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "BOOK-EMPTY"


def test_only_what_there_is_not(report: Report) -> None:
    assert report(CODE, manual="章节: [仓储科室]\n") == [
        "content/manual.yaml:4:6: 错误 BOOK-EMPTY: 这本手册没有可以印的内容",
        "    4 | 章节: [仓储科室]",
        "      |        ^^^^^^^^",
        "      = 帮助: 在“章节”里写部门、content/chapters 里的文件，"
        "或 封面、印发通知、修订记录、目录、组织机构图、汇报关系、职责一览表、发放回收记录",
    ]


def test_only_departments_of_which_there_are_none(report: Report) -> None:
    assert report(CODE, "en", manual="章节: [{标题: 各部门, 部门: 全部}]\n")[0].endswith(
        "error BOOK-EMPTY: there is nothing to print in this manual"
    )


@pytest.mark.parametrize("chapters", ["", "章节: [封面]\n", "章节: [印发通知, 总则]\n", "附件: [总则]\n"])
def test_whatever_can_be_printed_is_enough(report: Report, chapters: str) -> None:
    assert report(CODE, manual=chapters, chapters={"总则.md": "# 总则\n\n正文。\n"}) == []
