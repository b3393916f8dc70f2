"""What stands against a PDF as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), as far as a program can tell.

There is no veraPDF on PyPI, npm or in Debian. pikepdf's validator checks veraPDF's rules for PDF/A-2b; the rest is
listed here, rule by rule: docs/pdf.md says which.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pikepdf
from pikepdf import Name, Pdf, pdfa

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "EI"}
HEADING = re.compile("H[1-6]")
# What each element may hold (ISO 32000-1 §14.8.4, as veraPDF's profile for PDF/UA-1 asks).
KIDS = {
    "TOC": {"TOCI"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "TOCI": {"TOC"}, "LI": {"L"}, "LBody": {"LI"}, "THead": {"Table"}, "TBody": {"Table"},
    "TR": {"THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"},
}  # fmt: skip
# What the validator neither approves nor refuses: the dots of the contents and a draft's watermark are patterns, and
# WeasyPrint's resources name an empty set of shadings.
NOT_JUDGED = re.compile(r"^\[unsupported\] .*([Pp]attern|/Shading)")


def against_pdf_ua(pdf: Pdf) -> list[str]:
    return list(chain(_file(pdf), _structure(pdf), _contents(pdf), _links(pdf), _fonts(pdf)))


def against_pdf_a(file: bytes) -> list[str]:
    """The file as PDF/A-2b, its level and its naming of PDF/UA aside, both of which the validator doesn't know; then
    what level A asks beyond."""
    with Pdf.open(io.BytesIO(file)) as pdf:
        xmp = pdf.Root.Metadata.read_bytes()
        named = [b'pdfaid:part="2"', b'pdfaid:conformance="A"', b'pdfuaid:part="1"', b"<pdfaExtension:schemas>"]
        missing = [f"XMP without {name.decode()}" for name in named if name not in xmp]
        missing += [] if "/OutputIntents" in pdf.Root else ["no output intent"]
        missing += against_pdf_ua(pdf)
        plain = xmp.replace(b'conformance="A"', b'conformance="B"')
        plain = re.sub(rb"<rdf:Description [^>]*xmlns:pdfuaid=.*</rdf:Description>", b"", plain, flags=re.DOTALL)
        pdf.Root.Metadata.write(plain)
        known = io.BytesIO()
        pdf.save(known)
    found = map(str, pdfa.validate_written(known, "2b").findings)
    return missing + [finding for finding in found if not NOT_JUDGED.search(finding)]


def _file(pdf: Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if pdf.is_encrypted:
        yield "encrypted"
    if not root.MarkInfo.Marked or root.MarkInfo.get("/Suspects", False):
        yield "not marked as tagged"
    if root.get("/Lang") != "zh-CN":
        yield f"language {root.get('/Lang')}"
    if not root.ViewerPreferences.DisplayDocTitle:
        yield "the window doesn't show the title"
    xmp = root.Metadata.read_bytes()
    for named in (b'pdfuaid:part="1"', b"<dc:title>"):
        if named not in xmp:
            yield f"XMP without {named.decode()}"
    if "/AcroForm" in root or "/JavaScript" in root.get("/Names", {}):
        yield "forms or scripts"


# Structure


def _elements(element: Any, parent: str = "") -> Iterator[tuple[Any, str, str, list[Any]]]:
    """Each structure element in order, with its type, its parent's and the elements in it."""
    kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    own = str(element.S)[1:]
    yield element, own, parent, kids
    for kid in kids:
        yield from _elements(kid, own)


def _structure(pdf: Pdf) -> Iterator[str]:
    (document,) = pdf.Root.StructTreeRoot.K
    level = 0
    for element, name, parent, kids in _elements(document):
        held = {str(kid.S)[1:] for kid in kids}
        if not held <= KIDS.get(name, held):
            yield f"{name} holds {held}"
        if parent not in PARENTS.get(name, {parent}):
            yield f"{name} in {parent}"
        if HEADING.fullmatch(name):
            if int(name[1]) > level + 1:
                yield f"{name} below H{level}"
            level = int(name[1])
        yield from _attributes(element, name)
        if name == "Table":
            yield from _grid(kids)


