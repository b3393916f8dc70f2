"""The tree as Markdown: CommonMark 0.31 with the tables of GitHub Flavored Markdown (GFM 0.29).

What a parser gives back is what was typed: every character that either specification reads as markup is escaped, and
labels are written as text, since no list of Markdown's own counts 一、 or ①. One block a paragraph and one bullet a
line, so that a small change of content is a small change of lines.

- Headings keep their level; a seventh and deeper one, which Markdown has not, is a bold paragraph.
- A labelled item is a paragraph that begins with its label; an unlabelled one is a `- ` bullet.
- The cover ends with a thematic break; its title is a first-level heading.
- A caption is a bold paragraph, above a table and below a figure.
- A chart is a nested list of its boxes, after a comment that tells it from other lists.
- A place that a table's span covers is an empty cell; rows of the head after the first are rows of the body.
- Links within the document go to the anchors that GitHub gives headings; a reference to another block leads to the
  heading it stands under.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from docgen import tree
from docgen.numbering import NumberFormat
from docgen.writers.markdown_text import destination, emphasized, escape, lines, link, one_line

DRAFT = "> **草稿**"
DEEPEST_HEADING = 6
NOTHING = "<!-- -->"
CHART = "<!-- 图 -->"


def write(document: tree.Document, project: str = "..") -> str:
    """The document as Markdown text. `project` is the way from the Markdown file's folder to the project, where the
    paths of figures start."""
    manual = _Manual(_anchors(document), document.heading_formats, project, document.draft)
    blocks = [DRAFT] if document.draft else []
    for section in document.sections:
        blocks += _blocks(section.blocks, manual)
    return "\n\n".join(_apart(blocks)) + "\n"


def _apart(blocks: Iterable[str]) -> Iterator[str]:
    """The blocks, with an empty comment between two bullet lists, which would else be one."""
    before = ""
    for block in blocks:
        if before.startswith("- ") and block.startswith("- "):
            yield NOTHING
        yield block
        before = block


class _Manual(NamedTuple):
    """What a block needs to know of the whole: `anchors` by key of heading, and what follows a heading's label."""

    anchors: dict[str, str]
    heading_formats: tuple[NumberFormat | None, ...]
    project: str
    draft: bool

    def anchor(self, key: str) -> str | None:
        """The anchor of the heading `key`, or of the heading that the block `key` stands under."""
        while key and key not in self.anchors:
            key = key.rpartition("/")[0]
        return self.anchors.get(key)


# Blocks


def _blocks(blocks: Iterable[tree.Block], manual: _Manual) -> Iterator[str]:
    for block in blocks:
        yield from _WRITE[type(block)](block, manual)


def _section(section: tree.Section, manual: _Manual) -> Iterator[str]:
    yield from _blocks(section.blocks, manual)


def _heading(heading: tree.Heading, manual: _Manual) -> Iterator[str]:
    number_format = tree.heading_format(heading, manual.heading_formats)
    text = _labelled(heading.label, number_format) + _inlines(heading.children, manual)
    if heading.level > DEEPEST_HEADING:
        yield lines(emphasized(text, "**"))
    else:
        yield from _atx_heading(heading.level, text, manual)


def _paragraph(paragraph: tree.Paragraph | tree.Note, manual: _Manual) -> Iterator[str]:
    if text := lines(_inlines(paragraph.children, manual)):
        yield text


def _list(items: tree.List, manual: _Manual) -> Iterator[str]:
    if not items.ordered:
        yield "\n".join(_bullet(item, manual) for item in items.items)
        return
    for label, item in items.labelled:
        yield lines(_labelled(label, items.format) + _inlines(item.children, manual))
        for nested in item.lists:
            yield from _list(nested, manual)


def _bullet(item: tree.Item, manual: _Manual) -> str:
    bullet = lines(_inlines(item.children, manual)) or NOTHING  # a lone `-` would make a heading of the line above
    for nested in item.lists:
        for block in _list(nested, manual):
            bullet += ("\n\n" if nested.ordered else "\n") + block
    return "- " + re.sub(r"\n(?=.)", "\n  ", bullet)


def _table(table: tree.Table, manual: _Manual) -> Iterator[str]:
    if table.caption:
        yield lines(emphasized(_inlines(table.caption, manual), "**"))
    width = len(table.columns)
    rows = list(_grid(table.head, width)) or [[None] * width]
    body = [row for group in table.groups for row in _grid(group.rows, width)]
    aligns = [cell.align if cell else "left" for cell in (body or rows)[0]]
    written = [_row([_cell(cell, manual) for cell in row]) for row in rows + body]
    yield "\n".join([written[0], _row([ALIGN[align] for align in aligns]), *written[1:]])


ALIGN = {"left": "---", "center": ":-:", "right": "--:"}


def _grid(rows: Iterable[tree.Row], width: int) -> Iterator[list[tree.Cell | None]]:
    """Each row with one entry a column: the cell that starts there, or None where a span covers the place."""
    covered = [0] * width
    for row in rows:
        places: list[tree.Cell | None] = [None] * width
        column = 0
        for cell in row.cells:
            while covered[column]:
                column += 1
            places[column] = cell
            for spanned in range(column, column + cell.colspan):
                covered[spanned] = cell.rowspan
            column += cell.colspan
        covered = [max(0, rows_left - 1) for rows_left in covered]
        yield places


