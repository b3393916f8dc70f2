"""The command line: words in, exit codes out. Data goes to stdout, talk to stderr.

Exit codes: 0 ok; 1 problems in the content or a template; 2 usage; 3 `new` into a folder with files; 5 input/output, or
no font for a PDF; 70 a bug; 130 interrupted.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys

from docgen.arguments import USAGE, language_asked_for, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import TextIO

    from docgen.handout import Handouts
    from docgen.manual import Manual
    from docgen.pipeline import Checked
    from docgen.problems import Language, Problem, Words
    from docgen.typesetting import Typesetting

OK, PROBLEMS, CONFLICT, IO, BUG, INTERRUPTED = 0, 1, 3, 5, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing but a bug report ever reaches a user as an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that can't show 汉字 shows ?
    language = _language(language_asked_for(arguments))
    try:
        options = parser(language).parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    options.language = language
    try:
        exit_code = COMMANDS[options.command](options)
        sys.stdout.flush()
        return exit_code
    except KeyboardInterrupt:
        print({"zh": "docgen: 已中断", "en": "docgen: interrupted"}[language], file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as bug:
        _report_bug(bug, language)
        return BUG


def _language(asked_for: str | None) -> Language:
    return "en" if (asked_for or os.environ.get("DOCGEN_LANG")) == "en" else "zh"


def _report_bug(bug: Exception, language: Language) -> None:
    import traceback

    frame = traceback.extract_tb(bug.__traceback__)[-1]
    what = f"{type(bug).__name__}: {bug} ({os.path.basename(frame.filename)}:{frame.lineno})"  # noqa: PTH119  # no pathlib here
    if language == "zh":
        said = f"""\
docgen: 程序出错了，这是 docgen 的毛病，不是您的内容：{what}
  请把这一行和出错时的内容文件发给维护人员；设 DOCGEN_DEBUG=1 再运行可以看到细节"""
    else:
        said = f"""\
docgen: this is a bug in docgen, not in your content: {what}
  please send this line and the content to its maintainers; DOCGEN_DEBUG=1 shows more"""
    print(said, file=sys.stderr)
    if os.environ.get("DOCGEN_DEBUG"):
        traceback.print_exception(bug)


def _root(options: argparse.Namespace) -> Path:
    from pathlib import Path

    return Path(getattr(options, "project", "."))


def _prefix(root: Path) -> str:
    """What goes before a path of the project where that isn't the working directory."""
    return "" if root.as_posix() == "." else f"{root.as_posix()}/"


def _print_problems(problems: list[Problem], options: argparse.Namespace, stream: TextIO | None = None) -> None:
    from docgen.problems import render
    from docgen.source_lines import SourceLines

    root = _root(options)
    lines, given = SourceLines(root), SourceLines(root.cwd())
    prefix = _prefix(root)
    for problem in problems:
        if problem.position and problem.position.path == getattr(options, "roster", None):  # no file of the project
            text = render(problem, options.language, given)
        else:
            text = render(problem, options.language, lines, prefix)
        print(text, file=stream or sys.stderr)


def _say(words: Words, options: argparse.Namespace) -> None:
    print(words.in_language(options.language), file=sys.stderr)


def check(options: argparse.Namespace) -> int:
    from docgen import soundness

    root = _root(options)
    in_text = options.format == "text" and not options.statistics
    if in_text and (known := soundness.remembered(root)):
        print(known.in_language(options.language))
        return OK
    from docgen.pipeline import check_project

    gc.disable()  # the process ends before a collection would pay
    checked = check_project(root)
    if in_text:
        _print_check(checked, options)
    else:
        _print_report(checked, options)
    return PROBLEMS if checked.has_errors or (options.strict and checked.problems) else OK


def _print_check(checked: Checked, options: argparse.Namespace) -> None:
    from docgen import soundness
    from docgen.coverage import summary
    from docgen.problems import Words

    _print_problems(checked.problems, options, sys.stdout)
    if checked.coverage:
        words = Words(summary(checked.coverage, "zh"), summary(checked.coverage, "en"))
        print(words.in_language(options.language))
        if not checked.problems:
            soundness.remember(_root(options), words)


def _print_report(checked: Checked, options: argparse.Namespace) -> None:
    from docgen.reports import written
    from docgen.reports.report import Report
    from docgen.reports.statistics import statistics

    prefix = _prefix(_root(options))
    report = Report(checked.problems, checked.coverage, checked.read, options.language, prefix, options.strict)
    if options.statistics:
        print(statistics(report), end="")
    else:
        _print_for_programs(written(report, options.format))


