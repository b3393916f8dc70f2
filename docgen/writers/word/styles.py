"""Style → word/styles.xml (ISO 29500-1 §17.7): the typesetter's paragraphs as Word styles.

Built-in styles keep Word's own ids and names, so that Word shows them in the reader's language, fills its navigation
pane and its contents from them; others have Chinese names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import floor
from typing import NamedTuple

from docgen.numbering import NumberFormat
from docgen.style.model import FontRole, ParagraphStyle, Style, TableStyle
from docgen.writers.official import official_paragraphs
from docgen.writers.word.fonts import FONTS
from docgen.writers.word.furniture import look_of
from docgen.writers.word.levels import indent
from docgen.writers.word.markup import DECLARATION, NAMESPACES, escape, twips, twips_of_mm
from docgen.writers.word.numbering import LEVELS, OUTLINE_INSTANCE
from docgen.writers.word.official import IMPRINT_TABLE, ROLE_STYLES, imprint_indent

CELL_STYLES = {"left": "TableText", "center": "TableTextCentered", "right": "TableTextRight"}
COVER_LABEL_CHARACTERS = 5
CORNER_LABEL_CHARACTERS = 4
TABBED_LABEL_CHARACTERS = 2


class WordStyle(NamedTuple):
    """A paragraph style: its id and name in Word, and the key in `Style.paragraphs` that says how it is set.

    `indent`, `align` and `numbering` replace what follows from the key; `following` is the style that Enter leads to.
    """

    id: str
    name: str
    key: str
    based_on: str = "Normal"
    following: str = ""
    border: str = ""
    tabs: str = ""
    indent: str | None = None
    align: str = ""
    numbering: str = ""
    outline: int | None = None
    priority: int = 99


def styles(style: Style, heading_formats: tuple[NumberFormat | None, ...]) -> str:
    """word/styles.xml. Heading levels that have a format are numbered by their style."""
    style = replace(style, paragraphs=style.paragraphs | official_paragraphs(style))
    paragraphs = "".join(_paragraph_style(word, style) for word in _word_styles(style, heading_formats))
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(style)}{_normal(style)}{paragraphs}{_figure_style(style)}"
        f"{TABLE_GAP}{_character_styles(style)}{TABLE_BASE}{_table_grid(style.table)}{IMPRINT_TABLE}</w:styles>"
    )


def _word_styles(style: Style, heading_formats: tuple[NumberFormat | None, ...]) -> list[WordStyle]:
    imprint = style.paragraphs["imprint"]
    return [
        WordStyle("BodyText", "Body Text", "body", priority=1),
        *(_heading_style(level, heading_formats) for level in range(1, LEVELS + 1)),
        # Apart from the numbered ones: in the contents and the navigation pane by its outline level alone.
        WordStyle("HeadingUnnumbered", "无编号标题", "heading_unnumbered", following="BodyText", outline=0, priority=9),
        WordStyle("ListParagraph", "List Paragraph", "item", priority=34),
        _tabbed_item(style),
        WordStyle("Note", "注", "note"),
        WordStyle("Caption", "caption", "caption", following="BodyText", priority=35),
        WordStyle("TableText", "表格正文", "table"),
        WordStyle("TableTextCentered", "表格居中", "table", "TableText", align="center"),
        WordStyle("TableTextRight", "表格居右", "table", "TableText", align="right"),
        WordStyle("TableHeading", "表头", "table_head", "TableText"),
        WordStyle("Title", "Title", "cover_title", priority=10),
        WordStyle("CoverOrganization", "封面单位", "cover_organization"),
        WordStyle("CoverMark", "封面编号", "cover_field", indent=_corner_indent(style)),
        WordStyle("CoverField", "封面项目", "cover_field", indent=_cover_indent(style)),
        WordStyle("TOCHeading", "TOC Heading", "contents_title", following="BodyText", priority=39),
        *(_contents_style(level, style) for level in (1, 2, 3)),
        WordStyle("Header", "header", "header"),
        WordStyle("Draft", "草稿", "heading1", "Header", indent='<w:ind w:firstLine="0"/>', align="center"),
        WordStyle("Footer", "footer", "footer"),
        *_furniture_styles(style),
        *(WordStyle(each.id, each.name, role, border=each.border) for role, each in ROLE_STYLES.items()),
        WordStyle("Imprint", "版记", "imprint", indent=imprint_indent(imprint.size, imprint.hanging)),
        WordStyle("ImprintRight", "版记居右", "imprint", "Imprint", indent=imprint_indent(imprint.size), align="right"),
    ]


def _heading_style(level: int, formats: tuple[NumberFormat | None, ...]) -> WordStyle:
    numbered = level <= len(formats) and formats[level - 1] is not None
    lower = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
    numbering = f'<w:numPr>{lower}<w:numId w:val="{OUTLINE_INSTANCE}"/></w:numPr>' if numbered else ""
    return WordStyle(
        f"Heading{level}", f"heading {level}", f"heading{level}",
        following="BodyText", numbering=numbering, outline=level - 1, priority=9,
    )  # fmt: skip


def _contents_style(level: int, style: Style) -> WordStyle:
    """One character deeper a level; the page number stands at the right edge, dots lead to it."""
    left = round((level - 1) * twips(style.paragraphs[f"contents{level}"].size))
    return WordStyle(
        f"TOC{level}", f"toc {level}", f"contents{level}",
        tabs=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips_of_mm(style.text_width)}"/></w:tabs>',
        indent=f'<w:ind w:left="{left}"/>', priority=39,
    )  # fmt: skip


def _tabbed_item(style: Style) -> WordStyle:
    """Items whose label is text, with a tab after it."""
    item = style.paragraphs["item"]
    text = twips((item.first_line_indent + TABBED_LABEL_CHARACTERS) * item.size)
    tabs = "" if item.hanging else f'<w:tabs><w:tab w:val="left" w:pos="{text}"/></w:tabs>'
    return WordStyle("ListTabbed", "编号为文字的列表", "item", "ListParagraph", tabs=tabs)


KINDS = {"Header": ("页眉", "header"), "Footer": ("页脚", "footer"), "PageNumber": ("页码", "page_number")}
PLACES = {"Left": "居左", "Center": "居中", "Right": "居右"}


def _furniture_styles(style: Style) -> Iterator[WordStyle]:
    """A style for each kind of header or footer line that there is."""
    lines = {
        look_of(name, line): (of, line)
        for name, of in (("header", style.header), ("footer", style.footer))
        for line in of.lines.values()
        if line.text
    }
    for look, (of, line) in lines.items():
        kind = next(kind for kind in KINDS if look.startswith(kind))
        name, key = KINDS[kind]
        base = "Header" if kind == "Header" else "Footer"
        border = _rule(style.paragraphs[key], "bottom" if kind == "Header" else "top") if of.rule else ""
        usual = WordStyle(look, name, key, base, border=border)
        place = look.removeprefix(kind)
        if place in PLACES:
            edge, blank = place.lower(), twips(line.inset * style.paragraphs[key].size)
            inset = f'<w:ind w:{edge}Chars="{line.inset * 100}" w:{edge}="{blank}"/>' if blank else None
            yield usual._replace(name=name + PLACES[place], align=edge, indent=inset)
            continue
        height = style.paper[1] - style.margin_top - style.margin_bottom
        for suffix, prefix, width in (("", "", style.text_width), ("Landscape", "横页", height)):
            tabs = _furniture_tabs(twips_of_mm(width))
            yield usual._replace(id=look + suffix, name=f"{prefix}{name}左中右", tabs=tabs, align="left")


def _furniture_tabs(width: int) -> str:
    center, right = (
        f'<w:tab w:val="{at}" w:pos="{place}"/>' for at, place in (("center", width // 2), ("right", width))
    )
    return f"<w:tabs>{center}{right}</w:tabs>"


def _corner_indent(style: Style) -> str:
    """The fields in the cover's upper right corner begin past the middle, as in docgen.writers.css."""
    label = twips(CORNER_LABEL_CHARACTERS * style.paragraphs["cover_field"].size)
    return f'<w:ind w:left="{twips_of_mm(style.text_width * 0.45) + label}" w:hanging="{label}"/>'