def _attributes(element: Any, name: str) -> Iterator[str]:
    attributes = element.get("/A", {})
    if name == "Figure" and not (str(element.get("/Alt", "")) and "/BBox" in attributes):
        yield "Figure without Alt or BBox"
    if name == "TH" and "/Scope" not in attributes:
        yield "TH without Scope"
    if name == "L" and "/ListNumbering" not in attributes:
        yield "L without ListNumbering"
    if name == "Link" and not any(kid.get("/Type") == Name.OBJR for kid in element.K if not isinstance(kid, int)):
        yield "Link without its annotation"


def _grid(parts: list[Any]) -> Iterator[str]:
    """Rows and cells of a table fill a rectangle, spans included (ISO 14289-1 §7.5)."""
    taken: set[tuple[int, int]] = set()
    rows = [row for part in parts if part.S != "/Caption" for row in part.K]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.K:
            attributes = cell.get("/A", {})
            while (number, column) in taken:
                column += 1
            for down in range(int(attributes.get("/RowSpan", 1))):
                for right in range(int(attributes.get("/ColSpan", 1))):
                    taken.add((number + down, column + right))
    width = max(column for _, column in taken) + 1
    if len(taken) != width * len(rows):
        yield f"a table of {width} columns and {len(rows)} rows has {len(taken)} places"


# Content


def _contents(pdf: Pdf) -> Iterator[str]:
    """All that is painted is an artifact or belongs to a structure element, which knows it."""
    parents = dict(_pairs(pdf.Root.StructTreeRoot.ParentTree.Nums))
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: no tab order"
        owners = parents[int(page.StructParents)]
        open_marks: list[str | int] = []
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "BMC" | "BDC":
                    mark = operands[1].get("/MCID") if len(operands) > 1 else None
                    open_marks.append(str(operands[0]) if mark is None else int(mark))
                    if mark is not None and not _owns(owners[int(mark)], int(mark), page):
                        yield f"page {number}: nothing owns content {mark}"
                case "EMC":
                    open_marks.pop()
                case painting if painting in PAINTING and not (
                    open_marks and (open_marks[0] == "/Artifact" or isinstance(open_marks[-1], int))
                ):
                    yield f"page {number}: {painting} is neither tagged nor an artifact"


def _owns(element: Any, mark: int, page: pikepdf.Page) -> bool:
    for kid in element.K if element is not None else ():
        if isinstance(kid, int):
            if kid == mark and element.Pg.objgen == page.obj.objgen:
                return True
        elif kid.get("/MCID") == mark and kid.Pg.objgen == page.obj.objgen:
            return True
    return False


def _pairs(flat: Any) -> Iterator[tuple[int, Any]]:
    values = list(flat)
    return ((int(key), value) for key, value in zip(values[::2], values[1::2], strict=True))


def _links(pdf: Pdf) -> Iterator[str]:
    parents = dict(_pairs(pdf.Root.StructTreeRoot.ParentTree.Nums))
    names: Any = pdf.Root.get("/Names", {})
    known = {str(name) for name in list(names.Dests.Names)[::2]} if "/Dests" in names else set()
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            target = str(annotation.get("/Dest", ""))
            if annotation.Subtype != "/Link" or not str(annotation.get("/Contents", "")):
                yield f"an annotation without words: {annotation.Subtype}"
            if parents[int(annotation.StructParent)].S != "/Link":
                yield f"the link to {target} is in no Link"
            if target and target not in known:
                yield f"the link to {target} leads nowhere"


# Fonts


def _fonts(pdf: Pdf) -> Iterator[str]:
    for font in {font.objgen: font for page in pdf.pages for font in page.Resources.Font.values()}.values():
        (descendant,) = font.DescendantFonts
        descriptor = descendant.FontDescriptor
        if not any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")):
            yield f"{font.BaseFont} is not embedded"
        if descendant.Subtype == "/CIDFontType2" and "/CIDToGIDMap" not in descendant:
            yield f"{font.BaseFont} without CIDToGIDMap"
        tables = b"".join(re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL))
        codes = re.findall(rb"<(\w{4})> <(\w+)>", tables)
        if not codes or any(code == b"0000" or text in (b"0000", b"feff", b"fffe") for code, text in codes):
            yield f"{font.BaseFont} has text without Unicode"
