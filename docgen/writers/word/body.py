"""Document tree → the content of w:body (ISO 29500-1 §17.2): a function a node type, a string a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from docgen import tree
from docgen.fonts import FontSet, find_fonts
from docgen.problems import Problem
from docgen.style.model import Style
from docgen.writers.word.contents import contents_control
from docgen.writers.word.cover import cover_paragraphs
from docgen.writers.word.furniture import Furniture
from docgen.writers.word.markup import TAB, bookmark_name, paragraph, run
from docgen.writers.word.numbering import Numbering
from docgen.writers.word.official import ROLE_STYLES
from docgen.writers.word.package import Package
from docgen.writers.word.pictures import drawing, refusal, unreadable
from docgen.writers.word.runs import runs
from docgen.writers.word.sections import Page, page_of, section_properties
from docgen.writers.word.tables import least_height, table_element

PARAGRAPH_END = "</w:p>"
TABLE_GAP = paragraph("TableGap", "")
KEPT_GAP = paragraph("TableGap", "", "<w:keepNext/>")
PROPERTIES_END = "</w:pPr>"
SECTION = "<w:sectPr>"
# Between the cover's fields and the table to sign in: 8 mm; reckoned with a line more, for a field that takes two.
COVER_GAP_HEIGHT = 1100
COVER_GAP = '<w:spacing w:before="454" w:after="0" w:line="20" w:lineRule="exact"/>'
# A caption stays with the table below it by its style; below a picture it lets go of what follows.
BELOW = '<w:keepNext w:val="0"/>'
ITEM = '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/>'
UNKEPT = re.compile('<w:pStyle w:val="[^"]*"/>(?!<w:keepNext/>)')


class Body:
    """The body as it grows: the elements of a page section in order, and what the other parts must know of it."""

    def __init__(
        self,
        style: Style,
        root: Path,
        pages: Mapping[str, str],
        targets: frozenset[str],
        package: Package,
        numbering: Numbering,
    ) -> None:
        self.style = style
        self.root = root
        self.pages = pages
        self.targets = targets
        self.package = package
        self.numbering = numbering
        self.problems: list[Problem] = []
        self.page: Page = page_of(style, "portrait")
        self.ids = count(1)
        self.elements: list[str] = []
        self.tables: tuple[tree.Table, ...] = ()
        self._breaking = False

    @cached_property
    def fonts(self) -> FontSet | Problem:
        """What pictures are drawn with; looked for only where there is one."""
        return find_fonts(self.root)

    def add(self, element: str, key: str = "") -> None:
        """Append a block; where something refers to `key`, with a bookmark before it."""
        if self._breaking:
            element = self._on_new_page(element)
        self.elements.append(self.bookmark(key) + element if key in self.targets else element)

    def add_all(self, keys: Sequence[str], elements: Sequence[str]) -> None:
        """Append blocks of these keys: as a rule nothing is to be done to them."""
        if self._breaking or not self.targets.isdisjoint(keys):
            for element, key in zip(elements, keys, strict=True):
                self.add(element, key)
        else:
            self.elements += elements

    def break_page(self) -> None:
        self._breaking = True

    def _on_new_page(self, element: str) -> str:
        self._breaking = False
        if not element.startswith("<w:p>"):
            return paragraph("TableGap", "", "<w:pageBreakBefore/>") + element
        style_end = element.index("/>") + 2
        return f"{element[:style_end]}<w:pageBreakBefore/>{element[style_end:]}"

    def keep_last_with_next(self) -> None:
        """Keep the last paragraph or row, and the gap below it, on the page of the block that follows."""
        first = -2 if self.elements and self.elements[-1] == TABLE_GAP else -1
        for place, element in enumerate(self.elements[first:], len(self.elements) + first):
            if element.endswith((PARAGRAPH_END, "</w:tbl>")) and SECTION not in element:
                before, row, last = element.rpartition("<w:tr>")
                self.elements[place] = before + row + UNKEPT.sub(r"\g<0><w:keepNext/>", last)

    def add_gap_before(self) -> None:
        """White between a table and the text above it; the top of a section and a table's end have theirs."""
        last = self.elements[-1] if self.elements else SECTION
        if not self._breaking and SECTION not in last and not last.startswith(TABLE_GAP.removesuffix("</w:pPr></w:p>")):
            self.elements.append(KEPT_GAP)

    def bookmark(self, key: str, content: str = "") -> str:
        """A bookmark around `content`."""
        mark = f'w:id="{next(self.ids)}"'
        return f'<w:bookmarkStart {mark} w:name="{bookmark_name(key)}"/>{content}<w:bookmarkEnd {mark}/>'

    def runs(self, inlines: tuple[tree.Inline, ...]) -> str:
        return runs(inlines, self.package.relate)

    def write(self, document: tree.Document, furniture: Furniture) -> Iterator[str]:
        """Each page section; the last one's properties end the body, the others' stand in their last paragraphs."""
        for section in document.sections:
            self.elements = []
            self._page_section(section, furniture)
            properties = section_properties(
                section, self.style, furniture.references(section), furniture.begins_with_its_own(section)
            )
            if section is document.sections[-1]:
                self.elements.append(properties)
            else:
                head, end, tail = self.elements[-1].partition(PROPERTIES_END)
                self.elements[-1] = f"{head}{properties}{end}{tail}"
            yield "".join(self.elements)

    def _page_section(self, section: tree.PageSection, furniture: Furniture) -> None:
        self.page = page_of(self.style, section.orientation)
        self.numbering.begin(section.numbering)
        self.tables = tuple(block for block in section.blocks if isinstance(block, tree.Table))
        _blocks(section.blocks, self)
        self._keep_last_items_together()
        self._end_in_a_paragraph()
        if end := furniture.run_ending_with(section):
            self._bookmark_end(end)

    def _bookmark_end(self, key: str) -> None:
        """Let `key` name the page on which the body now ends: in the last paragraph, or in the last cell of a table
        before an empty one, which LibreOffice drops from the end of a document."""
        place = -2 if self.elements[-1] == TABLE_GAP and len(self.elements) > 1 else -1
        text, end, rest = self.elements[place].rpartition(PARAGRAPH_END)
        self.elements[place] = text + self.bookmark(key) + end + rest

    def _keep_last_items_together(self) -> None:
        """The last three items of a section stay on one page, as in the PDF: one alone on the last page looks lost."""
        if all(element.startswith(ITEM) for element in self.elements[-3:]):
            self.elements[-3:-1] = [UNKEPT.sub(r"\g<0><w:keepNext/>", element, 1) for element in self.elements[-3:-1]]

    def _end_in_a_paragraph(self) -> None:
        """What a section ends with carries its properties, and Word wants no table there."""
        last = self.elements[-1] if self.elements else ""
        if not last.endswith(PARAGRAPH_END) or SECTION in last:
            self.elements.append(TABLE_GAP)


