"""The tree as Markdown: CommonMark 0.31 with the tables of GitHub Flavored Markdown (GFM 0.29).

What a parser gives back is what was typed: every character that either specification reads as markup is escaped, and
labels are written as text, since no list of Markdown's own counts 一、 or ①. One block a paragraph and one bullet a
line, so that a small change of content is a small change of lines.

- Headings keep their level; a seventh and deeper one, which Markdown has not, is a bold paragraph.
- A labelled item is a paragraph that begins with its label; an unlabelled one is a `- ` bullet.
- The cover ends with a thematic break; its title is a first-level heading.
- A caption is a bold paragraph, above a table and below a figure.
- A place that a table's span covers is an empty cell; rows of the head after the first are rows of the body.
- Links within the document go to the anchors that GitHub gives headings; a reference to another block leads to the
  heading it stands under.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from docgen import tree
from docgen.numbering import NumberFormat

DRAFT = "> **草稿**"
DEEPEST_HEADING = 6
NOTHING = "<!-- -->"


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
    number_format = _format_of(heading, manual.heading_formats)
    text = _labelled(heading.label, number_format) + _inlines(heading.children, manual)
    if heading.level > DEEPEST_HEADING:
        yield _bold(text)
    else:
        yield from _atx_heading(heading.level, text, manual)


def _paragraph(paragraph: tree.Paragraph | tree.Note, manual: _Manual) -> Iterator[str]:
    if text := _lines(_inlines(paragraph.children, manual)):
        yield text


def _list(items: tree.List, manual: _Manual) -> Iterator[str]:
    if not items.ordered:
        yield "\n".join(_bullet(item, manual) for item in items.items)
        return
    for item in items.items:
        yield _lines(_labelled(item.label, items.format) + _inlines(item.children, manual))
        for nested in item.lists:
            yield from _list(nested, manual)


def _bullet(item: tree.Item, manual: _Manual) -> str:
    bullet = _lines(_inlines(item.children, manual)) or NOTHING  # a lone `-` would make a heading of the line above
    for nested in item.lists:
        for block in _list(nested, manual):
            bullet += ("\n\n" if nested.ordered else "\n") + block
    return "- " + re.sub(r"\n(?=.)", "\n  ", bullet)


def _table(table: tree.Table, manual: _Manual) -> Iterator[str]:
    if table.caption:
        yield _bold(_inlines(table.caption, manual))
    width = len(table.columns)
    rows = list(_grid(table.head, width)) or [[None] * width]
    body = [row for group in table.groups for row in _grid(group.rows, width)]
    aligns = [cell.align if cell else "left" for cell in (body or rows)[0]]
    lines = [_row([_cell(cell, manual) for cell in row]) for row in rows + body]
    yield "\n".join([lines[0], _row([ALIGN[align] for align in aligns]), *lines[1:]])


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
    return _one_line(_inlines(cell.children, manual)) if cell else ""


def _figure(figure: tree.Figure, manual: _Manual) -> Iterator[str]:
    yield f"![{_one_line(escape(figure.alt))}]({_destination(f'{manual.project}/{figure.path}')})"
    if figure.caption:
        yield _bold(_inlines(figure.caption, manual))


def _cover(cover: tree.Cover, manual: _Manual) -> Iterator[str]:
    for field in cover.fields:
        text = _inlines(field.children, manual)
        if field.name == "title":
            yield from _atx_heading(1, text, manual)
        else:
            yield _lines(f"{escape(field.label)}：{text}" if field.label else text)
    yield "---"


def _contents(contents: tree.Contents, manual: _Manual) -> Iterator[str]:
    yield from _atx_heading(1, escape(contents.title), manual)
    lines = []
    open_levels: list[int] = []
    for entry in contents.entries:
        while open_levels and open_levels[-1] >= entry.level:
            open_levels.pop()
        text = _one_line(escape(f"{entry.label}{entry.gap}{entry.text}"))
        lines.append(f"{'  ' * len(open_levels)}- {_link(text, '#' + (manual.anchor(entry.key) or ''))}")
        open_levels.append(entry.level)
    yield "\n".join(lines)


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
    tree.Cover: _cover,
    tree.Contents: _contents,
    tree.PageBreak: _page_break,
}


def _atx_heading(level: int, text: str, manual: _Manual) -> Iterator[str]:
    text = _one_line(text)
    if text.endswith("#"):  # else read as the closing sequence of the heading
        text = text[:-1] + r"\#"
    yield f"{'#' * level} {text}".rstrip()
    if manual.draft and level == 1:
        yield DRAFT


def _labelled(label: str, number_format: NumberFormat | None) -> str:
    gap = number_format.gap if number_format else ""
    return escape(label) + gap if label else ""


def _format_of(heading: tree.Heading, formats: tuple[NumberFormat | None, ...]) -> NumberFormat | None:
    return formats[heading.level - 1] if heading.level <= len(formats) else None


# Inlines: a newline in their text is a tree.Break


def _inlines(children: Iterable[tree.Inline], manual: _Manual) -> str:
    written = [(child, _inline(child, manual)) for child in children]
    written = [(child, text) for child, text in written if text]
    out = []
    for index, (child, text) in enumerate(written):
        if isinstance(child, tree.Strong | tree.Emphasis):
            around = [written[beside][0] for beside in (index - 1, index + 1) if 0 <= beside < len(written)]
            alone = not any(isinstance(other, tree.Strong | tree.Emphasis) for other in around)
            text = _emphasized(child, text, alone)
        out.append(text)
    return "".join(out)


def _inline(child: tree.Inline, manual: _Manual) -> str:
    if isinstance(child, tree.Text):
        return escape(child.text)
    if isinstance(child, tree.Break):
        return "\n"
    text = _inlines(child.children, manual)
    if isinstance(child, tree.Link):
        return _link(text, child.href)
    if isinstance(child, tree.Ref):
        anchor = manual.anchor(child.key)
        return _link(text, f"#{anchor}") if anchor else text
    return text


def _emphasized(child: tree.Strong | tree.Emphasis, text: str, alone: bool) -> str:
    """`**text**` where every parser reads it so, else the HTML element.

    A delimiter run beside a mark such as ” or （ opens or closes nothing when a 汉字 is on its other side (CommonMark
    §6.2, flanking), and two runs that touch are one.
    """
    if alone and text[0].isalnum() and text[-1].isalnum():
        mark = "**" if isinstance(child, tree.Strong) else "*"
        return mark + text + mark
    tag = "strong" if isinstance(child, tree.Strong) else "em"
    return f"<{tag}>{text}</{tag}>"


def _bold(text: str) -> str:
    return _lines(_emphasized(tree.Strong(()), text, alone=True)) if text else ""


def _link(text: str, target: str) -> str:
    return f"[{text}]({_destination(target)})"


def _destination(target: str) -> str:
    if re.fullmatch(r"[\w./:?&=#%,@+~-]*", target):
        return target
    return "<" + re.sub(r"[\\<>|&`]", r"\\\g<0>", target.replace("\n", "%0A")) + ">"


MARKUP = re.compile(
    r"[\\`*_\[\]<~|$]"  # $ is GitHub's formula
    r"|&(?=#?[0-9A-Za-z]*(?:;|$))"  # an entity
    r"|!(?=\[|$)"  # an image, with the link that follows
    r"|(?i:(?<=http)|(?<=https)|(?<=ftp)):(?=//)|(?i:(?<=www))\."  # GFM autolinks read no escapes within them
)
UNPRINTABLE = re.compile(r"[\n\r\t]")


def escape(text: str) -> str:
    """The text so that a parser reads it as text, wherever in a line it stands."""
    text = MARKUP.sub(r"\\\g<0>", text)
    return text if text.isprintable() else UNPRINTABLE.sub(_entity, text)


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


# Lines: what a line may not begin or end with

EDGES = re.compile(r"^\s+|\s+$")
BLOCK_START = re.compile(r"[#>+=-]|:-")
ORDERED_START = re.compile(r"^([0-9]{1,9})([.)])(?=[ \t]|$)")


def _edges(line: str) -> str:
    """White space at either end survives as entities only. Most lines have none: look before searching."""
    if line and (line[0].isspace() or line[-1].isspace()):
        return EDGES.sub(_entity, line)
    return line


def _line(line: str) -> str:
    line = _edges(line)
    if BLOCK_START.match(line):
        return "\\" + line
    return ORDERED_START.sub(r"\1\\\2", line)


def _lines(text: str) -> str:
    """The lines of a paragraph, none of which starts a block of another kind; hard breaks as backslashes. A break at
    the end shows nothing, and its backslash would be text."""
    text = text.rstrip("\n")
    return "\\\n".join(_line(line) for line in text.split("\n")) if text else ""


def _one_line(text: str) -> str:
    """The text of a heading or cell, which have but one line."""
    return "<br>".join(_edges(line) for line in text.rstrip("\n").split("\n"))


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
            number_format = _format_of(block, document.heading_formats)
            gap = number_format.gap if number_format and block.label else ""
            yield block.key, block.label + gap + _plain(block.children)
        elif isinstance(block, tree.Contents):
            yield block.key, block.title
        elif isinstance(block, tree.Cover):
            yield from ((block.key, _plain(field.children)) for field in block.fields if field.name == "title")


def _plain(children: Iterable[tree.Inline]) -> str:
    return "".join(
        child.text if isinstance(child, tree.Text) else "" if isinstance(child, tree.Break) else _plain(child.children)
        for child in children
    )
