"""docgen scoresheet: 评分表.xlsx, in which points are computed."""

from __future__ import annotations

from docgen import terminal
from docgen.exit_codes import PROBLEMS, USAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from docgen.assessment.period import Period
    from docgen.assessment.scheme import Scheme
    from docgen.manual.model import Manual
    from docgen.problems import Language, Problem


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    from functools import partial

    command.add_argument("part", metavar="部门[/岗位]", nargs="?", help="只出一个部门或一个岗位的，默认全部岗位")
    add_period(command, partial(period, language=language), "考核周期，印在表头，例如 2026-11、2026Q4；不写就空着")
    command.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output")


def add_period(command: argparse.ArgumentParser, read: Callable[[str], Period], help: str) -> None:
    command.add_argument("--period", metavar="周期", type=read, help=help)


def period(text: str, language: Language) -> Period:
    """A period, or argparse's error in the language of all messages."""
    import argparse

    from docgen.assessment.period import period_of

    if found := period_of(text):
        return found
    zh, en = "写 2026-11、2026Q4、2026H2 或 2026", "write 2026-11, 2026Q4, 2026H2 or 2026"
    raise argparse.ArgumentTypeError(zh if language == "zh" else en)


def run(options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.assessment.score_book import NAME, score_book
    from docgen.pipeline import check_project
    from docgen.problems import Words

    root = terminal.root(options)
    checked = check_project(root)
    terminal.print_problems(checked.problems, options)
    if checked.manual is None or checked.has_errors:
        terminal.say(
            Words("内容有错误，没有出评分表。改好后再运行。", "The content has errors; nothing was written."), options
        )
        return PROBLEMS
    found = _schemes(checked.manual, options.part)
    if not isinstance(found, list):
        terminal.print_problems([found], options)
        return USAGE
    folder, name = Path(options.out) if options.out else root / "output", f"{NAME}.xlsx"
    label = str(options.period) if options.period else ""
    return terminal.put_down({name: score_book(checked.manual, found, label)}, folder, options)


def _schemes(manual: Manual, part: str | None) -> list[Scheme] | Problem:
    """Of all posts, of a department's, or of one."""
    from docgen.assessment.scheme import scheme_of, schemes
    from docgen.manual.book import part_of
    from docgen.manual.references import Place
    from docgen.pipeline import no_such_part

    if part is None:
        return schemes(manual)
    entry = part_of(manual, part)
    if isinstance(entry, list):
        return no_such_part(part, entry, manual)
    (department,) = entry.departments
    return [scheme_of(Place(department, post)) for post in ((entry.post,) if entry.post else department.posts)]
