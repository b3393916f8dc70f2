"""JSON and JSON Lines: valid by docs/schema/report.json, everything in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from docgen import __version__, resources
from docgen.explanations import page
from docgen.manual.coverage import coverage
from docgen.reports import written
from docgen.reports.report import Report
from tests.sample_report import EMPTY, NO_CLAUSE, NOWHERE, PROBLEMS, report, sound
from tests.small_project import read_project

SCHEMA: dict[str, Any] = json.loads((resources.schemas() / "report.json").read_text("utf-8"))
OF_A_PROBLEM = {"$ref": "#/definitions/problem", "definitions": SCHEMA["definitions"]}

COUNTS = {
    "duties": 2, "with_standard": 2, "with_clause": 2, "covered": 2, "only_common": 0, "exempt": 0,
    "percentage": "100.0%",
}  # fmt: skip
NO_CLAUSE_IN_JSON = {
    "severity": "error",
    "code": "DUTY-NO-CLAUSE",
    "position": {"path": "content/departments/仓储部.yaml", "line": 9, "column": 7, "length": 4},
    "message": {"zh": "职责“库区巡查”没有考核条款", "en": "duty “库区巡查” has no scoring clause"},
    "help": {"zh": "写一条，例如“晚1天扣1分”", "en": "write one, such as “晚1天扣1分”"},
    "explain": "docgen explain DUTY-NO-CLAUSE",
}


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def on_a_manual(folder: Path) -> Report:
    manual = read_project(folder)
    return report(NO_CLAUSE, NOWHERE, manual=manual, coverage=coverage(manual))


@pytest.mark.parametrize("given", [report(*PROBLEMS), sound()], ids=["problems", "sound"])
def test_it_is_valid(given: Report, tmp_path: Path) -> None:
    for each in (given, on_a_manual(tmp_path)):
        assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(json.loads(written(each, "json")))] == []


def test_the_whole_of_it(tmp_path: Path) -> None:
    zh, en = page("PROJECT-MISSING", "zh"), page("PROJECT-MISSING", "en")
    assert zh
    assert en
    whole = json.loads(written(on_a_manual(tmp_path), "json"))
    assert whole["codes"][1] == {
        "code": "PROJECT-MISSING",
        "severity": "error",
        "count": 1,
        "title": {"zh": zh.title, "en": en.title},
        "explanation": {"zh": zh.text, "en": en.text},
    }
    del whole["codes"]
    nothing = dict.fromkeys(COUNTS, 0) | {"percentage": "—"}
    assert whole == {
        "docgen": __version__,
        "errors": 2,
        "warnings": 0,
        "coverage": COUNTS,
        "departments": [
            {"name": "仓储部", "errors": 1, "warnings": 0, "coverage": COUNTS},
            {"name": "", "errors": 1, "warnings": 0, "coverage": nothing},
        ],
        "problems": [
            NO_CLAUSE_IN_JSON,
            {
                "severity": "error",
                "code": "PROJECT-MISSING",
                "position": None,
                "message": {"zh": "没有手册", "en": "there is no manual"},
                "help": {"zh": "用 -C", "en": "use -C"},
                "explain": "docgen explain PROJECT-MISSING",
            },
        ],
    }


def test_it_is_the_same_in_either_language_and_its_paths_are_those_of_the_project() -> None:
    given = report(*PROBLEMS)
    assert written(given._replace(language="en", prefix="手册/", strict=True), "json") == written(given, "json")


def test_a_line_is_a_problem() -> None:
    lines = written(report(NO_CLAUSE, EMPTY, NOWHERE), "jsonl").splitlines()
    assert json.loads(lines[0]) == NO_CLAUSE_IN_JSON
    assert len(lines) == 3
    for line in lines:
        assert [error.message for error in Draft7Validator(OF_A_PROBLEM).iter_errors(json.loads(line))] == []


def test_sound_content_has_no_lines() -> None:
    assert written(sound(), "jsonl") == ""
