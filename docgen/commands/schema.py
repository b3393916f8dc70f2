"""docgen schema: the JSON Schema of a kind of file."""

from __future__ import annotations

from docgen.exit_codes import OK

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from docgen.problems import Language


KINDS = ("manual", "department", "common", "report")


def add_options(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("kind", metavar="种类", choices=KINDS, help="、".join(KINDS))


def run(options: argparse.Namespace) -> int:
    if options.kind == "report":
        from docgen import resources

        text = (resources.schemas() / "report.json").read_text("utf-8")
    else:
        from docgen.schema import schema_text

        text = schema_text(options.kind)
    print(text, end="")
    return OK