def _print_for_programs(text: str) -> None:
    """UTF-8 with LF, whatever the terminal's encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text, end="")


def build(options: argparse.Namespace) -> int:
    from pathlib import Path

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
    folder = Path(options.out) if options.out else root / "output"
    progress = _show_progress(options)
    built = build_files(
        root,
        checked.manual,
        options.to,
        only=options.only,
        split=bool(options.split),
        layout=options.layout,
        style=options.style,
        pdf_kind=options.pdf_kind,
        draft=draft,
        progress=progress,
        folder=folder,
    )
    _print_problems(built.problems, options)
    if not built.files:
        _say(Words("什么也没有写。", "Nothing was written."), options)
        return _exit_code(built.problems)
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


def handout(options: argparse.Namespace) -> int:
    """One post's copy, a roster's, or whose a hash is."""
    from docgen.pipeline import check_project
    from docgen.problems import Words

    if wrong := _wrong_handout(options):
        _say(wrong, options)
        return USAGE
    _show_progress(options)(Words("读取、检查……", "reading and checking …"))
    checked = check_project(_root(options))
    _print_problems(checked.problems, options)
    if checked.manual is None or checked.has_errors:
        _say(_refusal(False) if checked.manual is None else _no_handout(), options)
        return PROBLEMS
    if options.verify is not None:
        return _verify(checked.manual, options)
    return _hand_out(checked.manual, options)


def _wrong_handout(options: argparse.Namespace) -> Words | None:
    """What is wrong with the words of a `handout` that argparse can't know."""
    from docgen.problems import Words

    asked = [each for each in (options.post, options.roster, options.verify) if each is not None]
    if len(asked) != 1:
        return Words(
            "docgen: 命令写得不对：“部门/岗位”、--roster、--verify 要写其中一样\n  看全部说明：docgen handout --help",
            "docgen: wrong usage: give a post, --roster or --verify, one of them\n  see docgen handout --help",
        )
    if set(options.to or ()) - {"pdf", "docx"} or (options.roster and options.to not in (None, ("pdf",))):
        return Words(
            "docgen: 命令写得不对：--to 可以写 pdf,docx；有 --roster 时只有 pdf\n  看全部说明：docgen handout --help",
            "docgen: wrong usage: --to takes pdf,docx; with --roster pdf alone\n  see docgen handout --help",
        )
    return None


def _no_handout() -> Words:
    from docgen.problems import Words

    return Words(
        "内容有错误，什么也没有写。发给个人的要是正式内容：改好后再运行。",
        "The content has errors; nothing was written. Mend them first: what is handed out must be sound.",
    )


def _verify(manual: Manual, options: argparse.Namespace) -> int:
    from docgen.handout import matching, no_match

    wanted = options.verify.replace(" ", "").lower()
    places = matching(manual, wanted)
    for place in places:
        print(f"{place}\t{manual.version}")
    if not places:
        _print_problems([no_match(wanted, manual)], options)
    return OK if places else PROBLEMS


def _hand_out(manual: Manual, options: argparse.Namespace) -> int:
    from tempfile import TemporaryDirectory

    from docgen import handout as handing
    from docgen.problems import Problem
    from docgen.typesetting import Typesetting, typesetting

    setting = typesetting(_root(options), manual, _show_progress(options), options.pdf_kind)
    if not isinstance(setting, Typesetting):
        _print_problems(setting, options)
        return PROBLEMS
    if options.roster is not None:
        with TemporaryDirectory(prefix="docgen-") as scratch:
            return _hand_out_to_all(setting, scratch, options)
    place = handing.find_post(manual, options.post)
    if isinstance(place, Problem):
        _print_problems([place], options)
        return USAGE
    return _put_down(handing.handout(place, setting, options.to or ("pdf",)), options)


