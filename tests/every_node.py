"""A document in which every node of the tree occurs, and a figure file for it."""

from __future__ import annotations

import base64
from pathlib import Path

from docgen.compose.chart import Area, lay_out
from docgen.numbering import NumberFormat
from docgen.source import Position
from docgen.style.model import Style
from docgen.tree import (
    Box,
    Break,
    Cell,
    Chart,
    Contents,
    ContentsEntry,
    Cover,
    CoverField,
    Document,
    Emphasis,
    Figure,
    Group,
    Heading,
    Item,
    Link,
    List,
    Note,
    PageBreak,
    PageSection,
    Paragraph,
    Ref,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from docgen.tree_walk import refs

HERE = Position("content/departments/仓储部.yaml", 14, 9, 6)
UNUSUAL = "{{ x }} <script>alert(1)</script> & | * _a_ “引号”  # 1. 'x' \\n ]]> \U00020bb7"

# A black square of 10 × 10 pixels.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAAAAACoWZBhAAAAD0lEQVR4nGP4DwYMQ4ICAIZ5xzlpGuYKAAAAAElFTkSuQmCC"
)


def put_figure(root: Path) -> None:
    """Write the figure file into a project."""
    (root / "content").mkdir()
    (root / "content" / "图.png").write_bytes(PNG)


def every_node(style: Style) -> Document:
    """One page section each for cover, front matter, body and a turned page."""
    fields = {
        "organization": "青桐岭木业有限公司",
        "code": "Q/QTL-GL-01—2026",
        "version": "2026.1",
        "classification": "内部",
        "issued": "2026-01-05",
    }
    sections = (
        PageSection("封面", "cover", (_cover(),), page_numbers="none"),
        PageSection("印发通知", "front", _notice(), page_numbers="none"),
        PageSection("修订记录", "front", (_revisions(),), page_numbers="roman", restart=True),
        PageSection("目录", "front", (_contents(),), page_numbers="roman"),
        PageSection("总则", "body", (_chapter(style),), restart=True),
        PageSection("仓储部", "body", (_department(style),)),
        PageSection("附表", "body", (_wide_table(),), "landscape"),
    )
    targets = frozenset(ref.key for ref, _ in refs(block for section in sections for block in section.blocks))
    return Document("岗位职责、工作标准及考核办法", fields, sections, style.heading_formats, targets)


def _text(text: str) -> tuple[Text, ...]:
    return (Text(text, HERE),)


def _heading(style: Style, level: int, key: str, number: int, text: str) -> Heading:
    number_format = style.heading_formats[level - 1]
    assert number_format
    return Heading(level, key, _text(text), number_format.label(number))


def ordered(key: str, number_format: NumberFormat, *texts: str, start: int = 1, level: int = 1) -> List:
    """A numbered list of plain items."""
    items = tuple(Item(f"{key}/{number}", _text(text)) for number, text in enumerate(texts, start))
    return List(key, items, True, level, number_format, labels=number_format.labels(start - 1, len(items)))


def _cover() -> Cover:
    fields = (
        ("code", "编号", "Q/QTL-GL-01—2026"),
        ("organization", "", "青桐岭木业有限公司"),
        ("title", "", "岗位职责、工作标准及考核办法"),
        ("version", "版本", "2026.1"),
        ("approved_by", "批准人", "沈怀远"),
        ("issued", "发布日期", "2026年1月5日"),
    )
    return Cover("封面", tuple(CoverField(name, label, _text(text)) for name, label, text in fields))


def _revisions() -> Section:
    head = (Row((Cell(_text("版本"), True), Cell(_text("内容"), True))),)
    groups = (Group((Row((Cell(_text("2026.1"), align="center"), Cell(_text("首次发布")))),)),)
    heading = Heading(1, "修订记录", _text("修订记录"), numbered=False)
    return Section("修订记录", (heading, Table("修订记录/表", (1, 3), head, groups)))


def _contents() -> Contents:
    entries = (
        ContentsEntry(1, "一、", "", "总则", "总则"),
        ContentsEntry(1, "二、", "", "仓储部", "仓储部"),
        ContentsEntry(2, "（一）", "", "仓库主任", "仓储部/仓库主任"),
    )
    return Contents("目录", 2, "目录", entries)


