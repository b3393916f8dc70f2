"""EFFECTIVE-BEFORE-APPROVAL: 还没发布就生效 / In force before it was issued

生效日期早于发布日期、印发日期、本版修订记录的日期，或者“审议”“公示”里写的第一个日期。没有公布的制度不能约束人，已经过去的日子里的行为也不能按新办法考核。

错：

    发布日期: 2025-12-22
    生效日期: 2025-12-01

对：

    发布日期: 2025-12-22
    生效日期: 2026-01-01

依据：《劳动合同法》第四条第四款；新规定一般不溯及既往。

---

The manual takes effect before it is issued, printed for issue, or revised, or before the first day that 审议 or 公示
names. Rules bind only once they are published (劳动合同法 art. 4), and don't reach back.

Wrong: 发布日期 2025-12-22 and 生效日期 2025-12-01. Right: 生效日期 2026-01-01.

Basis: 劳动合同法 art. 4; a new rule does not reach back.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from docgen.loader.values import DATE_FORMS
from docgen.manual.model import Date, Manual
from docgen.problems import Problem, Severity, Words
from docgen.source import Text

CODE: Final = "EFFECTIVE-BEFORE-APPROVAL"
SEVERITY: Final[Severity] = "warning"


DELIBERATED: Final = Words("审议", "its deliberation")
PUBLICISED: Final = Words("公示", "its publication")


def find(manual: Manual) -> Iterator[Problem]:
    for name, date in _dates(manual) if manual.effective else ():
        if manual.effective and manual.effective.value < date.value:
            yield Problem(
                SEVERITY,
                CODE,
                manual.effective.position,
                Words(f"生效日期早于{name.zh}（{date}）", f"in force before {name.en} ({date.value.isoformat()})"),
                Words("把生效日期改到发布以后", "let it take effect after it is issued"),
            )
            return


def _dates(manual: Manual) -> Iterator[tuple[Words, Date]]:
    """The days before which the manual cannot be in force."""
    if manual.issued:
        yield Words("发布日期", "its date of issue"), manual.issued
    if manual.issuing and manual.issuing.date:
        yield Words("印发日期", "the date of the notice"), manual.issuing.date
    for revision in manual.revisions:
        if revision.version == manual.version and not revision.damaged:
            yield Words("本版修订日期", "the date of this revision"), revision.date
    for name, text in ((DELIBERATED, manual.deliberated), (PUBLICISED, manual.publicised)):
        if day := _first_day(text):
            yield name, day


def _first_day(text: Text | None) -> Date | None:
    """The first that is written in full: 2025年12月12日至12月19日公示 begins on the 12th."""
    found = DATE_FORMS.search(text or "")
    try:
        return Date(datetime.date(*map(int, found.groups())), text) if text and found else None
    except ValueError:  # 2月30日
        return None
