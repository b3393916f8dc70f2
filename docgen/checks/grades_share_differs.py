"""GRADES-SHARE-DIFFERS: 正文的比例超过等级的比例 / A share in the text above the grade's own

等级的“比例”是这一等的人数最多占多少。章节和结果运用里再写比例的，不能比它大；最好写 {比例}，由 docgen 填进去。

错（优秀的比例是 20%）：

    优秀人数不超过参加考核人数的30%。

对：

    各等级的人数占参加考核人数的比例，最多为：{比例}。

依据：同一个数写在两处，改了一处就对不上。

---

比例 of a grade is the share of people who get it at most. A text that names a larger one contradicts it; write {比例}
in a chapter and it is filled in.

Wrong: 优秀人数不超过30% where the grade says 20%. Right: {比例}.

Basis: a number written in two places is changed in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checks.texts import search
from docgen.checks.wording import digits
from docgen.clause.numerals import number
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "GRADES-SHARE-DIFFERS"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    grades = manual.assessment.grades if manual.assessment else ()
    shares = {str(grade.name): grade.share.value for grade in grades if grade.name and grade.share}
    if not shares:
        return
    for hit in search(manual, _shares(list(shares)), ("consequence", "other", "chapter")):
        said, share = number(hit.match["number"]), shares[hit.match["name"]]
        if said > share:
            name = hit.match["name"]
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(
                    f"这里是 {digits(said)}%，等级“{name}”的比例是 {digits(share)}%",
                    f"{digits(said)}% here, and {digits(share)}% in the grade “{name}”",
                ),
                Words("改成一样，或在章节里写 {比例}", "make them equal, or write {比例} in a chapter"),
            )


def _shares(names: list[str]) -> re.Pattern[str]:
    name = "|".join(map(re.escape, names))
    return re.compile(
        f"(?<!不)(?P<name>{name})(?:(?!{name})[^。；，,\\n]){{0,14}}?(?:不超过|不得超过|最多|不高于|控制在|不多于)"
        "[^。；，,0-9\\n]{0,12}(?P<number>[0-9]+(?:[.][0-9]+)?)[ ]*[%％]"
    )
