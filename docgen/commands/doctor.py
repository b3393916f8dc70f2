"""docgen doctor: whether this machine can build a manual."""

from __future__ import annotations

from docgen import terminal
from docgen.exit_codes import IO, OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.problems import Language


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("--fetch-fonts", action="store_true", help="下载中文字体（Debian、Ubuntu）")


def run(options: argparse.Namespace) -> int:
    from docgen import doctor as examination

    if options.fetch_fonts:
        problems = examination.fetch_fonts()
        terminal.print_problems(problems, options)
        if problems:
            return IO
    findings = examination.examine(terminal.root(options))
    for finding in findings:
        print(finding.line(options.language))
    return OK if all(finding.ok for finding in findings) else IO
