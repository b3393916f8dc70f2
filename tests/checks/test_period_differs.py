"""Standard and clause allow the same time."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "PERIOD-DIFFERS"

BASE = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      票据:
"""


def test_is_told_at_the_words(report: Report) -> None:
    assert report(
        CODE, 仓储部=BASE + "        工作标准: 票据三天内办理完毕。\n        考核办法: 票据办理超过1天扣0.5分。\n"
    ) == [
        "content/departments/仓储部.yaml:7:15: 警告 PERIOD-DIFFERS: 条款从超过1天扣起，工作标准是3天内",
        "    7 |         考核办法: 票据办理超过1天扣0.5分。",
        "      |                   ^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 期限改成一样",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(
        CODE, "en", 仓储部=BASE + "        工作标准: 票据三天内办理完毕。\n        考核办法: 票据办理超过1天扣0.5分。\n"
    ) == [
        "content/departments/仓储部.yaml:7:15: warning PERIOD-DIFFERS: deducts after 1天; the standard allows 3天",
        "    7 |         考核办法: 票据办理超过1天扣0.5分。",
        "      |                   ^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: make the periods equal",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "        工作标准: 接到报修30分钟内到现场。\n        考核办法: 到现场超过15分钟扣1分。\n",
        "        工作标准: 发现隐患2小时内报告。\n        考核办法: 隐患未在1小时内报告，每次扣2分。\n",
        "        工作标准: 来文2个工作日内送达承办人。\n        考核办法: 送达超过3个工作日扣1分。\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "        工作标准: 票据三天内办理完毕。\n        考核办法: 票据办理超过3天扣0.5分。\n",
        "        工作标准: 票据三天内办理完毕。\n        考核办法: 票据办理逾期超过1天扣0.5分。\n",
        "        工作标准: 票据三天内办理完毕。\n        考核办法: 票据每晚办理1天扣0.5分。\n",
        "        工作标准: 票据三天内办理完毕。\n        考核办法: 设备停机超过1天扣5分。\n",
        "        工作标准: 票据三天内办理，急件一天内办理。\n        考核办法: 急件办理超过1天扣0.5分。\n",
        "        工作标准: 票据三天内办理完毕。\n        考核办法: 票据办理超过8小时扣1分。\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)


def test_holds_for_two_lists_of_a_post(codes: Codes) -> None:
    lists = "    工作标准:\n      - 票据三天内办理完毕。\n    考核办法:\n      - 票据办理超过1天扣0.5分。\n"
    assert CODE in codes(仓储部=BASE.replace("票据:", "票据: 办理票据。") + lists)


def test_holds_for_what_is_tied(codes: Codes) -> None:
    tied = "    工作标准:\n      - {内容: 票据三天内办理完毕。, 对应: 票据}\n"
    clause = "    考核办法:\n      - {内容: 票据办理超过1天扣0.5分。, 对应: 票据}\n"
    assert CODE in codes(仓储部=BASE.replace("票据:", "票据: 办理票据。") + tied + clause)
