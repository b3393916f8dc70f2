"""SARIF: valid by the schema of OASIS, each place a URI reference, each code explained."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from docgen import __version__
from docgen.explanations import page
from docgen.problems import Problem
from docgen.reports import written
from docgen.reports.report import Report
from docgen.source import Position
from tests.sample_report import EMPTY, NO_CLAUSE, NOWHERE, PROBLEMS, report, sound

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))


def log_of(given: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(written(given, "sarif"))
    return log


@pytest.mark.parametrize(
    "given", [report(*PROBLEMS), report(*PROBLEMS, language="en"), sound()], ids=["zh", "en", "sound"]
)
def test_it_is_valid(given: Report) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log_of(given))] == []


def test_a_run_says_what_made_it_and_how_it_counts() -> None:
    assert log_of(sound())["runs"] == [
        {
            "tool": {
                "driver": {
                    "name": "docgen",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "language": "zh-CN",
                    "rules": [],
                }
            },
            "language": "zh-CN",
            "columnKind": "unicodeCodePoints",
            "results": [],
        }
    ]


def test_a_problem_is_a_result() -> None:
    assert log_of(report(NOWHERE, NO_CLAUSE))["runs"][0]["results"] == [
        {
            "ruleId": "PROJECT-MISSING",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "没有手册\n用 -C"},
            "properties": {
                "message": {"zh": "没有手册", "en": "there is no manual"},
                "help": {"zh": "用 -C", "en": "use -C"},
            },
        },
        {
            "ruleId": "DUTY-NO-CLAUSE",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": "职责“库区巡查”没有考核条款\n写一条，例如“晚1天扣1分”"},
            "properties": {
                "message": {"zh": "职责“库区巡查”没有考核条款", "en": "duty “库区巡查” has no scoring clause"},
                "help": {"zh": "写一条，例如“晚1天扣1分”", "en": "write one, such as “晚1天扣1分”"},
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "content/departments/%E4%BB%93%E5%82%A8%E9%83%A8.yaml"},
                        "region": {"startLine": 9, "startColumn": 7, "endLine": 9, "endColumn": 11},
                    }
                }
            ],
        },
    ]


def test_a_code_is_a_rule_once_with_its_page() -> None:
    explained = page("POST-EMPTY", "en")
    assert explained
    assert log_of(report(EMPTY, EMPTY, language="en"))["runs"][0]["tool"]["driver"]["rules"] == [
        {
            "id": "POST-EMPTY",
            "shortDescription": {"text": "A post is empty"},
            "fullDescription": {"text": "A post is empty"},
            "help": {"text": explained.text, "markdown": explained.text},
        }
    ]


def uri_of(problem: Problem, prefix: str = "") -> str:
    (result,) = log_of(report(problem, prefix=prefix))["runs"][0]["results"]
    uri: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return uri


def test_the_path_begins_where_the_command_was_run() -> None:
    assert unquote(uri_of(EMPTY, "手册/")) == "手册/content/departments/仓储部.yaml"
    assert uri_of(EMPTY, "/srv/").startswith("file:///srv/content/departments/%E4%BB%93")


def test_a_file_name_is_one_whatever_is_in_it() -> None:
    no_utf8 = os.fsdecode(b"content/\xb2\xe2 #?%.yaml")
    assert uri_of(EMPTY._replace(position=Position(no_utf8))) == "content/%B2%E2%20%23%3F%25.yaml"
