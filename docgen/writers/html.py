"""Document tree → HTML: what WeasyPrint lays out, and what `--to html` writes.

Labels are text in `<span class="label">`, never list markers: they then read the same in every output, and WeasyPrint
lays them out faster. Elements are chosen for what they become in a tagged PDF (docgen.writers.pdf_structure) and for
a screen reader: one `section.page-section` a page section, `section` for a heading and what belongs to it, `h1`–`h6`,
`nav` for the contents, a `tbody` for each group of rows.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from html import escape
from itertools import islice
from math import ceil
from typing import NamedTuple, assert_never
from urllib.parse import quote

from docgen.compose.chart import LINE_HEIGHT, ems, segments
from docgen.numbering import BULLET, NumberFormat
from docgen.tree import (
    Block,
    Box,
    Break,
    Cell,
    Chart,
    Contents,
    ContentsEntry,
    Cover,
    CoverField,
    Document,
    Emphasis,
    Figure,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Note,
    PageBreak,
    PageSection,
    Paragraph,
    Ref,
    Row,
    Section,
    Strong,
    Table,
    Text,
    boxes_of,
    heading_format,
    outline,
    plain,
)

# 版记 in 四号 on a page of 28 characters in 三号; what a line of it takes, rules and white included (in ems).
IMPRINT_LINE = 31.0
IMPRINT_LINE_HEIGHT = 2.0
# Points around a drawing, so that its outer frames keep their whole line.
EDGE = 1.0
# The fields in the cover's upper right corner.
COVER_MARKS = ("classification", "code", "control_number")


class _Context(NamedTuple):
    """What a block needs to know of the whole: how headings are labelled, what stands for a page number, which keys get
    an id (None: all), and the way to the project."""

    heading_formats: tuple[NumberFormat | None, ...]
    page_number: str
    anchors: Collection[str] | None
    project: str

    def id(self, key: str) -> str:
        wanted = key and (self.anchors is None or key in self.anchors)
        return f' id="{_attribute(anchor(key))}"' if wanted else ""


def write(
    document: Document,
    stylesheet: str = "",
    page_number: str = "",
    anchors: Collection[str] | None = None,
    project: str = "",
    left_out: Collection[int] = (),
) -> str:
    """The document as one HTML page, but for the page sections `left_out` (by number, from 1). `page_number` stands for
    each page number of the contents: they are known only once the pages are laid out. `anchors` are the keys that get
    an id: all of them, if it is None. `project` is the way from the page's folder to the project, where the paths of
    figures start."""
    context = _Context(document.heading_formats, page_number, anchors, project)
    numbered = ((number, section) for number, section in enumerate(document.sections, 1) if number not in left_out)
    sections = "\n".join(_page_section(section, number, context) for number, section in numbered)
    draft = ' class="draft"' if document.draft else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(document.language)}">\n'
        f"<head>\n{_head(document, stylesheet)}</head>\n<body{draft}>\n{sections}\n</body>\n</html>\n"
    )


def anchor(key: str) -> str:
    """The `id` of a key. HTML allows all but white space there; `%` is escaped so that the reverse is unambiguous."""
    return key.replace("%", "%25").replace(" ", "%20")


def key_of(anchor: str) -> str:
    """The key of an `id`."""
    return anchor.replace("%20", " ").replace("%25", "%")


def page_section_anchor(number: int) -> str:
    """The `id` of the `number`-th page section, counted from 1. Page sections share their key with what they hold."""
    return f"page-section-{number}"


def _head(document: Document, stylesheet: str) -> str:
    fields = document.fields
    metas = {"author": fields.get("organization"), "dcterms.created": fields.get("issued"), "generator": "docgen"}
    lines = ['<meta charset="utf-8"/>', f"<title>{_text(document.title)}</title>"]
    lines += [f'<meta name="{name}" content="{_attribute(value)}"/>' for name, value in metas.items() if value]
    if stylesheet:
        lines.append(f"<style>\n{stylesheet}</style>")
    return "\n".join(lines) + "\n"


def _page_section(section: PageSection, number: int, context: _Context) -> str:
    restart = " restart" if section.restart else ""
    classes = f"page-section {section.kind} {section.orientation} {section.page_numbers}{restart}"
    blocks = _blocks(section.blocks, context)
    # The id is not on the section: WeasyPrint computes the style of all that is in an element with an id anew.
    start = f'<div id="{page_section_anchor(number)}"></div>'
    return f'<section class="{classes}">{start}\n{blocks}\n</section>'


# Blocks


def _blocks(blocks: Iterable[Block], context: _Context) -> str:
    return "\n".join(_block(block, context) for block in blocks)


def _block(block: Block, context: _Context) -> str:
    match block:
        case Heading():
            return _heading(block, context)
        case Paragraph():
            return _paragraph(block, context)
        case Note():
            return f'<p class="note"{context.id(block.key)}>{_inlines(block.children)}</p>'
        case List():
            return _list(block, context)
        case Table():
            return _table(block, context)
        case Figure():
            return _figure(block, context)
        case Chart():
            return _chart(block, context)
        case Cover():
            return _cover(block, context)
        case Contents():
            return _contents(block, context)
        case PageBreak():
            return '<div class="page-break"></div>'
        case Section():
            return _section(block, context)
        case _:
            assert_never(block)


def _section(section: Section, context: _Context) -> str:
    first = section.blocks[0] if section.blocks else None
    # An id must be unique: where the section's heading has the same key, the link goes to the heading.
    own_id = "" if isinstance(first, Heading) and first.key == section.key else context.id(section.key)
    return f"<section{own_id}>\n{_blocks(section.blocks, context)}\n</section>"


def _heading(heading: Heading, context: _Context) -> str:
    numbering = heading_format(heading, context.heading_formats)
    content = _label(heading.label, numbering.gap if numbering else "") + _inlines(heading.children)
    if heading.level <= 6:
        title = ' class="title"' if heading.is_title else ""
        if heading.listed_as:
            title += f' data-listed-as="{_attribute(heading.listed_as)}"'
        return f"<h{heading.level}{title}{context.id(heading.key)}>{content}</h{heading.level}>"
    attributes = f'role="heading" aria-level="{heading.level}" class="h{heading.level}"'
    return f"<p {attributes}{context.id(heading.key)}>{content}</p>"


def _paragraph(paragraph: Paragraph, context: _Context) -> str:
    role = f' class="{paragraph.role}"' if paragraph.role else ""
    space = f' style="padding-right: {paragraph.space:g}em"' if paragraph.space else ""
    return f"<p{role}{space}{context.id(paragraph.key)}>{_inlines(paragraph.children)}</p>"


def _list(block: List, context: _Context) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "\n".join(_item(item, label, block, context) for label, item in block.labelled)
    # Safari's screen reader drops a list without markers unless its role says that it is one.
    running = " running" if block.format and block.format.runs_on else ""
    return f'<{tag} role="list" class="level{block.level}{running}"{context.id(block.key)}>\n{items}\n</{tag}>'


def _item(item: Item, label: str, block: List, context: _Context) -> str:
    # The gap is the label's own: where labels stand in a column, it takes none of the text's room.
    shown = label if block.ordered else BULLET
    mark = _label(shown + (block.format.gap if block.format else " ")) if shown else ""
    nested = "".join(_list(inner, context) for inner in item.lists)
    return f"<li{context.id(item.key)}>{mark}{_inlines(item.children)}{nested}</li>"


def _table(table: Table, context: _Context) -> str:
    total = sum(table.columns)
    columns = "".join(f'<col style="width: {100 * width / total:.4g}%"/>' for width in table.columns)
    caption = f"<caption>{_inlines(table.caption)}</caption>\n" if table.caption else ""
    head = f"<thead>\n{_rows(table.head, 'col', context)}\n</thead>\n" if table.head else ""
    groups = "\n".join(_group(group, context) for group in table.groups)
    written = f"{context.id(table.key)}>\n{caption}<colgroup>{columns}</colgroup>\n{head}{groups}\n</table>"
    if table.role == "imprint":  # the room that it takes goes with the text above, so that it never stands over that
        room = f'class="imprint-room" style="height: {_imprint_height(table):g}em"'
        return f'<div {room}><table class="imprint"{written}</div>'
    return f"<table{written}"


def _imprint_height(table: Table) -> float:
    """How high 版记 is at most, in ems of its type: its lines as they break in a type area of IMPRINT_LINE ems, with
    the white above and below each row."""
    lines = 0
    for row in (row for group in table.groups for row in group.rows):
        widths = iter(table.columns)
        shares = [sum(islice(widths, cell.colspan)) / sum(table.columns) for cell in row.cells]
        rooms = [IMPRINT_LINE * share - 2 for share in shares]  # 1 on either side
        lines += max(_lines(ems(plain(cell.children)), room) for cell, room in zip(row.cells, rooms, strict=True))
    return lines * IMPRINT_LINE_HEIGHT


def _lines(needed: float, room: float) -> int:
    """How many lines a text takes, of which those after the first hang 3 ems in."""
    return 1 + ceil(max(needed - room, 0) / (room - 3))


def _group(group: Group, context: _Context) -> str:
    return f"<tbody{context.id(group.key)}>\n{_rows(group.rows, 'row', context)}\n</tbody>"


def _rows(rows: Iterable[Row], scope: str, context: _Context) -> str:
    return "\n".join(_row(row, scope, context) for row in rows)


def _row(row: Row, scope: str, context: _Context) -> str:
    height = f' class="room" style="height: {row.height}mm"' if row.height else ""
    return f"<tr{height}>{''.join(_cell(cell, scope, context) for cell in row.cells)}</tr>"


def _cell(cell: Cell, scope: str, context: _Context) -> str:
    tag, attributes = ("th", f' scope="{scope}"') if cell.header else ("td", "")
    if cell.colspan > 1:
        attributes += f' colspan="{cell.colspan}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{cell.rowspan}"'
    if cell.align != "left":
        attributes += f' class="{cell.align}"'
    return f"<{tag}{attributes}{context.id(cell.key)}>{_inlines(cell.children)}</{tag}>"


def _figure(figure: Figure, context: _Context) -> str:
    caption = f"<figcaption>{_inlines(figure.caption)}</figcaption>" if figure.caption else ""
    path = quote(posixpath.join(context.project, figure.path))
    image = f'<img src="{_attribute(path)}" alt="{_attribute(figure.alt)}"/>'
    return f"<figure{context.id(figure.key)}>{image}{caption}</figure>"


def _chart(chart: Chart, context: _Context) -> str:
    """Frames and lines are an SVG picture; the texts stand over it as text of the page, so that each is found, marked
    and read as one, and set in the style's fonts."""
    size = f"width: {chart.width:g}pt; height: {chart.height:g}pt; font-size: {chart.size:g}pt"
    boxes = "\n".join(_box(box, chart) for _, box in boxes_of(chart))
    caption = f"<figcaption>{_inlines(chart.caption)}</figcaption>" if chart.caption else ""
    return (
        f'<figure class="chart"{context.id(chart.key)}>\n<div class="boxes" style="{size}">\n{_drawing(chart)}\n'
        f"{boxes}\n</div>{caption}</figure>"
    )


