"""Keys that stand twice are told apart."""

from __future__ import annotations

from docgen.compose.unique_keys import with_unique_keys
from docgen.tree import Block, Contents, Heading, PageSection, Paragraph, Section, Text


def chapter(key: str, *blocks: Block) -> Section:
    return Section(key, (Heading(1, key, (Text(key),)), Paragraph(f"{key}/1", (Text("正文。"),)), *blocks))


def keys(blocks: tuple[Block, ...]) -> list[str]:
    return [
        key
        for block in blocks
        if isinstance(block, Section | Contents | Heading | Paragraph)
        for key in (block.key, *(keys(block.blocks) if isinstance(block, Section) else []))
    ]


def unique(*blocks: Block) -> list[str]:
    return [key for page in with_unique_keys((PageSection("页", "body", blocks),)) for key in keys(page.blocks)]


def test_the_second_and_third_have_a_number_and_so_has_what_is_in_them() -> None:
    assert unique(chapter("总则"), chapter("总则"), chapter("总则二"), chapter("总则")) == [
        "总则", "总则", "总则/1",
        "总则~2", "总则~2", "总则~2/1",
        "总则二", "总则二", "总则二/1",
        "总则~3", "总则~3", "总则~3/1",
    ]  # fmt: skip


def test_the_same_within_a_section() -> None:
    assert unique(chapter("一览", chapter("一览/仓储部"), chapter("一览/仓储部")))[3:] == [
        "一览/仓储部", "一览/仓储部", "一览/仓储部/1",
        "一览/仓储部~2", "一览/仓储部~2", "一览/仓储部~2/1",
    ]  # fmt: skip


def test_contents_printed_twice() -> None:
    assert unique(Contents("目录", 2), Contents("目录", 2)) == ["目录", "目录~2"]


def test_unlike_keys_stay_as_they_are() -> None:
    blocks = (chapter("总则"), chapter("附则"))

    assert with_unique_keys((PageSection("页", "body", blocks),)) == (PageSection("页", "body", blocks),)
