"""JSON: everything that a check knows, in both languages; and JSON Lines, a line a problem.

docs/schema/report.json says what is in it. Paths are relative to the project; lines and columns count from 1, columns
and lengths in characters.
"""

from __future__ import annotations

import json
from typing import Any

from docgen import __version__
from docgen.explanations import page
from docgen.manual.coverage import Coverage
from docgen.problems import Problem, Words
from docgen.reports.report import Report
from docgen.reports.tallies import CodeTally, by_code, by_department


def as_json(report: Report) -> str:
    whole = {
        "docgen": __version__,
        "errors": sum(problem.is_error for problem in report.problems),
        "warnings": sum(not problem.is_error for problem in report.problems),
        "coverage": _coverage(report.coverage) if report.coverage else None,
        "departments": [
            tally._asdict() | {"coverage": _coverage(tally.coverage)}
            for tally in by_department(report.problems, report.manual)
        ],
        "codes": [_code(tally) for tally in by_code(report.problems)],
        "problems": [_problem(problem) for problem in report.problems],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_lines(report: Report) -> str:
    return "".join(json.dumps(_problem(problem), ensure_ascii=False) + "\n" for problem in report.problems)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "position": problem.position._asdict() if problem.position else None,
        "message": problem.message._asdict(),
        "help": problem.help._asdict(),
        "explain": f"docgen explain {problem.code}",
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return coverage._asdict() | {"percentage": coverage.percentage}


def _code(tally: CodeTally) -> dict[str, Any]:
    zh, en = page(tally.code, "zh"), page(tally.code, "en")
    assert zh
    assert en
    return {
        "code": tally.code,
        "severity": tally.severity,
        "count": tally.times,
        "title": Words(zh.title, en.title)._asdict(),
        "explanation": Words(zh.text, en.text)._asdict(),
    }
