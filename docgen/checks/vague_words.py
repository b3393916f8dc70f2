"""VAGUE-WORDS: 标准里只有“及时”“认真” / A standard that measures nothing

工作标准要让人判断做到了没有。“及时”“认真”“良好”“尽快”这样的词，后面没有时间、次数、比例的，各人理解不一样，扣分就有争议。

错：

    工作标准: 认真巡查，及时处理问题。

对：

    工作标准: 每天巡查一次，发现的问题当天处理。

依据：《劳动合同法》第四十条第二项，“不能胜任工作”要有可以核对的标准。

---

A standard lets anyone see whether it was met. Words such as 及时, 认真, 良好, 尽快 say nothing without a time, a count
or a rate in the same text.

Wrong: 认真巡查，及时处理问题. Right: 每天巡查一次，发现的问题当天处理.

Basis: 劳动合同法 art. 40 (2): whether somebody is unfit for the work is shown by what can be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.labels import unlabelled
from docgen.checks.texts import search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Position

CODE: Final = "VAGUE-WORDS"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[tuple[Position, str]] = set()
    for hit in search(manual, _vague(), ("standard", "measure")):
        text = hit.position._replace(column=0, length=0), hit.text
        if text not in seen and not _measures().search(unlabelled(hit.sentence)):
            seen.add(text)
            word = hit.match[0]
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(f"“{word}”做到什么程度？没有写时间、次数或比例", f"how much is “{word}”? no time, count or rate"),
                Words(
                    "写成可以核对的，例如“当天”“每周一次”“98%以上”",
                    "write what can be checked: 当天, 每周一次, 98%以上",
                ),
            )


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(
        "(?<![不未没])(?<!不能)(?<!未能)(?<!没能)及时(?![性率])|认真(?![遵执贯])|良好|尽快|尽力|积极|经常|较[好高强快]|妥善|努力|尽量|适时|[高有]效率?地|迅速"
        "|(?<![规法约限指固既])定期(?!限)|可以包括(?=[^。；;\\n]*等方面)"
    )


@cache
def _measures() -> re.Pattern[str]:
    """A number, a time, or all or none of something."""
    return re.compile(
        "[0-9０-９]|[每当同次本][一个]?(?:天|日|周|旬|月|季|年|班|次|批|小时)|[一二两三四五六七八九十百零半]"
        "(?:个|[次天日周月年份项件人名倍成分秒小])|为零|[零无未没][^，。；]{0,8}[错误差漏失损坏投诉事故障]|全部|逐[笔项件日台户份]|百分|100"
    )
