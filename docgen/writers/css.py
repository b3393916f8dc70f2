"""Style + fonts → CSS, for WeasyPrint and for a browser.

The measures are the style's; what stands here in figures is what a style doesn't say. Rules are written so that
WeasyPrint lays pages out fast: fixed tables, no list markers, no leader(), no target-counter().
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product
from types import MappingProxyType
from urllib.parse import quote

from docgen.fonts import FontFace, FontSet
from docgen.style.model import FontRole, ParagraphStyle, Style
from docgen.writers import css_official
from docgen.writers.css_furniture import furniture, paper, string

# The elements that each paragraph style of docgen.style.model sets.
SELECTORS = {
    "body": "body",
    "item": "li",
    "note": ".note",
    "caption": "caption, figcaption",
    "table": "td, th",
    "table_head": "thead th",
    "heading1": "h1:not(.title)",
    **{f"heading{level}": f"h{level}" for level in range(2, 7)},
    **{f"heading{level}": f".h{level}" for level in range(7, 10)},
    "heading_unnumbered": "h1.title",
    "contents_title": ".contents-title",
    **{f"contents{level}": f".contents{level}" for level in range(1, 4)},
    "cover_field": ".cover-field",
    "cover_organization": ".cover-field.organization",
    "cover_title": ".cover-field.title",
}

DATA_SVG = "data:image/svg+xml,"

STRUCTURE = """\
html, body { margin: 0 }
body { color: #000; widows: 2; orphans: 2; overflow-wrap: anywhere; text-align: left }
h1, h2, h3, h4, h5, h6, p, ol, ul, li, figure, nav { margin: 0; padding: 0 }
ol, ul { list-style: none }
li { display: block }
a { color: inherit; text-decoration: none }
em { font-style: normal }
h1 { bookmark-level: 1 } h2 { bookmark-level: 2 } h3 { bookmark-level: 3 }
h4 { bookmark-level: 4 } h5 { bookmark-level: 5 } h6 { bookmark-level: 6 }
.h7 { bookmark-level: 7 } .h8 { bookmark-level: 8 } .h9 { bookmark-level: 9 }
.h7, .h8, .h9 { bookmark-label: content(text) }
.front h1 { bookmark-level: none }
.page-section { break-before: page }
.page-break { break-before: page; height: 0 }
.page-section > section:first-of-type > h1, .contents-title { string-set: chapter content() }
@media screen { body { max-width: 156mm; margin: 10mm auto } }
"""

# No row stands alone at a page's foot or head. Text at the top of merged cells and heads in the middle, as in Word. The
# rows of a group are held together by no break between them: where the first tbody avoids a break inside, WeasyPrint
# takes every page for an empty one, and cuts the group all the same. A figure's caption holds to the figure alone: more
# figures held to each other than fit a page would leave one empty.
TABLES = """\
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 6pt 0; text-indent: 0 }
td, th { padding: 3pt 4pt; vertical-align: top }
thead th { vertical-align: middle }
thead { display: table-header-group }
tr { break-inside: avoid }
tbody tr + tr { break-before: avoid }
tbody:not(:has(tr + tr)):first-of-type + tbody, tbody + tbody:not(:has(tr + tr)):last-child { break-before: avoid }
caption { caption-side: top; break-after: avoid }
figure figcaption { break-before: avoid; break-after: auto }
.note { break-before: avoid }
td.center, th.center { text-align: center } td.right, th.right { text-align: right }
figure { margin: 6pt 0; text-align: center; break-inside: avoid; text-indent: 0 }
img { max-width: 100%; max-height: 200mm }
"""

# Nobody turns the page for one line: the last items of the contents, and of what ends a chapter or department, stay
# together. (Elsewhere the page goes on below.)
LAST = "> li + li:nth-last-child(-n+2)"
LAST_SECTIONS = ["> section:last-child " * depth for depth in range(1, 5)]
LAST_ITEMS = [f".toc {LAST}", *(f".page-section {section}> ol:last-child {LAST}" for section in LAST_SECTIONS)]
ENDS = f"{', '.join(LAST_ITEMS)} {{ break-before: avoid }}\n"

# A leader is a line of dots behind the entry, hidden by the white ground of title and number: leader() costs a second
# layout, a dotted border is drawn curve by curve, a flex box takes thrice the time. The number stands apart from the
# text, so that writing it in moves nothing.
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><circle cx="2" cy="1" r="0.7"/></svg>'
CONTENTS = f"""\
.contents li {{ position: relative; text-indent: 0; break-inside: avoid; padding-right: 4em }}
.contents li {{ background: url("{DATA_SVG}{quote(DOT)}") left bottom 0.55em repeat-x }}
.contents1:has(+ .contents2), .contents2:has(+ .contents3) {{ break-after: avoid }}
.contents a {{ background: #fff; padding-right: 0.3em }}
.contents .page-number {{ position: absolute; right: -2pt; bottom: 0; width: 2.4em; padding-right: 2pt }}
.contents .page-number {{ text-align: right; background: #fff }}
.contents1, .contents2, .contents3 {{ padding-bottom: 0 }}
.contents2 {{ margin-left: 1em }} .contents3 {{ margin-left: 2em }}
"""

# Code and classification in the top right corner, organisation and title in the upper half, the rest below: about ten
# lines, so that the cover stays on its page with a title of two lines. A long value goes on below its beginning.
COVER = """\
.cover-page .cover-field { text-indent: -6em; padding-left: 11em }
.cover-field .label { display: inline-block; width: 6em; text-indent: 0 }
.cover-field.code, .cover-field.classification, .cover-field.control_number { margin-left: 45% }
.cover-field.code, .cover-field.classification, .cover-field.control_number { padding-left: 4em; text-indent: -4em }
.cover-field.code .label, .cover-field.classification .label, .cover-field.control_number .label { width: 4em }
.cover-field.organization { padding: 12mm 0 0 }
.cover-field.title { padding: 9mm 0 14mm }
.cover-page:last-child .organization { padding-top: 22mm }
.cover-page:last-child .title { padding: 12mm 0 24mm }
.cover-page + table { margin-top: 8mm }
.cover-field.post:last-child { padding-bottom: 30mm }
"""


def stylesheet(
    style: Style, fonts: FontSet, draft: bool = False, fields: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The whole stylesheet of a style. `fonts` are named by `file:` URL, or by family where they are installed. `draft`
    prints 草稿 across each page. `fields` are the document's, for headers and footers. The project's own rules come
    last."""
    parts = [
        *_font_faces(style, fonts),
        STRUCTURE, TABLES, ENDS, CONTENTS, COVER,
        *_paragraphs(style, fonts),
        *_tables(style),
        *css_official.rules(style, partial(declarations, style=style, fonts=fonts)),
        *_pages(style, fonts, draft, fields),
        style.own_css,
    ]  # fmt: skip
    return "\n".join(stripped for part in parts if (stripped := part.rstrip("\n"))) + "\n"


# Fonts


def _font_faces(style: Style, fonts: FontSet) -> Iterator[str]:
    """A @font-face for each face that the style uses, the rare-character faces last."""
    # 黑 and 楷 always: they set emphasis.
    used = {paragraph.font for paragraph in style.paragraphs.values()} | {"黑", "楷"}
    for role, font in fonts.roles.items():
        for weight, face in ((400, font.regular), (700, font.bold)):
            if role in used and face and not face.installed:
                yield _font_face(_family(role), weight, face)
    for number, face in enumerate(fonts.fallback):
        if not face.installed:
            yield _font_face(f"docgen-rare-{number}", 400, face)


def _font_face(family: str, weight: int, face: FontFace) -> str:
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{face.path.as_uri()}") }}'


def _family(role: FontRole) -> str:
    return f"docgen-{role}"


def _font_family(role: FontRole, fonts: FontSet) -> str:
    regular = fonts.roles[role].regular
    names = [regular.family if regular.installed else _family(role)]
    names += [face.family if face.installed else f"docgen-rare-{n}" for n, face in enumerate(fonts.fallback)]
    return ", ".join(map(string, names))


def _is_heavy(role: FontRole, fonts: FontSet) -> bool:
    """Whether a role's regular face must be asked for as bold: a bold 宋 stands in for 小标宋, and is installed."""
    return fonts.roles[role].regular.installed and fonts.roles[role].regular.weight >= 600


# Paragraphs


def _paragraphs(style: Style, fonts: FontSet) -> Iterator[str]:
    for name, selector in SELECTORS.items():
        if name in style.paragraphs:
            yield f"{selector} {{ {declarations(style.paragraphs[name], style, fonts)} }}"
    yield from _label_column(style)
    # Chinese type has neither a bold 仿宋 nor an italic: emphasis is a change of face.
    weight = 700 if style.paragraphs["body"].font == "黑" else 400  # which is no change of face
    yield f"strong {{ font-family: {_font_family('黑', fonts)}; font-weight: {weight} }}"
    yield f"em {{ font-family: {_font_family('楷', fonts)} }}"


def _label_column(style: Style) -> Iterator[str]:
    """Labels of items in a column of their own, the text beside it, but for those too wide for one (第一条).

    Lists stand deeper as they nest. A float would be left alone at a page's foot when its line goes to the next page.
    """
    item = style.paragraphs["item"]
    if item.hanging:
        first, width = item.first_line_indent, item.hanging
        yield f"li {{ text-indent: 0; padding-left: {first + width}em }}"
        yield f"li li {{ padding-left: {width}em }}"
        # A label wider than the column, such as （一） in 2em, moves its text on; it never breaks.
        column = f"min-width: {width}em; margin-left: -{width}em"
        yield f"li > .label {{ display: inline-block; white-space: pre; {column} }}"
        yield f".running > li {{ text-indent: {first}em; padding-left: 0 }}"
        yield f".running > li > * > li {{ padding-left: {first + 2 * width}em }}"
        yield ".running > li > .label, .contents .label { display: inline; min-width: 0; margin: 0 }"
        yield ".contents li { padding-left: 0 }"


def _tables(style: Style) -> Iterator[str]:
    table = style.table
    yield f"table {{ border: {table.frame:g}pt solid #{table.color} }}"
    yield f"td, th {{ border: {table.rule:g}pt solid #{table.color} }}"
    if table.head_fill:
        yield f"thead th {{ background: #{table.head_fill} }}"


def declarations(paragraph: ParagraphStyle, style: Style, fonts: FontSet) -> str:
    """How a kind of paragraph is set, as the content of a rule."""
    # The grid's pitch holds for text of the body's size; smaller type keeps its own.
    pitch = style.pitch_adjustment if paragraph.size == style.paragraphs["body"].size else 0
    indent = paragraph.first_line_indent * (paragraph.size + pitch)
    found = {
        "font-family": _font_family(paragraph.font, fonts),
        "font-size": f"{paragraph.size:g}pt",
        "line-height": f"{paragraph.line_height:g}pt",
        "font-weight": "700" if paragraph.bold or _is_heavy(paragraph.font, fonts) else "400",
        "letter-spacing": f"{pitch:.3f}pt" if pitch else "0",
        "text-indent": f"{indent:.2f}pt" if indent else "0",
    }
    if paragraph.align != "left":
        found["text-align"] = paragraph.align
    if paragraph.space_before:
        found["padding-top"] = f"{paragraph.space_before:g}pt"
    if paragraph.color:
        found["color"] = f"#{paragraph.color}"
    if paragraph.rule:
        found["border-bottom"] = "0.75pt solid"
        found["padding-bottom"] = "2pt"
        found["margin-bottom"] = f"{paragraph.space_after:g}pt"
    elif paragraph.space_after:
        found["padding-bottom"] = f"{paragraph.space_after:g}pt"
    if paragraph.keep_with_next:
        found["break-after"] = "avoid"
    return "; ".join(f"{name}: {value}" for name, value in found.items())


# Pages


def _pages(style: Style, fonts: FontSet, draft: bool, fields: Mapping[str, str]) -> Iterator[str]:
    watermark = f"; {_watermark(fonts)}" if draft else ""
    yield f"@page {{ {paper(style)}{watermark} }}"
    # Page sections that count from 1 again begin on a right-hand page where odd and even pages differ.
    yield f".restart {{ break-before: {'recto' if style.has_sides else 'page'} }}"
    looks = {name: declarations(style.paragraphs[name], style, fonts) for name in ("header", "footer", "page_number")}
    for numbers, orientation in product(("none", "roman", "arabic"), ("portrait", "landscape")):
        page = f"{numbers}-{orientation}"
        yield f".{numbers}.{orientation} {{ page: {page} }}"
        yield f".{numbers}.{orientation}.restart {{ page: {page}-restart }}"
        yield f"@page :nth(1 of {page}-restart) {{ counter-reset: page 1 }}"
        if orientation == "landscape":
            yield f"@page {page}, {page}-restart {{ {paper(style, turned=True)} }}"
        if numbers != "none":
            yield from furniture(page, "upper-roman" if numbers == "roman" else "decimal", style, looks, fields)


def _watermark(fonts: FontSet) -> str:
    """草稿 as the page's background picture: a tagged PDF holds it as an artifact, outside the reading order."""
    family = _font_family("黑", fonts).replace('"', "'")
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200mm" height="200mm">'
        f'<text x="100" y="118" text-anchor="middle" font-size="52" letter-spacing="12" fill="#e4e4e4" '
        f'font-family="{family}" transform="rotate(-38 100 100)">草稿</text></svg>'
    )
    return f'background: url("{DATA_SVG}{quote(picture)}") center center no-repeat'
