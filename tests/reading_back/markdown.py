"""The blocks of a Markdown manual, by markdown-it-py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from tests.reading_back import Block, cover_field, labelled

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(file: Path) -> list[Block]:
    return blocks(file.read_text("utf-8"))


def parse(markdown: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(PARSER.parse(markdown))


def blocks(markdown: str) -> list[Block]:
    nodes = parse(markdown).children
    cover_end = next((index for index, node in enumerate(nodes) if node.type == "hr"), -1)
    found: list[Block] = []
    for index, node in enumerate(nodes):
        if index < cover_end:
            found += (cover_field(text(inline)) for inline in inlines(node) if node.type != "blockquote")
        elif is_chart(nodes, index):
            found.append(Block("chart", "", "\n".join(text(inline) for inline in inlines(node))))
        elif node.type in ("blockquote", "hr", "html_block") or is_contents(nodes, index):
            continue
        elif node.type == "table":
            found += (Block("cell", "", cell) for inline in inlines(node) if (cell := text(inline)))
        elif node.type == "bullet_list":
            found += items(node)
        elif node.children[0].children and node.children[0].children[0].type != "image":
            found.append(labelled(kind(nodes, index), text(node.children[0])))
    return found


def items(bullets: SyntaxTreeNode) -> Iterator[Block]:
    """Items of a bullet list: of each, the first paragraph is the bullet's own, the others are labelled."""
    for item in bullets.children:
        for child in item.children:
            if child.type == "bullet_list":
                yield from items(child)
            elif child.type == "paragraph":
                own = child is item.children[0]
                yield Block("item", "", text(child.children[0])) if own else labelled("item", text(child.children[0]))


def kind(nodes: list[SyntaxTreeNode], index: int) -> str:
    node = nodes[index]
    if node.type == "heading":
        return f"heading {node.tag.removeprefix('h')}"
    before, after = nodes[index - 1] if index else None, nodes[index + 1] if index + 1 < len(nodes) else None
    below_figure = before and (is_picture(before) or is_chart(nodes, index - 1))
    if is_bold(node) and ((after and after.type == "table") or below_figure):
        return "caption"
    return "paragraph"


def is_bold(paragraph: SyntaxTreeNode) -> bool:
    inline = [child for child in paragraph.children[0].children if child.type != "text" or child.content]
    return [child.type for child in inline] == ["strong"] or (
        (inline[0].content, inline[-1].content) == ("<strong>", "</strong>")
    )


def is_picture(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" and bool(node.children[0].children) and node.children[0].children[0].type == "image"


def is_chart(nodes: list[SyntaxTreeNode], index: int) -> bool:
    """A chart is the list after a comment that says so."""
    before = nodes[index - 1] if index else None
    is_marked = before is not None and before.type == "html_block" and before.content.strip() == "<!-- 图 -->"
    return is_marked and nodes[index].type == "bullet_list"


def is_contents(nodes: list[SyntaxTreeNode], index: int) -> bool:
    """The contents are a heading and a list of links to headings."""
    if nodes[index].type == "heading":
        index += 1
        while index < len(nodes) and nodes[index].type == "blockquote":
            index += 1
    if index == len(nodes) or nodes[index].type != "bullet_list":
        return False
    return all(
        [child.type for child in inline.children] == ["link"] and str(inline.children[0].attrs["href"]).startswith("#")
        for inline in inlines(nodes[index])
    )


def inlines(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    return (found for found in node.walk() if found.type == "inline")


def text(node: SyntaxTreeNode) -> str:
    """The characters a reader sees; a line break is a newline."""
    if node.type == "hardbreak" or (node.type, node.content) == ("html_inline", "<br>"):
        return "\n"
    if node.type in ("text", "code_inline"):
        return node.content
    if node.type == "softbreak":
        return "(a soft line break)"
    return "".join(text(child) for child in node.children)
