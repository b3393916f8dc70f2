"""Templates: sandboxed Jinja2 that knows where everything it prints was written.

Two things are put into a template before it is compiled (`Positions.filter_stream`): each start tag carries the
template's own line (`at="layouts/standard.html:12"`), and each loop calls `tick()`, which counts against a budget, so
that no template can loop for ever. Each value printed is preceded by a processing instruction with its position
(`<?at 3:14:9:4?>`: file, line, column, length). `html_reader` takes both out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from docgen.problems import Problem, Words, error
from docgen.source import Position

START_TAG = re.compile(r"<([a-z][a-z0-9-]*)")

# A manual of 5,000 posts takes about 300,000 turns of a loop and 60 MB of text.
LOOP_BUDGET = 2_000_000
OUTPUT_BUDGET = 400_000_000

FILTERS = ("default", "first", "join", "last", "length", "list", "map", "reject", "rejectattr", "select", "selectattr")


class OverBudget(TemplateError):
    """A template looped or wrote more than any manual needs."""


class Rendered(NamedTuple):
    """What a template wrote. `paths` are the content files that its positions number."""

    xhtml: str
    paths: list[str]


class Positions(Extension):
    """Puts template lines on start tags, takes positions out of attribute values, and budgets loops."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        in_tag = in_loop_head = False
        previous = ""
        tokens = iter(stream)
        for token in tokens:
            if token.type == "data":
                in_tag = _ends_in_tag(token.value, in_tag)
                yield Token(token.lineno, "data", _with_lines(token.value, stream.name or "", token.lineno))
            elif token.type == "variable_begin" and in_tag:
                yield token
                yield Token(token.lineno, "lparen", "(")
            elif token.type == "variable_end" and in_tag:
                yield from _tokens(token.lineno, "rparen )", "pipe |", "name attribute")
                yield token
            else:
                if token.type == "name" and token.value == "for" and previous == "block_begin":
                    in_loop_head = True
                yield token
                if token.type == "block_end" and in_loop_head:
                    in_loop_head = False
                    yield from _tokens(token.lineno, "variable_begin {{", "name tick", "lparen (", "rparen )")
                    yield Token(token.lineno, "variable_end", "}}")
            previous = token.type


def _tokens(line: int, *tokens: str) -> Iterator[Token]:
    for token in tokens:
        kind, value = token.split(" ")
        yield Token(line, kind, value)


def _ends_in_tag(data: str, in_tag: bool) -> bool:
    opened, closed = data.rfind("<"), data.rfind(">")
    return in_tag if opened == closed == -1 else opened > closed


def _with_lines(data: str, name: str, first_line: int) -> str:
    def numbered(tag: re.Match[str]) -> str:
        line = first_line + data.count("\n", 0, tag.start())
        return f'{tag[0]} at="{name}:{line}"'

    return START_TAG.sub(numbered, data)


class Sandbox(ImmutableSandboxedEnvironment):
    """No attributes that start with `_`, no methods of texts, no repetition: nothing that can blow up or reach out."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not isinstance(obj, str | Mapping) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if not (isinstance(left, int) and isinstance(right, int) and operator == "*"):
            raise SecurityError(f"{operator} is for whole numbers only")
        return left * right


class Templates:
    """The template set of a project: its own `templates/` file by file over the built-in ones."""

    def __init__(self, folders: list[Path]) -> None:
        self._paths: dict[str, int] = {}
        self._loops = self._written = 0
        self.environment = Sandbox(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._positioned,
            extensions=[Positions],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters = {name: self.environment.filters[name] for name in FILTERS}
        self.environment.filters["attribute"] = str
        self.environment.globals = {"tick": self._tick}

    def has(self, name: str) -> bool:
        """Whether there is a template of this name ("layouts/standard.html")."""
        return name in self.environment.list_templates()

    def render(self, name: str, **context: object) -> Rendered | Problem:
        """What the template writes with `context`, or the problem at its own file and line."""
        self._loops = self._written = 0
        try:
            xhtml = self.environment.get_template(name).render(**context)
        except (TemplateError, RecursionError, TypeError, ValueError, ArithmeticError, LookupError) as failure:
            return _template_problem(name, failure)
        return Rendered(xhtml, list(self._paths))

    def _positioned(self, value: Any) -> str:
        """What is printed for a value: its position, then its text, line breaks as `<br/>`."""
        text = value if isinstance(value, Markup) else escape(str(value))
        self._written += len(text)
        if self._written > OUTPUT_BUDGET:
            raise OverBudget("the template writes too much")
        if isinstance(value, Markup):
            return value
        if "\n" in text:
            text = text.replace("\n", Markup("<br/>"))
        position: Position | None = getattr(value, "position", None)
        if position is None:
            return text
        number = self._paths.setdefault(position.path, len(self._paths))
        place = f"<?at {number}:{position.line}:{position.column}:{position.length}?>"
        return Markup(place) + text  # noqa: S704 - numbers only

    def _tick(self) -> str:
        self._loops += 1
        if self._loops > LOOP_BUDGET:
            raise OverBudget("the template's loops take too many turns")
        return ""


def _template_problem(name: str, failure: Exception) -> Problem:
    if isinstance(failure, TemplateSyntaxError):
        position = Position(f"templates/{failure.name or name}", failure.lineno)
    elif isinstance(failure, TemplateNotFound):
        position = Position(f"templates/{name}")
    else:
        position = _position_of(failure, name)
    code, zh, en = _kind_of(failure)
    return error(
        code,
        position,
        Words(f"模板写得不对：{zh}（{failure}）", f"the template is wrong: {en} ({failure})"),
        Words(
            "按行号改模板；不是自己的模板就删掉项目里 templates 下的同名文件，改回自带的",
            "mend the template at that line, or delete the project's copy to return to the built-in one",
        ),
    )


def _kind_of(failure: Exception) -> tuple[str, str, str]:
    kinds: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, str, str], ...] = (
        (TemplateSyntaxError, "TEMPLATE-SYNTAX", "语法错误", "a syntax error"),
        (TemplateNotFound, "TEMPLATE-MISSING", "没有这个模板", "no such template"),
        ((OverBudget, RecursionError), "TEMPLATE-ENDLESS", "循环或输出没有尽头", "it loops or writes without end"),
        (SecurityError, "TEMPLATE-UNSAFE", "用了不允许的操作", "it does what templates may not do"),
    )
    for kind, code, zh, en in kinds:
        if isinstance(failure, kind):
            return code, zh, en
    return "TEMPLATE-VALUE", "用到的名字或值不对", "a name or value it uses is wrong"


def _position_of(failure: Exception, name: str) -> Position:
    """Jinja gives the frames of a template the template's own file and line."""
    traceback, found = failure.__traceback__, Position(f"templates/{name}")
    while traceback:
        template = traceback.tb_frame.f_globals.get("name") if "environment" in traceback.tb_frame.f_globals else None
        if isinstance(template, str) and template.endswith(".html"):
            found = Position(f"templates/{template}", traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
