"""The words of the command line: which there are, and what is said of wrong ones. `--help` is in Chinese; a mistake is
named in the language of all messages."""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial

from docgen import __version__
from docgen.commands import COMMANDS, command
from docgen.exit_codes import USAGE

TYPE_CHECKING = False  # typing's own costs 3 ms of the 25 that `docgen --help` takes
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

    from docgen.problems import Language


class Formatter(argparse.HelpFormatter):
    """Help with Chinese section names."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_terminal_width())

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # argparse's own
        super().add_usage(usage, actions, groups, "用法: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        words = {"positional arguments": "参数", "options": "选项"}
        super().start_section(words.get(heading or "", heading))


def _terminal_width() -> int:
    """As shutil.get_terminal_size, whose import costs more than all of this module."""
    try:
        return int(os.environ["COLUMNS"]) - 2
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns - 2
    except (OSError, ValueError):
        return 78


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a command, and exits with 2."""

    def __init__(self, *, language: Language = "zh", **words: Any) -> None:
        super().__init__(formatter_class=Formatter, allow_abbrev=False, **words | {"add_help": False})
        self._language = language
        self._negative_number_matcher = re.compile(r"-[\d.]")  # -0.5分/人次 is a clause, no option
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        usage = self.format_usage().strip()
        if self._language == "en":
            said = f"docgen: wrong usage: {message}\n  {usage.replace('用法', 'usage')}\n  see {self.prog} --help"
        else:
            said = f"docgen: 命令写得不对：{_in_chinese(message)}\n  {usage}\n  看全部说明：{self.prog} --help"
        self.exit(USAGE, f"{said}\n")


# What argparse says, from Python 3.11 on, and the same in Chinese; the first that matches counts.
_CHINESE = (
    (r"the following arguments are required: (.+)", r"少了“\1”"),
    (r"unrecognized arguments: (.+)", r"不认识“\1”"),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"“\2”不对，“\1”可以写：\3"),
    (r"argument (.+?): expected one argument", r"\1 后面还要写一个值"),
    (r"argument (.+?): ignored explicit argument '?(.*?)'?", r"\1 后面不写值，“\2”多了"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 和 \2 不能一起写"),
    (r"argument (.+?): (.+)", r"\1：\2"),
)


def _in_chinese(message: str) -> str:
    for english, chinese in _CHINESE:
        if found := re.fullmatch(english, message):
            return found.expand(chinese).replace("'", "").replace(", ", "、")
    return message


def language_asked_for(arguments: Sequence[str] | None) -> str | None:
    """What stands after --lang, before anything else is looked at; None where nothing does."""
    words = argparse.ArgumentParser(add_help=False, allow_abbrev=False, formatter_class=Formatter)
    words.add_argument("--lang", nargs="?")
    asked: str | None = words.parse_known_args(arguments)[0].lang
    return asked


def parser(language: Language, arguments: Sequence[str]) -> Parser:
    """The parser of all commands; the options are declared of those alone whose names stand among `arguments`."""
    everywhere: Any = argparse.ArgumentParser(add_help=False, formatter_class=Formatter)
    everywhere.add_argument("-C", metavar="文件夹", dest="project", default=argparse.SUPPRESS, help="手册所在的文件夹")
    everywhere.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help="提示用中文还是英文")
    top: Any = Parser(
        prog="docgen",
        language=language,
        description="岗位职责、工作标准及考核办法：一份内容，出 Word、PDF、Markdown 三种同样的手册。",
        parents=[everywhere],
        epilog="先 docgen new 我的公司，再 cd 我的公司，docgen check，docgen build。",
    )
    top.add_argument("--version", action="version", version=f"docgen {__version__}", help="显示版本")
    commands = top.add_subparsers(
        metavar="命令", dest="command", required=True, parser_class=partial(Parser, language=language)
    )
    for name, what in COMMANDS.items():
        made = commands.add_parser(name, help=what, description=what, parents=[everywhere])
        if name in arguments:
            command(name).add_options(made, language)
    assert isinstance(top, Parser)
    return top
