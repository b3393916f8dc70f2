"""条文: prose and lists as articles (第一条 …), which run on through the chapters."""

from __future__ import annotations

from dataclasses import replace

from docgen import tree
from docgen.manual.layouts import ARTICLES


def as_articles(blocks: tuple[tree.Block, ...]) -> tuple[tree.Block, ...]:
    """The blocks with each paragraph as an article, and a list that follows one as its items."""
    found: list[tree.Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, tree.Section):
            found.append(replace(block, blocks=as_articles(block.blocks)))
        elif isinstance(block, tree.Paragraph):
            article = tree.Item(block.key, block.children, source=block.source)
            if isinstance(last, tree.List) and last.numbering:
                found[-1] = replace(last, items=(*last.items, article))
            else:
                found.append(tree.List(f"{block.key}/条", (article,), numbering=ARTICLES, source=block.source))
        elif isinstance(block, tree.List) and isinstance(last, tree.List) and last.numbering:
            article = replace(last.items[-1], lists=(*last.items[-1].lists, block))
            found[-1] = replace(last, items=(*last.items[:-1], article))
        else:
            found.append(block)
    return tuple(found)
