"""STEP-OR-ONCE: 看不出是每多少扣一回还是只扣一次 / Once, or for each?

“超过1天扣0.5分”可以读成每超1天扣0.5分，也可以读成只要超过1天，一共扣0.5分。docgen 照字面读成只扣一次，
考核时却常常按天数扣。只在超过的正好是一个单位（1天、1小时、1%、1次），又没有“每”、也没有接着写更高一档的时候提出。

错：

    考核办法: 发票办理超过1天扣0.5分。

对：

    考核办法: 发票办理每超过1天扣0.5分。

依据：同样的事，两种读法扣的分不一样，考核就有争议。

---

“超过1天扣0.5分” may mean half a point for each day over, or half a point once. docgen takes it by the letter: once.
Told only where the threshold is exactly one unit, with no 每 and no further tier.

Wrong: 发票办理超过1天扣0.5分. Right: 发票办理每超过1天扣0.5分.

Basis: the two readings cost different points.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from docgen.checks.readings import readings
from docgen.clause import Effect, Reading
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Text, part_of

CODE: Final = "STEP-OR-ONCE"
SEVERITY: Final[Severity] = "warning"

ONE = Decimal(1)


def find(manual: Manual) -> Iterator[Problem]:
    for reading, texts in readings(manual).items():
        for effect in reading.effects:
            if _is_unclear(effect, reading):
                yield from (_problem(effect, text) for text in texts)


def _problem(effect: Effect, text: Text) -> Problem:
    unit = effect.bounds[0].unit
    step = "1个百分点" if unit == "%" else f"1{unit}"
    return Problem(
        SEVERITY,
        CODE,
        part_of(text, *effect.span),
        Words(f"是每超过{step}算一回，还是超过{step}只算一次？", f"once for all above 1{unit}, or for each 1{unit}?"),
        Words(f"写“每超过{step}”，或者“超过{step}的，一次性扣……”", "write 每超过, or 超过…的，一次性扣"),
    )


def _is_unclear(effect: Effect, reading: Reading) -> bool:
    if effect.kind not in ("deduct", "award", "fine") or effect.per or len(effect.bounds) != 1:
        return False
    bound = effect.bounds[0]
    if bound.op != ">" or bound.amount != ONE or not bound.unit or "一次性" in reading.text:
        return False
    return all(other is effect or not _has_unit(other, bound.unit) for other in reading.effects)


def _has_unit(effect: Effect, unit: str) -> bool:
    return any(bound.unit == unit for bound in effect.bounds)
