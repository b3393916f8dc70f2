"""FINE: 用人单位没有罚款权 / Employers may not fine

《企业职工奖惩条例》2008年1月废止后，用人单位对劳动者罚款没有法律依据：罚款是行政处罚，由法律设定。考核可以扣分，按得分计发绩效工资。

叫作“乐捐”“罚金”的也一样。

错：

    考核办法: 仓库内吸烟，每次罚款50元。

对：

    考核办法: 仓库内吸烟，每次扣5分。

依据：《行政处罚法》第九条、第十七条，《立法法》第十一条；国务院令第516号废止《企业职工奖惩条例》。

---

Since the regulation of 1982 on rewards and punishments was repealed in January 2008, no law lets an employer fine
staff: a fine (罚款) is an administrative penalty. Deduct points, and pay performance wages by the score.

Wrong: 仓库内吸烟，每次罚款50元. Right: 仓库内吸烟，每次扣5分.

Basis: 行政处罚法 arts. 9 and 17, 立法法 art. 11; order no. 516 of the State Council repealed the regulation of 1982.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.readings import readings
from docgen.checks.texts import Kind, search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position, part_of

CODE: Final = "FINE"
SEVERITY: Final[Severity] = "warning"

WHERE: Final[tuple[Kind, ...]] = ("duty", "standard", "clause", "other", "consequence", "chapter")
"""Clauses are read; what is read otherwise states a fine by 处以罚款 or 罚款50元, and may speak of one that the state
imposed."""


def find(manual: Manual) -> Iterator[Problem]:
    read = set[str]()
    for reading, texts in readings(manual).items():
        for effect in reading.effects:
            if effect.kind == "fine":
                read.add(reading.text)
                yield from (_problem(part_of(text, *effect.span)) for text in texts)
    for hit in search(manual, _fines(), WHERE):
        if hit.text not in read and not _denied().search(hit.before):
            yield _problem(hit.position)


@cache
def _fines() -> re.Pattern[str]:
    return re.compile(
        r"(?:处以?|予以|给予|并处|处罚)[^。；，,\n]{0,6}罚[款金]"
        r"|(?<!缴纳)(?<!支付)(?:罚款|乐捐)[ ]*[0-9０-９一二三四五六七八九十百千]+[ ]*元"
    )


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(r"(?:不得|禁止|不以|无权|不[能可]|不再|机关|部门|法院|政府)[^。；]{0,10}$")


def _problem(place: Position) -> Problem:
    return Problem(
        SEVERITY,
        CODE,
        place,
        Words("用人单位没有罚款权", "an employer has no right to fine"),
        Words("改成扣分，按得分计发绩效工资", "deduct points, and pay performance wages by the score"),
    )
