"""The strict reader: template text in, tree nodes out, and every mistake a problem at the template's own line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.manual.listing import Line, Lines
from docgen.problems import Problem, Words
from docgen.source import Position
from docgen.source import Text as Written
from docgen.template import Rendered, Templates
from docgen.template.html_reader import read_xhtml
from docgen.tree import Break, Heading, Item, List, PageSection, Paragraph, Section, Strong, Text, plain

Read = Callable[..., tuple[PageSection, ...] | Problem]

NAME = Written("仓储部", Position("content/departments/仓储部.yaml", 1, 5, 3))
DUTY = Written("负责收、存、发。", Position("content/departments/仓储部.yaml", 14, 9, 8))


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Renders a template `own.html` of this text and reads what it wrote."""

    def read(text: str, **context: object) -> tuple[PageSection, ...] | Problem:
        (tmp_path / "own.html").write_text(text, encoding="utf-8")
        rendered = Templates([tmp_path]).render("own.html", **context)
        assert isinstance(rendered, Rendered), rendered
        return read_xhtml(rendered)

    return read


# Nodes, keys and positions

DEPARTMENT = """\
<page-section key="" kind="body" restart="yes">
  <section key="{{ name }}">
    <heading>{{ name }}（试行）</heading>
    <p>  Two
      lines  and <strong> {{ duty }} </strong> .</p>
    <section key="职责">
      <ol>
        <li key="物资收发">物资收发：{{ duty }}</li>
        <li>甲<br/> 乙 <ul><li>{{ duty }}</li></ul></li>
      </ol>
    </section>
  </section>
</page-section>
"""


def test_nodes_carry_keys_within_keys_and_where_their_values_were_written(read: Read) -> None:
    here, there = NAME.position, DUTY.position
    bullets = List(
        "仓储部/职责/ol1/1/ul1",
        (Item("仓储部/职责/ol1/1/ul1/1", (Text(DUTY, there),), source=there),),
        ordered=False,
        source=there,
    )
    duties = List(
        "仓储部/职责/ol1",
        (
            Item("仓储部/职责/ol1/物资收发", (Text("物资收发："), Text(DUTY, there)), source=there),
            Item("仓储部/职责/ol1/1", (Text("甲"), Break(), Text("乙")), (bullets,), source=there),
        ),
        source=there,
    )
    paragraph = Paragraph("仓储部/p1", (Text("Two lines and "), Strong((Text(DUTY, there),)), Text(" .")), source=there)
    heading = Heading(1, "仓储部", (Text("仓储部（试行）", here),), source=here)

    assert read(DEPARTMENT, name=NAME, duty=DUTY) == (
        PageSection(
            "仓储部",
            "body",
            (Section("仓储部", (heading, paragraph, Section("仓储部/职责", (duties,), there)), here),),
            restart=True,
        ),
    )


def test_a_page_section_without_a_key_has_that_of_what_it_holds(read: Read) -> None:
    sections = read(
        '<page-section key=""><section key="总则"/></page-section><page-section key="附"><p/></page-section>'
    )

    assert not isinstance(sections, Problem)
    assert [(section.key, section.blocks[0].key) for section in sections] == [("总则", "总则"), ("附", "附/p1")]  # type: ignore[union-attr]


def test_an_empty_template_writes_nothing(read: Read) -> None:
    assert read("\n{# nothing #}\n") == ()


# Text


def paragraph_of(read: Read, template: str, **context: object) -> Paragraph:
    sections = read(f"<page-section>{template}</page-section>", **context)
    assert not isinstance(sections, Problem), sections
    (paragraph,) = sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph


@pytest.mark.parametrize(
    "text",
    ["{{ x }}", "<script>alert(1)</script>", "A & B", "]]>", "?>", "<?at 0?>", "<!-- -->", "\"'", "\u3000缩进"],
)  # fmt: skip
def test_a_value_comes_out_as_typed(read: Read, text: str) -> None:
    value = Written(text, Position("content/common.yaml", 7, 3, len(text)))

    assert paragraph_of(read, '<p key="{{ value }}">{{ value }}</p>', value=value) == Paragraph(
        f"page-section1/{text}", (Text(text, value.position),), value.position
    )


def test_a_very_long_line_is_one_text(read: Read) -> None:
    value = Written("字 &<" * 100_000, Position("content/common.yaml", 7, 3, 400_000))

    assert paragraph_of(read, "<p>{{ value }}</p>", value=value).children == (Text(value, value.position),)