def _chapter(style: Style) -> Section:
    first, second = style.list_formats[:2]
    mixed = (
        Text("为明确"),
        Strong(_text("职责")),
        Text("，依据"),
        Link("https://www.example.com/a?b=1&c=2", _text("有关规定")),
        Text("，见"),
        Ref("仓储部/仓库主任/职责/列/2", _text("交办工作")),
        Text("，"),
        Emphasis((Text("制定"), Strong(_text("本手册")))),
        Break(),
        Text("第二行 2026 年"),
    )
    nested = (
        Item("总则/列/1", _text("甲"), (ordered("总则/列/1/列", second, "小甲", "小乙", level=2),)),
        Item("总则/列/2", _text("乙"), (ordered("总则/列/2/列", second, "小丙", level=2),)),
        Item("总则/列/3", _text("丙"), (List("总则/列/3/列", (Item("点", _text("圆点")),), False, 2),)),
    )
    return Section(
        "总则",
        (
            _heading(style, 1, "总则", 1, "总则"),
            Paragraph("总则/1", mixed),
            List("总则/列", nested, True, 1, first, labels=first.labels(0, 3)),
            ordered("总则/再列", first, "重新编号", "第二条"),
            List("总则/圆", (Item("总则/圆/1", _text("圆点一")), Item("总则/圆/2", _text("圆点二"))), False),
            Figure("总则/图", "content/图.png", "黑色方块 <图>", _text("图1 方块")),
            organization(),
            PageBreak(),
            Paragraph("总则/2", _text(UNUSUAL)),
        ),
    )


def organization() -> Chart:
    """A chart of two trees, laid out."""
    leaves = tuple(Box(f"机构/{name}", _text(name)) for name in ("生产部", "IT 部"))
    manager = Box("机构/总经理", (Text("总经理", HERE), Break(), Text("<代行>", HERE)), leaves)
    boxes = (Box("机构/董事会", _text("董事会"), (manager,)), Box("机构/监事会", _text("监事会")))
    chart = lay_out(Chart("总则/机构", "组织机构图", boxes, _text("组织机构图（1）")), Area(442, 500))
    assert chart
    return chart


def _notice() -> tuple[Paragraph | Section, ...]:
    heading = Heading(1, "印发通知", _text("关于印发《手册》的通知"), numbered=False, listed_as="附件1　通知")
    imprint = (Group((Row((Cell(_text("人力资源部")), Cell(_text("2026年1月5日印发"), align="right"))),)),)
    below = (
        heading,
        Paragraph("印发通知/主送", _text("各部门："), role="addressee"),
        Paragraph("印发通知/附件", _text("附件：手册"), role="attachment"),
        Paragraph("印发通知/署名", _text("青桐岭木业有限公司"), role="signature", space=3),
        Paragraph("印发通知/日期", _text("2026年1月5日"), role="date", space=4),
        Table("印发通知/版记", (1, 1), (), imprint, role="imprint"),
    )
    return (
        Paragraph("印发通知/机关", _text("青桐岭木业有限公司文件"), role="issuer"),
        Paragraph("印发通知/文号", _text("青木发〔2026〕1号"), role="number"),
        Section("印发通知", below),
    )


def _department(style: Style) -> Section:
    first = style.list_formats[0]
    post = Section(
        "仓储部/仓库主任",
        (
            _heading(style, 2, "仓储部/仓库主任", 1, "仓库主任"),
            _heading(style, 3, "仓储部/仓库主任/职责", 1, "岗位职责"),
            ordered("仓储部/仓库主任/职责/列", first, "物资收发：负责收、存、发。", "交办工作：完成交办的工作。"),
            _heading(style, 3, "仓储部/仓库主任/考核", 2, "考核办法"),
            ordered("仓储部/仓库主任/考核/列", first, "物资收发：晚录入1天扣1分。"),
            Table("仓储部/仓库主任/表", (3, 6, 2), _head("要素", "标准", "满分"), _groups(), _text("评分表")),
            Note("仓储部/仓库主任/注", _text("注：按月评分。")),
        ),
    )
    return Section("仓储部", (_heading(style, 1, "仓储部", 2, "仓储部"), post))


def _head(*texts: str) -> tuple[Row, ...]:
    return (Row(tuple(Cell(_text(text), True) for text in texts)),)


def _groups() -> tuple[Group, ...]:
    merged = Row((Cell(_text("工作成效"), rowspan=2), Cell(_text("账实相符")), Cell(_text("10"), align="right")))
    lines = Cell((Text("当天录入"), Break(), Text("逐笔核对")))
    total = Row((Cell(_text("合计"), colspan=2), Cell(_text("20"), align="right")))
    return (Group((merged, Row((lines, Cell(_text("10"), align="right"))))), Group((total,)))


def _wide_table() -> Section:
    heading = Heading(1, "附表", _text("附表"), numbered=False)
    cells = Row(tuple(Cell(_text(f"第{number}列")) for number in range(1, 8)), height=9)
    return Section("附表", (heading, Table("附表/表", (1,) * 7, (), (Group((cells,)),))))