def _hand_out_to_all(setting: Typesetting, scratch: str, options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.handout import handouts
    from docgen.roster import read_roster_file

    people, wrong = read_roster_file(options.roster, setting.manual)
    _print_problems(wrong, options)
    if not people or (wrong and not options.keep_going):
        _say(_nobody(bool(people)), options)
        return _exit_code(wrong) if wrong else PROBLEMS
    done = _put_down(handouts(people, setting, Path(scratch), keep_going=options.keep_going), options)
    return done or (PROBLEMS if wrong else OK)


def _put_down(made: Handouts, options: argparse.Namespace) -> int:
    from pathlib import Path

    from docgen.handout import FOLDER
    from docgen.output import write_files
    from docgen.problems import Words

    _print_problems(made.problems, options)
    if not made.files:
        _say(Words("什么也没有写。", "Nothing was written."), options)
        return _exit_code(made.problems)
    folder = Path(options.out) if options.out else _root(options) / "output" / FOLDER
    if failure := write_files(folder, made.files):
        _print_problems([failure], options)
        return IO
    for name in made.files:
        print(folder / name)
    for remark in made.remarks:
        _say(remark, options)
    signed = "下一步：打印，请本人在签收回执上签字，回执收回存档。"
    _say(Words(signed, "Next: print it, have the receipt signed, and keep the receipt."), options)
    return PROBLEMS if any(problem.is_error for problem in made.problems) else OK


def _nobody(others: bool) -> Words:
    from docgen.problems import Words

    if others:
        return Words(
            "名单里有错，什么也没有写。改好后再运行；要先给其他人生成，加 --keep-going。",
            "The roster has errors; nothing was written. Mend them, or make the others with --keep-going.",
        )
    return Words("名单里没有可以生成的人，什么也没有写。", "There is nobody to make a copy for; nothing was written.")


def new(options: argparse.Namespace) -> int:
    from docgen.starter import create

    folder = _root(options) / options.folder
    problem = create(folder, sample=options.sample)
    if problem:
        _print_problems([problem], options)
        return CONFLICT if problem.code == "NEW-NOT-EMPTY" else IO
    from docgen.problems import Words

    print(folder)
    _say(
        Words(
            f"建好了。下一步：cd {folder}，改 content 里的文件，docgen check 检查，docgen build 生成。",
            f"Done. Next: cd {folder}, edit the files in content, docgen check, docgen build.",
        ),
        options,
    )
    return OK


def explain(options: argparse.Namespace) -> int:
    from docgen.explanations import codes, explanation
    from docgen.problems import Words, did_you_mean

    if options.code is None:
        print("\n".join(codes()))
        return OK
    code = options.code.upper()
    text = explanation(code, options.language)
    if text is None:
        guess = did_you_mean(code, codes())
        _say(
            Words(
                f"没有“{options.code}”这个代码。{guess.zh}docgen explain 列出全部代码",
                f"there is no code {options.code}; {guess.en}docgen explain lists them all",
            ),
            options,
        )
        return USAGE
    print(text, end="")
    return OK


def clause(options: argparse.Namespace) -> int:
    from docgen.clause import read

    reading = read(options.text)
    if options.json:
        import json

        from docgen.clause.as_json import reading_as_json

        print(json.dumps(reading_as_json(reading, options.language), ensure_ascii=False))
    else:
        from docgen.clause.wording import explained

        print(explained(reading, options.language))
    return PROBLEMS if reading.unread else OK


def schema(options: argparse.Namespace) -> int:
    if options.kind == "report":
        from docgen import resources

        text = (resources.schemas() / "report.json").read_text("utf-8")
    else:
        from docgen.schema import schema_text

        text = schema_text(options.kind)
    print(text, end="")
    return OK


def matrix(options: argparse.Namespace) -> int:
    """The matrices show what is missing, so errors don't stop them."""
    from pathlib import Path

    from docgen.matrix import matrix_of
    from docgen.output import write_files
    from docgen.pipeline import check_project
    from docgen.problems import Words

    root = _root(options)
    checked = check_project(root)
    if checked.read is None:
        _print_problems(checked.problems, options)
        return PROBLEMS
    made = matrix_of(checked.read, options.format, posts=options.posts)
    if options.out or options.format == "xlsx":
        folder = Path(options.out) if options.out else root / "output"
        if failure := write_files(folder, {made.name: made.content}):
            _print_problems([failure], options)
            return IO
        print(folder / made.name)
    else:
        _print_for_programs(made.content.decode())
    if checked.has_errors:
        _say(
            Words(
                "内容有错误，矩阵可能不全；docgen check 看是哪些。",
                "The content has errors, so something may be missing here; see docgen check.",
            ),
            options,
        )
    return PROBLEMS if checked.has_errors else OK


def doctor(options: argparse.Namespace) -> int:
    from docgen import doctor as examination

    if options.fetch_fonts:
        problems = examination.fetch_fonts()
        _print_problems(problems, options)
        if problems:
            return IO
    findings = examination.examine(_root(options))
    for finding in findings:
        print(finding.line(options.language))
    return OK if all(finding.ok for finding in findings) else IO


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": new,
    "check": check,
    "build": build,
    "handout": handout,
    "matrix": matrix,
    "explain": explain,
    "clause": clause,
    "schema": schema,
    "doctor": doctor,
}
