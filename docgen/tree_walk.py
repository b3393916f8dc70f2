"""Ways through the document tree: its blocks, its texts, its references, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from docgen import tree
from docgen.source import Position


def with_nested(blocks: Iterable[tree.Block]) -> list[tree.Block]:
    """The blocks in order, each section followed by what it holds."""
    found: list[tree.Block] = []
    for block in blocks:
        found.append(block)
        if type(block) is tree.Section:  # a manual of 1,000 posts has 30,000 blocks: `isinstance` takes its time
            found += with_nested(block.blocks)
    return found


def inline_runs(blocks: Iterable[tree.Block]) -> list[tuple[tree.Inline, ...]]:
    """The inlines of every heading, paragraph, note, item, cell, caption and cover field, in order."""
    runs: list[tuple[tree.Inline, ...]] = []
    for block in blocks:
        match block:
            case tree.Section():
                runs += inline_runs(block.blocks)
            case tree.Heading() | tree.Paragraph() | tree.Note():
                runs.append(block.children)
            case tree.List():
                runs += _list_runs(block)
            case tree.Table():
                runs.append(block.caption)
                for rows in (block.head, *(group.rows for group in block.groups)):
                    runs += [cell.children for row in rows for cell in row.cells]
            case tree.Cover():
                runs += [field.children for field in block.fields]
            case tree.Figure():
                runs.append(block.caption)
            case tree.Chart():
                runs += [box.children for _, box in tree.boxes_of(block)]
                runs.append(block.caption)
            case tree.Contents() | tree.PageBreak():
                pass
    return runs


def _list_runs(block: tree.List) -> list[tuple[tree.Inline, ...]]:
    if not any(item.lists for item in block.items):
        return [item.children for item in block.items]
    runs: list[tuple[tree.Inline, ...]] = []
    for item in block.items:
        runs.append(item.children)
        for nested in item.lists:
            runs += _list_runs(nested)
    return runs


def refs(blocks: Iterable[tree.Block]) -> Iterator[tuple[tree.Ref, Position | None]]:
    """Every reference within the document, with where its text was written."""

    def within(child: tree.Inline) -> Iterator[tuple[tree.Ref, Position | None]]:
        if isinstance(child, tree.Ref):
            texts = [text.source for text in child.children if isinstance(text, tree.Text)]
            yield child, texts[0] if texts else None
        elif isinstance(child, tree.Strong | tree.Emphasis | tree.Link):
            for inner in child.children:
                yield from within(inner)

    for child in chain.from_iterable(inline_runs(blocks)):
        if type(child) is not tree.Text:  # as nearly all are
            yield from within(child)
