"""The table of contents: a TOC field whose cached lines are already right (ISO 29500-1 §17.16.5.68)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from docgen.tree import Contents, ContentsEntry
from docgen.writers.word.markup import TAB, bookmark_name, field, paragraph, run

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
DEEPEST_STYLE = 3


def contents_control(contents: Contents, pages: Mapping[str, str]) -> str:
    """The contents in the control by which Word offers to update them; lines without a known page have no number."""
    instruction = f' TOC \\o "1-{contents.levels}" \\h \\z \\u '
    opening = f'{BEGIN}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{SEPARATE}'
    lines = [_line(entry, pages.get(entry.key, "")) for entry in contents.entries] or [""]
    lines[0] = opening + lines[0]
    lines[-1] += END
    looks = list(_looks(contents.entries)) or [("TOC1", "")]
    written = "".join(paragraph(style, line, kept) for (style, kept), line in zip(looks, lines, strict=True))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraph('TOCHeading', run(contents.title))}"
        f"{written}</w:sdtContent></w:sdt>"
    )


def _looks(entries: tuple[ContentsEntry, ...]) -> Iterator[tuple[str, str]]:
    """Each line's style, and what keeps a chapter with the first of its own lines."""
    for entry, following in zip_longest(entries, entries[1:]):
        kept = "<w:keepNext/>" if following and following.level > entry.level else ""
        yield f"TOC{min(entry.level, DEEPEST_STYLE)}", kept


def _line(entry: ContentsEntry, page: str) -> str:
    name = bookmark_name(entry.key)
    number = TAB + field(f"PAGEREF {name} \\h", run(page)) if page else ""
    title = run(f"{entry.label}{entry.gap}{entry.text}")
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{title}{number}</w:hyperlink>'
