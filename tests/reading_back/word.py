"""The blocks of Word manuals: their texts by XML, their labels by LibreOffice, which numbers lists as Word does."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.reading_back import Block, cover_field, labelled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BULLETS = ("•", "◦", "▪", "–")
TEXTS = {"t", "br", "tab"}


def read(document: Path) -> list[Block]:
    return read_all([document])[0]


def read_all(documents: list[Path]) -> list[list[Block]]:
    """The blocks of each document, all of one folder. LibreOffice, which takes a while to start, is asked once."""
    folder = documents[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, documents)], capture_output=True, check=True)
    return [list(blocks(document, folder / f"{document.stem}.txt")) for document in documents]


def blocks(document: Path, printed: Path) -> Iterator[Block]:
    """Each paragraph of the XML beside the lines it is printed as; what stands before its text there is its label.
    Empty lines are passed over: LibreOffice has none for some of the empty paragraphs. Nor has it any for the cells of
    tables that float, such as 版记, which have no labels."""
    lines = (line for line in printed.read_text("utf-8-sig").split("\n") if line.strip())
    for paragraph in paragraphs(document):
        yield from chart(paragraph)
        text = text_of(paragraph)
        first = ""
        for number, part in enumerate(filter(str.strip, [] if floats(paragraph) else text.split("\n"))):
            line = next(lines, "(nothing)")
            assert line.endswith(part), f"Word has “{part}” where LibreOffice prints “{line}”"
            first = first if number else line.removesuffix(part)
        if text.strip() and (block := block_of(paragraph, first.strip(), text)):
            yield block


def paragraphs(document: Path) -> list[etree._Element]:
    with zipfile.ZipFile(document) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return list(body.iter(f"{W}p"))


def floats(paragraph: etree._Element) -> bool:
    """Whether a paragraph stands in a table that has its place on the page, not in the text."""
    return any(table.find(f"{W}tblPr/{W}tblpPr") is not None for table in paragraph.iterancestors(f"{W}tbl"))


def chart(paragraph: etree._Element) -> Iterator[Block]:
    """A chart is a picture whose alternative text has a title, and a line a box, moved in by its depth."""
    for picture in paragraph.iter(f"{DRAWING}docPr"):
        if picture.get("title"):
            lines = picture.get("descr", "").split("\n")
            yield Block("chart", "", "\n".join(line.lstrip("　") for line in lines))


def contents(document: Path) -> list[tuple[str, str]]:
    """The lines of the contents: text and page number."""
    found = []
    for paragraph in paragraphs(document):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and re.fullmatch(r"TOC\d", style.get(f"{W}val", "")):
            text, _, page = text_of(paragraph).partition("\t")
            found.append((text, page))
    return found


def inventory(document: Path) -> dict[str, list[str]]:
    """What a document holds, by kind: the texts of its paragraphs, its tables' parts, bookmarks, pictures' texts."""
    written = paragraphs(document)
    body = written[0].getroottree().getroot()
    tables = ("tbl", "tr", "tblHeader", "cantSplit", "gridSpan", "vMerge", "tblpPr")
    return {
        "texts": [text for each in written if (text := text_of(each).strip())],
        "tables": [f"{tag} × {sum(1 for _ in body.iter(W + tag))}" for tag in tables],
        "bookmarks": sorted({name for each in body.iter(f"{W}bookmarkStart") if (name := each.get(f"{W}name", ""))}),
        "links": [each.get(f"{W}anchor", "") for each in body.iter(f"{W}hyperlink")],
        "pictures": [each.get("descr", "") for each in body.iter(f"{DRAWING}docPr")],
    }


def block_of(paragraph: etree._Element, label: str, text: str) -> Block | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else style.get(f"{W}val", "")
    if any(True for _ in paragraph.iterancestors(f"{W}tc")):
        return Block("cell", "", text) if text else None
    if name.startswith(("TOC", "TableGap", "Figure")):
        return None
    if name.startswith(("Cover", "Title")):
        return cover_field(text)
    kind = "paragraph"
    if name == "HeadingUnnumbered":
        kind = "heading 1"
    elif heading := re.fullmatch(r"Heading(\d)", name):
        kind = f"heading {heading[1]}"
    elif name == "HeadingUnnumbered":
        kind = "heading 1"
    elif name in ("ListParagraph", "ListTabbed", "Caption"):
        kind = "caption" if name == "Caption" else "item"
    if label:
        return Block(kind, "" if label in BULLETS else label, text)
    return labelled(kind, text.replace("\t", ""))


def text_of(paragraph: etree._Element) -> str:
    text = ""
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        tag = etree.QName(node).localname
        if tag == "t":
            text += node.text or ""
        elif etree.QName(node.getparent()).localname == "r":
            text += "\n" if tag == "br" else "\t"
    return text
