"""JUnit XML, as Jenkins and GitLab read it (junit-10.xsd of Jenkins' xUnit plugin): a suite a file, a case a problem.

An error fails; a warning is skipped, unless warnings fail the check too. A case is called by what is wrong, without the
line, so that GitLab knows it again when lines move.
"""

from __future__ import annotations

from lxml import etree

from docgen.problems import Problem
from docgen.reports.report import Report
from docgen.xml_text import legal

NAME = "docgen check"


def as_junit(report: Report) -> str:
    suites = etree.Element("testsuites", name=NAME)
    for path, problems in report.by_file():
        _suite(suites, path, problems, report)
    if not report.problems:
        suite = etree.SubElement(suites, "testsuite", name=NAME, tests="1", failures="0", errors="0", skipped="0")
        etree.SubElement(suite, "testcase", name=NAME, classname=NAME)
    _count(suites, report.problems, report.strict)
    text: str = etree.tostring(suites, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _suite(suites: etree._Element, path: str, problems: list[Problem], report: Report) -> None:
    suite = etree.SubElement(suites, "testsuite", name=legal(path or NAME))
    _count(suite, problems, report.strict)
    suite.set("skipped", str(sum(not _fails(problem, report.strict) for problem in problems)))
    for problem in problems:
        message = legal(problem.message.in_language(report.language))
        case = etree.SubElement(suite, "testcase", name=f"{problem.code}: {message}", classname=legal(path or NAME))
        outcome = "failure" if _fails(problem, report.strict) else "skipped"
        found = etree.SubElement(case, outcome, type=problem.code, message=message)
        where = f"{report.prefix}{problem.position}\n" if problem.position else ""
        found.text = legal(where + problem.help.in_language(report.language))


def _count(element: etree._Element, problems: list[Problem], strict: bool) -> None:
    element.set("tests", str(max(1, len(problems))))
    element.set("failures", str(sum(_fails(problem, strict) for problem in problems)))
    element.set("errors", "0")


def _fails(problem: Problem, strict: bool) -> bool:
    return problem.is_error or strict
