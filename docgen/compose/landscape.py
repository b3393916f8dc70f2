"""Tables too wide for an upright page, on page sections of their own that lie on their side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from docgen import tree
from docgen.style.model import Style

# A column of text can be this narrow, in characters, and still be read.
NARROW = 8
# What the rules and the white beside them take of a column, in characters of a table.
COLUMN_MARGIN = 0.75


class _Run(NamedTuple):
    """Blocks of one orientation."""

    is_wide: bool
    blocks: tuple[tree.Block, ...]


def has_wide(tables: Iterable[tree.Table], style: Style) -> bool:
    """Whether one of the tables wants a landscape page."""
    return any(_is_wide(table, _room(style)) for table in tables)


def turn_wide_tables(section: tree.PageSection, style: Style) -> tuple[tree.PageSection, ...]:
    """The page section as several, each wide table with its heading and notes in a landscape one.

    A table's `columns` are widths in characters: it is wide where they don't fit beside each other on an upright page,
    however narrow its texts are set.
    A page section that is landscape already stays whole.
    """
    if section.orientation == "landscape":
        return (section,)
    return tuple(
        replace(
            section,
            key=section.key if number == 0 else run.blocks[0].key,  # type: ignore[union-attr]  # no run is a page break
            blocks=run.blocks,
            orientation="landscape" if run.is_wide else "portrait",
            restart=section.restart and number == 0,
        )
        for number, run in enumerate(_runs(section.blocks, _room(style)))
    )


def _room(style: Style) -> float:
    """How many characters of a table an upright page has beside each other."""
    return style.text_width / 25.4 * 72 / style.paragraphs["table"].size


def _runs(blocks: Iterable[tree.Block], room: float) -> list[_Run]:
    """The blocks in order, cut where the orientation changes. What belongs to a wide table goes with it: headings that
    stand alone before it, and what follows it before the next heading."""
    runs: list[_Run] = []
    for block in blocks:
        for run in _runs_of(block, room):
            last = runs[-1] if runs else None
            if last is None:
                runs.append(run)
            elif last.is_wide == run.is_wide or _belongs_before(run, last):
                runs[-1] = _Run(last.is_wide, last.blocks + run.blocks)
            elif run.is_wide and all(isinstance(each, tree.Heading) for each in last.blocks):
                runs[-1] = _Run(True, last.blocks + run.blocks)
            else:
                runs.append(run)
    return runs


def _belongs_before(run: _Run, last: _Run) -> bool:
    return last.is_wide and not any(isinstance(block, tree.Section | tree.Heading) for block in run.blocks)


def _is_wide(block: tree.Block, room: float) -> bool:
    if not isinstance(block, tree.Table):
        return False
    return sum(min(column, NARROW) + COLUMN_MARGIN for column in block.columns) > room


def _runs_of(block: tree.Block, room: float) -> list[_Run]:
    if not isinstance(block, tree.Section):
        return [_Run(_is_wide(block, room), (block,))]
    if any(_is_wide(each, room) for each in block.blocks):
        return [_Run(True, (block,))]
    runs = _runs(block.blocks, room)
    if not runs:
        return [_Run(False, (block,))]
    first = _Run(runs[0].is_wide, (replace(block, blocks=runs[0].blocks),))
    return [first, *runs[1:]]
