"""The Word styles of notices and annexes: a name for each role, and the table style of 版记 (GB/T 9704—2012 §7)."""

from __future__ import annotations

from typing import NamedTuple

from docgen.tree import ParagraphRole
from docgen.writers.official import RED
from docgen.writers.word.markup import twips


class RoleStyle(NamedTuple):
    """A paragraph style's id and name in Word, and the rule that it draws."""

    id: str
    name: str
    border: str = ""


# §7.2.7: the red line is 4 mm below the document number.
RED_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="{RED}"/></w:pBdr>'

ROLE_STYLES: dict[ParagraphRole, RoleStyle] = {
    "issuer": RoleStyle("NoticeIssuer", "发文机关标志"),
    "number": RoleStyle("NoticeNumber", "发文字号", RED_RULE),
    "addressee": RoleStyle("NoticeAddressee", "主送机关"),
    "attachment": RoleStyle("NoticeAttachment", "附件说明"),
    "signature": RoleStyle("NoticeSignature", "发文机关署名"),
    "date": RoleStyle("NoticeDate", "成文日期"),
    "annex": RoleStyle("AnnexNumber", "附件序号"),
}
IMPRINT_STYLES = {"left": "Imprint", "center": "Imprint", "right": "ImprintRight"}

# §7.4.1: thick rules (0.35 mm) above and below, thin ones (0.25 mm) between.
IMPRINT_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="ImprintTable"><w:name w:val="版记表"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    '<w:insideH w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def imprint_indent(size: float, hanging: float = 0) -> str:
    """One character free on either side of the text of 版记 (§7.4.2), whose further lines hang. Not a margin of its
    cells: Word and LibreOffice differ on whether a floating table stands that much further to the left."""
    return (
        f'<w:ind w:leftChars="{round(100 + hanging * 100)}" w:left="{twips((1 + hanging) * size)}" '
        f'w:rightChars="100" w:right="{twips(size)}" '
        f'w:hangingChars="{round(hanging * 100)}" w:hanging="{twips(hanging * size)}"/>'
    )


def at_the_foot(left_margin: int) -> str:
    """Places a table at the foot of the type area, `left_margin` twips from the paper's edge. LibreOffice lets a table
    as wide as the type area float only where it is placed by the page (horzAnchor)."""
    return f'<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{left_margin}" w:tblpYSpec="bottom"/>'
