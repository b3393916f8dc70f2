"""What a style file may say, declared field by field in a typesetter's words; `reader` reads it."""

from __future__ import annotations

from typing import get_args

from docgen.format import NAMES, TEXT, Kind, Record, choice, entry, named, one
from docgen.manual.model import Number
from docgen.source import Position, Text
from docgen.style.model import FontRole

MILLIMETRES = Kind("number", unit="毫米")
POINTS = Kind("number", unit="磅")
CHARACTERS = Kind("number", unit="字")
YES = choice(("是", "yes"), ("否", "no"))
FONTS = choice(*((role, role) for role in get_args(FontRole)))
ALIGN = choice(("左", "left"), ("中", "center"), ("右", "right"))
SIDES = choice(("居中", "center"), ("外侧", "outside"))
PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "B5": (176.0, 250.0)}

COLORS = {
    "黑": "000000", "白": "FFFFFF", "灰": "7F7F7F", "深灰": "404040", "浅灰": "D9D9D9", "红": "C00000",
    "深红": "7B1113", "橙": "C55A11", "绿": "2E7D32", "浅绿": "E2EFDA", "青": "00727A", "蓝": "1F5FA8",
    "深蓝": "1F3864", "浅蓝": "DDEBF7",
}  # fmt: skip

ORDINALS = "一二三四五六七八九"
PARAGRAPHS = {
    "正文": "body", "列表": "item", "注": "note", "题注": "caption", "表格": "table", "表头": "table_head",
    "目录标题": "contents_title", "目录一级": "contents1", "目录二级": "contents2", "目录三级": "contents3",
    "封面标题": "cover_title", "封面单位": "cover_organization", "封面栏目": "cover_field", "页眉": "header",
    "页脚": "footer", "页码": "page_number", "无编号标题": "heading_unnumbered",
} | {f"{ordinal}级标题": f"heading{level}" for level, ordinal in enumerate(ORDINALS, 1)}  # fmt: skip

FIELDS_DOC = "可以写 {名称} {单位} {编号} {版本} {密级} {章} {页码} {总页数}。"


class ParagraphEntry(Record):
    name: Text
    font: Text | None = entry("字体", FONTS, "宋、黑、楷、仿宋、小标宋。", required=True)
    size: Text | None = entry("字号", TEXT, "三号、小四等，或磅数 10.5磅。", required=True)
    line_height: Number | None = entry("行距", POINTS, "固定值，磅。", required=True)
    bold: Text | None = entry("加粗", YES, "是或否。")
    align: Text | None = entry("对齐", ALIGN, "左、中、右。")
    first_line_indent: Number | None = entry("首行缩进", CHARACTERS, "几个字。")
    hanging: Number | None = entry("悬挂缩进", CHARACTERS, "编号占几个字宽，文字都排在它右边。")
    space_before: Number | None = entry("段前", POINTS, "磅。")
    space_after: Number | None = entry("段后", POINTS, "磅。")
    keep_with_next: Text | None = entry("与下段同页", YES, "是或否。")
    color: Text | None = entry("颜色", TEXT, "黑、深蓝、红等，或 '#1F3864'。")
    rule: Text | None = entry("下划线", YES, "是或否：段落下面画一条横线。")
    position: Position
    damaged: bool = False


class MarginsEntry(Record):
    top: Number = entry("上", MILLIMETRES, "毫米。", required=True)
    bottom: Number = entry("下", MILLIMETRES, "毫米。", required=True)
    left: Number = entry("左", MILLIMETRES, "毫米。", required=True)
    right: Number = entry("右", MILLIMETRES, "毫米。", required=True)
    position: Position
    damaged: bool = False


class LabelsEntry(Record):
    headings: tuple[Text, ...] = entry("标题", NAMES, "各级标题的编号，写样子：一、（一）1.（1）。", required=True)
    lists: tuple[Text, ...] = entry("列表", NAMES, "各级列表的编号，写样子：（1）①。", required=True)
    continuing: tuple[Text, ...] = entry("连续", NAMES, "哪些编号全书连续往下编，例如 第一条。")
    position: Position
    damaged: bool = False


