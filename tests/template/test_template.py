"""Templates: what they write, where it came from, and that none can reach out, run on or blow up."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.manual.listing import Line, Lines
from docgen.manual.model import Date
from docgen.problems import Problem, Words
from docgen.source import Position, Text
from docgen.template import Rendered, Templates

Render = Callable[..., Rendered | Problem]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Renders a template `own.html` of this text, beside others by name."""

    def render(text: str, others: dict[str, str] | None = None, /, **context: object) -> Rendered | Problem:
        for name, other in {"own.html": text, **(others or {})}.items():
            (tmp_path / name).write_text(other, encoding="utf-8")
        return Templates([tmp_path]).render("own.html", **context)

    return render


def xhtml(rendered: Rendered | Problem) -> str:
    assert isinstance(rendered, Rendered), rendered
    return rendered.xhtml


class Post(NamedTuple):
    name: Text
    members: tuple[str, ...] = ()
    issued: Date | None = None


DUTY = Text("物资<收>发 & “账”", Position("content/departments/仓储部.yaml", 14, 9, 4))
LINES = Text("上\n下", Position("content/manual.yaml", 3, 1, 2))


# What is printed


def test_a_value_is_preceded_by_its_position_and_escaped(render: Render) -> None:
    rendered = render("<p>{{ duty }}</p>\n<p>{{ lines }}{{ duty }}</p>", duty=DUTY, lines=LINES)

    assert rendered == Rendered(
        "own.html",
        '<p at="own.html:1"><?at 0?>物资&lt;收&gt;发 &amp; “账”</p>\n'
        '<p at="own.html:2"><?at 1?>上<br/><?at 1?>下<?at 2?>物资&lt;收&gt;发 &amp; “账”</p>',
        [DUTY.position, LINES.position, DUTY.position],
        [],
    )


def test_in_an_attribute_a_value_is_one_line_without_position(render: Render) -> None:
    rendered = render(
        "<section key=\"{{ key }}\"\n  kind='{{ kind }}'>{{ key }}</section>", key='a "b"\n<c>', kind="it's"
    )

    assert xhtml(rendered) == (
        '<section at="own.html:1" key="a &#34;b&#34; &lt;c&gt;"\n'
        "  kind='it&#39;s'>a &#34;b&#34;<br/>&lt;c&gt;</section>"
    )


@pytest.mark.parametrize(
    "text", ["{{ x }}", "{% for %}", "{# # #}", "<script>alert(1)</script>", "&amp;", "]]>", "?>", "<?at 0?>"]
)
def test_a_value_that_looks_like_a_template_or_a_tag_is_text(render: Render, text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert xhtml(render("<p>{{ text }}</p>", text=text)) == f'<p at="own.html:1">{escaped}</p>'


def test_values_in_a_row_keep_their_positions(render: Render) -> None:
    rendered = render("<p>{{ duties|series }}</p>", duties=(DUTY, LINES, DUTY))

    assert rendered == Rendered(
        "own.html",
        '<p at="own.html:1"><?at 0?>物资&lt;收&gt;发 &amp; “账”、<?at 1?>上<br/><?at 1?>下、'
        "<?at 2?>物资&lt;收&gt;发 &amp; “账”</p>",
        [DUTY.position, LINES.position, DUTY.position],
        [],
    )


def test_lines_are_printed_whole_as_one_mark(render: Render) -> None:
    lines = Lines([Line((DUTY,), LINES, "物资收发/1")])

    assert render("<ol>{{ lines }}</ol>", lines=lines) == Rendered(
        "own.html", '<ol at="own.html:1"><?lines 0?></ol>', [], [lines]
    )


def test_numbers_and_dates_are_printed_too(render: Render) -> None:
    issued = Date(date(2026, 1, 5), Text("2026-1-5", Position("content/manual.yaml", 4, 7, 8)))

    assert xhtml(render("{{ 3 + 4 * 2 - 1 }} {{ issued }}", issued=issued)) == "10 <?at 0?>2026年1月5日"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("post.issued", "NoneType"), ("post", "Post"), ("post.members", "tuple"), ("loop", "LoopContext")],
)
def test_what_has_no_text_cannot_be_printed(render: Render, printed: str, kind: str) -> None:
    template = "<p>\n{% for each in post.members %}\n{{ " + printed + " }}\n{% endfor %}</p>"

    problem = render(template, post=Post(DUTY, ("甲",)))

    assert problem == Problem(
        "error",
        "TEMPLATE-VALUE",
        Position("templates/own.html", 3),
        Words(
            f"模板写得不对：用到的名字或值不对（a value of type {kind} cannot be printed）",
            f"the template is wrong: a name or value it uses is wrong (a value of type {kind} cannot be printed)",
        ),
        Words(
            "按行号改模板；不是自己的模板就删掉项目里 templates 下的同名文件，改回自带的",
            "mend the template at that line, or delete the project's copy to return to the built-in one",
        ),
    )


