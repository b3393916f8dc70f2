"""Word files taken apart."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from docgen.style.model import Style
from docgen.tree import Block, Document, Inline, PageSection, Text
from docgen.tree_walk import refs
from docgen.writers import word
from tests.sample_style import gbt9704

BLOCK_TAGS = "p|tbl|tr|tc|sectPr|style|abstractNum|num|lvl|sdt|font|docDefaults|compatSetting"


def inlines(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def of_blocks(*blocks: Block, style: Style | None = None, draft: bool = False) -> Document:
    """A document of one page section."""
    style = style or gbt9704()
    targets = frozenset(ref.key for ref, _ in refs(blocks))
    return Document("题", {}, (PageSection("节", "body", blocks),), style.heading_formats, targets, draft=draft)


def part(document: Document, name: str = "word/document.xml", root: Path = Path()) -> str:
    """The text of one part of the written file."""
    docx = word.write(document, gbt9704(), root).docx
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.read(name).decode()


def body(*blocks: Block) -> str:
    """What the writer makes of some blocks: the content of w:body up to the section's properties."""
    return part(of_blocks(*blocks)).partition("<w:body>")[2].partition("<w:sectPr>")[0]


def in_lines(xml: str) -> str:
    """A part with a line for each of its blocks, so that a golden file can be read."""
    return re.sub(rf"(?=<w:(?:{BLOCK_TAGS})[ >])", "\n", xml) + "\n"