def _drawing(chart: Chart) -> str:
    frames = [box.frame for _, box in boxes_of(chart) if box.frame]
    rectangles = "".join(
        f'<rect x="{frame.x:g}" y="{frame.y:g}" width="{frame.width:g}" height="{frame.height:g}"/>' for frame in frames
    )
    lines = " ".join(f"M{line.x1:g} {line.y1:g}L{line.x2:g} {line.y2:g}" for line in segments(chart))
    alt = _attribute(f"{chart.name}：\n{outline(chart)}").replace("\n", "&#10;")
    width, height = chart.width + 2 * EDGE, chart.height + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" style="margin: {-EDGE:g}pt" '
        f'width="{width:g}pt" height="{height:g}pt" '
        f'viewBox="{-EDGE:g} {-EDGE:g} {width:g} {height:g}" role="img" aria-label="{alt}" fill="none" stroke="#000" '
        f'stroke-width="0.6">{rectangles}<path d="{lines}"/></svg>'
    )


def _box(box: Box, chart: Chart) -> str:
    frame = box.frame
    if frame is None:
        return ""
    top = frame.y + (frame.height - len(frame.lines) * LINE_HEIGHT * chart.size) / 2
    place = f"left: {frame.x:g}pt; top: {top:.4g}pt; width: {frame.width:g}pt"
    return f'<span class="box" style="{place}">{"<br/>".join(map(_text, frame.lines))}</span>'


