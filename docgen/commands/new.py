"""docgen new: a project to start from."""

from __future__ import annotations

from docgen import terminal
from docgen.exit_codes import CONFLICT, IO, OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.problems import Language


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("folder", metavar="文件夹", help="要新建的文件夹")
    command.add_argument("--sample", action="store_true", help="放进整个示例公司")


def run(options: argparse.Namespace) -> int:
    from docgen.starter import create

    folder = terminal.root(options) / options.folder
    problem = create(folder, sample=options.sample)
    if problem:
        terminal.print_problems([problem], options)
        return CONFLICT if problem.code == "NEW-NOT-EMPTY" else IO
    from docgen.problems import Words

    print(folder)
    terminal.say(
        Words(
            f"建好了。下一步：cd {folder}，改 content 里的文件，docgen check 检查，docgen build 生成。",
            f"Done. Next: cd {folder}, edit the files in content, docgen check, docgen build.",
        ),
        options,
    )
    return OK
