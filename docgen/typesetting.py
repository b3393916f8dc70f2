"""What a project's documents are made with: its templates over docgen's, and its style."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.book import Entry
from docgen.compose import Composed, compose_entries
from docgen.manual import Manual
from docgen.problems import Problem, Words
from docgen.style import Style
from docgen.template import Templates
from docgen.writing import Written, write

if TYPE_CHECKING:
    from docgen.writers.pdf import PdfKind


class Typesetting(NamedTuple):
    """The templates and the style of the project in `root`, for one manual."""

    root: Path
    manual: Manual
    templates: Templates
    style: Style
    progress: Callable[[Words], None]
    pdf_kind: PdfKind = "tagged"

    def compose(self, entries: list[Entry], title: str) -> Composed:
        return compose_entries(self.manual, self.templates, self.style, entries, title)

    def write(self, composed: Composed, formats: tuple[str, ...]) -> Written:
        if composed.document is None:
            return Written({}, composed.problems, ())
        return write(
            composed.document, self.style, self.root, formats, self.progress, self.root / "output", self.pdf_kind
        )


def typesetting(
    root: Path, manual: Manual, progress: Callable[[Words], None], pdf_kind: PdfKind = "tagged"
) -> Typesetting | list[Problem]:
    """The typesetting of a project, or what is wrong with its style."""
    from docgen import resources
    from docgen.style_reader import read_style

    own = root / "templates"
    folders = [*([own] if own.is_dir() else []), resources.templates()]
    style, problems = read_style(manual.style, folders)
    return problems if style is None else Typesetting(root, manual, Templates(folders), style, progress, pdf_kind)
