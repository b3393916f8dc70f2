"""What commands say: problems and words for people to stderr, data to stdout."""

from __future__ import annotations

import io
import sys

from docgen.exit_codes import IO, OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import TextIO

    from docgen.problems import Problem, Words


def root(options: argparse.Namespace) -> Path:
    from pathlib import Path

    return Path(getattr(options, "project", "."))


def prefix(root: Path) -> str:
    """What goes before a path of the project where that isn't the working directory."""
    return "" if root.as_posix() == "." else f"{root.as_posix()}/"


def print_problems(problems: list[Problem], options: argparse.Namespace, stream: TextIO | None = None) -> None:
    from docgen.problems import render
    from docgen.source_lines import SourceLines

    project = root(options)
    lines, given = SourceLines(project), SourceLines(project.cwd())
    before = prefix(project)
    outside = {getattr(options, "roster", None), getattr(options, "records", None)}  # no files of the project
    for problem in problems:
        if problem.position and problem.position.path in outside:
            text = render(problem, options.language, given)
        else:
            text = render(problem, options.language, lines, before)
        print(text, file=stream or sys.stderr)


def say(words: Words, options: argparse.Namespace) -> None:
    print(words.in_language(options.language), file=sys.stderr)


def print_for_programs(text: str) -> None:
    """UTF-8 with LF, whatever the terminal's encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text, end="")


def progress(options: argparse.Namespace) -> Callable[[Words], None]:
    return lambda words: say(words, options) if sys.stderr.isatty() else None


def put_down(files: Mapping[str, bytes | Path], folder: Path, options: argparse.Namespace) -> int:
    """Write the files and name each, or say why they can't be written."""
    from docgen.output import write_files

    if failure := write_files(folder, dict(files)):
        print_problems([failure], options)
        return IO
    for name in files:
        print(folder / name)
    return OK