def test_line_breaks_of_a_value_are_kept(read: Read) -> None:
    value = Written("一 \n 二\n\n三", Position("content/common.yaml", 7, 3))
    here = value.position

    assert paragraph_of(read, "<p>\n  {{ value }}\n</p>", value=value).children == (
        Text("一", here), Break(), Text("二", here), Break(), Break(), Text("三", here),
    )  # fmt: skip


def test_white_space_between_values_is_one_space(read: Read) -> None:
    first, second = (
        Written(text, Position("content/common.yaml", line, 3)) for line, text in enumerate(("a ", " b"), 1)
    )

    assert plain(paragraph_of(read, "<p>{{ a }}\n  {{ b }}</p>", a=first, b=second).children) == "a b"


SPACES = re.compile("[ \t\r\n]+")
# What decoding lets through: no controls, surrogates or noncharacters.
TYPED = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n\t"))


@given(text=TYPED)
def test_any_text_comes_out_as_the_same_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "own.html").write_text('<page-section><p key="{{ duty }}">{{ duty }}</p></page-section>')
    rendered = Templates([folder]).render("own.html", duty=Written(text, Position("content/x.yaml", 1, 1)))
    assert isinstance(rendered, Rendered)
    sections = read_xhtml(rendered)

    assert not isinstance(sections, Problem), sections
    (paragraph,) = sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert SPACES.sub(" ", plain(paragraph.children)).strip(" ") == SPACES.sub(" ", text).strip(" ")
    assert paragraph.key == "page-section1/" + text.replace("\n", " ").replace("\t", " ")


# Mistakes


@pytest.mark.parametrize(
    ("template", "line", "code", "message", "help"),
    [
        (
            "<page-section>\n<p>\n<b>x</b></p></page-section>",
            3,
            "TEMPLATE-ELEMENT",
            Words("<p> 里不能用 <b>", "<b> cannot stand in <p>"),
            Words("这里可以用：a br em ref strong", "elements known here: a br em ref strong"),
        ),
        (
            "\n<p>x</p>",
            2,
            "TEMPLATE-ELEMENT",
            Words("最外层不能用 <p>", "<p> cannot stand in <document>"),
            Words("这里可以用：page-section", "elements known here: page-section"),
        ),
        (
            "<page-section>\n<toc>\n<p/></toc></page-section>",
            3,
            "TEMPLATE-ELEMENT",
            Words("<toc> 里不能用 <p>", "<p> cannot stand in <toc>"),
            Words("这里可以用：-", "elements known here: -"),
        ),
        (
            "<page-section>\n<section>\n<P>x</P></section></page-section>",
            3,
            "TEMPLATE-ELEMENT",
            Words("<section> 里不能用 <P>", "<P> cannot stand in <section>"),
            Words(
                "这里可以用：articles chart cover figure heading note ol p page-break section table toc ul",
                "elements known here: articles chart cover figure heading note ol p page-break section table toc ul",
            ),
        ),
        (
            '<page-section>\n<p\n\n  style="color: red">x</p></page-section>',
            2,
            "TEMPLATE-ATTRIBUTE",
            Words("<p> 没有属性 style", "<p> has no attribute style"),
            Words("可以用的属性：key role space", "attributes known here: key role space"),
        ),
        (
            "<page-section>\n  <ol>\n    物资收发：负责各类物资的收、存、发和保管。\n  </ol></page-section>",
            2,
            "TEMPLATE-TEXT",
            Words("<ol> 里不能直接写文字“物资收发：负责各类物资的收、存、发和保管”", "text cannot stand in <ol>"),
            Words("把文字放进 <p>、<li>、<td> 等", "put it into <p>, <li>, <td> …"),
        ),
        (
            "说明",
            1,
            "TEMPLATE-TEXT",
            Words("最外层不能直接写文字“说明”", "text cannot stand in <document>"),
            Words("把文字放进 <p>、<li>、<td> 等", "put it into <p>, <li>, <td> …"),
        ),
    ],
    ids=["unknown", "top", "empty element", "capital", "attribute", "text", "text at the top"],
)  # fmt: skip
def test_what_is_not_in_the_vocabulary_is_a_problem(
    read: Read, template: str, line: int, code: str, message: Words, help: Words
) -> None:
    assert read(template) == Problem("error", code, Position("templates/own.html", line), message, help)


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("<page-section>\n<p>x\n</page-section>", 2, "<p> 没有关上，或关错了"),
        ("<page-section>\n<p>x</p>\n", 1, "<page-section> 没有关上，或关错了"),
        ("<page-section>\n<p>x</note></page-section>", 2, "<p> 没有关上，或关错了"),
        ("<page-section>\n<p/></page-section></section>", 2, "标签写得不对（mismatched tag）"),
        ("</document><page-section/>", 1, "标签写得不对（junk after document element）"),
        ("<page-section>\n<p>A & B</p></page-section>", 2, "标签写得不对（not well-formed (invalid token)）"),
        ("<page-section>\n\n<p>&nbsp;</p></page-section>", 3, "标签写得不对（undefined entity）"),
        ("<page-section>\n<p key=x/></page-section>", 2, "标签写得不对（not well-formed (invalid token)）"),
        ('<page-section>\n<p key="a" key="b"/></page-section>', 2, "标签写得不对（duplicate attribute）"),
        ('<page-section>\n<p at="x"/></page-section>', 2, "标签写得不对（duplicate attribute）"),
        ("<!DOCTYPE html>\n<page-section/>", 1, "标签写得不对（not well-formed (invalid token)）"),
        ("\n<page-section/>\n\n<?xml ?>", 2, "标签写得不对（XML or text declaration not at start of entity）"),
        ("<page-section>\n<!-- note --></page-section>", 1, "模板里不能有 <!-- -->、<![CDATA[ 和 <? ?>"),
        ("<page-section>\n<p><![CDATA[ <x> ]]></p></page-section>", 2, "模板里不能有 <!-- -->、<![CDATA[ 和 <? ?>"),
        ("<page-section>\n<p/><?php echo ?></page-section>", 2, "模板里不能有 <!-- -->、<![CDATA[ 和 <? ?>"),
        ("<page-section>\n<p/><?at 9?></page-section>", 2, "模板里不能有 <!-- -->、<![CDATA[ 和 <? ?>"),
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_a_problem_at_its_tag(read: Read, template: str, line: int, message: str) -> None:
    problem = read(template)

    assert isinstance(problem, Problem)
    assert (problem.position, problem.code, problem.message.zh) == (
        Position("templates/own.html", line),
        "TEMPLATE-MALFORMED",
        message,
    )


