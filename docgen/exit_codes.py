"""Exit codes: 0 ok; 1 problems in the content or a template; 2 usage; 3 `new` into a folder with files; 5 input/output,
or no font for a PDF; 70 a bug; 130 interrupted."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docgen.problems import Problem

OK, PROBLEMS, USAGE, CONFLICT, IO, BUG, INTERRUPTED = 0, 1, 2, 3, 5, 70, 130


def exit_code_of(problems: list[Problem]) -> int:
    """What lacks a font, Pango, or a file that can be opened or written is the machine's; all else is the content's."""
    machine = ("FONT-", "OUTPUT-", "PDF-NO-", "SHEET-NOT-OPENED")
    errors = [problem for problem in problems if problem.is_error]
    if any(problem.code == "ONLY-UNKNOWN" for problem in errors):
        return USAGE
    return IO if errors and all(problem.code.startswith(machine) for problem in errors) else PROBLEMS