def test_what_a_macro_writes_cannot_stand_in_an_attribute(render: Render) -> None:
    problem = render('{% macro name() %}甲{% endmacro %}\n\n<p key="{{ name() }}"/>')

    assert where_and_what(problem) == (
        "templates/own.html:3:1",
        "TEMPLATE-VALUE",
        "用到的名字或值不对（what a macro or a set block writes cannot stand in an attribute）",
    )


# Lines of start tags

EVERY_LINE = """\
<page-section>
  {# a comment
     of two lines #}
  <section>
  {% if yes %}
    <heading>1</heading>
  {% endif %}
  {%- if yes -%}

    <p/>
  {% else %}
    <note/>
  {% endif %}
  {% for each in "ab" %}
    <p key="{{ each }}
    "/><p
      key="2"/>
  {% endfor %}

{% macro item(text) %}

  <li>{{ text }}</li>{% endmacro %}
  <ol>{{ item("x") }}{{
    item("y") }}</ol>
  {% raw %}
  <p>{{ raw }}</p>
  {% endraw %}
  {% include "other.html" %}
  {% set block %}
    <note/>
  {% endset %}
  {{ block }}
  </section>
</page-section>
"""


def test_a_start_tag_says_where_it_stands_in_its_template(render: Render) -> None:
    written = xhtml(render(EVERY_LINE, {"other.html": "{# other #}\n\n  <table>\n</table>\n"}, yes=True))

    assert re.findall(r'<\S+ at="[^"]*"', written) == [
        '<page-section at="own.html:1"',
        '<section at="own.html:4"',
        '<heading at="own.html:6"',
        '<p at="own.html:10"',
        *['<p at="own.html:15"', '<p at="own.html:16"'] * 2,
        '<ol at="own.html:23"',
        '<li at="own.html:22"',
        '<li at="own.html:22"',
        '<p at="own.html:26"',
        '<table at="other.html:3"',
        '<note at="own.html:30"',
    ]


# Whose templates


