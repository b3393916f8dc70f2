"""docgen clause: what a scoring clause says."""

from __future__ import annotations

from docgen.exit_codes import OK, PROBLEMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.problems import Language


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("text", metavar="条款", help="条款的原文，例如 晚录入1天扣1分，最多扣5分")
    command.add_argument("--json", action="store_true", help="打印 JSON")


def run(options: argparse.Namespace) -> int:
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
