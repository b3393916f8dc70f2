"""What is wrong with a project's own `templates/` that shows without its content being composed.

Of a project that has none, only whether there is the style that its manual names.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.problems import Problem
from docgen.resources import template_folders
from docgen.source import Text


def own_template_problems(root: Path, style_name: Text | None) -> list[Problem]:
    """The problems of the manual's style, style.css and reference.docx, and of templates that can't be compiled."""
    own, *builtin = template_folders(root)
    if not builtin and style_name is None:
        return []
    if not builtin:
        from docgen.style.names import unknown_style

        unknown = unknown_style(style_name, [own])
        return [unknown] if unknown else []
    from docgen.style.reader import read_style

    style, problems = read_style(style_name, [own, *builtin])
    if style and style.reference:
        problems += _reference_problems(style.reference)
    return problems + list(_not_compiled(own))


def _reference_problems(data: bytes) -> list[Problem]:
    from docgen.writers.word.reference import open_reference

    opened = open_reference(data)
    return [opened] if isinstance(opened, Problem) else []


def _not_compiled(own: Path) -> Iterator[Problem]:
    """What is wrong with each template that can't be compiled; Jinja is slow to import, and most projects have none."""
    names = sorted(file.relative_to(own).as_posix() for file in own.rglob("*.html"))
    if not names:
        return
    from docgen.template import Templates

    templates = Templates([own])
    for name in names:
        if problem := templates.compiled(name):
            yield problem
