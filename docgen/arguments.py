"""The words of the command line: which there are, and what is said of wrong ones. `--help` is in Chinese; a mistake is
named in the language of all messages."""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial

from docgen import __version__

TYPE_CHECKING = False  # typing's own costs 3 ms of the 25 that `docgen --help` takes
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

    from docgen.problems import Language

USAGE = 2
FORMATS = ("pdf", "docx", "md", "html")
KINDS = ("manual", "department", "common", "report")
REPORTS = ("text", "json", "jsonl", "sarif", "github", "junit")
MATRICES = ("md", "html", "xlsx")


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
    words = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    words.add_argument("--lang", nargs="?")
    asked: str | None = words.parse_known_args(arguments)[0].lang
    return asked


def parser(language: Language) -> Parser:
    everywhere: Any = argparse.ArgumentParser(add_help=False)
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

    def command(name: str, help: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, help=help, description=help, parents=[everywhere])
        return made

    new = command("new", "新建一个手册项目：1 个部门、2 个岗位的样例")
    new.add_argument("folder", metavar="文件夹", help="要新建的文件夹")
    new.add_argument("--sample", action="store_true", help="放进整个示例公司")
    check = command("check", "检查内容：职责有没有标准和条款，名称对不对得上")
    check.add_argument("--strict", action="store_true", help="警告也算不通过")
    _add_reports(check)
    build = command("build", "生成手册，放到 output 文件夹")
    to = partial(_formats, language=language)
    build.add_argument("--to", metavar="格式", type=to, default=FORMATS[:3], help="pdf,docx,md,html，默认前三种")
    build.add_argument("--layout", metavar="布局", type=partial(_layout, language=language), help="全册改用这种布局")
    build.add_argument("--style", metavar="样式", help="改用这个样式，例如 公文、企业标准、现代")
    parts = build.add_mutually_exclusive_group()
    parts.add_argument("--only", metavar="部门[/岗位]", help="只生成一个部门或一个岗位")
    parts.add_argument("--split", metavar="部门", choices=("部门", "department"), help="每个部门一份文件")
    build.add_argument("--draft", action="store_true", help="有问题也生成，标明草稿，附待补事项")
    build.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output")
    _add_pdf_kinds(build)
    _add_handouts(command("handout", "给每个人的一份：封面、本岗位内容、签收回执"), to)
    _add_matrices(command("matrix", "覆盖矩阵：每项职责的工作标准、考核办法和分值"))
    explain = command("explain", "说明一个问题代码：什么意思、怎么改")
    explain.add_argument("code", metavar="代码", nargs="?", help="例如 DUTY-NO-CLAUSE；不写就列出全部代码")
    _add_clause(command("clause", "看一条考核条款读成了什么：扣多少、怎么算"))
    schema = command("schema", "打印 JSON Schema：内容文件（编辑器补全和检查用）或检查结果")
    schema.add_argument("kind", metavar="种类", choices=KINDS, help="、".join(KINDS))
    doctor = command("doctor", "看看这台机器能不能生成手册，缺什么")
    doctor.add_argument("--fetch-fonts", action="store_true", help="下载中文字体（Debian、Ubuntu）")
    assert isinstance(top, Parser)
    return top


def _add_handouts(handout: argparse.ArgumentParser, to: Callable[[str], tuple[str, ...]]) -> None:
    handout.add_argument("post", metavar="部门/岗位", nargs="?", help="一个岗位的一份，姓名、工号空着")
    handout.add_argument("--roster", metavar="名单", help="按花名册（.csv、.xlsx）一人一份，并出发放登记")
    handout.add_argument("--keep-going", action="store_true", help="名单里有错也给其他人生成")
    handout.add_argument("--verify", metavar="校验码", help="查内容校验码是哪个岗位的哪一版")
    handout.add_argument("--to", metavar="格式", type=to, default=None, help="pdf,docx，默认 pdf；花名册只出 pdf")
    handout.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output/发放")
    _add_pdf_kinds(handout)


def _add_pdf_kinds(command: argparse.ArgumentParser) -> None:
    kinds: Any = command.add_mutually_exclusive_group()
    kinds.add_argument(
        "--pdfa", dest="pdf_kind", action="store_const", const="archival", help="PDF 按归档格式 PDF/A-2a 生成"
    )
    kinds.add_argument(
        "--untagged", dest="pdf_kind", action="store_const", const="untagged", help="PDF 不加标签（无障碍结构），快一些"
    )
    command.set_defaults(pdf_kind="tagged")


def _add_reports(check: argparse.ArgumentParser) -> None:
    report = check.add_mutually_exclusive_group()
    report.add_argument("--format", metavar="格式", choices=REPORTS, default="text", help="、".join(REPORTS))
    report.add_argument("--statistics", action="store_true", help="只数一数：每种问题几个，每个部门几个、覆盖多少")


def _add_matrices(matrix: argparse.ArgumentParser) -> None:
    matrix.add_argument("--posts", action="store_true", help="改出职责矩阵：部门的每项职责由哪些岗位承接")
    matrix.add_argument("--format", metavar="格式", choices=MATRICES, default="md", help="md、html、xlsx，默认 md")
    matrix.add_argument("--out", metavar="文件夹", help="写成文件，放到这个文件夹；xlsx 默认放到 output")


def _add_clause(clause: argparse.ArgumentParser) -> None:
    clause.add_argument("text", metavar="条款", help="条款的原文，例如 晚录入1天扣1分，最多扣5分")
    clause.add_argument("--json", action="store_true", help="打印 JSON")


def _layout(text: str, language: Language) -> str:
    from docgen.layouts import LAYOUT_FILES, layout_called

    if layout := layout_called(text):
        return layout
    known = "、".join(LAYOUT_FILES) if language == "zh" else ", ".join(LAYOUT_FILES.values())
    wrong = f"没有“{text}”布局，可以写 {known}" if language == "zh" else f"no such layout; choose from {known}"
    raise argparse.ArgumentTypeError(wrong)


def _formats(text: str, language: Language) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(word.strip().lower() for word in text.replace("，", ",").split(",") if word.strip()))
    wrong = [word for word in chosen if word not in FORMATS]
    if wrong or not chosen:
        known = ",".join(FORMATS)
        zh = f"不认识的格式 {'、'.join(wrong) or '（空）'}，可以写 {known}"
        raise argparse.ArgumentTypeError(zh if language == "zh" else f"no such format; choose from {known}")
    return chosen
