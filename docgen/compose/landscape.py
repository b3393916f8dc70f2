"""Tables too wide for an upright page, on page sections of their own that lie on their side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen import tree
from docgen.style.model import Style
from docgen.tree_walk import with_nested

# A column of text can be this narrow, in characters, and still be read.
NARROW = 8
# What the rules and the white beside them take of a column, in characters of a table.
COLUMN_MARGIN = 0.75


class _Run(NamedTuple):
    """Blocks of one orientation."""

    is_wide: bool
    blocks: tuple[tree.Block, ...]


def turn_wide_tables(sections: Iterable[tree.PageSection], style: Style) -> tuple[tree.PageSection, ...]:
    """The page sections, each wide table with its heading and notes in a landscape one.

    A table's `columns` are widths in characters: it is wide where they don't fit beside each other on an upright page,
    however narrow its texts are set.
    A page section that is landscape already stays whole.
    """
    room = style.text_width / 25.4 * 72 / style.paragraphs["table"].size
    return tuple(part for section in sections for part in _parts(section, room))


def _parts(section: tree.PageSection, room: float) -> Iterator[tree.PageSection]:
    if section.orientation == "landscape" or not any(_is_wide(each, room) for each in with_nested(section.blocks)):
        yield section
        return
    for number, run in enumerate(_runs(section.blocks, room)):
        yield replace(
            section,
            key=section.key if number == 0 else run.blocks[0].key,  # type: ignore[union-attr]  # no run is a page break
            blocks=run.blocks,
            orientation="landscape" if run.is_wide else "portrait",
            restart=section.restart and number == 0,
        )


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