def _cover_indent(style: Style) -> str:
    """The block of cover fields stands a quarter of the line in; a long value goes on under its beginning."""
    size = style.paragraphs["cover_field"].size
    hanging = COVER_LABEL_CHARACTERS * 100
    left = style.characters_per_line // 4 * 100 + hanging
    return (
        f'<w:ind w:leftChars="{left}" w:left="{twips(left * size / 100)}" '
        f'w:hangingChars="{hanging}" w:hanging="{twips(hanging * size / 100)}"/>'
    )


def _defaults(style: Style) -> str:
    body = style.paragraphs["body"]
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(body.font, style.latin_font)}{_size(body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal(style: Style) -> str:
    """What all others are based on. Its size is what the document grid counts characters by (§17.6.5); LibreOffice
    looks for it here, not in the defaults.

    overflowPunct as Word has it by default: a full stop may hang past the edge. LibreOffice takes it the other way
    round, and with it off would hang what the PDF does not, five lines in three hundred."""
    body = style.paragraphs["body"]
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/>'
        f'<w:autoSpaceDN w:val="0"/>{_spacing(body)}</w:pPr>'
        f"<w:rPr>{_size(body)}</w:rPr></w:style>"
    )


def _paragraph_style(word: WordStyle, style: Style) -> str:
    paragraph = style.paragraphs[word.key]
    custom = "" if word.name.isascii() else ' w:customStyle="1"'
    following = f'<w:next w:val="{word.following}"/>' if word.following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{word.id}"><w:name w:val="{word.name}"/>'
        f'<w:basedOn w:val="{word.based_on}"/>{following}<w:uiPriority w:val="{word.priority}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(word, paragraph, style)}</w:pPr>"
        f"<w:rPr>{_run_properties(word, paragraph, style)}</w:rPr></w:style>"
    )


