"""docgen check: the problems of the content, and how much of it is covered."""

from __future__ import annotations

import atexit
import gc
import sys

from docgen import terminal
from docgen.exit_codes import OK, PROBLEMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.pipeline import Checked
    from docgen.problems import Language


REPORTS = ("text", "json", "jsonl", "sarif", "github", "junit")


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("--strict", action="store_true", help="警告也算不通过")
    report = command.add_mutually_exclusive_group()
    report.add_argument("--format", metavar="格式", choices=REPORTS, default="text", help="、".join(REPORTS))
    report.add_argument("--statistics", action="store_true", help="只数一数：每种问题几个，每个部门几个、覆盖多少")


def run(options: argparse.Namespace) -> int:
    from docgen import soundness

    root = terminal.root(options)
    in_text = options.format == "text" and not options.statistics
    if in_text and (known := soundness.remembered(soundness.place(root))):
        print(known.in_language(options.language))
        return OK
    from docgen.pipeline import check_project

    gc.disable()  # the process ends before a collection would pay,
    atexit.register(gc.freeze)  # and the last one, over all that was read, would find nothing
    checked = check_project(root)
    if in_text:
        _print_check(checked, options)
    else:
        _print_report(checked, options)
    return PROBLEMS if checked.has_errors or (options.strict and checked.problems) else OK


def _print_check(checked: Checked, options: argparse.Namespace) -> None:
    from docgen.manual.coverage import summary
    from docgen.problems import Words

    terminal.print_problems(checked.problems, options, sys.stdout)
    if checked.coverage:
        words = Words(summary(checked.coverage, "zh"), summary(checked.coverage, "en"))
        print(words.in_language(options.language))


def _print_report(checked: Checked, options: argparse.Namespace) -> None:
    from docgen.reports import written
    from docgen.reports.report import Report
    from docgen.reports.statistics import statistics

    prefix = terminal.prefix(terminal.root(options))
    report = Report(checked.problems, checked.coverage, checked.read, options.language, prefix, options.strict)
    if options.statistics:
        print(statistics(report), end="")
    else:
        terminal.print_for_programs(written(report, options.format))
