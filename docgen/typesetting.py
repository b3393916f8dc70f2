"""What a project's documents are made with: its templates over docgen's, and its style."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.compose import Composed, compose, compose_entries
from docgen.manual.book import Entry
from docgen.manual.model import Manual
from docgen.problems import Problem, Words
from docgen.resources import template_folders, templates
from docgen.style.model import Style
from docgen.style.reader import read_style
from docgen.template import Templates
from docgen.writing import Written, write

if TYPE_CHECKING:
    from docgen.writers.pdf import PdfKind


class Typesetting(NamedTuple):
    """The templates and the style of the project in `root`, for one manual, whose files will stand in `folder`."""

    root: Path
    manual: Manual
    templates: Templates
    style: Style
    folder: Path
    progress: Callable[[Words], None]
    pdf_kind: PdfKind = "tagged"

    def compose(self, entries: list[Entry], title: str) -> Composed:
        return compose_entries(self.manual, self.templates, self.style, entries, title)

    def compose_book(self, part: Entry | None, draft: list[Problem] | None) -> Composed:
        """The whole manual, or one part of it."""
        return compose(self.manual, self.templates, self.style, part=part, draft=draft)

    def write(self, composed: Composed, formats: tuple[str, ...]) -> Written:
        if composed.document is None:
            return Written({}, composed.problems, ())
        return write(composed.document, self.style, self.root, formats, self.progress, self.folder, self.pdf_kind)


def typesetting(
    root: Path,
    manual: Manual,
    progress: Callable[[Words], None],
    pdf_kind: PdfKind = "tagged",
    *,
    style: str | None = None,
    folder: Path | None = None,
    is_draft: bool = False,
) -> Typesetting | list[Problem]:
    """The typesetting of a project, or what is wrong with its style: the one called `style`, else the manual's own; a
    draft whose own style is wrong or missing is set in the usual one."""
    folders = template_folders(root)
    read, problems = read_style(style or manual.style, folders)
    if read is None and is_draft and style is None:
        read, problems = read_style(None, [templates()])
    if read is None:
        return problems
    return Typesetting(root, manual, Templates(folders), read, folder or root / "output", progress, pdf_kind)
