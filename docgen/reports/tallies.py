"""How many problems there are, by code and by department, and how far each department is covered."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from docgen.manual.coverage import Coverage, DutyCoverage, counted, duties_by_department
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity


class CodeTally(NamedTuple):
    code: str
    severity: Severity
    times: int


class FileTally(NamedTuple):
    """The problems and duties of one department, or of another file, called by its path; "" is no file at all."""

    name: str
    errors: int
    warnings: int
    coverage: Coverage


def by_code(problems: list[Problem]) -> list[CodeTally]:
    """The most frequent first. A code that is here an error and there a warning comes twice."""
    found = Counter((problem.code, problem.severity) for problem in problems)
    tallies = [CodeTally(code, severity, times) for (code, severity), times in found.items()]
    return sorted(tallies, key=lambda each: (-each.times, each.code, each.severity))


def by_department(problems: list[Problem], manual: Manual | None) -> list[FileTally]:
    """The departments in their order, then common.yaml, if there is anything to say of it, and what other files have
    problems."""
    found = Counter((problem.position.path if problem.position else "", problem.severity) for problem in problems)

    def tally(name: str, path: str, duties: list[DutyCoverage]) -> FileTally:
        return FileTally(name, found.pop((path, "error"), 0), found.pop((path, "warning"), 0), counted(duties))

    tallies: list[FileTally] = []
    if manual:
        duties = duties_by_department(manual)
        tallies += [tally(each.name, each.position.path, duties.get(id(each), [])) for each in manual.departments]
        if shared := duties.get(id(None)):
            path = manual.common.position.path
            tallies.append(tally(path, path, shared))
    others = sorted({path for path, _ in found}, key=lambda path: (not path, path))
    return tallies + [tally(path, path, []) for path in others]
