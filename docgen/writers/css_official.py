"""CSS of covers, notices, annexes, charts and forms: what stands beside the running text of a manual."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.compose.chart import LINE_HEIGHT
from docgen.style.model import ParagraphStyle, Style
from docgen.writers.official import RED, official_paragraphs

# Rows that somebody writes in: what is printed there stands in their middle.
FORMS = ".room > td { vertical-align: middle }"

# Texts stand over the drawing. A browser has `display: inline-block` boxes too.
CHART = f"""\
.chart .boxes {{ position: relative; display: inline-block; text-align: left; line-height: {LINE_HEIGHT} }}
.chart svg {{ display: block }}
.chart .box {{ position: absolute; display: block; text-align: center; white-space: nowrap }}
[data-listed-as] {{ bookmark-label: attr(data-listed-as) }}
"""

# 版记 at the foot of the page: thick rules above and below, a thin one between (GB/T 9704—2012 §7.4.1); its texts one
# character in from both edges.
IMPRINT = """\
.imprint-room { break-inside: avoid }
table.imprint { position: absolute; bottom: 0; left: 0; margin: 0; border: 0 }
table.imprint td { border: 0; border-top: 0.25mm solid #000; padding: 2pt 1em }
table.imprint tr:first-child td { border-top-width: 0.35mm }
table.imprint tr:last-child td { border-bottom: 0.35mm solid #000 }
"""


def rules(style: Style, declare: Callable[[ParagraphStyle], str]) -> Iterator[str]:
    """The rules. `declare` gives the declarations of a paragraph style."""
    found = official_paragraphs(style)
    imprint = found.pop("imprint")
    yield FORMS
    yield CHART
    table = style.paragraphs["table"]
    yield f".chart .boxes {{ {_face(declare(table))} }}"
    for role, paragraph in found.items():
        yield f"p.{role} {{ {declare(paragraph)}{_hanging(paragraph)} }}"
    # The red line is 4 mm below the number (§7.2.7), and what the style leaves free is below the line.
    below = f"{found['number'].space_after:g}pt"
    yield f"p.number {{ border-bottom: 1.5pt solid #{RED}; padding-bottom: 4mm; margin-bottom: {below} }}"
    yield IMPRINT
    yield f"table.imprint td {{ {declare(imprint)}{_hanging(imprint, margin=1)} }}"
    yield f".imprint-room {{ font-size: {imprint.size:g}pt }}"


def _hanging(paragraph: ParagraphStyle, margin: int = 0) -> str:
    """Further lines begin `hanging` characters right of the first, which stands `margin` characters in."""
    if not paragraph.hanging:
        return ""
    left = margin + paragraph.first_line_indent + paragraph.hanging
    return f"; text-indent: -{paragraph.hanging}em; padding-left: {left}em"


def _face(declarations: str) -> str:
    """The font family alone of a paragraph's declarations, and no indent or tracking of the text around."""
    family = next(each for each in declarations.split("; ") if each.startswith("font-family"))
    return f"{family}; letter-spacing: 0; text-indent: 0"
