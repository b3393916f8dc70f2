"""VERSION-NO-REVISION: 修订记录里没有这一版 / The revision record lacks this version

版本改了，修订记录要添一条，写明哪天改了什么、谁批准。

错：

    版本: '2026.1'
    修订记录:
      - {版本: '2024.1', 日期: 2024-01-02, 内容: 首次发布。}

对：

    版本: '2026.1'
    修订记录:
      - {版本: '2024.1', 日期: 2024-01-02, 内容: 首次发布。}
      - {版本: '2026.1', 日期: 2025-12-22, 内容: 增设工程测量队。}

依据：GB/T 19001—2016 第7.5.3条，成文信息的更改要受控；手里的一册是不是现行的，看修订记录。

---

A new version has a line in 修订记录 that says when what was changed, and who approved it (GB/T 19001—2016 §7.5.3).

Wrong: 版本 2026.1 with 修订记录 up to 2024.1. Right: a line for 2026.1.

Basis: GB/T 19001—2016 §7.5.3: changes of documents are controlled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "VERSION-NO-REVISION"
SEVERITY: Final[Severity] = "warning"


def find(manual: Manual) -> Iterator[Problem]:
    """Nothing to tell of a first version without any record: it supersedes none."""
    known = [revision.version for revision in manual.revisions]
    if manual.version and (known or manual.supersedes) and manual.version not in known and not manual.damaged:
        yield Problem(
            SEVERITY,
            CODE,
            manual.version.position,
            Words(f"修订记录里没有 {manual.version} 版", f"修订记录 has no line for version {manual.version}"),
            Words("在“修订记录”里添一条：版本、日期、内容", "add one to 修订记录: 版本, 日期, 内容"),
        )
