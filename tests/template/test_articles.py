"""Prose as articles: what becomes one, and what belongs to it."""

from __future__ import annotations

from docgen.template.articles import as_articles
from docgen.tree import Block, Heading, Item, List, Note, Paragraph, Section, Text


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, (Text(text),))


def items(*texts: str) -> List:
    return List("-".join(texts), tuple(Item(text, (Text(text),)) for text in texts))


def shown(blocks: tuple[Block, ...]) -> list[object]:
    """The blocks as texts: an article's lists within it, other blocks by their kinds."""
    return [_shown(block) for block in blocks]


def _shown(block: Block) -> object:
    if isinstance(block, Section):
        return shown(block.blocks)
    if isinstance(block, List):
        return (block.numbering, *((item.key, *map(_shown, item.lists)) for item in block.items))
    return type(block).__name__


def test_a_paragraph_is_an_article_and_the_lists_after_it_are_its_own() -> None:
    blocks = (paragraph("甲"), paragraph("乙"), items("一", "二"), items("三"), paragraph("丙"))

    assert shown(as_articles(blocks)) == [
        ("条文", ("甲",), ("乙", ("", ("一",), ("二",)), ("", ("三",))), ("丙",)),
    ]


def test_other_blocks_stand_between_articles() -> None:
    blocks = (items("一"), paragraph("甲"), Note("注", ()), items("二"), paragraph("乙"))

    assert shown(as_articles(blocks)) == [("", ("一",)), ("条文", ("甲",)), "Note", ("", ("二",)), ("条文", ("乙",))]


def test_sections_keep_their_headings() -> None:
    section = Section("节", (Heading(2, "节", ()), paragraph("甲")))

    assert shown(as_articles((section, paragraph("乙")))) == [["Heading", ("条文", ("甲",))], ("条文", ("乙",))]
