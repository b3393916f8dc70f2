"""GitHub Actions: a workflow command a problem, which GitHub shows at the line in the change; then the summary.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting an error message"; the escapes
are those of the runner's own toolkit (@actions/core, command.ts).
"""

from __future__ import annotations

from docgen.manual.coverage import summary
from docgen.problems import Problem
from docgen.reports.report import Report

_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_TEXT = str.maketrans(_IN_TEXT)
IN_PROPERTY = str.maketrans(_IN_TEXT | {":": "%3A", ",": "%2C"})


def as_commands(report: Report) -> str:
    lines = [_command(problem, report) for problem in report.problems]
    if report.coverage:
        lines.append(summary(report.coverage, report.language))
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem, report: Report) -> str:
    properties = {"title": problem.code}
    if position := problem.position:
        properties |= {
            "file": report.prefix + position.path,
            "line": str(position.line),
            "col": str(position.column),
            "endLine": str(position.line),
            "endColumn": str(position.column + position.length),
        }
    where = ",".join(f"{name}={value.translate(IN_PROPERTY)}" for name, value in properties.items())
    title = {"zh": "帮助", "en": "help"}[report.language]
    message, advice = (words.in_language(report.language) for words in (problem.message, problem.help))
    text = f"{message}\n{title}: {advice}".translate(IN_TEXT)
    return f"::{problem.severity} {where}::{text}"
