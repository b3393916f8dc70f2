"""How the parts of an official document are set that a style doesn't name: made from what it does name.

Sizes and faces are those of GB/T 9704—2012 §7 where the style is the standard's; in another style they follow its own
body, titles and headings.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.style.model import ParagraphStyle, Style

# 发文机关标志 and the line below 发文字号 are red (§7.2.4, §7.2.7).
RED = "D80000"
ISSUER_SIZE = 26.0


def official_paragraphs(style: Style) -> dict[str, ParagraphStyle]:
    """The paragraph style of each role of docgen.tree.ParagraphRole, and of the imprint: 四号 beside 三号 (§7.4.2)."""
    body = style.paragraphs["body"]
    plain = replace(body, first_line_indent=0)
    issuer = style.paragraphs["cover_organization"]
    line = body.line_height
    return {
        "issuer": replace(issuer, size=ISSUER_SIZE, line_height=40.0, align="center", color=RED),
        "number": replace(plain, align="center", space_before=line, space_after=2 * line),
        "addressee": plain,
        # What goes on in a second line stands below the first character after 附件： and 抄送： (§7.3.4, §7.4.1).
        "attachment": replace(body, space_before=line, hanging=3),
        "signature": replace(plain, align="right", space_before=line, keep_with_next=True),
        "date": replace(plain, align="right"),
        "annex": replace(style.paragraphs["heading1"], first_line_indent=0, align="left", space_after=line, rule=False),
        "imprint": replace(plain, size=body.size - 2, line_height=round(line * 0.8, 2), hanging=3),
    }
