"""docgen matrix: what covers each duty, and which posts carry the department's."""

from __future__ import annotations

from docgen import terminal
from docgen.exit_codes import OK, PROBLEMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.problems import Language


MATRICES = ("md", "html", "xlsx")


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("--posts", action="store_true", help="改出职责矩阵：部门的每项职责由哪些岗位承接")
    command.add_argument("--format", metavar="格式", choices=MATRICES, default="md", help="md、html、xlsx，默认 md")
    command.add_argument("--out", metavar="文件夹", help="写成文件，放到这个文件夹；xlsx 默认放到 output")


def run(options: argparse.Namespace) -> int:
    """The matrices show what is missing, so errors don't stop them."""
    from pathlib import Path

    from docgen.matrix import matrix_of
    from docgen.pipeline import check_project
    from docgen.problems import Words

    root = terminal.root(options)
    checked = check_project(root)
    if checked.read is None:
        terminal.print_problems(checked.problems, options)
        return PROBLEMS
    made = matrix_of(checked.read, options.format, posts=options.posts)
    if options.out or options.format == "xlsx":
        folder = Path(options.out) if options.out else root / "output"
        if failed := terminal.put_down({made.name: made.content}, folder, options):
            return failed
    else:
        terminal.print_for_programs(made.content.decode())
    if checked.has_errors:
        terminal.say(
            Words(
                "内容有错误，矩阵可能不全；docgen check 看是哪些。",
                "The content has errors, so something may be missing here; see docgen check.",
            ),
            options,
        )
    return PROBLEMS if checked.has_errors else OK
