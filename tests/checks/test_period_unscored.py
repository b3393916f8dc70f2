"""A period in the standard has a clause."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "PERIOD-UNSCORED"


def duty(standard: str, *clauses: str) -> str:
    lines = "".join(f"          - {clause}\n" for clause in clauses)
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      来文办理:
        工作标准: {standard}
        考核办法:
{lines}"""


def test_is_told_at_the_period(report: Report) -> None:
    assert report(CODE, 仓储部=duty("来文三个工作日内办结。", "登记错一处扣1分。")) == [
        "content/departments/仓储部.yaml:6:17: 警告 PERIOD-UNSCORED: 标准有期限“三个工作日内”，条款没有说晚了怎样",
        "    6 |         工作标准: 来文三个工作日内办结。",
        "      |                       ^^^^^^^^^^^^",
        "      = 帮助: 写明晚了扣几分，例如“每晚1天扣1分”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=duty("来文三个工作日内办结。", "登记错一处扣1分。")) == [
        "content/departments/仓储部.yaml:6:17: warning PERIOD-UNSCORED: "
        "no clause says what being later than “三个工作日内” costs",
        "    6 |         工作标准: 来文三个工作日内办结。",
        "      |                       ^^^^^^^^^^^^",
        "      = help: say what being late costs, such as “每晚1天扣1分”",
    ]


@pytest.mark.parametrize(
    ("standard", "clause"),
    [
        ("每月5日前报送报表，数据准确。", "数据错一处扣1分。"),
        ("来访10分钟内接待。", "态度恶劣的，每次扣2分。"),
        ("发现问题当天处理。", "少巡查一次扣1分。"),
        ("提前半小时到岗，打扫卫生。", "货架有积尘扣0.5分。"),
        ("夜间入库的，第二天必须验收入库。", "物资摆放不整齐扣0.5分。"),
        ("每周五前交周报。", "周报写错一处扣1分。"),
        ("每天17时前排出派车表。", "派车表写错一处扣1分。"),
    ],
)
def test_fails(codes: Codes, standard: str, clause: str) -> None:
    assert CODE in codes(仓储部=duty(standard, clause))


@pytest.mark.parametrize(
    ("standard", "clause"),
    [
        ("每月5日前报送报表。", "逾期一次扣1分。"),
        ("每月5日前报送报表。", "报送不及时，每次扣1分。"),
        ("每月5日前报送报表。", "未按时报送扣2分。"),
        ("每月5日前报送报表。", "每晚1天扣1分。"),
        ("每月5日前报送报表。", "未按要求办理扣2分。"),
        ("每月5日前报送报表。", "每次扣2分，最多扣6分。"),
        ("每月5日前报送报表。", "-0.5分/次"),
        ("服务完成后3天内回访。", "漏回访每户扣0.5分。"),
        ("每月10日前召开分析会。", "分析会每少召开1次扣3分。"),
        ("30天内无投诉。", "接到投诉一次扣2分。"),
        ("每天巡查一次。", "通道堵塞一处扣1分。"),
        ("对当天安排的工作逐项检查。", "工作有遗漏扣1分。"),
    ],
)
def test_passes(codes: Codes, standard: str, clause: str) -> None:
    assert CODE not in codes(仓储部=duty(standard, clause))


def test_one_clause_about_time_is_enough(codes: Codes) -> None:
    assert CODE not in codes(仓储部=duty("来文三天内办结。", "登记错一处扣1分。", "逾期1天扣1分。"))


@pytest.mark.parametrize(
    "more",
    [
        "    考核办法:\n      - {内容: 办理超期一次扣1分。, 对应: 来文办理}\n",
        "    考核办法:\n      - {内容: 事事拖延的，每次扣1分。, 对应: 全部}\n",
        "    考核办法:\n      - 办理超期一次扣1分。\n",
        "    指标: {办文及时率: {权重: 100%, 考核办法: 每低1%扣1分。, 对应: 来文办理}}\n",
    ],
)
def test_it_may_be_tied_or_be_an_indicator(codes: Codes, more: str) -> None:
    assert CODE not in codes(仓储部=duty("来文三天内办结。", "登记错一处扣1分。") + more)


TWO_DUTIES = """\
部门: 仓储部
岗位:
  主任:
    职责:
      收文: {内容: 登记来文。, 考核办法: 登记错一处扣1分。}
      办文: {内容: 办理来文。, 考核办法: 办理逾期1天扣1分。}
    工作标准:
      - {内容: 来文三天内办结。, 对应: [收文, 办文]}
"""


def test_a_standard_of_two_duties_needs_it_once(codes: Codes) -> None:
    assert CODE not in codes(仓储部=TWO_DUTIES)


def test_a_standard_of_two_duties_is_told_of_once(codes: Codes) -> None:
    assert codes(仓储部=TWO_DUTIES.replace("办理逾期1天扣", "批办错一件扣")) == [CODE]


def test_where_there_is_no_clause_the_duty_says_so(codes: Codes) -> None:
    bare = "部门: 仓储部\n岗位: {主任: {职责: {收文: {工作标准: 来文三天内办结。}}}}\n"
    assert codes(仓储部=bare) == ["DUTY-NO-CLAUSE"]
