"""A chapter file has no duties to lay out: what it can't be printed in is refused, where it is written."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "LAYOUT-UNAVAILABLE"
CHAPTERS = {"总则.md": "# 总则\n\n正文。\n"}


def test_a_chapter_file_in_a_layout_of_posts(report: Report) -> None:
    manual = """\
        章节:
          - 文件: 总则.md
            布局: 对照表
    """
    assert report(CODE, manual=manual, chapters=CHAPTERS) == [
        "content/manual.yaml:6:9: 错误 LAYOUT-UNAVAILABLE: 章节文件“总则.md”不能用“对照表”布局",
        "    6 |     布局: 对照表",
        "      |           ^^^^^^",
        "      = 帮助: 写 条文（逐条编号），或删掉这一行，照写的印",
    ]


def test_an_annex_in_english(report: Report) -> None:
    manual = "附件: [{文件: 总则.md, 布局: profile}]\n"
    assert report(CODE, "en", manual=manual, chapters=CHAPTERS)[0] == (
        "content/manual.yaml:4:22: error LAYOUT-UNAVAILABLE: "
        "the chapter file “总则.md” cannot be laid out as “岗位说明书”"
    )


@pytest.mark.parametrize("layout", ["三段式", "条文", "articles"])
def test_prose_and_articles_are_what_it_can_be(report: Report, layout: str) -> None:
    assert report(CODE, manual=f"章节: [{{文件: 总则.md, 布局: {layout}}}]\n", chapters=CHAPTERS) == []


def test_departments_and_posts_can_have_any_layout(report: Report) -> None:
    department = "部门: 仓储部\n布局: matrix\n岗位: {仓库主任: {布局: 段落}}\n"
    chapters = "布局: profile\n章节: [{标题: 各部门, 部门: 全部, 布局: 条文}]\n"
    assert report(CODE, manual=chapters, 仓储部=department) == []
