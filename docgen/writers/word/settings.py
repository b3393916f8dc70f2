"""word/settings.xml (ISO 29500-1 §17.15): East Asian typography, odd and even pages, today's layout rules."""

from __future__ import annotations

from docgen.style.model import Style
from docgen.writers.word.markup import DECLARATION, NAMESPACES, twips

# 15 is Word 2013 and later; without it Word opens the manual in compatibility mode.
COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
# 避头尾 (GB/T 15834—2011 §5.1.3): what may not begin a line, and what may not end one.
NOT_AT_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
NOT_AT_END = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"


# The space below one paragraph and that above the next add up, as in docgen.writers.css; else the larger counts.
SPACES_ADD_UP = "<w:doNotUseHTMLParagraphAutoSpacing/>"


def settings(style: Style, has_sides: bool) -> str:
    """No updateFields and nothing dirty: the contents' cached lines are right, and Word would ask each reader."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in COMPATIBILITY.items()
    )
    even_and_odd = "<w:evenAndOddHeaders/>" if has_sides else ""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{twips(2 * style.paragraphs["body"].size)}"/>{even_and_odd}'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{NOT_AT_END}"/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{NOT_AT_START}"/>'
        f"<w:compat><w:doNotExpandShiftReturn/>{SPACES_ADD_UP}<w:useFELayout/>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