def test_a_projects_own_file_stands_in_for_the_built_in_one_alone(tmp_path: Path) -> None:
    for name, text in {
        "own/parts/list.html": "own",
        "built-in/parts/list.html": "built-in",
        "built-in/layout.html": '{% include "parts/list.html" %}, built-in',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    assert xhtml(Templates([tmp_path / "own", tmp_path / "built-in"]).render("layout.html")) == "own, built-in"


# Mistakes


def where_and_what(problem: Rendered | Problem) -> tuple[str, str, str]:
    assert isinstance(problem, Problem), problem
    return str(problem.position), problem.code, problem.message.zh.removeprefix("模板写得不对：")


@pytest.mark.parametrize(
    ("template", "line", "code", "message"),
    [
        ("<p>\n\n{{ nmae }}</p>", 3, "VALUE", "'nmae' is undefined"),
        ('<p>\n<p key="{{ nmae }}"/>', 2, "VALUE", "'nmae' is undefined"),
        ("<p>\n{{ loop.nmae }}</p>", 2, "VALUE", "'loop' is undefined"),
        ("{% for a in 5 %}{% endfor %}", 1, "VALUE", "'int' object is not iterable"),
        ("\n{{ name() }}", 2, "VALUE", "'Text' object is not callable"),
        ("\n{{ 1 // 0 }}", 2, "UNSAFE", "// is for whole numbers up to 1000000000 and + - * only"),
        ("\n\n{% if %}{% endif %}", 3, "SYNTAX", "Expected an expression, got 'end of statement block'"),
        ("\n{% if 1 %}\n\n{{ name }\n{% endif %}", 4, "SYNTAX", "unexpected '}'"),
        ("\n{{ name|upper }}", 2, "SYNTAX", "No filter named 'upper'."),
        ("\n\n{% include 'nowhere.html' %}", 3, "MISSING", "nowhere.html"),
        ("\n{% from 'nowhere.html' import a %}", 2, "MISSING", "nowhere.html"),
        ("\n{% include '../secret' %}", 2, "MISSING", "../secret"),
    ],
)
def test_a_mistake_is_a_problem_at_its_line(render: Render, template: str, line: int, code: str, message: str) -> None:
    kinds = {
        "VALUE": "用到的名字或值不对",
        "UNSAFE": "用了不允许的操作",
        "SYNTAX": "语法错误",
        "MISSING": "没有这个模板",
    }

    assert where_and_what(render(template, name=DUTY)) == (
        f"templates/own.html:{line}:1",
        f"TEMPLATE-{code}",
        f"{kinds[code]}（{message}）",
    )


def test_a_mistake_in_a_macro_is_shown_where_the_macro_is(render: Render) -> None:
    others = {"macros.html": "{% macro titled(part) %}\n\n{{ part.titel }}\n{% endmacro %}"}

    problem = render('{% from "macros.html" import titled %}\n{{ titled(5) }}', others)

    assert where_and_what(problem) == (
        "templates/macros.html:3:1",
        "TEMPLATE-VALUE",
        "用到的名字或值不对（'int object' has no attribute 'titel'）",
    )


def test_a_syntax_error_is_shown_in_the_file_that_has_it(render: Render) -> None:
    problem = render('<p>\n{% include "broken.html" %}', {"broken.html": "\n\n{{ ) }}"})

    assert where_and_what(problem) == ("templates/broken.html:3:1", "TEMPLATE-SYNTAX", "语法错误（unexpected ')'）")


def test_a_missing_template_is_a_problem_of_its_own(tmp_path: Path) -> None:
    assert where_and_what(Templates([tmp_path]).render("layouts/own.html")) == (
        "templates/layouts/own.html:1:1",
        "TEMPLATE-MISSING",
        "没有这个模板（layouts/own.html）",
    )


def test_a_template_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_bytes("<p>职责</p>".encode("gb18030"))

    position, code, _ = where_and_what(Templates([tmp_path]).render("own.html"))

    assert (position, code) == ("templates/own.html:1:1", "FILE-ENCODING")


# Without end

THOUSAND = tuple(range(1000))


TWICE = "{{ twice(n - 1) }}{{ twice(n - 1) }}"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% for a in many %}\n{% for b in many %}\n{% for c in many %}\n" + "{% endfor %}" * 3, 3),
        ("{% macro twice(n) %}\n{% if n %}\n" + TWICE + "{% endif %}{% endmacro %}\n{{ twice(99) }}", 3),
        ("{% set left = left - 1 %}\n{% if left %}\n" + "{% include 'own.html' %}" * 2 + "{% endif %}", 3),
        ("{% for a in many recursive %}\n{{ loop(many) if loop.depth < 99 else '' }}{% endfor %}", 2),
        ("{% block a %}{% for b in many %}\n{{ self.a() if left else '' }}{% endfor %}{% endblock %}", 2),
        ("{% for a in many %}\n{{ range(1000000)|list|length }}{% endfor %}", 2),
        ("\n{% for a in range(1000000000) %}{% endfor %}", 2),
        ("{% macro on() %}\n{{ on() }}{% endmacro %}\n{{ on() }}", 2),
        ("\n{% include 'own.html' %}", 2),
        ("\n{% extends 'own.html' %}", 2),
    ],
    ids=[
        "loops", "two calls each", "two includes each", "recursive loop", "block", "long lists", "range", "macro",
        "include", "extends",
    ],
)  # fmt: skip
def test_an_endless_template_is_a_problem(render: Render, template: str, line: int) -> None:
    position, code, message = where_and_what(render(template, many=THOUSAND, left=60))

    assert (position, code) == (f"templates/own.html:{line}:1", "TEMPLATE-ENDLESS")
    assert message in ("循环或输出没有尽头", "没有尽头地调用自己")


DOUBLE = "{% macro double(a) %}\n{% set b %}{{ a }}{{ a }}{% endset %}\n{{ double(b) }}{% endmacro %}"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in many %}{% for b in many %}\n{{ text }}\n{% endfor %}{% endfor %}",
        "{% for a in many %}{% for b in many %}\n" + "字" * 10_000 + "\n{% endfor %}{% endfor %}",
        DOUBLE + "{{ double(text) }}",
    ],
    ids=["values", "the template's own text", "doubling"],
)
def test_a_template_that_writes_without_end_is_a_problem(render: Render, template: str) -> None:
    problem = render(template, many=THOUSAND, text="字" * 10_000)

    assert where_and_what(problem) == ("templates/own.html:2:1", "TEMPLATE-ENDLESS", "循环或输出没有尽头")


def test_the_budget_is_each_renderings_own(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}")
    templates = Templates([tmp_path])

    for _ in range(4):  # 1,002,001 steps each
        assert xhtml(templates.render("own.html", many=THOUSAND)) == ""


# What templates may not do


