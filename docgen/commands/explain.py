"""docgen explain: what a problem means and how to mend it."""

from __future__ import annotations

from docgen import terminal
from docgen.exit_codes import OK, USAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.problems import Language


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("code", metavar="代码", nargs="?", help="例如 DUTY-NO-CLAUSE；不写就列出全部代码")


def run(options: argparse.Namespace) -> int:
    from docgen.explanations import codes, explanation
    from docgen.problems import Words, did_you_mean

    if options.code is None:
        print("\n".join(codes()))
        return OK
    code = options.code.upper()
    text = explanation(code, options.language)
    if text is None:
        guess = did_you_mean(code, codes())
        terminal.say(
            Words(
                f"没有“{options.code}”这个代码。{guess.zh}docgen explain 列出全部代码",
                f"there is no code {options.code}; {guess.en}docgen explain lists them all",
            ),
            options,
        )
        return USAGE
    print(text, end="")
    return OK
