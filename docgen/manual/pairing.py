"""What a table sets side by side: each duty with its standards, and each standard with its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.manual.listing import EVERY_DUTY, lead
from docgen.manual.model import Clause, Duty, Number, Post, Shared, Standard
from docgen.source import Text


class PairedRow(NamedTuple):
    """A standard beside its clauses. `standard` is None where clauses have none to stand beside; `span` says how many
    rows share `clauses`, 0 where a row above holds them."""

    standard: Text | None
    clauses: tuple[Text, ...] = ()
    span: int = 1
    points: Number | None = None


class PairedDuty(NamedTuple):
    """A duty and its rows, at least one. `titles` lead its content, where they say more than that; `names` call it in
    short. What serves several duties has their names and no content, what serves all of them no names either."""

    key: str
    names: tuple[Text, ...]
    titles: tuple[Text, ...]
    content: Text | None
    points: Number | None
    rows: tuple[PairedRow, ...]


def paired(part: Post | Shared, *, standards: bool = True, clauses: bool = True) -> list[PairedDuty]:
    """The duties of `part` in order, then what serves several of them; `standards` and `clauses` say what is shown.

    What is tied to one duty stands with it.
    """
    duties = {str(duty.name): duty for duty in part.duties}
    own: dict[str, tuple[list[Standard], list[Clause]]] = {
        name: ([*duty.standards], [*duty.clauses]) for name, duty in duties.items()
    }
    several: dict[tuple[Text, ...], tuple[list[Standard], list[Clause]]] = {}
    for place, tied in _tied(part):
        ties = tuple(name for name in tied.ties if name not in EVERY_DUTY)
        single = own.get(ties[0]) if len(ties) == 1 else None
        found = single or several.setdefault(ties, ([], []))
        found[place].append(tied)  # type: ignore[arg-type]  # place and type go together
    shown = (standards, clauses)
    found_rows = [_of_duty(duties[name], _rows(*each, *shown)) for name, each in own.items()]
    for ties, each in several.items():
        if rows := _rows(*each, *shown):
            found_rows.append(PairedDuty("、".join(ties) or EVERY_DUTY[0], ties, (), None, None, rows))
    return found_rows


def _tied(part: Post | Shared) -> Iterator[tuple[int, Standard | Clause]]:
    yield from ((0, standard) for standard in part.standards)
    yield from ((1, clause) for clause in part.clauses)


def _of_duty(duty: Duty, rows: tuple[PairedRow, ...]) -> PairedDuty:
    assert duty.content is not None
    titles = () if duty.content == duty.name else lead(duty)
    names = lead(duty) or (duty.content,)
    return PairedDuty(str(duty.name), names, titles, duty.content, duty.points, rows or (PairedRow(None),))


def has_points(duties: Iterable[PairedDuty]) -> bool:
    """Whether a duty or a standard has 分值."""
    return any(duty.points or any(row.points for row in duty.rows) for duty in duties)


def _rows(
    standards: Iterable[Standard], clauses: Iterable[Clause], with_standards: bool, with_clauses: bool
) -> tuple[PairedRow, ...]:
    """Standards with clauses of their own first, a row each; the others share the duty's own clauses."""
    standards, common = list(standards), _texts(clauses)
    if not with_standards:
        texts = (*(text for standard in standards for text in _texts(standard.clauses)), *common)
        return (PairedRow(None, texts),) if texts and with_clauses else ()
    if not with_clauses or not common:
        return tuple(_row(standard, with_clauses) for standard in standards)
    alone = [standard for standard in standards if not standard.clauses]
    rows = [_row(standard) for standard in standards if standard.clauses]
    if not alone:
        return (*rows, PairedRow(None, common))
    shared = [PairedRow(standard.content, common, len(alone), standard.points) for standard in alone[:1]]
    shared += [PairedRow(standard.content, (), 0, standard.points) for standard in alone[1:]]
    return (*rows, *shared)


def _row(standard: Standard, with_clauses: bool = True) -> PairedRow:
    return PairedRow(standard.content, _texts(standard.clauses) if with_clauses else (), 1, standard.points)


def _texts(clauses: Iterable[Clause]) -> tuple[Text, ...]:
    return tuple(clause.content for clause in clauses)
