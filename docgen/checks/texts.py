"""All texts of a manual on one page, for the rules that look for words: a rule is one search of one pattern.

A text that is written in many places stands on the page once. Patterns are searched line by line (`re.M`): they must
not reach over a line break.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from docgen.checks.walk import assessments, holders
from docgen.manual.model import Department, Duty, Manual, Post, Shared
from docgen.source import Position, Text, part_of

if TYPE_CHECKING:
    from docgen import tree

Kind = Literal["name", "duty", "standard", "clause", "measure", "qualification", "other", "consequence", "chapter"]
KINDS: tuple[Kind, ...] = (
    "name", "duty", "standard", "clause", "measure", "qualification", "other", "consequence", "chapter",
)  # fmt: skip


class Piece(NamedTuple):
    """From `start` on, a text of several pieces stands there: a chapter's run of inlines."""

    start: int
    text: Text


Run = tuple[Piece, ...]
Place = Text | Run


class Hit(NamedTuple):
    """Where a pattern was found: the match, its whole text, where in it the match begins, and its position."""

    match: re.Match[str]
    text: str
    start: int
    position: Position

    @property
    def before(self) -> str:
        return self.text[: self.start]

    @property
    def sentence(self) -> str:
        """The one that the match begins in."""
        return re.split("[。；;]", self.before)[-1] + re.split("[。；;]", self.text[self.start :])[0]


class _Page(NamedTuple):
    """The distinct texts by kind, joined by line breaks; where each begins, where it stands, and each kind's part."""

    text: str
    starts: list[int]
    places: list[list[Place]]
    parts: dict[Kind, tuple[int, int]]


def search(manual: Manual, pattern: re.Pattern[str], kinds: Iterable[Kind] = KINDS) -> Iterator[Hit]:
    """Every place of every match in the texts of these kinds."""
    page = _page(manual)
    for kind in kinds:
        for match in pattern.finditer(page.text, *page.parts[kind]):
            number = bisect_right(page.starts, match.start()) - 1
            start = page.starts[number]
            text = page.text[start : page.starts[number + 1] - 1]
            for place in page.places[number]:
                position = _position(place, match.start() - start, match.end() - start)
                yield Hit(match, text, match.start() - start, position)


def _position(place: Place, start: int, end: int) -> Position:
    if isinstance(place, Text):
        return part_of(place, start, min(end, len(place)))
    piece = place[bisect_right(place, start, key=lambda piece: piece.start) - 1]
    return part_of(piece.text, start - piece.start, min(end - piece.start, len(piece.text)))


@lru_cache(maxsize=1)
def _page(manual: Manual) -> _Page:
    found: dict[Kind, dict[str, list[Place]]] = {kind: {} for kind in KINDS}
    seen: set[Position] = set()
    for kind, text in _texts(manual):
        if text and text.position not in seen:  # what could not be read is None
            seen.add(text.position)
            found[kind].setdefault(text, []).append(text)
    for run in chapter_runs(manual):
        found["chapter"].setdefault("".join(piece.text for piece in run), []).append(run)
    texts, starts, places, parts = list[str](), list[int](), list[list[Place]](), dict[Kind, tuple[int, int]]()
    offset = 0
    for kind, of_kind in found.items():
        before = offset
        for said, where in of_kind.items():
            texts.append(said.replace("\n", " "))
            starts.append(offset)
            places.append(where)
            offset += len(said) + 1
        parts[kind] = before, offset
    return _Page("\n".join(texts) + "\n", [*starts, offset], places, parts)


def chapter_runs(manual: Manual) -> Iterator[Run]:
    """The runs of text of each chapter, as they were written: what placeholders fill in stands elsewhere."""
    if not manual.chapter_files:
        return
    from docgen.tree_walk import inline_runs  # the tree's dataclasses take their time; chapters have loaded them

    for chapter in manual.chapter_files.values():
        for run in inline_runs(chapter.blocks):
            pieces, start = list[Piece](), 0
            for text in _plain_texts(run):
                if text.source and text.source.length == len(text.text):
                    pieces.append(Piece(start, Text(text.text, text.source)))
                    start += len(text.text)
            if pieces:
                yield tuple(pieces)


def _plain_texts(run: tuple[tree.Inline, ...]) -> Iterator[tree.Text]:
    from docgen import tree

    for child in run:
        if isinstance(child, tree.Text):
            yield child
        elif not isinstance(child, tree.Break):
            yield from _plain_texts(child.children)


def _texts(manual: Manual) -> Iterator[tuple[Kind, Text]]:
    yield from _of_duties(manual.common.duties)
    for department in manual.departments:
        yield from _of_duties(department.duties)
        yield from _told(department)
        for post in department.posts:
            yield from _told(post)
    for holder in holders(manual):
        yield from _of_holder(holder)
    for assessment, _ in assessments(manual):
        yield from (("consequence", text) for text in assessment.consequences)
    if manual.issuing:
        yield from (("other", text) for text in manual.issuing.body)


def _told(told: Department | Post) -> Iterator[tuple[Kind, Text]]:
    """What a department or post says beside its duties."""
    if told.summary:
        yield "other", told.summary
    yield from (("other", text) for text in told.authority)
    yield from (("other", text) for texts in told.rows.values() for text in texts)


def _of_duties(duties: tuple[Duty, ...]) -> Iterator[tuple[Kind, Text]]:
    for duty in duties:
        if not duty.name.isdigit():  # of a plain list
            yield "name", duty.name
        yield "duty", duty.content
        for standard in duty.standards:
            yield "standard", standard.content
            yield from (("clause", clause.content) for clause in standard.clauses)
        yield from (("clause", clause.content) for clause in duty.clauses)


def _of_holder(holder: Post | Shared) -> Iterator[tuple[Kind, Text]]:
    yield from (("qualification", text) for text in holder.qualifications)
    yield from _of_duties(holder.duties)
    for standard in holder.standards:
        yield "standard", standard.content
        yield from (("clause", clause.content) for clause in standard.clauses)
    yield from (("clause", clause.content) for clause in holder.clauses)
    for indicator in holder.indicators:
        yield "name", indicator.name
        yield from (("other", text) for text in (indicator.definition, indicator.target, indicator.source) if text)
        yield from (("clause", clause.content) for clause in indicator.clauses)
    for factor in holder.scorecard:
        yield from (("name", text) for text in (factor.item, factor.name))
        yield "measure", factor.measure
