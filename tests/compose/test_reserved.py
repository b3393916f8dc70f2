"""The reserved pages of 章节: what is printed on each, shown as Markdown, and where they stand in the book."""

from __future__ import annotations

from pathlib import Path

from docgen import resources
from docgen.compose import compose
from docgen.manual.model import Manual
from docgen.template import Templates
from docgen.tree import Document
from docgen.writers import markdown
from tests.sample_style import gbt9704
from tests.small_project import MANUAL, read_project

MANAGEMENT = """\
部门: 经理层
岗位:
  总经理: {编制: 1, 直接上级: 董事会, 职责: {主持工作: 见章程。}}
"""
STORES = """\
部门: 仓储部
上级: 总经理
岗位:
  主任: {编制: 1, 任职者: [孙勇, 何敏], 直接上级: 总经理, 职责: {管理: 管理。}}
  库管员: {编制: 3, 任职者: 赵平, 直接上级: [主任, 总经理], 职责: {收发: 收发。}}
  搬运工: {职责: {搬运: 搬运。}}
"""
DATES = "发布日期: 2026-01-05\n生效日期: 2026-02-01\n"


def manual_of(folder: Path, more: str) -> Manual:
    files: dict[str, str | bytes] = {
        "manual.yaml": f"{MANUAL}外部岗位: 董事会\n{more}",
        "departments/经理层.yaml": MANAGEMENT,
        "departments/仓储部.yaml": STORES,
        "chapters/总则.md": "# 总则\n\n正文。\n",
        "chapters/登记表.md": "# 登记表\n\n填写。\n",
    }
    return read_project(folder, files)


def document(manual: Manual) -> Document:
    found = compose(manual, Templates([resources.templates()]), gbt9704())
    assert found.problems == []
    assert found.document
    return found.document


def printed(folder: Path, page: str, more: str = "") -> list[str]:
    """The lines of a book of one reserved page."""
    text = markdown.write(document(manual_of(folder, f"章节: [{page}]\n{more}")))
    return [line for line in text.splitlines() if line]


def test_the_cover_has_room_to_sign_and_a_blank_for_the_copys_number(tmp_path: Path) -> None:
    people = "编制人: 孙勇\n批准人: 何敏\n会签: [赵平, 钱力]\n版面: {受控号: 印}\n"

    assert printed(tmp_path, "封面", f"编号: Q/SL-01\n密级: 内部\n{people}{DATES}") == [
        "密级：内部",
        "编号：Q/SL-01",
        "受控号：＿＿＿＿＿＿",
        "示例木业有限公司",
        "# 岗位手册",
        "版本：1.0",
        "发布日期：2026年1月5日",
        "生效日期：2026年2月1日",
        "---",
        "| 签署 | 姓名 | 签字 | 日期 |",
        "| :-: | :-: | --- | --- |",
        "| 编制 | 孙勇 | | |",
        "| 审核 | | | |",
        "| 会签 | 赵平 | | |",
        "| | 钱力 | | |",
        "| 批准 | 何敏 | | |",
    ]


def test_a_cover_without_names_has_no_table_to_sign(tmp_path: Path) -> None:
    assert printed(tmp_path, "封面") == ["示例木业有限公司", "# 岗位手册", "版本：1.0", "---"]


def test_the_notice_says_what_issuing_says(tmp_path: Path) -> None:
    issuing = """\
印发:
  文号: 示木发〔2026〕3号
  主送: [仓储部, 经理层]
  抄送: 工会
  日期: 2026-01-06
  正文: |
    手册已经审定，现予印发。
    请组织学习。
归口部门: 办公室
"""
    assert printed(tmp_path, "印发通知", issuing) == [
        "示例木业有限公司文件",
        "示木发〔2026〕3号",
        "# 关于印发《岗位手册》的通知",
        "仓储部、经理层：",
        "手册已经审定，现予印发。",
        "请组织学习。",
        "附件：岗位手册",
        "示例木业有限公司",
        "2026年1月6日",
        "| | |",
        "| --- | --- |",
        "| 抄送：工会。 | |",
        "| 示例木业有限公司办公室 | 2026年1月6日印发 |",
    ]