@pytest.mark.parametrize("expression", ["'x' * 10**9", "'x' * 1000000000", "[1] * 9", "name + name", "'%99d' % 1"])
def test_only_whole_numbers_are_reckoned_with(render: Render, expression: str) -> None:
    position, code, message = where_and_what(render(f"<p>\n{{{{ {expression} }}}}", name=DUTY))

    assert (position, code) == ("templates/own.html:2:1", "TEMPLATE-UNSAFE")
    assert message.endswith(" is for whole numbers up to 1000000000 and + - * only）")


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("name ~ name", "texts are not joined with ~: print them one after the other, {{ a }}{{ b }}"),
        ("[name, name]", "a list in a template holds texts and numbers, no names"),
        ("(name, name)", "a tuple in a template holds texts and numbers, no names"),
        ("{'a': name}", "a template cannot make a dict"),
        ("name|center(1000000000)", "No filter named 'center'."),
        ("name|format(1)", "No filter named 'format'."),
        ("name|indent(1000000000)", "No filter named 'indent'."),
        ("name|replace('', name)", "No filter named 'replace'."),
        ("name|join(name)", "No filter named 'join'."),
        ("name|safe", "No filter named 'safe'."),
    ],
)
def test_nothing_makes_a_small_text_large(render: Render, expression: str, message: str) -> None:
    problem = render(f"<p>\n{{{{ {expression} }}}}", name=DUTY)

    assert where_and_what(problem) == ("templates/own.html:2:1", "TEMPLATE-SYNTAX", f"语法错误（{message}）")


@pytest.mark.parametrize(
    ("expression", "attribute"),
    [
        ("name.upper()", "'upper' of 'Text'"),
        ("'{:9999999999}'.format(1)", "'format' of 'str'"),
        ("''['format'](1)", "'format' of 'str'"),
        ("''.__class__", "'__class__' of 'str'"),
        ("post.__init__.__globals__", "'__init__' of 'Post'"),
        ("post.issued.value.strftime('%99d')", "'strftime' of 'date'"),
        ("function.__globals__", "'__globals__' of 'function'"),
        ("table.items()", "'items' of 'dict'"),
        ("self._TemplateReference__context", "'_TemplateReference__context' of 'TemplateReference'"),
    ],
)
def test_only_fields_of_the_model_can_be_read(render: Render, expression: str, attribute: str) -> None:
    post = Post(DUTY, issued=Date(date(2026, 1, 5), DUTY))

    problem = render(f"<p>\n{{{{ {expression} }}}}", name=DUTY, post=post, function=xhtml, table={})

    assert where_and_what(problem) == (
        "templates/own.html:2:1",
        "TEMPLATE-UNSAFE",
        f"用了不允许的操作（access to attribute {attribute} object is unsafe.）",
    )


@pytest.mark.parametrize("name", ["cycler", "dict", "joiner", "lipsum", "namespace"])
def test_jinjas_own_functions_are_not_there(render: Render, name: str) -> None:
    assert where_and_what(render(f"<p>\n{{{{ {name} }}}}")) == (
        "templates/own.html:2:1",
        "TEMPLATE-VALUE",
        f"用到的名字或值不对（'{name}' is undefined）",
    )


def test_escaping_cannot_be_switched_off(render: Render) -> None:
    problem = render("\n{% autoescape false %}{{ name }}{% endautoescape %}", name=DUTY)

    assert where_and_what(problem) == (
        "templates/own.html:2:1",
        "TEMPLATE-SYNTAX",
        "语法错误（autoescape is always on）",
    )


def test_values_in_a_row_keep_their_positions_each(render: Render) -> None:
    names = [Text(name, Position("content/manual.yaml", 7, column, 1)) for column, name in ((6, "甲"), (8, "<乙>"))]

    rendered = render("<p>{{ names|series }}</p>{{ none_of_them|series }}", names=names, none_of_them=[])

    assert isinstance(rendered, Rendered)
    assert rendered.xhtml == '<p at="own.html:1"><?at 0?>甲、<?at 1?>&lt;乙&gt;</p>'
    assert rendered.positions == [name.position for name in names]


def test_range_counts_rows(render: Render) -> None:
    assert xhtml(render("{% for row in range(1, 4) %}{{ row }}{% endfor %}{{ range(2)|list|length }}")) == "1232"


def test_fields_of_the_model_and_of_dictionaries_can_be_read(render: Render) -> None:
    template = "{% for each in post.members %}{{ loop.index }}{{ each }}{% endfor %}{{ names['职责'] }}"

    assert xhtml(render(template, post=Post(DUTY, ("甲", "乙")), names={"职责": "工作"})) == "1甲2乙工作"


def test_members_can_be_chosen_by_a_field(render: Render) -> None:
    posts = [Post(DUTY, ("甲",)), Post(DUTY)]

    assert xhtml(render('{{ posts|selectattr("members")|list|length }}', posts=posts)) == "1"
    assert isinstance(render('{{ posts|selectattr("__class__")|list|length }}', posts=posts), Problem)


def test_a_template_that_notepad_saved_in_another_encoding_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text('<p>岗位</p>\n{% include "part.html" %}', encoding="utf-8")
    (tmp_path / "part.html").write_text("<p>岗位职责</p>", encoding="gbk")
    problem = Templates([tmp_path]).render("own.html")

    assert isinstance(problem, Problem)
    assert (str(problem.position), problem.code, problem.message.zh) == (
        "templates/part.html:1:1",
        "FILE-ENCODING",
        "文件的编码是 GBK/GB18030，不是 UTF-8",
    )
