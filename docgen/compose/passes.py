"""What depends on the whole document, resolved once on the tree: labels, contents, and that keys and links hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from docgen import tree
from docgen.numbering import NumberFormat
from docgen.problems import Problem, Words, error
from docgen.source import Position
from docgen.style.model import Numbering, Style

# The numbers shown on levels 1 to 9; there is no level 0.
NONE_SHOWN = [0] * 10


class TooMany(Exception):
    """A list or chapter is longer than its style's labels reach."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def number(sections: tuple[tree.PageSection, ...], style: Style) -> tuple[tree.PageSection, ...]:
    """The sections with every heading and list item labelled as the style says. Raises TooMany."""
    counting = _Counting(style)
    return tuple(replace(section, blocks=counting.page_section(section)) for section in sections)


class _Counting:
    """How far the document has been counted.

    `counted` is the last number on each heading level, `shown` the same as the levels below print it: 0 under a heading
    that has no number. `items` are the last numbers of continuing list labels.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.usual = self.labels = style.numbering
        self.starting_anew = _starting_anew(self.labels)
        self.counted = NONE_SHOWN[:]
        self.shown = NONE_SHOWN[:]
        self.items: dict[NumberFormat, int] = {}

    def page_section(self, section: tree.PageSection) -> tuple[tree.Block, ...]:
        self.labels = self.style.numbering_of(section.numbering)
        self.starting_anew = _starting_anew(self.labels)
        return self.blocks(section.blocks)

    def blocks(self, blocks: tuple[tree.Block, ...]) -> tuple[tree.Block, ...]:
        numbered: list[tree.Block] = []
        for block in blocks:
            if isinstance(block, tree.Section):
                numbered.append(tree.Section(block.key, self.blocks(block.blocks), block.source))
            elif isinstance(block, tree.List):
                numbered.append(self.list(block, 1))
            elif isinstance(block, tree.Heading):
                numbered.append(self.heading(block))
            else:
                numbered.append(block)
        return tuple(numbered)

    def heading(self, heading: tree.Heading) -> tree.Heading:
        """Count the heading, if it is numbered, and start the levels below it anew."""
        level = heading.level
        for below in self.starting_anew[level]:
            self.counted[below] = 0
        self.shown[level + 1 :] = NONE_SHOWN[level + 1 :]
        if not heading.numbered or (level == 1 and self._is_unnumbered(heading)):
            self.shown[level] = 0
            return replace(heading, numbered=False) if heading.numbered else heading
        self.counted[level] += 1
        self.shown[level] = self.counted[level]
        form = self.labels.heading(level)
        label = _label(form, heading, self.counted[level], *self.shown[1:level]) if form else ""
        own = form if self.labels is not self.usual and form != self.usual.heading(level) else None
        return tree.Heading(level, heading.key, heading.children, label, True, heading.source, own, heading.listed_as)

    def _is_unnumbered(self, heading: tree.Heading) -> bool:
        return tree.plain(heading.children) in self.style.unnumbered

    def list(self, block: tree.List, level: int, labels: Numbering | None = None) -> tree.List:
        """Number the items; `labels` are those of the list around it."""
        labels = self.style.numbering_of(block.numbering) if block.numbering else labels or self.labels
        form = labels.list(level) if block.ordered else None
        before = self.items.get(form, 0) if form and form.continuing else 0
        shown = _labels(form, block.items, before) if form else ()
        items = block.items
        if any([item.lists for item in items]):  # noqa: C419  # few have lists, and a generator takes twice as long
            inner = level + 1
            items = tuple(
                replace(item, lists=tuple(self.list(nested, inner, labels) for nested in item.lists)) for item in items
            )
        if form and form.continuing:
            self.items[form] = before + len(items)
        return tree.List(block.key, items, block.ordered, level, form, block.source, block.numbering, shown)


@cache
def _starting_anew(labels: Numbering) -> list[list[int]]:
    """For each heading level, the levels below it whose count starts anew under it."""
    levels = range(len(NONE_SHOWN))
    forms = [None, *map(labels.heading, levels[1:])]
    return [
        [below for below in levels[level + 1 :] if not ((form := forms[below]) and form.continuing)] for level in levels
    ]


def _labels(form: NumberFormat, items: tuple[tree.Item, ...], before: int) -> tuple[str, ...]:
    """The labels of items, of which the first is number `before` + 1."""
    try:
        return form.labels(before, len(items))
    except ValueError:
        return tuple(_label(form, item, number) for number, item in enumerate(items, before + 1))


def _label(form: NumberFormat, node: tree.Heading | tree.Item, count: int, *above: int) -> str:
    try:
        return form.label(count, *above)
    except ValueError:
        first = form.label(1)
        raise TooMany(
            error(
                "LABEL-TOO-MANY",
                node.source,
                Words(
                    f"第 {count} 项没有编号：{first} 这种编号到 {form.last} 为止",
                    f"item {count} has no label: {first} labels end at {form.last}",
                ),
                Words(
                    "把这个列表分成两个，或在样式文件的“编号”里换一种没有尽头的编号，例如（1）",
                    "split the list, or choose labels without an end in the style's 编号, such as （1）",
                ),
            )
        ) from None


def fill_contents(
    sections: tuple[tree.PageSection, ...], blocks: list[list[tree.Block]], style: Style
) -> tuple[tree.PageSection, ...]:
    """The sections with every table of contents listing the headings of the body, down to its levels. `blocks` are all
    blocks of each section."""
    within = list(zip(sections, blocks, strict=True))
    body = [block for section, own in within if section.kind == "body" for block in own if type(block) is tree.Heading]

    def filled(block: tree.Block) -> tree.Block:
        if isinstance(block, tree.Section):
            return tree.Section(block.key, tuple(map(filled, block.blocks)), block.source)
        if isinstance(block, tree.Contents):
            shown = (heading for heading in body if heading.level <= block.levels)
            return replace(block, entries=tuple(_entry(heading, style) for heading in shown))
        return block

    return tuple(
        replace(section, blocks=tuple(map(filled, section.blocks))) if tree.Contents in map(type, own) else section
        for section, own in within
    )


def _entry(heading: tree.Heading, style: Style) -> tree.ContentsEntry:
    form = tree.heading_format(heading, style.heading_formats) if heading.label else None
    gap = form.gap if form else ""
    text = heading.listed_as or tree.plain(heading.children)
    return tree.ContentsEntry(heading.level, heading.label, gap, text, heading.key)


def broken_links(
    blocks: list[list[tree.Block]], references: Iterable[tuple[tree.Ref, Position | None]]
) -> Iterator[Problem]:
    """A problem for each section key that stands twice, and each reference whose target isn't in the document."""
    keys: dict[str, tree.Section] = {}
    for found in chain.from_iterable(blocks):
        if type(found) is tree.Section:
            if found.key in keys:
                yield _key_twice(found)
            keys[found.key] = found
    for ref, source in references:
        if ref.key not in keys:
            yield error(
                "TEMPLATE-REF",
                source,
                Words(f"链接指向的“{ref.key}”不在这份文件里", f"the link target “{ref.key}” is not printed"),
                Words("改成印出来的部门、岗位或章节", "link to a department, post or chapter that is printed"),
            )


def _key_twice(section: tree.Section) -> Problem:
    return error(
        "TEMPLATE-KEY",
        section.source,
        Words(f"“{section.key}”在书里出现了两次", f"“{section.key}” stands twice in the document"),
        Words("同一个部门、岗位或标题只印一次", "print a department, post or title once"),
    )