def _paragraph_properties(word: WordStyle, paragraph: ParagraphStyle, style: Style) -> str:
    outline = f'<w:outlineLvl w:val="{word.outline}"/>' if word.outline is not None else ""
    return "".join((
        "<w:keepNext/>" if paragraph.keep_with_next else "",
        word.numbering,
        word.border or (_rule(paragraph, "bottom") if paragraph.rule else ""),
        word.tabs,
        "" if _on_grid(paragraph, style) else '<w:snapToGrid w:val="0"/>',
        _spacing(paragraph),
        indent(style, word.key) if word.indent is None else word.indent,
        f'<w:jc w:val="{word.align or paragraph.align}"/>',
        outline,
    ))  # fmt: skip


def _on_grid(paragraph: ParagraphStyle, style: Style) -> bool:
    return paragraph.line_height == style.paragraphs["body"].line_height


def _run_properties(word: WordStyle, paragraph: ParagraphStyle, style: Style) -> str:
    # GB/T 9704—2012 §7.5: page numbers in half-width 宋体 digits.
    latin = FONTS[paragraph.font].name if word.key == "page_number" else style.latin_font
    bold = "<w:b/><w:bCs/>" if paragraph.bold else ""
    color = f'<w:color w:val="{paragraph.color}"/>' if paragraph.color else ""
    return f"{_fonts(paragraph.font, latin)}{bold}{color}{_pitch(paragraph, style)}{_size(paragraph)}"


def _rule(paragraph: ParagraphStyle, edge: str) -> str:
    """A line along an edge of a paragraph, of half or three quarters of a point (w:sz counts eighths)."""
    width, color = 6 if paragraph.rule else 4, paragraph.color or "auto"
    return f'<w:pBdr><w:{edge} w:val="single" w:sz="{width}" w:space="2" w:color="{color}"/></w:pBdr>'


def _pitch(paragraph: ParagraphStyle, style: Style) -> str:
    """What draws the characters of the body's size together or apart until the right number fills a line (GB/T
    9704—2012 §5.2.3). A grid of characters (linesAndChars) would say it once, but LibreOffice 7 gives each character
    two cells of a grid that is narrower than the character."""
    if paragraph.size != style.paragraphs["body"].size or not _on_grid(paragraph, style):
        return ""
    return f'<w:spacing w:val="{floor(style.pitch_adjustment * 20)}"/>'


def _spacing(paragraph: ParagraphStyle) -> str:
    return (
        f'<w:spacing w:before="{twips(paragraph.space_before)}" w:after="{twips(paragraph.space_after)}" '
        f'w:line="{twips(paragraph.line_height)}" w:lineRule="exact"/>'
    )


def _fonts(role: FontRole, latin: str) -> str:
    name = escape(latin)
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{FONTS[role].name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _size(paragraph: ParagraphStyle) -> str:
    """Sizes in half points."""
    half_points = round(paragraph.size * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _figure_style(style: Style) -> str:
    """An exact line height would cut a picture off."""
    caption = style.paragraphs["caption"]
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Figure"><w:name w:val="插图"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Caption"/><w:uiPriority w:val="99"/><w:qFormat/>'
        f'<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="{twips(caption.space_before)}" '
        f'w:after="{twips(caption.space_after)}" w:line="240" w:lineRule="auto"/>'
        '<w:jc w:val="center"/></w:pPr></w:style>'
    )


# What Word wants between two tables, and after one that ends a section: as good as no line, some space after it.
TABLE_GAP = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableGap"><w:name w:val="表后间隔"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:snapToGrid w:val="0"/>'
    '<w:spacing w:before="0" w:after="100" w:line="20" w:lineRule="exact"/></w:pPr>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
)


def _character_styles(style: Style) -> str:
    """Chinese type has neither a bold 仿宋 nor an italic: emphasis is a change of face, bold where 黑 is the body's."""
    bold = "<w:b/><w:bCs/>" if style.paragraphs["body"].font == "黑" else ""
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:uiPriority w:val="22"/><w:qFormat/>'
        f"<w:rPr>{_fonts('黑', FONTS['黑'].name)}{bold}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:uiPriority w:val="20"/>'
        f"<w:qFormat/><w:rPr>{_fonts('楷', style.latin_font)}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>'
        "</w:style>"
    )


TABLE_BASE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
)
FRAME = ("top", "left", "bottom", "right")


def _table_grid(table: TableStyle) -> str:
    """3 pt above and below a cell's text, 4 pt beside it; w:sz counts eighths of a point."""
    color = "auto" if table.color == "000000" else table.color
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{round(8 * (table.frame if edge in FRAME else table.rule))}" w:space="0" '
        f'w:color="{color}"/>'
        for edge in (*FRAME, "insideH", "insideV")
    )
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" '
        f'w:fill="{table.head_fill}"/></w:tcPr></w:tblStylePr>'
        if table.head_fill
        else ""
    )
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="39"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>"
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        f'<w:bottom w:w="60" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>{head}</w:style>'
    )
