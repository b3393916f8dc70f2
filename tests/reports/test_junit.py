"""JUnit XML that CI servers read: valid by the schema of Jenkins, whatever the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.problems import Words, error
from docgen.reports import written
from docgen.reports.report import Report
from docgen.source import Position
from tests.sample_report import EMPTY, NO_CLAUSE, NOWHERE, PROBLEMS, report, sound

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "junit-10.xsd"))


def complaints(text: str) -> list[str]:
    is_valid = SCHEMA.validate(etree.fromstring(text.encode()))
    return [] if is_valid else str(SCHEMA.error_log).splitlines()


@pytest.mark.parametrize(
    "given", [report(*PROBLEMS), report(*PROBLEMS, language="en", strict=True), sound()], ids=["zh", "en", "sound"]
)
def test_it_is_valid(given: Report) -> None:
    assert complaints(written(given, "junit")) == []


def test_a_file_is_a_suite_and_a_problem_a_case() -> None:
    assert (
        written(report(NO_CLAUSE, EMPTY, NOWHERE), "junit")
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="docgen check" tests="3" failures="2" errors="0">
  <testsuite name="content/departments/仓储部.yaml" tests="2" failures="1" errors="0" skipped="1">
    <testcase name="DUTY-NO-CLAUSE: 职责“库区巡查”没有考核条款" classname="content/departments/仓储部.yaml">
      <failure type="DUTY-NO-CLAUSE" message="职责“库区巡查”没有考核条款">content/departments/仓储部.yaml:9:7
写一条，例如“晚1天扣1分”</failure>
    </testcase>
    <testcase name="POST-EMPTY: 岗位“库管员”没有职责" classname="content/departments/仓储部.yaml">
      <skipped type="POST-EMPTY" message="岗位“库管员”没有职责">content/departments/仓储部.yaml:12:3
写“职责”</skipped>
    </testcase>
  </testsuite>
  <testsuite name="docgen check" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="PROJECT-MISSING: 没有手册" classname="docgen check">
      <failure type="PROJECT-MISSING" message="没有手册">用 -C</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_sound_content_is_one_case_that_passes() -> None:
    assert (
        written(sound(), "junit")
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="docgen check" tests="1" failures="0" errors="0">
  <testsuite name="docgen check" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="docgen check" classname="docgen check"/>
  </testsuite>
</testsuites>
"""
    )


def test_a_warning_fails_where_warnings_fail_the_check() -> None:
    text = written(report(EMPTY, strict=True), "junit")
    assert 'failures="1" errors="0" skipped="0"' in text
    assert '<failure type="POST-EMPTY"' in text


def test_the_path_begins_where_the_command_was_run() -> None:
    text = written(report(EMPTY, prefix="手册/"), "junit")
    assert 'classname="手册/content/departments/仓储部.yaml"' in text
    assert ">手册/content/departments/仓储部.yaml:12:3\n" in text


ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT, ANY_TEXT)
def test_whatever_the_text_it_is_valid(path: str, message: str) -> None:
    odd = error("POST-EMPTY", Position(path), Words(message, ""), Words(message, ""))
    assert complaints(written(report(odd), "junit")) == []
