"""Chapter files: prose in Markdown as blocks of the document tree.

What a chapter may hold is in docs/content.md: paragraphs, headings, lists, tables, strong, emphasis, links, pictures.
Anything else is a problem. `lines` makes the lines ready, `parser` is Python-Markdown, `reader` turns its elements into
blocks; `fill` puts values into `{单位}` and the like.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from docgen.decoding import decode
from docgen.manual.model import Chapter
from docgen.problems import Problem
from docgen.richtext.fill import fill
from docgen.source import Position, Text

__all__ = ["fill", "read_chapter"]


def read_chapter(path: str, data: bytes, project: Path) -> tuple[Chapter | None, list[Problem]]:
    """The chapter in a file's bytes, and its problems; None where the file can't be read or holds nothing.

    `path` is relative to the folder `project`, where pictures are looked for. The title is the `# ` heading, else the
    file's name.
    """
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    from docgen.richtext import lines, parser, reader, refusals

    if not text.strip():
        return None, [*problems, refusals.empty_chapter(path)]
    prepared, refused = lines.prepare(path, text)
    file = posixpath.basename(path)
    name = posixpath.splitext(file)[0]
    try:
        read = reader.read(parser.parse(prepared), path, text.split("\n"), project, name)
    except RecursionError:  # hundreds of marks, each within the one before
        return None, [*problems, *refused, refusals.unsupported("nesting", Position(path))]
    title = read.title or Text(name, Position(path))
    return Chapter(file, title, read.blocks), [*problems, *refused, *read.problems]
