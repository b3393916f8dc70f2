"""An entry of 章节 says what to print."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "CHAPTER-NOTHING"


def test_a_title_alone(report: Report) -> None:
    assert report(CODE, manual="章节:\n  - 标题: 管理部门\n") == [
        "content/manual.yaml:5:9: 错误 CHAPTER-NOTHING: 这一章没有写印什么",
        "    5 |   - 标题: 管理部门",
        "      |           ^^^^^^^^",
        "      = 帮助: 写“文件: …”或“部门: …”，写一样",
    ]


def test_a_file_and_departments(report: Report) -> None:
    manual = """\
        章节:
          - 文件: 总则.md
            部门: 仓储部
    """
    chapters = {"总则.md": "# 总则\n\n适用于全公司。\n"}
    assert report(CODE, "en", manual=manual, chapters=chapters, 仓储部="部门: 仓储部\n") == [
        "content/manual.yaml:5:9: error CHAPTER-NOTHING: this chapter gives both a file and departments",
        "    5 |   - 文件: 总则.md",
        "      |           ^^^^^^^",
        "      = help: write 文件 or 部门, one of the two",
    ]


@pytest.mark.parametrize(
    "entry", ["总则", "仓储部", "{标题: 各部门, 部门: 全部}", "{文件: 总则.md, 布局: 条文}", "封面"]
)
def test_one_thing_is_printed(codes: Codes, entry: str) -> None:
    chapters = {"总则.md": "# 总则\n\n适用于全公司。\n"}
    assert CODE not in codes(manual=f"章节:\n  - {entry}\n", chapters=chapters, 仓储部="部门: 仓储部\n")
