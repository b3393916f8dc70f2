"""A project's reference.docx: what of its looks the manual takes.

- Styles: a style of the reference takes the place of the compiled one of its type and name (`heading 1`, `Body Text`);
  with it come what it is based on, the default fonts and the theme. Compiled styles that the reference hasn't are
  added. Headings keep docgen's numbering, other styles lose theirs: definitions of numbers are not taken.
- Header and footer: those of its last section, for odd, even and first pages as they are there, with their pictures
  and links, in every page section that has page numbers. Where it has none of a kind, the style's own stand.

Page size, margins, numbering, settings and content are not taken.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import count
from typing import Any, NamedTuple

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from docgen.problems import Problem, Words
from docgen.style.reference import refused
from docgen.writers.word.markup import RELATIONSHIPS, WORD
from docgen.writers.word.numbering import SILENT_INSTANCE
from docgen.writers.word.package import Package

W = f"{{{WORD}}}"
R = f"{{{RELATIONSHIPS}}}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
FIRST_DRAWING = 1_000_001  # the body's pictures count from 1
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
PICTURE, LINK = RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK
NUMBERED = f"{W}pPr/{W}numPr"
REFERRING = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle")
# What a style's numPr stands behind (ISO 29500-1 §17.3.1.26, the order of pPr).
BEFORE_NUMBERING = frozenset(
    f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


class Line(NamedTuple):
    """A header or footer of the reference: its root element and the part it stands in."""

    root: Any
    part: Any


class Reference:
    """An opened reference. `headers` and `footers` are by type: default, even, first."""

    def __init__(self, data: bytes) -> None:
        document = docx.Document(io.BytesIO(data))
        self._styles = etree.fromstring(etree.tostring(document.styles.element), PARSER)
        self._ids: dict[str, str] = {}
        self._drawings = count(FIRST_DRAWING)
        themes = (each.target_part.blob for each in document.part.rels.values() if _is(each, "theme"))
        self.theme = next(themes, b"").decode("utf-8-sig")
        self.headers, self.footers = (dict(_lines(document, name)) for name in ("header", "footer"))
        self.has_first = document.sections[-1].different_first_page_header_footer
        self.has_sides = document.settings.odd_and_even_pages_header_footer

    def styles(self, compiled: str) -> str:
        """word/styles.xml: the reference's styles, and those compiled ones that it hasn't."""
        ours = etree.fromstring(compiled.encode(), PARSER)
        merged = deepcopy(self._styles)
        theirs = {_name(style): style for style in merged.iter(f"{W}style") if style.get(f"{W}styleId")}
        self._ids = _new_ids(theirs, {_name(style): style.get(f"{W}styleId", "") for style in ours.iter(f"{W}style")})
        for style in theirs.values():
            style.set(f"{W}styleId", self._ids[style.get(f"{W}styleId", "")])
        self.rename(merged)
        for style in ours.iter(f"{W}style"):
            numbering = style.find(NUMBERED)
            if (known := theirs.get(_name(style))) is None:
                merged.append(deepcopy(style))
            elif numbering is not None:
                _number(known, numbering)
        _silence(merged)
        return etree.tostring(merged, encoding="UTF-8", xml_declaration=True, standalone=True).decode()

    def rename(self, tree: Any) -> None:
        """Refer to styles by their new ids, and to no definition of numbers."""
        for name in REFERRING:
            for element in tree.iter(f"{W}{name}"):
                if new := self._ids.get(element.get(f"{W}val")):
                    element.set(f"{W}val", new)
        for numbering in list(tree.iter(f"{W}numPr")):
            numbering.getparent().remove(numbering)

    def copy(self, line: Line, package: Package, name: str, before: str = "") -> str:
        """Put a header or footer into the package, `before` in front of what it says; its relationship id. `name` is
        header or footer."""
        root = deepcopy(line.root)
        self.rename(root)
        for place, element in enumerate(_paragraphs(before)):
            root.insert(place, element)
        ids = {identifier: each for identifier, each in line.part.rels.items() if each.reltype in (PICTURE, LINK)}
        part, relationship = package.empty(name)
        new = {identifier: _related(part, each, package) for identifier, each in ids.items()}
        for drawing in root.iter(f"{DRAWING}docPr"):
            drawing.set("id", str(next(self._drawings)))
        for element in root.iter(etree.Element):
            for attribute, value in element.attrib.items():
                if attribute.startswith(R) and value in new:
                    element.set(attribute, new[value])
        package.write(str(part.partname), etree.tostring(root, encoding="UTF-8", xml_declaration=True).decode())
        return relationship


def open_reference(data: bytes) -> Reference | Problem:
    """The reference, or why it can't be used."""
    try:
        reference = Reference(data)
    except Exception:  # python-docx raises whatever damaged bytes lead to
        return refused(Words("它不是完好的 .docx 文件", "it is no sound .docx file"))
    for line in (*reference.headers.values(), *reference.footers.values()):
        if any(each.reltype not in (PICTURE, LINK) for each in line.part.rels.values()):
            return refused(
                Words(
                    "页眉页脚里有图片和超链接以外的嵌入内容", "its header or footer embeds more than pictures and links"
                )
            )
    return reference


