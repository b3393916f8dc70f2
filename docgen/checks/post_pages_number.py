"""POST-PAGES-NUMBER: 每岗位最多页数不对 / A post cannot have so many pages

“每岗位最多页数”写 1 以上的整数；不写就不限页数。

错：

    版面:
      每岗位最多页数: 1.5

对：

    版面:
      每岗位最多页数: 2

依据：页数按整页算，一页里只占几行也算一页；一个岗位至少占一页。

---

每岗位最多页数 says how many pages a post may take: a whole number from 1 up, no limit where it isn't written.

Wrong: “每岗位最多页数: 1.5”. Right: “每岗位最多页数: 2”.

Basis: pages are counted whole, however little stands on one, and a post takes one at least.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "POST-PAGES-NUMBER"
SEVERITY: Final[Severity] = "error"


def find(manual: Manual) -> Iterator[Problem]:
    pages = manual.page.post_pages if manual.page else None
    if pages and (pages.value % 1 or pages.value < 1):
        yield Problem(
            SEVERITY,
            CODE,
            pages.position,
            Words(f"每岗位最多页数不能是“{pages.text}”", f"a post cannot be allowed “{pages.text}” pages"),
            Words("写 1 以上的整数；不限页数就删掉这一行", "write a whole number from 1 up, or no such line"),
        )
