"""The command line: words in, exit codes out. Data goes to stdout, talk to stderr."""

from __future__ import annotations

import io
import os
import sys

from docgen.arguments import language_asked_for, parser
from docgen.commands import command
from docgen.exit_codes import BUG, INTERRUPTED, OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.problems import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing but a bug report ever reaches a user as an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that can't show 汉字 shows ?
    words = sys.argv[1:] if arguments is None else arguments
    language = _language(language_asked_for(words))
    try:
        options = parser(language, words).parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    options.language = language
    try:
        exit_code: int = command(options.command).run(options)
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
