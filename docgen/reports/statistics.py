"""`docgen check --statistics`: two small tables for a terminal."""

from __future__ import annotations

from docgen.explanations import page
from docgen.manual.coverage import summary
from docgen.problems import SEVERITY_WORDS, Language
from docgen.reports.report import Report
from docgen.reports.tallies import CodeTally, FileTally, by_code, by_department
from docgen.sheets import Cell
from docgen.sheets.text import as_text

HEADINGS = {
    "zh": (
        ("代码", "级别", "个数", "意思"),
        ("部门或文件", "错误", "警告", "职责", "有标准", "有条款", "覆盖率", "仅通用", "豁免"),
    ),
    "en": (
        ("code", "severity", "count", "meaning"),
        (
            "department or file", "errors", "warnings", "duties", "with standard", "with clause", "coverage",
            "only by 全部", "exempt",
        ),
    ),
}  # fmt: skip
NO_FILE = {"zh": "（不在文件里）", "en": "(in no file)"}


def statistics(report: Report) -> str:
    """How many problems by code, where there is one; problems and coverage by department; the summary."""
    of_codes, of_departments = HEADINGS[report.language]
    tables = []
    if codes := by_code(report.problems):
        tables.append(as_text(of_codes, [_code_row(tally, report.language) for tally in codes]))
    if departments := by_department(report.problems, report.manual):
        tables.append(as_text(of_departments, [_department_row(tally, report.language) for tally in departments]))
    if report.coverage:
        tables.append(f"{summary(report.coverage, report.language)}\n")
    return "\n".join(tables)


def _code_row(tally: CodeTally, language: Language) -> tuple[Cell, ...]:
    found = page(tally.code, language)
    return (tally.code, SEVERITY_WORDS[tally.severity][language], tally.times, found.title if found else "")


def _department_row(tally: FileTally, language: Language) -> tuple[Cell, ...]:
    duties, with_standard, with_clause, _, only_common, exempt = tally.coverage
    counts = (tally.errors, tally.warnings, duties, with_standard, with_clause)
    return (tally.name or NO_FILE[language], *counts, f"{tally.coverage.percentage:>6}", only_common, exempt)
