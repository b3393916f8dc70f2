"""Headers and footers as parts (ISO 29500-1 §17.10), one for each different text, and who refers to which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.style.model import FIELDS, Line, Style
from docgen.style.model import Furniture as Lines
from docgen.tree import Contents, Document, Heading, PageSection, Section, heading_format, plain, run_end
from docgen.writers.word.markup import DECLARATION, NAMESPACES, TAB, bookmark_name, field, paragraph, run
from docgen.writers.word.package import Package
from docgen.writers.word.reference import Line as ReferenceLine
from docgen.writers.word.reference import Reference

FIELD = re.compile(r"(\{[^{}]*\})")
DRAFT = paragraph("Draft", run("草稿"))
BLANK = {"hdr": "<w:p/>", "ftr": paragraph("Footer", "")}


class Furniture:
    """The headers and footers of a document.

    Each page section refers to its own, else Word would repeat those of the one before. Those without page numbers have
    none. {章} is the section's first chapter, or the one that goes on in it; {总页数} the number of the last page of
    its run of page numbers, to which a bookmark leads. A `reference` has headers and footers of its own.
    """

    def __init__(
        self,
        document: Document,
        style: Style,
        package: Package,
        pages: Mapping[str, str],
        reference: Reference | None = None,
    ) -> None:
        self._document = document
        self._style = style
        self._package = package
        self._pages = pages
        self._reference = reference
        self._parts: dict[tuple[str, str], str] = {}
        self._references: dict[tuple[object, ...], str] = {}
        texts = [line.text for lines in (style.header, style.footer) for line in lines.lines.values()]
        self._names_chapters = any("{章}" in text for text in texts)
        self._counts_pages = any("{总页数}" in text for text in texts)
        self._chapters = dict(zip(map(id, document.sections), _chapters(document), strict=True))
        self._runs = dict(zip(map(id, document.sections), _runs(document), strict=True))

    @property
    def has_sides(self) -> bool:
        """Whether odd and even pages differ."""
        own = self._reference
        if own and own.headers and own.footers:
            return own.has_sides
        return self._style.has_sides or bool(own and own.has_sides)

    @property
    def _has_first(self) -> bool:
        return self._style.has_first or bool(self._reference and self._reference.has_first)

    def begins_with_its_own(self, section: PageSection) -> bool:
        """Whether a section's first page has a header or footer of its own."""
        return self._has_first and section.restart and section.page_numbers != "none"

    def run_ending_with(self, section: PageSection) -> str:
        """The key of the run of page numbers that ends with a section and whose last page is printed; else ""."""
        if not self._counts_pages:
            return ""
        run_number = self._runs[id(section)]
        last = max(place for place, each in enumerate(self._document.sections) if self._runs[id(each)] == run_number)
        return run_end(run_number) if self._document.sections[last] is section else ""

    def references(self, section: PageSection) -> str:
        """The references of a page section's sectPr, worked out once for all sections whose lines say the same."""
        chapter = self._chapters[id(section)] if self._names_chapters else ""
        run_number = self._runs[id(section)] if self._counts_pages else 0
        said = section.page_numbers, section.orientation, chapter, run_number
        if said not in self._references:
            header = self._kinds("hdr", self._style.header, section)
            footer = self._kinds("ftr", self._style.footer, section)
            self._references[said] = "".join((*header, *footer))
        return self._references[said]

    def _kinds(self, root: str, lines: Lines, section: PageSection) -> Iterator[str]:
        draft = DRAFT if self._document.draft and root == "hdr" else ""
        if self._reference and (own := self._reference.headers if root == "hdr" else self._reference.footers):
            yield from self._copied(self._reference, root, own, draft, section)
            return
        if root == "hdr" and not draft and not any(line.text for line in lines.lines.values()):
            return
        name = "header" if root == "hdr" else "footer"
        found = lines.lines | ({"first": lines.odd} if self._has_first and lines.first is None else {})
        for kind, line in found.items():
            content = self._line(name, lines, line, section) if section.page_numbers != "none" else ""
            part = self._part(root, draft + content or BLANK[root])
            yield f'<w:{name}Reference w:type="{kind}" r:id="{part}"/>'

    def _copied(
        self, reference: Reference, root: str, own: Mapping[str, ReferenceLine], draft: str, section: PageSection
    ) -> Iterator[str]:
        name = "header" if root == "hdr" else "footer"
        differing = {"default": True, "even": reference.has_sides, "first": reference.has_first}
        for kind, differs in differing.items():
            source = kind if differs else "default"
            if source not in own:
                continue
            if section.page_numbers == "none":
                part = self._part(root, draft or BLANK[root])
            else:
                key = (root, f"reference {source}")
                if key not in self._parts:
                    self._parts[key] = reference.copy(own[source], self._package, name, draft)
                part = self._parts[key]
            yield f'<w:{name}Reference w:type="{kind}" r:id="{part}"/>'

    def _part(self, root: str, content: str) -> str:
        if (root, content) not in self._parts:
            add = self._package.header if root == "hdr" else self._package.footer
            self._parts[root, content] = add(f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>")
        return self._parts[root, content]

    def _line(self, name: str, lines: Lines, line: Line, section: PageSection) -> str:
        if not line.text:
            return ""
        look = look_of(name, line)
        landscape = "Landscape" if section.orientation == "landscape" and look.endswith("Tabs") else ""
        pieces = [self._piece(text, section) for text in (line.left, line.center, line.right)]
        content = TAB.join(pieces) if look.endswith("Tabs") else "".join(pieces)
        return paragraph(look + landscape, content.removesuffix(TAB))

    def _piece(self, text: str, section: PageSection) -> str:
        return "".join(self._field(part, section) for part in FIELD.split(text) if part)

    def _field(self, part: str, section: PageSection) -> str:
        name = FIELDS.get(part)
        if name == "page":
            return field("PAGE", run("1"))
        if name == "pages":
            end = run_end(self._runs[id(section)])
            switch = " \\* ROMAN" if section.page_numbers == "roman" else ""
            return field(f"PAGEREF {bookmark_name(end)}{switch}", run(self._pages.get(end, "1")))
        if name == "chapter":
            return run(self._chapters[id(section)])
        fields = {"title": self._document.title} | self._document.fields
        return run(fields.get(name, "") if name else part)


def look_of(name: str, line: Line) -> str:
    """The style of a line: by what it is, and by where its text stands, with tabs where that is in several places."""
    look = "Header" if name == "header" else "PageNumber" if "{页码}" in line.text else "Footer"
    places = [place for place, text in zip(("Left", "Center", "Right"), line[:3], strict=True) if text]
    return look + (places[0] if len(places) == 1 else "Tabs")


def _chapters(document: Document) -> Iterator[str]:
    """The chapter that each page section's furniture names."""
    chapter = ""
    for section in document.sections:
        first = next((block for block in section.blocks if isinstance(block, Section | Contents)), None)
        if isinstance(first, Contents):
            chapter = first.title
        elif first and first.blocks and isinstance(heading := first.blocks[0], Heading) and heading.level == 1:
            form = heading_format(heading, document.heading_formats)
            gap = form.gap if form and heading.label else ""
            chapter = heading.label + gap + plain(heading.children)
        yield chapter


def _runs(document: Document) -> Iterator[int]:
    """The run of page numbers that each page section belongs to."""
    number = 0
    for section in document.sections:
        number += section.restart
        yield number
