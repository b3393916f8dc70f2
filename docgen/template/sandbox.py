"""The sandbox that templates run in: what they may read and call, how much they may do, and where each tag stands.

Two things are put into a template before it is compiled: each start tag carries the template's own line
(`Positions.filter_stream`: `at="layouts/standard.html:12"`), and each block of statements (a loop's body, a macro's, a
branch) counts against a budget (`Compiler.blockvisit`), so that no template can loop for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from types import FunctionType, MethodType
from typing import Any, NoReturn, cast

from jinja2 import Template, TemplateRuntimeError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from docgen.format import Record

START_TAG = re.compile(r"<([^\W\d][\w.-]*)")

# What one rendering may take. A chapter of 1,000 posts takes 1,600,000 steps and prints 20 MB; a step takes Jinja about
# a microsecond.
STEP_BUDGET = 10_000_000
OUTPUT_BUDGET = 200_000_000
STEPS = (nodes.Output, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test)
CALL_STEPS = 30
PLAIN_CALLS = frozenset([Macro, FunctionType, MethodType, partial])
LARGEST_NUMBER = 1_000_000_000


class OverBudget(TemplateRuntimeError):
    """A template loops or writes more than any manual needs."""


class Positions(Extension):
    """Puts template lines on start tags, and takes positions out of attribute values."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        in_tag = False
        for token in stream:
            if token.type == "data":
                in_tag = _ends_in_tag(token.value, in_tag)
                yield Token(token.lineno, "data", _with_lines(token.value, stream.name or "", token.lineno))
            elif token.type == "variable_begin" and in_tag:
                yield token
                yield Token(token.lineno, "lparen", "(")
            elif token.type == "variable_end" and in_tag:
                yield Token(token.lineno, "rparen", ")")
                yield Token(token.lineno, "pipe", "|")
                yield Token(token.lineno, "name", "attribute")
                yield token
            else:
                yield token


def _ends_in_tag(data: str, in_tag: bool) -> bool:
    opened, closed = data.rfind("<"), data.rfind(">")
    return in_tag if opened == closed == -1 else opened > closed


def _with_lines(data: str, name: str, first_line: int) -> str:
    def numbered(tag: re.Match[str]) -> str:
        line = first_line + data.count("\n", 0, tag.start())
        return f'{tag[0]} at="{name}:{line}"'

    return START_TAG.sub(numbered, data)


class Compiler(CodeGenerator):
    """Jinja's compiler, with a count at the start of every block of statements, and without what makes small things
    large: joined texts, lists of lists."""

    def blockvisit(self, statements: Iterable[nodes.Node], frame: Frame) -> None:
        body = list(statements)
        own = list(_own_parts(body))
        steps = 1 + sum(isinstance(part, STEPS) for part in own)
        size = sum(len(part.data) for part in own if isinstance(part, nodes.TemplateData))
        self.writeline(f"environment.count({steps}, {size})", body[0] if body else None)
        super().blockvisit(body, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)  # finalize escapes; Jinja would do it once more

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's name
        for found in node.find_all(tuple(REFUSED)):
            if not (isinstance(found, nodes.List | nodes.Tuple) and _is_plain(found)):
                self.fail(next(why for kind, why in REFUSED.items() if isinstance(found, kind)), found.lineno)
        super().visit_Template(node, frame)


def _own_parts(statements: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """What a block of statements consists of, without the blocks within it."""
    for part in statements:
        yield part
        if not isinstance(part, WITH_BLOCKS):
            yield from _own_parts(part.iter_child_nodes())


WITH_BLOCKS = (nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.Block)

REFUSED: dict[type[nodes.Node], str] = {
    nodes.Concat: "texts are not joined with ~: print them one after the other, {{ a }}{{ b }}",
    nodes.Dict: "a template cannot make a dict",
    nodes.List: "a list in a template holds texts and numbers, no names",
    nodes.Tuple: "a tuple in a template holds texts and numbers, no names",
    nodes.EvalContextModifier: "autoescape is always on",
}


def _is_plain(found: nodes.List | nodes.Tuple) -> bool:
    """Whether a list holds constants only, or is the `a, b` that a loop or `set` assigns to."""
    assigned = isinstance(found, nodes.Tuple) and found.ctx == "store"
    return assigned or all(isinstance(item, nodes.Const) for item in found.items)


class Sandbox(ImmutableSandboxedEnvironment):
    """Reads the fields of the model and nothing else, reckons with whole numbers only, counts steps and output."""

    code_generator_class = Compiler
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    steps = written = 0

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in FIELDS[type(obj)]:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What `selectattr("cycle")` and `map(attribute="name")` read."""
        if isinstance(argument, str) and argument in FIELDS[type(obj)]:
            return getattr(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return issubclass(type(obj), LoopContext | TemplateModule) and not attr.startswith("_")

    def wrap_str_format(self, value: Any) -> None:
        """No `format` of a text, which is_safe_attribute would not be asked about."""

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator not in ("+", "-", "*") or not all(_is_whole(number) for number in (left, right)):
            raise SecurityError(f"{operator} is for whole numbers up to {LARGEST_NUMBER} and + - * only")
        return super().call_binop(context, operator, left, right)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raises the failure as it is; Jinja would hide which template its frames belong to."""
        raise  # noqa: PLE0704  # called while an exception is handled

    def call(self, context: Any, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.steps += CALL_STEPS
        if self.steps > STEP_BUDGET:
            raise OverBudget
        if type(called) in PLAIN_CALLS:  # what compose or the template gave: Jinja's own way takes three times as long
            if kwargs:  # given to functions that take the context, which these don't
                kwargs.pop("_loop_vars", None)
                kwargs.pop("_block_vars", None)
            return _called(called, args) if not kwargs and type(called) is Macro else called(*args, **kwargs)
        return super().call(context, called, *args, **kwargs)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        self.count(CALL_STEPS, 0)
        return super().get_template(*args, **kwargs)

    def count(self, steps: int, size: int) -> None:
        """Called at the start of each block of a template, with the length of the template's own text in it. What is
        printed in a block only adds to the sum, which the next block finds."""
        self.steps += steps
        self.written += size
        if self.steps > STEP_BUDGET or self.written > OUTPUT_BUDGET:
            raise OverBudget


def _called(macro: Macro, args: tuple[Any, ...]) -> Markup:
    """What the macro writes. Given all its arguments by their places, as nearly always, there is nothing to sort out,
    which takes Jinja as long as the macro itself."""
    if len(args) != len(macro.arguments) or macro.catch_kwargs or macro.catch_varargs or macro.caller:
        return cast(Markup, macro(*args))
    return str.__new__(Markup, macro._func(*args))  # Markup itself would ask whether the text is HTML


class _Fields(dict[type, frozenset[str]]):
    """The fields of each class of records or named tuples: what most attributes in a template are."""

    def __missing__(self, kind: type) -> frozenset[str]:
        found = self[kind] = frozenset(getattr(kind, "fields" if issubclass(kind, Record) else "_fields", ()))
        return found


FIELDS = _Fields()


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and abs(value) <= LARGEST_NUMBER
