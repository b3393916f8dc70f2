"""WordprocessingML as strings: escaping, measures, runs and paragraphs (ISO 29500-1 §17.3).

Strings, because a body built element by element takes a hundred times as long.
"""

from __future__ import annotations

import hashlib
import re

from docgen.xml_text import legal

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Between Latin and East Asian type Word decides by `hint`: without it “ ” … — ① would be set in the Latin font
# ([MS-OI29500] 2.1.88, the table of §17.3.2.26).
AMBIGUOUS = re.compile("[§¨°±´·×÷\u2010-\u2bff]")
EAST_ASIAN_HINT = '<w:rFonts w:hint="eastAsia"/>'

# Whatever a text may hold that a run or its characters must show: markup, white space, the ambiguous, the illegal. Most
# texts hold none of it, and one search tells.
_SPECIAL = re.compile('[\x00- "&<>\x85\xa0§¨°±´·×÷\u1680\u2000-\u2bff\u3000\ud800-\udfff\ufffe\uffff]')


TAB = "<w:r><w:tab/></w:r>"


def escape(text: str) -> str:
    """Character data, in an element or a double-quoted attribute; U+FFFD for what XML cannot hold."""
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def twips_of_mm(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


def run(text: str, properties: str = "") -> str:
    """A run of one text; `properties` is the content of its rPr."""
    if not text:
        return ""
    if not properties and not _SPECIAL.search(text):
        return f"<w:r><w:t>{text}</w:t></w:r>"
    if AMBIGUOUS.search(text) and "w:hint" not in properties:
        properties = _with_hint(properties)
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() or "  " in text else ""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{formatting}<w:t{space}>{escape(text)}</w:t></w:r>"


def _with_hint(properties: str) -> str:
    """rStyle comes first in an rPr, rFonts next."""
    if properties.startswith("<w:rStyle"):
        style, end, rest = properties.partition("/>")
        return f"{style}{end}{EAST_ASIAN_HINT}{rest}"
    return EAST_ASIAN_HINT + properties


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style; `properties` are the elements that follow pStyle in its pPr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str) -> str:
    """A complex field with its cached result (§17.16.18)."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark_name(key: str) -> str:
    """A bookmark's name made from a node's key: the same in every build, and hidden in Word's list since it begins with
    `_`. Names have at most 40 characters (§17.13.6.2), so the key itself won't do."""
    return "_Toc" + hashlib.blake2b(key.encode(), digest_size=10).hexdigest()