def _lines(document: Any, name: str) -> Iterator[tuple[str, Line]]:
    """The headers or footers of the last section that have one, by type."""
    section = document.element.body.sectPr
    for reference in section.iter(f"{W}{name}Reference") if section is not None else ():
        part = document.part.related_parts[reference.get(f"{R}id")]
        yield reference.get(f"{W}type", "default"), Line(etree.fromstring(part.blob, PARSER), part)


def _is(relationship: Any, kind: str) -> bool:
    return not relationship.is_external and str(relationship.reltype).endswith(f"/{kind}")


def _name(style: Any) -> tuple[str, str]:
    """Type and name: built-in names are compared without their case, as Word does."""
    name = style.find(f"{W}name")
    return style.get(f"{W}type", "paragraph"), "" if name is None else name.get(f"{W}val", "").lower()


def _new_ids(theirs: dict[tuple[str, str], Any], ours: dict[tuple[str, str], str]) -> dict[str, str]:
    """The new id of each style of the reference, by its old one: ours where we know the style by name, else its own,
    unless that is one of ours for something else."""
    taken = set(ours.values())
    return {
        old: ours.get(name) or (f"{old}Reference" if old in taken else old)
        for name, style in theirs.items()
        if (old := style.get(f"{W}styleId"))
    }


def _number(style: Any, numbering: Any) -> None:
    """Give a style of the reference docgen's numbering."""
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        run_properties = style.find(f"{W}rPr")
        style.insert(len(style) if run_properties is None else style.index(run_properties), properties)
    place = sum(1 for child in properties if child.tag in BEFORE_NUMBERING)
    properties.insert(place, deepcopy(numbering))


def _silence(styles: Any) -> None:
    """Keep the number of a heading from what the reference bases on it: Word bases the contents' title on Heading 1."""
    by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    silent = etree.fromstring(f'<w:numPr xmlns:w="{WORD}"><w:numId w:val="{SILENT_INSTANCE}"/></w:numPr>')
    for style in by_id.values():
        above, seen = _based_on(style, by_id), {style}
        while style.find(NUMBERED) is None and above is not None and above not in seen:
            if above.find(NUMBERED) is not None:
                _number(style, silent)
            seen.add(above)
            above = _based_on(above, by_id)


def _based_on(style: Any, by_id: Mapping[str, Any]) -> Any:
    based_on = style.find(f"{W}basedOn")
    return None if based_on is None else by_id.get(based_on.get(f"{W}val"))


def _paragraphs(markup: str) -> list[Any]:
    return list(etree.fromstring(f'<x xmlns:w="{WORD}">{markup}</x>', PARSER)) if markup else []


def _related(part: Any, relationship: Any, package: Package) -> str:
    """The id by which the new part refers to the same picture or address."""
    if relationship.is_external:
        return str(part.relate_to(relationship.target_ref, relationship.reltype, is_external=True))
    source = relationship.target_part
    picture = Part(package.picture_name(str(source.partname)), source.content_type, source.blob, part.package)
    return str(part.relate_to(picture, relationship.reltype))
