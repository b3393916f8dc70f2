"""DIRECTION-INVERTED: 高低写反了 / The wrong way round

合格率、完成率、满意度这样的数越高越好，差错率、损耗率、投诉率这样的数越低越好。好的结果被扣分、坏的结果得到加分，多半是“超过”“低于”写反了。

错：

    考核办法: 合格率每超过0.1%扣1分。

对：

    考核办法: 合格率每低0.1%扣1分。

依据：条款要奖好罚差；写反了，做得越好扣得越多。

---

合格率, 完成率, 满意度 and their like are the better the higher they are; 差错率, 损耗率, 投诉率 the better the lower. A
clause that punishes what is good, or rewards what is bad, is most likely the wrong way round.

Wrong: 合格率每超过0.1%扣1分. Right: 合格率每低0.1%扣1分.

Basis: clauses reward what is good; the wrong way round they punish it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.readings import scored_clauses
from docgen.clause import Effect
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "DIRECTION-INVERTED"
SEVERITY: Final[Severity] = "warning"

BETTER_LOW: Final = (
    "不良 不良品 差错 错误 误差 废品 报废 次品 损耗 损失 破损 损坏 丢失 投诉 客诉 退货 退换 流失 离职 缺勤 缺陷 返工 "
    "返修 事故 故障 停机 逾期 超时 缺失 遗漏 漏检 错检 误检 作废 差评 浪费 差异 违章 违规 呆滞 坏账"
)
BETTER_HIGH: Final = (
    "合格 完成 达成 达标 满意 及时 准时 按期 准确 出勤 完好 正确 相符 成功 利用 回收 转化 办结 接通 覆盖 良品 优良 "
    "直通 通过 及格 回款 履约 兑现 交付 整改 留存 周转 到货 满足 毛利 利润 增长"
)


@cache
def _measure() -> re.Pattern[str]:
    """A rate in the words of a condition: the bad ones first, for 不合格率 has 合格率 in it."""
    low, high = BETTER_LOW.replace(" ", "|"), BETTER_HIGH.replace(" ", "|")
    return re.compile(f"(?P<low>{low}|[不未](?:{high}))率|(?P<high>{high})[率度]")


@cache
def _moves() -> re.Pattern[str]:
    return re.compile("(?P<up>超|高|升|提高|增)|(?P<down>低|降|下滑|减|不足|不满|不到|未达)")


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for scored in scored_clauses(manual):
        subject = scored.indicator.name if scored.indicator else ""
        for effect in scored.reading.effects:
            measure = _measure().search(effect.when) or _measure().search(subject)
            if measure and _is_inverted(effect, measure[0], is_good=bool(measure["high"])):
                place = part_of(scored.text, *effect.span)
                if place not in seen:
                    seen.add(place)
                    yield _problem(effect, measure[0], place)


def _is_inverted(effect: Effect, measure: str, *, is_good: bool) -> bool:
    """Whether a rise of what is good, or a fall of what is bad, costs points, or the other way round brings them."""
    if effect.kind not in ("deduct", "award", "fine", "pay") or effect.unit == "":
        return False
    rises = _rises(effect, measure)
    return rises is not None and (effect.kind == "award") != (rises == is_good)


def _rises(effect: Effect, measure: str) -> bool | None:
    """Whether the effect comes of a rise; None where the words don't say, or say both (不低于95%，每低1%)."""
    if effect.bounds:
        signs = {bound.op[0] for bound in effect.bounds if bound.unit == "%"}
        return signs == {">"} if len(signs) == 1 else None
    if not effect.per or effect.per.unit != "%":
        return None
    moves = _moves().search(effect.when.partition(measure)[2] if measure in effect.when else effect.when)
    return bool(moves["up"]) if moves else None


def _problem(effect: Effect, measure: str, place: Position) -> Problem:
    did, did_en = ("加分", "is rewarded") if effect.kind == "award" else ("受罚", "is punished")
    rises = _rises(effect, measure)
    way, way_en = ("高", "A higher") if rises else ("低", "A lower")
    return Problem(
        SEVERITY,
        CODE,
        place,
        Words(f"{measure}{way}了反而{did}，是不是写反了？", f"{way_en} {measure} {did_en}: the wrong way round?"),
        Words("看看“超过”“低于”、“扣”“加”有没有写反", "see whether 超过 and 低于, or 扣 and 加, are mixed up"),
    )