def test_a_mistake_in_an_included_file_is_shown_there(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text('<page-section>{% include "part.html" %}</page-section>')
    (tmp_path / "part.html").write_text("\n{% if true %}\n  <wrong/>\n{% endif %}")
    rendered = Templates([tmp_path]).render("own.html")
    assert isinstance(rendered, Rendered)

    problem = read_xhtml(rendered)

    assert isinstance(problem, Problem)
    assert (problem.position, problem.code) == (Position("templates/part.html", 3), "TEMPLATE-ELEMENT")


# Lists printed whole

LINES = Lines(
    [
        Line((NAME, DUTY), Written("第一行\n第二行", DUTY.position), "1"),
        Line((), Written("甲  乙", DUTY.position), "物资收发/2"),
    ]
)


def test_tags_nest_only_so_deep(read: Read) -> None:
    problem = read("<page-section>\n<p>" + "<strong>" * 3000 + "甲" + "</strong>" * 3000 + "</p></page-section>")

    assert isinstance(problem, Problem)
    assert (problem.code, problem.position) == ("TEMPLATE-DEPTH", Position("templates/own.html", 2))
    assert problem.message.zh == "<strong> 套了 101 层，太深了"


def test_lines_become_items_led_by_their_titles(read: Read) -> None:
    sections = read(
        '<page-section key="" kind="body"><section key="职责">\n<ol>{{ lines }}</ol></section></page-section>',
        lines=LINES,
    )

    assert not isinstance(sections, Problem)
    section = sections[0].blocks[0]
    assert isinstance(section, Section)
    at, name_at = DUTY.position, NAME.position
    titled = (
        Text("仓储部、", name_at),
        Text("负责收、存、发。：", at),
        Text("第一行", at),
        Break(),
        Text("第二行", at),
    )
    assert section.blocks == (
        List(
            "职责/ol1",
            (
                Item("职责/ol1/1", titled, (), name_at),
                Item("职责/ol1/物资收发/2", (Text("甲 乙", at),), (), at),
            ),
            source=name_at,
        ),
    )


def test_lines_stand_in_lists_only(read: Read) -> None:
    problem = read('<page-section key="" kind="body">\n<p>{{ lines }}</p></page-section>', lines=LINES)

    assert isinstance(problem, Problem)
    assert (str(problem.position), problem.code, problem.message.zh) == (
        "templates/own.html:2:1",
        "TEMPLATE-TEXT",
        "<p> 里不能印一串列表项",
    )
