"""What depends on the whole document, resolved once on the tree: labels, contents, and that keys and links hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen import tree
from docgen.numbering import NumberFormat
from docgen.problems import Problem, Words, error
from docgen.style import Style


class TooMany(Exception):
    """A list or chapter is longer than its style's labels reach."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def number(sections: tuple[tree.PageSection, ...], style: Style) -> tuple[tree.PageSection, ...]:
    """The sections with every heading and list item labelled as the style says. Raises TooMany."""
    counters = [0] * 10
    return tuple(replace(section, blocks=_number_blocks(section.blocks, style, counters)) for section in sections)


def _number_blocks(blocks: tuple[tree.Block, ...], style: Style, counters: list[int]) -> tuple[tree.Block, ...]:
    numbered: list[tree.Block] = []
    for block in blocks:
        if isinstance(block, tree.Section):
            numbered.append(tree.Section(block.key, _number_blocks(block.blocks, style, counters), block.source))
        elif isinstance(block, tree.List):
            numbered.append(_number_list(block, style, 1))
        elif isinstance(block, tree.Heading):
            numbered.append(_number_heading(block, style, counters))
        else:
            numbered.append(block)
    return tuple(numbered)


def _number_heading(heading: tree.Heading, style: Style, counters: list[int]) -> tree.Heading:
    """Count the heading, if it is numbered, and start the levels below it anew."""
    counters[heading.level + 1 :] = [0] * (len(counters) - heading.level - 1)
    if not heading.numbered:
        return heading
    counters[heading.level] += 1
    formats = style.heading_formats
    form = formats[heading.level - 1] if heading.level <= len(formats) else None
    label = _label(form, counters[heading.level], heading) if form else ""
    return tree.Heading(heading.level, heading.key, heading.children, label, form is not None, heading.source)


def _number_list(block: tree.List, style: Style, level: int) -> tree.List:
    form = style.list_formats[min(level, len(style.list_formats)) - 1] if block.ordered else None
    items = tuple(
        tree.Item(
            item.key,
            item.children,
            tuple([_number_list(nested, style, level + 1) for nested in item.lists]),
            _label(form, place, item) if form else "",
            item.source,
        )
        for place, item in enumerate(block.items, 1)
    )
    return tree.List(block.key, items, block.ordered, level, form, block.source)


def _label(form: NumberFormat, count: int, node: tree.Heading | tree.Item) -> str:
    try:
        return form.label(count)
    except ValueError:
        raise TooMany(
            error(
                "LABEL-TOO-MANY",
                node.source,
                Words(
                    f"第 {count} 项没有编号：{form.label(1)}这种编号到 {form.last} 为止",
                    f"{form.label(1)} labels end at {form.last}",
                ),
                Words("把这个列表分成两个，或换一种编号", "split the list, or choose another label in the style"),
            )
        ) from None


def fill_contents(sections: tuple[tree.PageSection, ...], style: Style) -> tuple[tree.PageSection, ...]:
    """The sections with every table of contents listing the headings of the body, down to its levels."""
    body = [heading for section in sections if section.kind == "body" for heading in headings(section.blocks)]

    def filled(block: tree.Block) -> tree.Block:
        if isinstance(block, tree.Section):
            return tree.Section(block.key, tuple(map(filled, block.blocks)), block.source)
        if isinstance(block, tree.Contents):
            shown = (heading for heading in body if heading.level <= block.levels)
            return replace(block, entries=tuple(_entry(heading, style) for heading in shown))
        return block

    return tuple(replace(section, blocks=tuple(map(filled, section.blocks))) for section in sections)


def _entry(heading: tree.Heading, style: Style) -> tree.ContentsEntry:
    form = style.heading_formats[heading.level - 1] if heading.label else None
    gap = form.gap if form else ""
    return tree.ContentsEntry(heading.level, heading.label, gap, tree.plain(heading.children), heading.key)


def headings(blocks: tuple[tree.Block, ...]) -> Iterator[tree.Heading]:
    """Every heading, in order."""
    for block in blocks:
        if isinstance(block, tree.Heading):
            yield block
        elif isinstance(block, tree.Section):
            yield from headings(block.blocks)


def broken_links(sections: tuple[tree.PageSection, ...]) -> Iterator[Problem]:
    """A problem for each `ref` whose target isn't in the document, and each section key that stands twice."""
    keys: dict[str, tree.Section] = {}
    for section in sections:
        for found in _sections(section.blocks):
            if found.key in keys:
                yield _key_twice(found)
            keys[found.key] = found
    for section in sections:
        for ref, source in tree.refs(section.blocks):
            if ref.key not in keys:
                yield error(
                    "TEMPLATE-REF",
                    source,
                    Words(f"链接指向的“{ref.key}”不在这份文件里", f"the link target “{ref.key}” is not printed"),
                    Words("改成印出来的部门、岗位或章节", "link to a department, post or chapter that is printed"),
                )


def _sections(blocks: tuple[tree.Block, ...]) -> Iterator[tree.Section]:
    for block in blocks:
        if isinstance(block, tree.Section):
            yield block
            yield from _sections(block.blocks)


def _key_twice(section: tree.Section) -> Problem:
    return error(
        "TEMPLATE-KEY",
        section.source,
        Words(f"“{section.key}”在书里出现了两次", f"“{section.key}” stands twice in the document"),
        Words("同一个部门、岗位或标题只印一次", "print a department, post or title once"),
    )