class NumberingEntry(Record):
    headings: tuple[Text, ...] = entry("标题", NAMES, "各级标题的编号，写样子：一、（一）1.（1）。", required=True)
    lists: tuple[Text, ...] = entry("列表", NAMES, "各级列表的编号，写样子：（1）①。", required=True)
    continuing: tuple[Text, ...] = entry("连续", NAMES, "哪些编号全书连续往下编，例如 第一条。")
    unnumbered: tuple[Text, ...] = entry("不编号", NAMES, "哪些一级标题不编号，例如 前言。")
    articles: LabelsEntry | None = entry("条文", one(LabelsEntry), "“条文”布局的编号：第一章、第一条。")
    position: Position
    damaged: bool = False


class PageNumberEntry(Record):
    example: Text | None = entry("样子", TEXT, "写样子，1 是页码的位置，例如 — 1 —。", required=True)
    side: Text | None = entry("位置", SIDES, "居中，或外侧（单页居右，双页居左）。")
    position: Position
    damaged: bool = False


class LineEntry(Record):
    left: Text | None = entry("左", TEXT, FIELDS_DOC)
    center: Text | None = entry("中", TEXT, FIELDS_DOC)
    right: Text | None = entry("右", TEXT, FIELDS_DOC)
    position: Position
    damaged: bool = False


class FurnitureEntry(Record):
    left: Text | None = entry("左", TEXT, FIELDS_DOC)
    center: Text | None = entry("中", TEXT, FIELDS_DOC)
    right: Text | None = entry("右", TEXT, FIELDS_DOC)
    first: LineEntry | None = entry("首页", one(LineEntry), "第 1 页的左、中、右；{} 是什么也不印。")
    odd: LineEntry | None = entry("奇数页", one(LineEntry), "奇数页的左、中、右。")
    even: LineEntry | None = entry("偶数页", one(LineEntry), "偶数页的左、中、右。")
    distance: Number | None = entry("距版心", MILLIMETRES, "离版心多远，毫米；默认 7。")
    rule: Text | None = entry("横线", YES, "是或否：和版心之间画一条横线。")
    position: Position
    damaged: bool = False


class TableEntry(Record):
    frame: Number | None = entry("外框", POINTS, "外框线的粗细，磅；默认 0.5。")
    rule: Number | None = entry("内线", POINTS, "里面的线的粗细，磅；默认 0.5。")
    color: Text | None = entry("线色", TEXT, "线的颜色：黑、灰、深蓝等，或 '#1F3864'。")
    head_fill: Text | None = entry("表头底色", TEXT, "表头的底色。")
    position: Position
    damaged: bool = False


class StyleEntry(Record):
    paper: Text | None = entry("纸张", choice(*((name, name) for name in PAPERS)), "A4、A3、B5。", required=True)
    margins: MarginsEntry | None = entry("页边距", one(MarginsEntry), "上、下、左、右。", required=True)
    characters: Number = entry("每行字数", CHARACTERS, "正文一行排几个字。", required=True)
    lines: Number = entry("每页行数", Kind("number", unit="行"), "正文一页排几行。", required=True)
    latin_font: Text | None = entry("西文字体", TEXT, "Word 里西文和数字用的字体。")
    numbering: NumberingEntry | None = entry("编号", one(NumberingEntry), "标题和列表怎样编号。", required=True)
    page_number: PageNumberEntry | None = entry("页码", one(PageNumberEntry), "页码的样子和位置。")
    header: FurnitureEntry | None = entry("页眉", one(FurnitureEntry), "每页上边印什么。")
    footer: FurnitureEntry | None = entry("页脚", one(FurnitureEntry), "每页下边印什么。")
    table: TableEntry | None = entry("表格线", one(TableEntry), "表格的线和表头底色。")
    paragraphs: tuple[ParagraphEntry, ...] = entry("段落", named(ParagraphEntry), "各种段落怎样排。", required=True)
    position: Position
    damaged: bool = False