def _cover(cover: Cover, context: _Context) -> str:
    longest = max((len(field.label) for field in cover.fields if field.name not in COVER_MARKS), default=0)
    longest_mark = max((len(field.label) for field in cover.fields if field.name in COVER_MARKS), default=0)
    fields = "\n".join(
        _cover_field(field, longest_mark if field.name in COVER_MARKS else longest) for field in cover.fields
    )
    return f'<div class="cover-page"{context.id(cover.key)}>\n{fields}\n</div>'


def _cover_field(field: CoverField, longest: int) -> str:
    label = f'<span class="label">{_spread(field.label, longest)}：</span>' if field.label else ""
    return f'<p class="cover-field {_attribute(field.name)}">{label}{_inlines(field.children)}</p>'


def _spread(label: str, longest: int) -> str:
    """A label as wide as the longest, as official covers set them: 版　　本."""
    gaps = len(label) - 1
    if not gaps or len(label) == longest:
        return _text(label)
    spacing = f"letter-spacing: {(longest - len(label)) / gaps:.4g}em"
    return f'<span style="{spacing}">{_text(label[:-1])}</span>{_text(label[-1])}'


def _contents(contents: Contents, context: _Context) -> str:
    entries = "\n".join(_contents_entry(entry, context.page_number) for entry in contents.entries)
    title = f'<p class="contents-title">{_text(contents.title)}</p>'
    contents_id = context.id(contents.key)
    return f'<nav role="doc-toc" class="contents"{contents_id}>\n{title}\n<ol class="toc">\n{entries}\n</ol>\n</nav>'


def _contents_entry(entry: ContentsEntry, page_number: str) -> str:
    title = _label(entry.label, entry.gap) + _text(entry.text)
    number = f'<span class="page-number">{_text(page_number)}</span>'
    return f'<li class="contents{entry.level}"><a href="{_target(entry.key)}">{title}</a>{number}</li>'


# Inlines


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline.text)
        case Strong():
            return f"<strong>{_inlines(inline.children)}</strong>"
        case Emphasis():
            return f"<em>{_inlines(inline.children)}</em>"
        case Break():
            return "<br/>"
        case Link():
            return f'<a href="{_attribute(inline.href)}">{_inlines(inline.children)}</a>'
        case Ref():
            return f'<a href="{_target(inline.key)}">{_inlines(inline.children)}</a>'
        case _:
            assert_never(inline)


def _label(label: str, gap: str = "") -> str:
    return f'<span class="label">{_text(label)}</span>{gap}' if label else ""


def _target(key: str) -> str:
    return "#" + _attribute(anchor(key).replace("%", "%25"))


def _text(text: str) -> str:
    return escape(text, quote=False)


def _attribute(text: str) -> str:
    return escape(text)
