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
    found: list[tree.Block] = []
    for block in blocks:
        if isinstance(block, tree.Section | tree.Contents | tree.Cover):
            if block.key in seen:
                free = (key for number in count(2) if (key := f"{block.key}~{number}") not in seen)
                block = _moved(block, block.key, next(free))  # noqa: PLW2901
            seen.add(block.key)
        if isinstance(block, tree.Section):
            block = replace(block, blocks=_unique(block.blocks, seen))  # noqa: PLW2901
        found.append(block)
    return tuple(found)


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
