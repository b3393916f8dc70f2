"""A report for tests: an error and a warning in 仓储部.yaml, and a problem that stands in no file."""

from __future__ import annotations

from docgen.manual.model import Manual
from docgen.problems import Problem, Words, error, warning
from docgen.reports.report import Report
from docgen.source import Position

FILE = "content/departments/仓储部.yaml"
NO_CLAUSE = error(
    "DUTY-NO-CLAUSE",
    Position(FILE, 9, 7, 4),
    Words("职责“库区巡查”没有考核条款", "duty “库区巡查” has no scoring clause"),
    Words("写一条，例如“晚1天扣1分”", "write one, such as “晚1天扣1分”"),
)
EMPTY = warning(
    "POST-EMPTY",
    Position(FILE, 12, 3, 3),
    Words("岗位“库管员”没有职责", "the post “库管员” has no duties"),
    Words("写“职责”", "write its 职责"),
)
NOWHERE = error("PROJECT-MISSING", None, Words("没有手册", "there is no manual"), Words("用 -C", "use -C"))
PROBLEMS = [NO_CLAUSE, EMPTY, NOWHERE]


def report(*problems: Problem, manual: Manual | None = None, **words: object) -> Report:
    """A report on these problems, in Chinese."""
    return Report(list(problems), None, manual)._replace(**words)  # type: ignore[arg-type]  # as its fields are


def sound() -> Report:
    return report()
