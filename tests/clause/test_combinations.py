"""A condition and a consequence say the same whatever they stand beside: each with each, however they are joined."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tests.clause.test_phrasings import said

Said = dict[str, Any]


def per(amount: str, unit: str) -> Said:
    return {"per": {"amount": amount, "unit": unit}}


def bounds(*bounds: str) -> Said:
    """ ">= 3 天" …"""
    return {"bounds": [dict(zip(("op", "amount", "unit"), bound.split(), strict=True)) for bound in bounds]}


def time(first: int, last: int | None) -> Said:
    return {"occurrence": [first, last]}


CONDITIONS: dict[str, Said] = {
    "迟报一次": per("1", "次"),
    "每发现一处": per("1", "处"),
    "每有一起投诉": per("1", "起"),
    "每逾期半天": per("0.5", "天"),
    "每逾期一个工作日": per("1", "工作日"),
    "每超过30分钟": per("30", "分钟"),
    "每推迟两小时": per("2", "小时"),
    "每低1个百分点": per("1", "%"),
    "每下降千分之一": per("0.1", "%"),
    "损失每增加1万元": per("10000", "元"),
    "合格率低于95%": bounds("< 95 %"),
    "合格率未达到95%": bounds("< 95 %"),
    "合格率达不到95%": bounds("< 95 %"),
    "合格率不到95%": bounds("< 95 %"),
    "合格率在95%以下": bounds("<= 95 %"),
    "合格率95%（不含）以下": bounds("< 95 %"),
    "合格率≤95%": bounds("<= 95 %"),
    "合格率不高于95%": bounds("<= 95 %"),
    "差错率＞2‰": bounds("> 0.2 %"),
    "差错率超出2%": bounds("> 2 %"),
    "差错率达2%及以上": bounds(">= 2 %"),
    "差错率不低于2%": bounds(">= 2 %"),
    "逾期3天以上": bounds(">= 3 天"),
    "逾期三个工作日以上": bounds(">= 3 工作日"),
    "逾期2小时以内": bounds("<= 2 小时"),
    "逾期1~3天": bounds(">= 1 天", "<= 3 天"),
    "逾期1－3天": bounds(">= 1 天", "<= 3 天"),
    "逾期1到3天": bounds(">= 1 天", "<= 3 天"),
    "逾期超过1天不足3天": bounds("> 1 天", "< 3 天"),
    "损失1万元（含）至5万元（不含）": bounds(">= 10000 元", "< 50000 元"),
    "未在3日内完成": bounds("> 3 日"),
    "连续两个月": bounds(">= 2 月"),
    "累计三次以上": bounds(">= 3 次"),
    "当月超过3次": bounds("> 3 次"),
    "首次": time(1, 1),
    "第二次": time(2, 2),
    "第三次及以上": time(3, None),
    "再次发生": time(2, None),
    "前两次": time(1, 2),
    "未按规定办理": {},
    "情节严重": {},
}
POINTS: Said = {"kind": "deduct", "amount": "2", "unit": "分"}
RANGE: Said = {"kind": "deduct", "amount": "1", "max_amount": "3", "unit": "分"}
CONSEQUENCES: dict[str, Said] = {
    "扣2分": POINTS,
    "扣除２分": POINTS,
    "扣罚两分": POINTS,
    "减2分": POINTS,
    "扣责任人2分": POINTS,
    "给予扣2分处理": POINTS,
    "另扣2分": POINTS,
    "视情节扣1—3分": RANGE,
    "酌情扣1至3分": RANGE,
    "扣本项分值的20%": {"kind": "deduct", "amount": "20", "unit": "%"},
    "加2分": {"kind": "award", "amount": "2", "unit": "分"},
    "奖励200元": {"kind": "award", "amount": "200", "unit": "元"},
    "处以100元罚款": {"kind": "fine", "amount": "100", "unit": "元"},
    "扣发当月绩效工资的10%": {"kind": "pay", "amount": "10", "unit": "%"},
    "得8分": {"kind": "score", "amount": "8", "unit": "分"},
    "得该项分值的80%": {"kind": "score", "amount": "80", "unit": "%"},
    "通报批评": {"kind": "sanction"},
    "予以辞退": {"kind": "sanction"},
    "取消评优资格": {"kind": "sanction"},
    "待岗处理": {"kind": "sanction"},
    "本项不得分": {"kind": "veto", "scope": "item"},
    "当月绩效考核为零分": {"kind": "veto", "scope": "all"},
    "按公司规定处理": {"kind": "refer"},
}


@pytest.mark.parametrize("consequence", CONSEQUENCES)
def test_a_consequence_follows_any_condition(consequence: str) -> None:
    of = CONSEQUENCES[consequence]
    for (condition, expected), joined in product(CONDITIONS.items(), ("", "，", "的", "的，", "者")):
        stepless = {key: value for key, value in expected.items() if key != "per"}
        text = f"{condition}{joined}{consequence}"
        assert (text, said(text)) == (text, [of | (stepless if of["kind"] in ("veto", "refer") else expected)])


@pytest.mark.parametrize("joined", ["，并", "并", "，同时", "，且", "，", "，另", "，还要"])
def test_a_second_consequence_has_the_condition_of_the_first(joined: str) -> None:
    fine: Said = {"kind": "fine", "amount": "50", "unit": "元"}
    for condition, expected in CONDITIONS.items():
        text = f"{condition}的，扣2分{joined}罚款50元"
        assert (text, said(text)) == (text, [POINTS | expected, fine | expected])


CAPS = {
    "5": (
        "最多扣5分",
        "最高扣5分",
        "以5分为限",
        "5分封顶",
        "封顶5分",
        "上限5分",
        "扣分不超过5分",
        "累计不超过5分",
        "扣满5分为止",
        "总扣分不超过5分",
        "每月最多扣5分",
        "本项最多扣5分",
        "最多扣5分/月",
        "超过5分的按5分扣",
    ),
    "full": (
        "扣完为止",
        "扣完本项分为止",
        "本项分扣完为止",
        "直至扣完",
        "扣至0分为止",
        "不倒扣",
        "以本项分值为限",
        "扣减至零为止",
        "最低得0分",
        "最多扣该项全部分值",
    ),
}


@pytest.mark.parametrize("between", ["，", "；", "（"])
def test_a_cap_is_of_what_stands_before_it(between: str) -> None:
    for cap, texts in CAPS.items():
        for words in texts:
            text = f"每漏一处扣2分{between}{words}{'）' if between == '（' else ''}"
            assert (text, said(text)) == (text, [POINTS | per("1", "处") | {"cap": cap}])


HIGH = {
    "95%（含）以上": ">=",
    "达到95%": ">=",
    "不低于95%的": ">=",
    "为95%及以上的": ">=",
    "超过95%": ">",
    "＞95%": ">",
}
MIDDLE = ("90%至95%", "90%～95%的", "在90%—95%之间的", "90%（含）-95%（不含）", "90%≤完成率＜95%", "[90%,95%)")
LOW = {"90%以下": "<=", "不足90%的": "<", "＜90%": "<", "90%（不含）以下": "<", "未达到90%": "<"}


@pytest.mark.parametrize("verb", ["得", "，计", "为", "记"])
def test_three_tiers_of_points(verb: str) -> None:
    for (high, above), middle, (low, below), between in product(HIGH.items(), MIDDLE, LOW.items(), "，；"):
        text = f"计划完成率{high}{verb}10分{between}{middle}{verb}8分{between}{low}{verb}0分"
        end = "<=" if above == ">" and not middle.endswith(("（不含）", "＜95%", ")")) else "<"
        tiers = (("10", [f"{above} 95 %"]), ("8", [">= 90 %", f"{end} 95 %"]), ("0", [f"{below} 90 %"]))
        expected = [{"kind": "score", "amount": amount, "unit": "分"} | bounds(*within) for amount, within in tiers]
        assert (text, said(text)) == (text, expected)