def _row(cells: list[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def _cell(cell: tree.Cell | None, manual: _Manual) -> str:
    return one_line(_inlines(cell.children, manual)) if cell else ""


def _figure(figure: tree.Figure, manual: _Manual) -> Iterator[str]:
    yield f"![{one_line(escape(figure.alt))}]({destination(f'{manual.project}/{figure.path}')})"
    if figure.caption:
        yield lines(emphasized(_inlines(figure.caption, manual), "**"))


def _chart(chart: tree.Chart, manual: _Manual) -> Iterator[str]:
    boxes = (f"{'  ' * depth}- {escape(tree.plain(box.children)) or NOTHING}" for depth, box in tree.boxes_of(chart))
    yield "\n".join([CHART, *boxes])
    if chart.caption:
        yield lines(emphasized(_inlines(chart.caption, manual), "**"))


def _cover(cover: tree.Cover, manual: _Manual) -> Iterator[str]:
    for field in cover.fields:
        text = _inlines(field.children, manual)
        if field.name == "title":
            yield from _atx_heading(1, text, manual)
        else:
            yield lines(f"{escape(field.label)}：{text}" if field.label else text)
    yield "---"


def _contents(contents: tree.Contents, manual: _Manual) -> Iterator[str]:
    yield from _atx_heading(1, escape(contents.title), manual)
    entries = []
    open_levels: list[int] = []
    for entry in contents.entries:
        while open_levels and open_levels[-1] >= entry.level:
            open_levels.pop()
        text = one_line(escape(f"{entry.label}{entry.gap}{entry.text}"))
        entries.append(f"{'  ' * len(open_levels)}- {link(text, '#' + (manual.anchor(entry.key) or ''))}")
        open_levels.append(entry.level)
    yield "\n".join(entries)


def _page_break(block: tree.PageBreak, manual: _Manual) -> Iterator[str]:
    return iter(())


_WRITE: dict[type, Callable[..., Iterator[str]]] = {
    tree.Section: _section,
    tree.Heading: _heading,
    tree.Paragraph: _paragraph,
    tree.Note: _paragraph,
    tree.List: _list,
    tree.Table: _table,
    tree.Figure: _figure,
    tree.Chart: _chart,
    tree.Cover: _cover,
    tree.Contents: _contents,
    tree.PageBreak: _page_break,
}


def _atx_heading(level: int, text: str, manual: _Manual) -> Iterator[str]:
    text = one_line(text)
    if text.endswith("#"):  # else read as the closing sequence of the heading
        text = text[:-1] + r"\#"
    yield f"{'#' * level} {text}".rstrip()
    if manual.draft and level == 1:
        yield DRAFT


def _labelled(label: str, number_format: NumberFormat | None) -> str:
    gap = number_format.gap if number_format else ""
    return escape(label) + gap if label else ""


# Inlines: a newline in their text is a tree.Break

EMPHASIS: dict[type, Literal["*", "**"]] = {tree.Emphasis: "*", tree.Strong: "**"}


def _inlines(children: Iterable[tree.Inline], manual: _Manual) -> str:
    written = [(child, text) for child in children if (text := _inline(child, manual))]
    emphatic = [False, *(type(child) in EMPHASIS for child, _ in written), False]
    return "".join(
        emphasized(text, EMPHASIS[type(child)], alone=not (before or after)) if type(child) in EMPHASIS else text
        for (child, text), before, after in zip(written, emphatic, emphatic[2:], strict=False)
    )


def _inline(child: tree.Inline, manual: _Manual) -> str:
    if isinstance(child, tree.Text):
        return escape(child.text)
    if isinstance(child, tree.Break):
        return "\n"
    text = _inlines(child.children, manual)
    if isinstance(child, tree.Link):
        return link(text, child.href)
    if isinstance(child, tree.Ref):
        anchor = manual.anchor(child.key)
        return link(text, f"#{anchor}") if anchor else text
    return text


# Anchors


def _anchors(document: tree.Document) -> dict[str, str]:
    """The anchor of each heading by key, as GitHub makes it from the heading's text: letters in lower case, no marks,
    spaces as hyphens, and -1, -2 … after a text that came before."""
    anchors: dict[str, str] = {}
    uses: dict[str, int] = {}
    for key, text in _headings(document):
        slug = "".join(char for char in text.lower() if char in " -" or unicodedata.category(char) in WORD)
        slug = slug.replace(" ", "-")
        count = uses[slug] = uses.get(slug, -1) + 1
        anchors[key] = f"{slug}-{count}" if count else slug
    return anchors


WORD = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))  # Ruby's \p{Word}


def _headings(document: tree.Document) -> Iterator[tuple[str, str]]:
    """Key and whole text of what becomes a heading, in order."""
    waiting = [block for section in reversed(document.sections) for block in reversed(section.blocks)]
    while waiting:
        block = waiting.pop()
        if isinstance(block, tree.Section):
            waiting += reversed(block.blocks)
        elif isinstance(block, tree.Heading) and block.level <= DEEPEST_HEADING:
            number_format = tree.heading_format(block, document.heading_formats)
            gap = number_format.gap if number_format and block.label else ""
            yield block.key, block.label + gap + tree.plain(block.children)
        elif isinstance(block, tree.Contents):
            yield block.key, block.title
        elif isinstance(block, tree.Cover):
            yield from ((block.key, tree.plain(field.children)) for field in block.fields if field.name == "title")
