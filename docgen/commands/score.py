"""docgen score: each person's score from the records of a period."""

from __future__ import annotations

from functools import partial

from docgen import terminal
from docgen.commands.build import formats
from docgen.commands.scoresheet import add_period, period
from docgen.exit_codes import PROBLEMS, USAGE, exit_code_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.assessment.period import Period
    from docgen.assessment.records import Record
    from docgen.assessment.results import Result
    from docgen.manual.model import Manual
    from docgen.problems import Language, Problem, Words


FORMATS = ("xlsx", "docx", "pdf")
LISTED = 6


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument(
        "records", metavar="记录", help="日期、姓名/岗位、条款、次数或数值（.csv、.xlsx、.yaml），可以有考核人、备注"
    )
    add_period(
        command, partial(period, language=language), "考核周期，例如 2026-11、2026Q4、2026H2、2026；默认照记录的日期"
    )
    to = partial(formats, language=language, known=FORMATS)
    command.add_argument("--to", metavar="格式", type=to, default=FORMATS, help="xlsx,docx,pdf，默认三种都出")
    command.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output/考核")


def run(options: argparse.Namespace) -> int:
    from docgen.assessment.grade_shares import grade_shares, share_problems
    from docgen.assessment.records import read_records
    from docgen.assessment.results import period_over, results, without_records
    from docgen.pipeline import check_project
    from docgen.problems import Words

    checked = check_project(terminal.root(options))
    if checked.manual is None or checked.has_errors:
        terminal.print_problems(checked.problems, options)
        terminal.say(Words("内容有错误，没有算分。改好后再运行。", "The content has errors; no scores."), options)
        return PROBLEMS
    records, problems = read_records(options.records, checked.manual)
    over = options.period or (period_over(records) if records else None)
    if records and over is None:
        terminal.print_problems(problems, options)
        terminal.say(_several_years(records), options)
        return USAGE
    found: list[Result] = []
    if over:
        found, more = results(records, over, options.records)
        problems += [*more, *share_problems(grade_shares(found), options.records)]
    if errors := [problem for problem in problems if problem.is_error]:
        problems = sorted(errors, key=_row)  # what a score lacks for a row that is wrong is no news
    terminal.print_problems(problems, options)
    if over is None or errors:
        terminal.say(
            Words("记录有错误，什么也没有写。改好后再运行。", "Nothing was written: mend the records."), options
        )
        return exit_code_of(problems)
    _print(found)
    _say_who_is_left(without_records(found, checked.manual), options)
    return _write(checked.manual, found, over, options)


def _say_who_is_left(people: list[str], options: argparse.Namespace) -> None:
    from docgen.problems import Words

    if people:
        names = "、".join(people[:LISTED]) + (" …" if len(people) > LISTED else "")
        terminal.say(
            Words(
                f"手册里还有 {len(people)} 人（岗位）没有记录，没有算：{names}",
                f"{len(people)} more in the manual have no records and no score: {names}",
            ),
            options,
        )


def _several_years(records: list[Record]) -> Words:
    """Names the earliest and the latest: one of them may be a slip."""
    from docgen.problems import Words

    first, last = min(records, key=lambda record: record.date), max(records, key=lambda record: record.date)
    row, other = first.row.position.line, last.row.position.line
    return Words(
        f"记录不在同一年里：第 {row} 行是 {first.date}，第 {other} 行是 {last.date}。日期没写错的，用 --period 写明",
        f"records of several years, from {first.date} in row {row} to {last.date} in row {other}: give --period",
    )


def _row(problem: Problem) -> int:
    return problem.position.line if problem.position else 0


def _print(found: list[Result]) -> None:
    """Everybody's score, and below it a line for each clause: the rule, what was recorded, the points."""
    from docgen.assessment.details import LACKING, points_of

    for result in found:
        grade = f" {result.band.name}" if result.band else ""
        total = LACKING if result.total is None else f"{result.total:.2f}"
        print(f"{result.person}：{total}{grade}")
        for each in result.periods:
            score = LACKING if each.score.missing else f"{each.score.total:.2f}"
            print(f"  {each.period}：{score}{'（一票否决）' if each.score.vetoed else ''}")
            for trace in each.trace:
                points = points_of(trace.loss, trace.award)
                print(f"    {trace.clause or trace.item} ｜ {trace.rule} ｜ {trace.recorded} ｜ {points}")


def _write(manual: Manual, found: list[Result], over: Period, options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.assessment.result_files import NAME, documents, workbook

    root = terminal.root(options)
    files: dict[str, bytes] = {}
    if "xlsx" in options.to:
        files[f"{NAME}.xlsx"] = workbook(manual, found, over)
    if pages := tuple(each for each in options.to if each != "xlsx"):
        from docgen.typesetting import Typesetting, typesetting

        setting = typesetting(root, manual, terminal.progress(options))
        if not isinstance(setting, Typesetting):
            terminal.print_problems(setting, options)
            return PROBLEMS
        made = documents(setting, found, over, pages)
        terminal.print_problems(made.problems, options)
        if not made.files:
            return exit_code_of(made.problems)
        files |= made.files
    folder = Path(options.out) if options.out else root / "output" / "考核"
    return terminal.put_down(files, folder, options)