def test_a_notice_that_says_nothing_says_the_usual(tmp_path: Path) -> None:
    assert printed(tmp_path, "印发通知", f"代替: Q/SL-00\n{DATES}")[1:8] == [
        "# 关于印发《岗位手册》的通知",
        "各部门：",
        "现将《岗位手册》印发给你们，请认真遵照执行。",
        "《岗位手册》自2026年2月1日起施行，Q/SL-00同时废止。",
        "附件：岗位手册",
        "示例木业有限公司",
        "2026年1月5日",
    ]


def test_departments_stand_in_the_organization_chart(tmp_path: Path) -> None:
    assert printed(tmp_path, "组织机构图") == ["# 组织机构图", "<!-- 图 -->", "- 董事会", "  - 总经理", "    - 仓储部"]


def test_posts_stand_in_the_reporting_chart_under_their_first_superior(tmp_path: Path) -> None:
    assert printed(tmp_path, "汇报关系") == [
        "# 汇报关系",
        "<!-- 图 -->",
        "- 董事会",
        "  - 总经理",
        "    - 主任",
        "      - 库管员",
        "- 搬运工",
        "注：有几个直接上级的岗位画在第一个之下：库管员（主任、总经理）。",
    ]


def test_posts_over_their_establishment_are_marked(tmp_path: Path) -> None:
    assert printed(tmp_path, "职责一览表") == [
        "# 职责一览表",
        "| 部门 | 岗位 | 编制 | 现有 | 直接上级 | 备注 |",
        "| --- | --- | :-: | :-: | --- | :-: |",
        "| 仓储部 | 主任 | 1 | 2 | 总经理 | **超编1人** |",
        "| | 库管员 | 3 | 1 | 主任、总经理 | |",
        "| | 搬运工 | | | | |",
        "| 经理层 | 总经理 | 1 | | 董事会 | |",
        "| 合计 | 4个岗位 | 5 | 3 | | **超编1人** |",
    ]


def test_the_record_of_copies_has_rows_to_fill_in(tmp_path: Path) -> None:
    lines = printed(tmp_path, "发放回收记录")

    assert lines[:4] == [
        "# 发放回收记录",
        "| 序号 | 发放部门/姓名 | 份号 | 版本 | 发放日期 | 签收 | 回收日期 | 回收人 |",
        "| :-: | --- | --- | --- | --- | --- | --- | --- |",
        "| 1 | | | | | | | |",
    ]
    assert lines[-1] == "| 20 | | | | | | | |"


def test_annexes_begin_with_their_number_and_are_listed_with_it(tmp_path: Path) -> None:
    annexes = "附件: [登记表.md, 仓储部, 发放回收记录]\n"
    text = markdown.write(document(manual_of(tmp_path, f"章节: [目录, 经理层]\n版面: {{目录级数: 1}}\n{annexes}")))

    assert [line for line in text.splitlines() if line.startswith(("- [", "# ", "附件"))] == [
        "# 目录",
        "- [一、经理层](#一经理层)",
        "- [附件1　登记表](#登记表)",
        "- [附件2　仓储部](#仓储部)",
        "- [附件3　发放回收记录](#发放回收记录)",
        "# 一、经理层",
        "附件1",
        "# 登记表",
        "附件2",
        "# 仓储部",
        "附件3",
        "# 发放回收记录",
    ]


def test_a_page_is_front_matter_before_the_contents_and_body_after_them(tmp_path: Path) -> None:
    chapters = "章节: [封面, 印发通知, 组织机构图, 目录, 职责一览表, 总则, 汇报关系]\n"

    assert [
        (page.key, page.kind, page.page_numbers, page.restart)
        for page in document(manual_of(tmp_path, chapters)).sections
    ] == [
        ("封面", "cover", "none", False),
        ("印发通知", "front", "none", False),
        ("组织机构图", "front", "roman", True),
        ("目录", "front", "roman", False),
        ("职责一览表", "body", "arabic", True),
        ("总则", "body", "arabic", False),
        ("汇报关系", "body", "arabic", False),
    ]