def _blocks(blocks: Iterable[tree.Block], body: Body) -> None:
    for block in blocks:
        BLOCKS[type(block)](block, body)


def _section(section: tree.Section, body: Body) -> None:
    _blocks(section.blocks, body)


def _heading(heading: tree.Heading, body: Body) -> None:
    properties, typed, _ = body.numbering.heading(heading.level, heading.label)
    content = body.bookmark(heading.key, run(typed) + body.runs(heading.children))
    if heading.is_title:  # its own style has no number
        body.add(paragraph("HeadingUnnumbered", content))
    else:
        body.add(paragraph(f"Heading{heading.level}", content, properties))


def _paragraph(block: tree.Paragraph, body: Body) -> None:
    style = ROLE_STYLES[block.role].id if block.role else "BodyText"
    blank = round(block.space * body.style.paragraphs["body"].size * 20)
    space = f'<w:ind w:rightChars="{round(block.space * 100)}" w:right="{blank}"/>' if block.space else ""
    body.add(paragraph(style, body.runs(block.children), space), block.key)


def _note(note: tree.Note, body: Body) -> None:
    body.keep_last_with_next()
    body.add(paragraph("Note", body.runs(note.children)), note.key)


def _list(block: tree.List, body: Body) -> None:
    numbering = body.numbering.start_list(block.level, block.format if block.ordered else None)
    is_flat = not any([item.lists for item in block.items])  # noqa: C419  # a generator takes twice as long
    if is_flat and block.items and (properties := numbering.all_items(block.labels)):
        _alike(block.items, properties, body)
        return
    for label, item in block.labelled:
        properties, typed, tab = numbering.item(label)
        content = run(typed) + (TAB if tab else "") + body.runs(item.children)
        body.add(paragraph("ListTabbed" if tab else "ListParagraph", content, properties), item.key)
        for inner in item.lists:
            _list(inner, body)


