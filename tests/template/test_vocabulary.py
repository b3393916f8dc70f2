"""What each element may have and hold, and which node it becomes."""

from __future__ import annotations

import pytest

from docgen.problems import Problem, Words
from docgen.source import Position
from docgen.template import Rendered
from docgen.template.html_reader import read_xhtml
from docgen.tree import (
    Block,
    Cell,
    Contents,
    Cover,
    CoverField,
    Emphasis,
    Figure,
    Group,
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


def read(xhtml: str) -> tuple[PageSection, ...] | Problem:
    return read_xhtml(Rendered("own.html", xhtml, []))


def block(xhtml: str) -> Block:
    """The one block of a page section."""
    sections = read(f'<page-section key="页">{xhtml}</page-section>')
    assert not isinstance(sections, Problem), sections
    (block,) = sections[0].blocks
    return block


def text(text: str) -> tuple[Text, ...]:
    return (Text(text),)


@pytest.mark.parametrize(
    ("xhtml", "expected"),
    [
        ("<p>段</p>", Paragraph("页/p1", text("段"))),
        ('<p key="甲">段</p>', Paragraph("页/甲", text("段"))),
        ("<note>注</note>", Note("页/note1", text("注"))),
        ("<page-break/>", PageBreak()),
        ('<section key="节"><page-break/></section>', Section("页/节", (PageBreak(),))),
        ("<ol><li>一</li></ol>", List("页/ol1", (Item("页/ol1/1", text("一")),))),
        ("<ul><li>一</li></ul>", List("页/ul1", (Item("页/ul1/1", text("一")),), ordered=False)),
        ('<toc levels="3" title="目次"/>', Contents("页/toc1", 3, "目次")),
        ("<toc/>", Contents("页/toc1", 2, "目录")),
        (
            '<figure src="content/图.png" alt="厂区"><caption>图1</caption></figure>',
            Figure("页/figure1", "content/图.png", "厂区", text("图1")),
        ),
        (
            '<cover><field name="version" label="版本">2026.1</field></cover>',
            Cover("页/cover1", (CoverField("version", "版本", text("2026.1")),)),
        ),
    ],
)
def test_an_element_becomes_its_node(xhtml: str, expected: Block) -> None:
    assert block(xhtml) == expected


@pytest.mark.parametrize(
    ("xhtml", "expected"),
    [
        ("<strong> 要 </strong>", Strong(text("要"))),
        ("<em>点</em>", Emphasis(text("点"))),
        ('<a href="https://a.b/?x=1&amp;y=2">网</a>', Link("https://a.b/?x=1&y=2", text("网"))),
        ('<a href="mailto:a@b.cn">邮</a>', Link("mailto:a@b.cn", text("邮"))),
        ('<ref to="仓储部/仓库主任">见</ref>', Ref("仓储部/仓库主任", text("见"))),
    ],
)
def test_an_inline_element_becomes_its_node(xhtml: str, expected: Strong | Emphasis | Link | Ref) -> None:
    assert block(f"<p>{xhtml}</p>") == Paragraph("页/p1", (expected,))


def test_a_page_section_says_kind_orientation_and_page_numbers() -> None:
    assert read(
        '<page-section key="a" kind="front" orientation="landscape" page-numbers="roman" restart="yes"/><page-section/>'
    ) == (PageSection("a", "front", (), "landscape", "roman", True), PageSection("page-section1", "body", ()))


def test_a_table_has_head_groups_and_spans() -> None:
    assert block(
        '<table columns="1 3 2"><caption>评分</caption>'
        '<thead><tr><th>项目</th><th colspan="2" align="left">标准</th></tr></thead>'
        '<tbody key="成效"><tr><th rowspan="2">成效</th><td align="right">1</td><td/></tr>'
        '<tr><td key="二">2</td><td/></tr></tbody>'
        "</table>"
    ) == Table(
        "页/table1",
        (1, 3, 2),
        (Row((Cell(text("项目"), True, align="center"), Cell(text("标准"), True, 2))),),
        (
            Group(
                (
                    Row((Cell(text("成效"), True, 1, 2, "center"), Cell(text("1"), align="right"), Cell(()))),
                    Row((Cell(text("2"), key="页/table1/成效/二"), Cell(()))),
                ),
                "页/table1/成效",
            ),
        ),
        text("评分"),
    )


NUMBER_HELP = Words("写一个从 1 起的整数", "write a whole number from 1")
INSIDE_HELP = Words("写项目里的路径，例如 content/图.png", "write a path in the project")
WIDTHS_HELP = Words('写各栏的宽度比，例如 "3 5 12"', 'write the relative widths: "3 5 12"')


@pytest.mark.parametrize(
    ("xhtml", "message", "help"),
    [
        ('<toc levels="0"/>', '<toc> 的 levels="0" 不对', NUMBER_HELP),
        ('<toc levels="二"/>', '<toc> 的 levels="二" 不对', NUMBER_HELP),
        (
            '<table columns="1"><tbody><tr><td rowspan="-1"/></tr></tbody></table>',
            '<td> 的 rowspan="-1" 不对',
            NUMBER_HELP,
        ),
        (
            '<section><heading numbered="maybe">题</heading></section>',
            '<heading> 的 numbered="maybe" 不对',
            Words("可以写：yes no", "write one of: yes no"),
        ),
        ('<table columns="1 b"/>', '<table> 的 columns="1 b" 不对', WIDTHS_HELP),
        ('<table columns="1 0"/>', '<table> 的 columns="1 0" 不对', WIDTHS_HELP),
        ('<table columns=""/>', '<table> 的 columns="" 不对', WIDTHS_HELP),
        (
            '<p><a href="javascript:alert(1)">x</a></p>',
            '<a> 的 href="javascript:alert(1)" 不对',
            Words("写 https:// 开头的网址或 mailto: 邮箱", "write https://… or mailto:…"),
        ),
        ("<table/>", "<table> 缺少属性 columns", Words('补上 columns="…"', 'add columns="…"')),
        *(
            (f'<figure src="{path}"/>', f'<figure> 的 src="{path}" 不对', INSIDE_HELP)
            for path in ("/etc/passwd", "content/../../图.png", "..\\\\图.png", "C:图.png", "https://a.b/图.png")
        ),
        ("<figure/>", "<figure> 缺少属性 src", Words('补上 src="…"', 'add src="…"')),
        ("<p><ref>x</ref></p>", "<ref> 缺少属性 to", Words('补上 to="…"', 'add to="…"')),
        ("<p><a>x</a></p>", "<a> 缺少属性 href", Words('补上 href="…"', 'add href="…"')),
    ],
)
def test_a_wrong_or_missing_value_of_an_attribute(xhtml: str, message: str, help: Words) -> None:
    problem = read(f"<page-section>{xhtml}</page-section>")

    assert isinstance(problem, Problem)
    assert (problem.code, problem.message.zh, problem.help) == ("TEMPLATE-ATTRIBUTE", message, help)


SHORT_ROW = "表格里一个 <thead> 或 <tbody> 的第 {} 行不是 2 栏"


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ("<tbody><tr><td/></tr></tbody>", SHORT_ROW.format(1)),
        ("<tbody><tr><td/><td/></tr><tr><td/><td/><td/></tr></tbody>", SHORT_ROW.format(2)),
        ("<thead><tr><th colspan='3'/></tr></thead>", SHORT_ROW.format(1)),
        ("<tbody><tr><td rowspan='2'/><td/></tr><tr><td/><td/></tr></tbody>", SHORT_ROW.format(2)),
        ("<tbody><tr/></tbody>", SHORT_ROW.format(1)),
        ("<tbody><tr><td rowspan='2'/><td/></tr></tbody>", 'rowspan="2" 伸出了它的 <tbody>'),
        ("<tbody><tr><td colspan='999999999'/></tr></tbody>", SHORT_ROW.format(1)),
    ],
)
def test_a_table_whose_rows_do_not_fill_it(groups: str, message: str) -> None:
    problem = read(f'<page-section><table at="own.html:7" columns="1 1">{groups}</table></page-section>')

    assert isinstance(problem, Problem)
    assert (problem.position, problem.code, problem.message.zh) == (
        Position("templates/own.html", 7),
        "TEMPLATE-TABLE",
        message,
    )


@pytest.mark.parametrize(
    ("xhtml", "code", "message"),
    [
        (
            "<section><heading>一</heading><p/><heading>二</heading></section>",
            "TEMPLATE-ELEMENT",
            "<section> 只有一个 <heading>，写在最前面",
        ),
        ("<heading>一</heading>", "TEMPLATE-ELEMENT", "<page-section> 里不能用 <heading>"),
        (
            "<section>" * 10 + "<heading>深</heading>" + "</section>" * 10,
            "TEMPLATE-ELEMENT",
            "<section> 套了 10 层，最多 9 层",
        ),
        ("<ol><li>前<ul><li>里</li></ul>后</li></ol>", "TEMPLATE-TEXT", "<li> 里的文字要写在里层列表前面"),
    ],
)
def test_what_the_tree_cannot_hold(xhtml: str, code: str, message: str) -> None:
    problem = read(f"<page-section>{xhtml}</page-section>")

    assert isinstance(problem, Problem)
    assert (problem.code, problem.message.zh) == (code, message)
