"""MOJIBAKE: 乱码和冒充汉字的字符 / Garbled characters

文字在转换中坏了：UTF-8 当成 GBK 读（“鑱岃矗”原是“职责”）、“锟斤拷”，PDF 里复制出来的私用区字符、埃塞俄比亚文，
或者看着像汉字、其实是部首的字符（⼯作）。看着像的也查不到、搜不到，换一种字体就变样。

错：

    工作标准: ⼯作⽇报当天交。

对：

    工作标准: 工作日报当天交。

依据：GB 18030 的私用区没有规定字形，Unicode 的康熙部首（U+2F00 起）不是汉字。

---

Text that was damaged in a conversion: UTF-8 read as GBK, 锟斤拷, characters of the private use area or Ethiopic ones
out of a PDF, and radicals (U+2F00 …) that only look like 汉字.

Wrong: ⼯作 (U+2F2F). Right: 工作 (U+5DE5).

Basis: GB 18030 gives private use characters no form; the radicals of Unicode (U+2F00 on) are no 汉字.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "MOJIBAKE"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    for hit in search(manual, _garbled()):
        original = _original(hit.match)
        if original is None:
            continue
        seen, points = hit.match[0][:12], " ".join(f"U+{ord(char):04X}" for char in hit.match[0][:3])
        yield Problem(
            SEVERITY,
            CODE,
            hit.position,
            Words(f"“{seen}”是乱码（{points}）", f"“{seen}” is garbled ({points})"),
            Words(
                f"原文可能是“{original}”，重新输入一遍" if original else "对照原稿，重新输入一遍",
                f"it may have been “{original}”: type it again" if original else "type it again from the original",
            ),
        )


def _original(match: re.Match[str]) -> str | None:
    """What most likely stood there: "" where nobody knows, None where the text is right after all."""
    if match["radical"]:
        return unicodedata.normalize("NFKC", match["radical"])
    codec = "gb18030" if match["gbk"] else "cp1252"
    if not (match["gbk"] or match["western"]):
        return ""
    original = _WHOLE.search(match[0].encode(codec, "replace"))
    return original[0].decode() if original else None


_WHOLE = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef\xbc[\x80-\xbf]){2,}")
"""Two or more of the characters a Chinese text is made of, in UTF-8."""


@cache
def _garbled() -> re.Pattern[str]:
    """What begins as the bytes of 汉字 in UTF-8 do, read two by two as GBK or one by one as Windows-1252; the bytes
    tell."""
    first = bytes(byte for lead in range(0xE3, 0xEA) for trail in range(0x80, 0xC0) for byte in (lead, trail))
    begins = "".join(sorted(first.replace(b"\x7f", b"\x80").decode("gbk", "ignore"))) + "锛"
    return re.compile(
        f"(?P<gbk>[{begins}][^\\x00-\\x7f]{{2,}})|(?P<western>[ã-é][\xa0-\u2122]{{2}}[ã-ï][\xa0-\u2122]+)|锟斤拷|烫烫烫"
        "|\ufffd+|(?P<radical>[\u2e80-\u2fd5]+)|[\ue000-\uf8ff]+|[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f ]*"
        "[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]"
    )
