"""LOW-RANK-DISMISSAL: 末位淘汰 / Dismissal for a low rank

排在末位不等于不能胜任工作，更不是严重违纪：凭名次解除劳动合同是违法解除。不能胜任的，要有事先写明的标准，先培训或者调整岗位，
仍不能胜任的才可以提前三十日通知解除。

错：

    结果运用:
      - 年度考核排名末位的，解除劳动合同。

对：

    结果运用:
      - 考核不合格的，安排培训或者经协商调整岗位。

依据：《劳动合同法》第三十九条、第四十条第二项、第四十八条；最高人民法院指导案例18号。

---

The last in a ranking is not thereby unfit for the work, let alone guilty: to end the contract for a rank is unlawful.
Who does not meet a standard written beforehand is trained or moved first (劳动合同法 arts. 39–40; Guiding Case 18).

Wrong: 排名末位的，解除劳动合同. Right: 考核不合格的，安排培训或者经协商调整岗位.

Basis: 劳动合同法 arts. 39, 40 (2) and 48; guiding case no. 18 of the Supreme People's Court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "LOW-RANK-DISMISSAL"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for hit in search(manual, _dismissals()):
        if not _denied().search(hit.before + hit.match[0][:2]) and not _others().search(hit.sentence):
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words("凭名次辞退没有法律依据", "no law lets a rank end a contract"),
                Words(
                    "改成按标准：不合格的先培训或者协商调岗",
                    "go by the standard: train or move who does not meet it",
                ),
            )


@cache
def _denied() -> re.Pattern[str]:
    return re.compile("(?:不得|不[能可]|不实行|不搞|不以|禁止|取消|废止)[^。；]{0,12}$")


@cache
def _others() -> re.Pattern[str]:
    """Who and what may be dropped for a rank: they have no contract of employment."""
    return re.compile("(?:供应商|供方|经销商|代理商|承运商|承包商|分包商|服务商|商品|品种)(?!管理|开发|专员)")


@cache
def _dismissals() -> re.Pattern[str]:
    ended = "(?:辞退|淘汰|解聘|开除|除名|劝退|自动离职|不再续[签聘]"
    ended += "|(?:解除|终止)[^。；，,\\n]{0,6}(?:合同|(?:劳动|聘用)关系))"
    low = "(?:末[位名]|垫底|排名最后|倒数|最后[一二三两0-9]?[名位]|后 ?[0-9一二三五十]+ ?[%％名位])"
    return re.compile(
        f"末[位尾](?:淘汰|辞退|解聘)|{low}(?:(?!不得|不能|不予)[^。；\\n]){{0,20}}?{ended}|{ended}[^。；，,\\n]{{0,8}}{low}"
    )
