"""The command line: words in, exit codes out. Data goes to stdout, talk to stderr.

Exit codes: 0 ok; 1 problems in the content or a template; 2 usage; 3 `new` into a folder with files; 5 input/output, or
no font for a PDF; 70 a bug; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from docgen import __version__

if TYPE_CHECKING:
    from docgen.problems import Language, Problem, Words

OK, PROBLEMS, USAGE, CONFLICT, IO, BUG, INTERRUPTED = 0, 1, 2, 3, 5, 70, 130
FORMATS = ("pdf", "docx", "md", "html")


class Formatter(argparse.HelpFormatter):
    """Help with Chinese section names."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # argparse's own
        super().add_usage(usage, actions, groups, "用法: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        words = {"positional arguments": "参数", "options": "选项"}
        super().start_section(words.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a command in Chinese, and exits with 2."""

    def __init__(self, **words: Any) -> None:
        super().__init__(formatter_class=Formatter, **words | {"add_help": False})
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        print(f"docgen: 命令写得不对：{message}", file=sys.stderr)
        print(f"  {self.format_usage().strip()}", file=sys.stderr)
        print(f"  看全部说明：{self.prog} --help", file=sys.stderr)
        raise SystemExit(USAGE)


def parser() -> argparse.ArgumentParser:
    everywhere: Any = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("-C", metavar="文件夹", dest="project", default=argparse.SUPPRESS, help="手册所在的文件夹")
    everywhere.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help="提示用中文还是英文")
    top = Parser(
        prog="docgen",
        description="岗位职责、工作标准及考核办法：一份内容，出 Word、PDF、Markdown 三种同样的手册。",
        parents=[everywhere],
        epilog="先 docgen new 我的公司，再 cd 我的公司，docgen check，docgen build。",
    )
    top.add_argument("--version", action="version", version=f"docgen {__version__}", help="显示版本")
    commands = top.add_subparsers(metavar="命令", dest="command", required=True, parser_class=Parser)

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=help, description=help, parents=[everywhere])

    new = command("new", "新建一个手册项目：1 个部门、2 个岗位的样例")
    new.add_argument("folder", metavar="文件夹", help="要新建的文件夹")
    new.add_argument("--sample", action="store_true", help="放进整个示例公司")
    check = command("check", "检查内容：职责有没有标准和条款，名称对不对得上")
    check.add_argument("--strict", action="store_true", help="警告也算不通过")
    build = command("build", "生成手册，放到 output 文件夹")
    build.add_argument("--to", metavar="格式", type=_formats, default=FORMATS[:3], help="pdf,docx,md,html，默认前三种")
    build.add_argument("--only", metavar="部门[/岗位]", help="只生成一个部门或一个岗位")
    build.add_argument("--draft", action="store_true", help="有问题也生成，标明草稿，附待补事项")
    build.add_argument("--out", metavar="文件夹", help="放到哪个文件夹，默认 output")
    explain = command("explain", "说明一个问题代码：什么意思、怎么改")
    explain.add_argument("code", metavar="代码", nargs="?", help="例如 DUTY-NO-CLAUSE；不写就列出全部代码")
    schema = command("schema", "打印内容文件的 JSON Schema（编辑器补全和检查用）")
    schema.add_argument("kind", metavar="manual|department|common", choices=("manual", "department", "common"))
    doctor = command("doctor", "看看这台机器能不能生成手册，缺什么")
    doctor.add_argument("--fetch-fonts", action="store_true", help="下载中文字体（Debian、Ubuntu）")
    return top


def _formats(text: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(word.strip().lower() for word in text.replace("，", ",").split(",") if word.strip()))
    wrong = [word for word in chosen if word not in FORMATS]
    if wrong or not chosen:
        raise argparse.ArgumentTypeError(f"不认识的格式 {'、'.join(wrong) or '（空）'}，可以写 {','.join(FORMATS)}")
    return chosen


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing but a bug report ever reaches a user as an exception."""
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return COMMANDS[options.command](options)
    except KeyboardInterrupt:
        print("docgen: 已中断，什么也没有写", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as bug:
        return _report_bug(bug)


def _report_bug(bug: Exception) -> int:
    import traceback

    frame = traceback.extract_tb(bug.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    what = f"{type(bug).__name__}: {bug}（{place}）"
    print(f"docgen: 程序出错了，这是 docgen 的毛病，不是您的内容：{what}", file=sys.stderr)
    print("  请把这一行和出错时的内容文件发给维护人员；设 DOCGEN_DEBUG=1 再运行可以看到细节", file=sys.stderr)
    if os.environ.get("DOCGEN_DEBUG"):
        traceback.print_exception(bug)
    return BUG


def _language(options: argparse.Namespace) -> Language:
    chosen = getattr(options, "lang", None) or os.environ.get("DOCGEN_LANG", "zh")
    return "en" if chosen == "en" else "zh"


def _root(options: argparse.Namespace) -> Path:
    return Path(getattr(options, "project", "."))


def _print_problems(problems: list[Problem], options: argparse.Namespace, stream: object = None) -> None:
    from docgen.problems import render
    from docgen.source_lines import SourceLines

    root = _root(options)
    lines = SourceLines(root)
    prefix = "" if root == Path() else f"{root.as_posix()}/"
    for problem in problems:
        print(render(problem, _language(options), lines, prefix), file=stream or sys.stderr)  # type: ignore[arg-type]


def _say(words: Words, options: argparse.Namespace) -> None:
    print(words.in_language(_language(options)), file=sys.stderr)


def check(options: argparse.Namespace) -> int:
    from docgen.coverage import summary
    from docgen.pipeline import check_project

    checked = check_project(_root(options))
    _print_problems(checked.problems, options, sys.stdout)
    if checked.coverage:
        print(summary(checked.coverage, _language(options)))
    return PROBLEMS if checked.has_errors or (options.strict and checked.problems) else OK


def build(options: argparse.Namespace) -> int:
    from docgen.output import write_files
    from docgen.pipeline import build as build_files
    from docgen.pipeline import check_project
    from docgen.problems import Words

    root = _root(options)
    _show_progress(options)(Words("读取、检查……", "reading and checking …"))
    checked = check_project(root)
    _print_problems(checked.problems, options)
    if checked.manual is None or (checked.has_errors and not options.draft):
        _say(_refusal(checked.manual is not None), options)
        return PROBLEMS
    draft = checked.problems if options.draft else None
    built = build_files(
        root, checked.manual, options.to, only=options.only, draft=draft, progress=_show_progress(options)
    )
    _print_problems(built.problems, options)
    if not built.files:
        _say(Words("什么也没有写。", "Nothing was written."), options)
        return _exit_code(built.problems)
    folder = Path(options.out) if options.out else root / "output"
    if failure := write_files(folder, dict(built.files)):
        _print_problems([failure], options)
        return IO
    for name in built.files:
        print(folder / name)
    for remark in built.remarks:
        _say(remark, options)
    _say(_next_step(options), options)
    return OK


def _refusal(has_manual: bool) -> Words:
    from docgen.problems import Words

    if not has_manual:
        return Words(
            "有读不了的内容，什么也没有写。先按上面的提示改好。",
            "Some content cannot be read; nothing was written. Mend the problems above first.",
        )
    return Words(
        "内容有错误，什么也没有写。改好后再生成；要先看样子，用 docgen build --draft 出草稿。",
        "The content has errors; nothing was written. Mend them, or run docgen build --draft for a draft.",
    )


def _next_step(options: argparse.Namespace) -> Words:
    from docgen.problems import Words

    if options.draft:
        return Words(
            "这是草稿；把“待补事项”补齐，再运行 docgen build 出正式版。",
            "This is a draft: complete what 待补事项 lists, then run docgen build.",
        )
    return Words("下一步：打开看一遍，送审批、盖章、发放。", "Next: look it over, then have it approved and sealed.")


def _exit_code(problems: list[Problem]) -> int:
    """No font, no Pango and no way to write are the machine's; everything else is the content's."""
    machine = ("FONT-", "OUTPUT-", "PDF-NO-")
    errors = [problem for problem in problems if problem.is_error]
    if any(problem.code == "ONLY-UNKNOWN" for problem in errors):
        return USAGE
    return IO if errors and all(problem.code.startswith(machine) for problem in errors) else PROBLEMS


def _show_progress(options: argparse.Namespace) -> Callable[[Words], None]:
    return lambda words: _say(words, options) if sys.stderr.isatty() else None


def new(options: argparse.Namespace) -> int:
    from docgen.starter import create

    problem = create(Path(options.folder), sample=options.sample)
    if problem:
        _print_problems([problem], options)
        return CONFLICT if problem.code == "NEW-NOT-EMPTY" else IO
    from docgen.problems import Words

    print(options.folder)
    _say(
        Words(
            f"建好了。下一步：cd {options.folder}，改 content 里的文件，docgen check 检查，docgen build 生成。",
            f"Done. Next: cd {options.folder}, edit the files in content, docgen check, docgen build.",
        ),
        options,
    )
    return OK


def explain(options: argparse.Namespace) -> int:
    from docgen.explanations import codes, explanation
    from docgen.problems import nearest

    if options.code is None:
        print("\n".join(codes()))
        return OK
    code = options.code.upper()
    text = explanation(code, _language(options))
    if text is None:
        guess = nearest(code, codes())
        meant = f"是不是 {guess}？" if guess else ""
        print(f"docgen: 没有代码 {options.code}。{meant}docgen explain 列出全部代码", file=sys.stderr)
        return USAGE
    print(text)
    return OK


def schema(options: argparse.Namespace) -> int:
    from docgen.schema import schema_text

    print(schema_text(options.kind), end="")
    return OK


def doctor(options: argparse.Namespace) -> int:
    from docgen import doctor as examination

    if options.fetch_fonts:
        problems = examination.fetch_fonts()
        _print_problems(problems, options)
        if problems:
            return IO
    findings = examination.examine(_root(options))
    for finding in findings:
        print(finding.line(_language(options)))
    return OK if all(finding.ok for finding in findings) else IO


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": new,
    "check": check,
    "build": build,
    "explain": explain,
    "schema": schema,
    "doctor": doctor,
}
