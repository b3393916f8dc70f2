"""章节 and 附件 name reserved pages, chapter files and departments."""

from __future__ import annotations

from tests.checks.conftest import Codes, Report

CODE = "CHAPTER-UNKNOWN"
GENERAL = {"总则.md": "# 总则\n\n适用于全公司。\n"}


def test_asks_what_was_meant(report: Report) -> None:
    assert report(CODE, manual="章节:\n  - 总责\n", chapters=GENERAL) == [
        "content/manual.yaml:5:5: 错误 CHAPTER-UNKNOWN: "
        "没有“总责”：不是保留页，不是 content/chapters 里的文件，也不是部门",
        "    5 |   - 总责",
        "      |     ^^^^",
        "      = 帮助: 是不是“总则”？"
        "保留页有：封面、印发通知、修订记录、目录、组织机构图、汇报关系、职责一览表、发放回收记录",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual="章节:\n  - 总责\n", chapters=GENERAL) == [
        "content/manual.yaml:5:5: error CHAPTER-UNKNOWN: "
        "there is no “总责”: no reserved page, no file of content/chapters and no department",
        "    5 |   - 总责",
        "      |     ^^^^",
        "      = help: did you mean “总则”? "
        "the reserved pages are: 封面, 印发通知, 修订记录, 目录, 组织机构图, 汇报关系, 职责一览表, 发放回收记录",
    ]


def test_a_file_that_is_missing(report: Report) -> None:
    manual = """\
        附件:
          - 标题: 附表
            文件: 考核表.md
    """
    assert report(CODE, manual=manual, chapters=GENERAL) == [
        "content/manual.yaml:6:9: 错误 CHAPTER-UNKNOWN: content/chapters 里没有“考核表.md”这个文件",
        "    6 |     文件: 考核表.md",
        "      |           ^^^^^^^^^",
        "      = 帮助: 有这些文件：总则.md",
    ]


def test_a_department_that_does_not_exist(report: Report) -> None:
    manual = """\
        章节:
          - 标题: 生产系统
            部门: [仓储部, 仓储科]
    """
    assert report(CODE, manual=manual, 仓储部="部门: 仓储部\n") == [
        "content/manual.yaml:6:15: 错误 CHAPTER-UNKNOWN: 没有“仓储科”这个部门",
        "    6 |     部门: [仓储部, 仓储科]",
        "      |                    ^^^^^^",
        "      = 帮助: 是不是“仓储部”？部门有：仓储部",
    ]


def test_pages_files_with_and_without_ending_and_departments_are_found(report: Report) -> None:
    manual = """\
        章节:
          - 封面
          - 总则
          - 附则.md
          - 仓储部
          - 标题: 部门职责
            部门: 全部
            只印: 部门职责
    """
    chapters = {"总则.md": "# 总则\n\n适用于全公司。\n", "附则.md": "# 附则\n\n自发布起施行。\n"}
    assert report(CODE, manual=manual, chapters=chapters, 仓储部="部门: 仓储部\n") == []


def test_what_could_not_be_read_is_not_called_missing(codes: Codes) -> None:
    manual = "章节: [总则, 仓储部]\n"
    found = codes(manual=manual, chapters={"总则.md": ""}, 仓储部="部门: &a 仓储部\n")
    assert found == ["CHAPTER-EMPTY", "YAML-ANCHOR"]
