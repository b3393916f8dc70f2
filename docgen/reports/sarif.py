"""SARIF 2.1.0 (OASIS, 27 March 2020), which GitHub's code scanning and editors read. § is that of the standard.

A rule is a problem code, its help the page of `docgen explain`; a result is a problem, with both
languages in its properties.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docgen import __version__
from docgen.explanations import page
from docgen.problems import Problem
from docgen.reports.report import Report
from docgen.source import Position

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(report: Report) -> str:
    codes = {code: number for number, code in enumerate(dict.fromkeys(problem.code for problem in report.problems))}
    driver = {
        "name": "docgen",
        "version": __version__,
        "semanticVersion": __version__,
        "language": LANGUAGES[report.language],
        "rules": [_rule(code, report) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": LANGUAGES[report.language],
        "columnKind": "unicodeCodePoints",  # §3.14.17; docgen counts characters
        "results": [_result(problem, codes[problem.code], report) for problem in report.problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, report: Report) -> dict[str, Any]:
    """A reportingDescriptor (§3.49)."""
    found = page(code, report.language)
    assert found
    return {
        "id": code,
        "shortDescription": {"text": found.title},
        "fullDescription": {"text": found.title},
        "help": {"text": found.text, "markdown": found.text},
    }


def _result(problem: Problem, rule: int, report: Report) -> dict[str, Any]:
    """A result (§3.27). Viewers show its message alone, so the help is part of it."""
    message, advice = (words.in_language(report.language) for words in (problem.message, problem.help))
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": f"{message}\n{advice}"},
        "properties": {"message": problem.message._asdict(), "help": problem.help._asdict()},
    }
    if problem.position:
        result["locations"] = [{"physicalLocation": _location(problem.position, report.prefix)}]
    return result


def _location(position: Position, prefix: str) -> dict[str, Any]:
    """A physicalLocation (§3.29); its region ends before endColumn (§3.30.8)."""
    return {
        "artifactLocation": {"uri": _uri(prefix + position.path)},
        "region": {
            "startLine": position.line,
            "startColumn": position.column,
            "endLine": position.line,
            "endColumn": position.column + position.length,
        },
    }


def _uri(path: str) -> str:
    """A path as a URI reference (§3.10.1, RFC 3986)."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))