def _alike(items: Iterable[tree.Item], properties: str, body: Body) -> None:
    """Items that Word numbers alike, as nearly all are: what stands around their texts is made once."""
    before = paragraph("ListParagraph", "", properties).removesuffix(PARAGRAPH_END)
    relate = body.package.relate
    elements = [f"{before}{runs(item.children, relate)}{PARAGRAPH_END}" for item in items]
    body.add_all([item.key for item in items], elements)


def _table(table: tree.Table, body: Body) -> None:
    def content(cell: tree.Cell) -> str:
        mark = body.bookmark(cell.key) if cell.key in body.targets else ""
        return mark + body.runs(cell.children)

    if table.caption:
        body.add(paragraph("Caption", body.runs(table.caption)), table.key)
    elif table.role != "imprint":
        body.add_gap_before()
    body.add(table_element(table, body.page, content), "" if table.caption else table.key)
    body.elements.append(TABLE_GAP)
    if table.role == "imprint":  # LibreOffice lets no table float whose next paragraph ends a section
        body.elements.append(TABLE_GAP)


def _figure(figure: tree.Figure, body: Body) -> None:
    keep = "<w:keepNext/>" if figure.caption else ""
    body.add(paragraph("Figure", _picture(figure, body), keep), figure.key)
    if figure.caption:
        body.add(paragraph("Caption", body.runs(figure.caption), BELOW))


def _chart(chart: tree.Chart, body: Body) -> None:
    """The chart as a picture; without fonts to draw it with, as a list of its boxes, moved in by their depth."""
    from docgen.writers.word.charts import paint, without_fonts

    if isinstance(body.fonts, Problem):
        body.problems.append(without_fonts(chart))
        for depth, box in tree.boxes_of(chart):
            indent = f'<w:ind w:leftChars="{200 * depth}" w:firstLineChars="0" w:firstLine="0"/>'
            body.add(paragraph("BodyText", body.runs(box.children), indent))
    else:
        picture = body.package.painted(paint(chart, body.fonts, body.style))
        page = body.page.text_width, body.page.text_height
        keep = "<w:keepNext/>" if chart.caption else ""
        content = drawing(picture, tree.outline(chart), next(body.ids), *page, title=chart.name)
        body.add(paragraph("Figure", content, keep), chart.key)
    if chart.caption:
        body.add(paragraph("Caption", body.runs(chart.caption), BELOW))


def _picture(figure: tree.Figure, body: Body) -> str:
    """The picture, or its alternative text where there is a problem with it."""
    problem = refusal(figure, body.root)
    picture = None if problem else body.package.picture(body.root / figure.path)
    if picture is None:
        body.problems.append(problem or unreadable(figure))
        return run(figure.alt)
    # A tenth of the page is left to the caption.
    return drawing(picture, figure.alt, next(body.ids), body.page.text_width, round(body.page.text_height * 0.9))


def _cover(cover: tree.Cover, body: Body) -> None:
    tables_height = sum(map(least_height, body.tables)) + (COVER_GAP_HEIGHT if body.tables else 0)
    for element in cover_paragraphs(cover, body.style, body.package.relate, tables_height):
        body.add(element)
    if body.tables:
        body.add(paragraph("TableGap", "", COVER_GAP))


def _contents(contents: tree.Contents, body: Body) -> None:
    body.add(contents_control(contents, body.pages), contents.key)


def _page_break(_: tree.PageBreak, body: Body) -> None:
    body.break_page()


BLOCKS: dict[type, Callable[[Any, Body], None]] = {
    tree.Section: _section,
    tree.Heading: _heading,
    tree.Paragraph: _paragraph,
    tree.Note: _note,
    tree.List: _list,
    tree.Table: _table,
    tree.Figure: _figure,
    tree.Chart: _chart,
    tree.Cover: _cover,
    tree.Contents: _contents,
    tree.PageBreak: _page_break,
}
