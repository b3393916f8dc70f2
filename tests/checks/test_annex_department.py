"""Annexes are files."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "ANNEX-DEPARTMENT"


def test_a_department_named_among_the_annexes(report: Report) -> None:
    chapters = {"登记表.md": "# 登记表\n\n填表。\n"}
    assert report(CODE, manual="附件: [登记表, 仓储部]\n", chapters=chapters, 仓储部="部门: 仓储部\n") == [
        "content/manual.yaml:4:11: 错误 ANNEX-DEPARTMENT: 附件不能是部门：“仓储部”",
        "    4 | 附件: [登记表, 仓储部]",
        "      |                ^^^^^^",
        "      = 帮助: 部门写到“章节”里；附件写 chapters 里的文件",
    ]


@pytest.mark.parametrize("named", ["仓储部", "全部"])
def test_an_annex_with_a_title_of_its_own(report: Report, named: str) -> None:
    annexes = f"附件: [{{标题: 附录, 部门: {named}}}]\n"
    assert report(CODE, "en", manual=annexes, 仓储部="部门: 仓储部\n")[0] == (
        f"content/manual.yaml:4:19: error ANNEX-DEPARTMENT: an annex cannot be a department: “{named}”"
    )
