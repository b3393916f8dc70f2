"""Each standard has a clause."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "STANDARD-NO-CLAUSE"

BASE = """\
部门: 仓储部
岗位:
  主任:
    职责:
      收发:
        工作标准:
          - {内容: 单据当天录入。, 考核办法: 晚录入1天扣1分。}
"""


def test_is_told_at_the_standard(report: Report) -> None:
    assert report(CODE, 仓储部=BASE + "          - 每月盘点一次。\n") == [
        "content/departments/仓储部.yaml:8:13: 警告 STANDARD-NO-CLAUSE: 这条标准没有考核条款",
        "    8 |           - 每月盘点一次。",
        "      |             ^^^^^^^^^^^^^^",
        "      = 帮助: 在它下面写“考核办法”，例如“少盘点一次扣3分”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=BASE + "          - 每月盘点一次。\n") == [
        "content/departments/仓储部.yaml:8:13: warning STANDARD-NO-CLAUSE: this standard has no scoring clause",
        "    8 |           - 每月盘点一次。",
        "      |             ^^^^^^^^^^^^^^",
        "      = help: write 考核办法 below it, such as “少盘点一次扣3分”",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "          - 内容: 每月盘点一次。\n",
        "    工作标准: 每月盘点一次。\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "          - {内容: 每月盘点一次。, 考核办法: 少盘点一次扣3分。}\n",
        "          - 每月盘点一次。\n        考核办法: 少盘点一次扣3分。\n",
        "          - 每月盘点一次。\n    考核办法:\n      - {内容: 少盘点一次扣3分。, 对应: 收发}\n",
        "    工作标准:\n      - {内容: 每月盘点一次。, 对应: 收发}\n",
        "          - 每月盘点一次。\n    必备: 工作标准\n",
        "    工作标准: 每月盘点一次。\n    考核办法: 少盘点一次扣3分。\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)


def test_where_a_post_has_no_clause_at_all_its_duties_say_so(codes: Codes) -> None:
    bare = "部门: 仓储部\n岗位: {主任: {职责: {收发: 收发物资。}, 工作标准: 每月盘点一次。}}\n"
    assert codes(仓储部=bare) == ["DUTY-NO-CLAUSE", "DUTY-NO-STANDARD"]
