"""Keys made unique, for a draft: what is printed twice, against a rule, is printed all the same."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

from docgen import tree


def with_unique_keys(sections: tuple[tree.PageSection, ...]) -> tuple[tree.PageSection, ...]:
    """The sections with `~2`, `~3` … after a key that stands before; the keys within it follow."""
    seen: set[str] = set()
    return tuple(replace(section, blocks=_unique(section.blocks, seen)) for section in sections)


def _unique(blocks: tuple[tree.Block, ...], seen: set[str]) -> tuple[tree.Block, ...]:
    return tuple([_unique_block(block, seen) for block in blocks])


def _unique_block(block: tree.Block, seen: set[str]) -> tree.Block:
    if not isinstance(block, tree.Section | tree.Contents | tree.Cover):
        return block
    keyed: tree.Section | tree.Contents | tree.Cover = block
    if block.key in seen:
        free = (key for number in count(2) if (key := f"{block.key}~{number}") not in seen)
        keyed = _moved(block, block.key, next(free))
    seen.add(keyed.key)
    return replace(keyed, blocks=_unique(keyed.blocks, seen)) if isinstance(keyed, tree.Section) else keyed


def _moved(node: Any, old: str, new: str) -> Any:
    """A node with its key and those of all within it under `new` instead of `old`."""
    if type(node) is tuple:
        return tuple(_moved(child, old, new) for child in node)
    if is_dataclass(node) and not isinstance(node, type):
        changes = {field.name: _moved(getattr(node, field.name), old, new) for field in fields(node)}
        key = changes.get("key")
        if key is not None and (key == old or key.startswith(f"{old}/")):
            changes["key"] = new + key[len(old) :]
        return replace(node, **changes)
    return node
