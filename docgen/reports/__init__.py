"""What `docgen check` found, for programs: one module a format, each from a `Report` to its text."""

from __future__ import annotations

from typing import Literal

from docgen.reports.report import Report

Format = Literal["json", "jsonl", "sarif", "github", "junit"]


def written(report: Report, format: Format) -> str:
    """The report in one format; only what that needs is imported."""
    match format:
        case "json":
            from docgen.reports.json import as_json

            return as_json(report)
        case "jsonl":
            from docgen.reports.json import as_lines

            return as_lines(report)
        case "sarif":
            from docgen.reports.sarif import as_sarif

            return as_sarif(report)
        case "github":
            from docgen.reports.github import as_commands

            return as_commands(report)
        case "junit":
            from docgen.reports.junit import as_junit

            return as_junit(report)
