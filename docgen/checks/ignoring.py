"""What `# docgen: 忽略 CODE 理由` takes out of the problems that the rules found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.manual.model import Ignore, Manual
from docgen.problems import Problem, Words, did_you_mean, error, warning


def without_ignored(manual: Manual, problems: list[Problem]) -> tuple[list[Problem], list[Ignore]]:
    """The problems that no comment switches off, and the comments that switch none off."""
    if not manual.ignores:
        return problems, []
    places = {
        (str(ignore.code), ignore.code.position.path, line): ignore
        for ignore in manual.ignores
        for line in range(ignore.first, ignore.last + 1)
    }
    used = set()
    left = []
    for problem in problems:
        where = problem.position
        ignore = places.get((problem.code, where.path, where.line)) if where else None
        if ignore:
            used.add(ignore)
        else:
            left.append(problem)
    return left, [ignore for ignore in manual.ignores if ignore not in used]


def unused_problems(manual: Manual, unused: list[Ignore], codes: Iterable[str], off: set[str]) -> Iterator[Problem]:
    """IGNORE-UNUSED for each comment that switches nothing off; none for rules that are `off` in 检查, or where
    something could not be read; and CHECK-UNKNOWN for a code that is no rule's."""
    known = list(codes)
    damaged = manual.damaged or manual.common.damaged or any(department.damaged for department in manual.departments)
    whole = not (manual.unread or damaged)
    for ignore in unused:
        if ignore.code not in known:
            yield _unknown(ignore, known)
        elif whole and ignore.code not in off:
            yield warning(
                "IGNORE-UNUSED",
                ignore.code.position,
                Words(f"这里没有 {ignore.code} 可以忽略", f"there is no {ignore.code} here to ignore"),
                Words("删掉这条注释，或移到有问题的那一行", "delete the comment, or move it to the problem's line"),
            )


def _unknown(ignore: Ignore, known: list[str]) -> Problem:
    guess = did_you_mean(ignore.code, known)
    return error(
        "CHECK-UNKNOWN",
        ignore.code.position,
        Words(f"“{ignore.code}”不是规则的代码", f"“{ignore.code}” is not the code of a rule"),
        Words(f"{guess.zh}docgen explain 列出全部代码", f"{guess.en}docgen explain lists all codes"),
    )
