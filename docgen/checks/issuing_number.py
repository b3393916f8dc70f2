"""ISSUING-NUMBER: 发文字号不合格式 / A document number out of form

发文字号由机关代字、年份、顺序号组成：年份标全称，用六角括号“〔〕”括起来；顺序号不加“第”字，
不编虚位（1 不写成 01），后面加“号”字。

错：

    印发:
      文号: 青木发[2026]03号

对：

    印发:
      文号: 青木发〔2026〕3号

依据：GB/T 9704—2012 §7.2.5。

---

A document number is the issuer's code, the full year in tortoise-shell brackets 〔〕, and the number without 第 or
leading zeros, followed by 号.

Wrong: “文号: 青木发[2026]03号”. Right: “文号: 青木发〔2026〕3号”.

Basis: GB/T 9704—2012 §7.2.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "ISSUING-NUMBER"
SEVERITY: Final[Severity] = "error"

SOUND = re.compile(r"[^〔〕\[\](){}（）［］【】]+〔[0-9]{4}〕[1-9][0-9]*号")
# What is meant by a number that isn't sound: code, year and number in whatever brackets.
MEANT = re.compile(
    r"(.*?)\s*[\[(（［【〔{〈《]?\s*([0-9]{4})\s*年?\s*[\])）］】〕}〉》]?\s*"  # code, year
    r"第?\s*0*([1-9][0-9]*)\s*号?"
)


def find(manual: Manual) -> Iterator[Problem]:
    number = manual.issuing.number if manual.issuing else None
    if number is None or SOUND.fullmatch(number):
        return
    meant = MEANT.fullmatch(number)
    example = f"{meant[1] or '青木发'}〔{meant[2]}〕{meant[3]}号" if meant else "青木发〔2026〕3号"
    yield Problem(
        SEVERITY,
        CODE,
        number.position,
        Words(f"发文字号“{number}”不合格式", f"“{number}” is not a document number in due form"),
        Words(
            f"年份用六角括号〔〕括起来，顺序号不加“第”、不补零：{example}",
            f"put the year in the brackets 〔〕, the number without 第 or zeros before it: {example}",
        ),
    )
