"""Document tree → .docx (ISO 29500 transitional, what Word and LibreOffice write themselves)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from docgen.garbage import without_garbage_collection
from docgen.problems import Problem
from docgen.style.model import Style
from docgen.tree import Document
from docgen.writers.word.body import Body
from docgen.writers.word.fonts import font_table
from docgen.writers.word.furniture import Furniture
from docgen.writers.word.markup import DECLARATION, NAMESPACES
from docgen.writers.word.numbering import Numbering
from docgen.writers.word.package import THEME, Package
from docgen.writers.word.reference import open_reference
from docgen.writers.word.settings import settings
from docgen.writers.word.styles import styles


class WordResult(NamedTuple):
    """The file's bytes, and what the document says that Word can't hold."""

    docx: bytes
    problems: tuple[Problem, ...]


@without_garbage_collection()
def write(document: Document, style: Style, root: Path, pages: Mapping[str, str] | None = None) -> WordResult:
    """Write the document. `root` is the project, which the paths of figures start from and must not leave; `pages`
    gives the printed page label of each key for the contents, which has links alone without it."""
    reference = open_reference(style.reference) if style.reference else None
    if isinstance(reference, Problem):
        return WordResult(b"", (reference,))
    compiled = styles(style, document.heading_formats)
    package = Package()
    if reference:
        compiled = reference.styles(compiled)
        if reference.theme:
            package.write(THEME, reference.theme)
    furniture = Furniture(document, style, package, pages or {}, reference)
    numbering = Numbering(style, document.heading_formats)
    body = Body(style, root, pages or {}, document.targets, package, numbering)
    opening = f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    pieces = chain([opening], body.write(document, furniture), ["</w:body></w:document>"])
    package.write_pieces("word/document.xml", pieces)
    package.write("word/numbering.xml", numbering.part())
    package.write("word/styles.xml", compiled)
    package.write("word/settings.xml", settings(style, furniture.has_sides))
    package.write("word/fontTable.xml", font_table(style.latin_font))
    fields = {"title": document.title, **document.fields}
    return WordResult(package.save(fields, document.language), tuple(body.problems))
