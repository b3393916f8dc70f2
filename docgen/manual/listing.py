"""What a post's numbered lists say, line by line: each standard and clause with the duties it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from docgen.manual.model import Clause, Duty, Post, Shared, Standard
from docgen.source import Text

EVERY_DUTY = ("全部", "all")
# The marks that end a sentence or clause.
ENDINGS = "。；;，,、 "


class Line(NamedTuple):
    """One list item: the titles that lead it, its text, and its key within the list."""

    titles: tuple[Text, ...]
    text: Text
    key: str


class Lines(list[Line]):
    """The items of one list. A template that prints it inside `<ol>` or `<ul>` has them all at once, each led by its
    titles: `物资收发、库区巡查：单据当天录入。`"""

    def untitled(self) -> Lines:
        """The same without the titles (版面: {职责标题: 不印})."""
        return Lines(line._replace(titles=()) for line in self)


class ListSection(NamedTuple):
    """A numbered list under its heading, what a post mostly consists of. `name` is the section's key; without a `title`
    the list stands alone in it. A template that prints it has the whole section."""

    name: str
    title: str | Text | None
    lines: Lines


def duty_lines(duties: tuple[Duty, ...]) -> Lines:
    """One line a duty with its points; without a lead where the text is the title itself, or the title only a
    number."""
    return Lines(Line(() if duty.content == duty.name else lead(duty), _said(duty), duty.name) for duty in duties)


def standard_lines(part: Post | Shared) -> Lines:
    """The standards of each duty in turn, then those that serve several duties."""
    found = Lines()
    for duty in part.duties:
        titles = lead(duty)
        for number, standard in enumerate(duty.standards, 1):
            found.append(Line(titles, _said(standard), f"{duty.name}/{number}"))
    for number, standard in enumerate(part.standards, 1):
        found.append(Line(_ties(standard), _said(standard), str(number)))
    return found


def clause_lines(part: Post | Shared) -> Lines:
    """The clauses of each duty in turn, after those of its standards; then the post's own."""
    found = Lines()
    for duty in part.duties:
        titles = lead(duty)
        for number, clause in enumerate(_clauses_of(duty), 1):
            found.append(Line(titles, clause.content, f"{duty.name}/{number}"))
    tied = [(_ties(standard), clause) for standard in part.standards for clause in standard.clauses]
    tied += [(_ties(clause), clause) for clause in part.clauses]
    found += [Line(titles, clause.content, str(number)) for number, (titles, clause) in enumerate(tied, 1)]
    return found


def _clauses_of(duty: Duty) -> Iterable[Clause]:
    return chain(*[standard.clauses for standard in duty.standards], duty.clauses)


def _said(part: Duty | Standard) -> Text:
    """What a duty or standard says, and its 分值 before the mark that ends it: 负责物资的收、存、发（40分）。"""
    if part.points is None:
        return part.content
    bare = part.content.rstrip(ENDINGS)
    return Text(f"{bare}（{part.points.value:f}分）{part.content[len(bare) :]}", part.content.position)


def lead(duty: Duty) -> tuple[Text, ...]:
    """The title that leads a duty's lines: none where it is only a number."""
    return () if duty.name.isdigit() else (duty.name,)


def called(duty: Duty) -> str:
    """The title by which a table calls a duty, or, where that is only a number, its text."""
    return str(duty.content if duty.name.isdigit() else duty.name)


def _ties(tied: Standard | Clause) -> tuple[Text, ...]:
    return tuple(name for name in tied.ties if name not in EVERY_DUTY)
