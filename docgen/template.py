"""Templates: sandboxed Jinja2 that knows where everything it prints was written.

Two things are put into a template before it is compiled: each start tag carries the template's own line
(`Positions.filter_stream`: `at="layouts/standard.html:12"`), and each block of statements (a loop's body, a macro's, a
branch) counts against a budget (`Compiler.blockvisit`), so that no template can loop for ever. Each value printed is
preceded by a processing instruction with its position (`<?at 3?>`: its number in `Rendered.positions`).
`html_reader` takes both out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any, NamedTuple, NoReturn, cast

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from docgen.decoding import decode
from docgen.format import Record
from docgen.listing import Lines, ListSection
from docgen.manual import Date
from docgen.problems import Problem, Words, error
from docgen.source import Position

SPECIAL = re.compile(r'[&<>"\']')
START_TAG = re.compile(r"<([^\W\d][\w.-]*)")

# What one rendering may take. A chapter of 1,000 posts takes 1,600,000 steps and prints 20 MB; a step takes Jinja about
# a microsecond.
STEP_BUDGET = 10_000_000
OUTPUT_BUDGET = 200_000_000
STEPS = (nodes.Output, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test)
CALL_STEPS = 30
PLAIN_CALLS = frozenset([Macro, FunctionType, MethodType, partial])
LARGEST_NUMBER = 1_000_000_000

# Filters that make nothing larger than what they are given, and lose no position.
FILTERS = ("default", "first", "last", "length", "map", "reject", "rejectattr", "select", "selectattr")


class OverBudget(TemplateRuntimeError):
    """A template loops or writes more than any manual needs."""


class PrintsNothing(TemplateRuntimeError):
    """A layout has none of the macros that print a department. The message is its name."""


class NotUtf8(TemplateRuntimeError):
    """A template whose bytes are no UTF-8, with its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


class Folder(FileSystemLoader):
    """The templates of a folder, each one's encoding seen to where its name is known."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as failure:
            raise NotUtf8(decode(f"templates/{template}", failure.object)[1][0]) from failure


class Rendered(NamedTuple):
    """What the template `name` wrote. Its marks number `positions`, and `lists` that it printed whole."""

    name: str
    xhtml: str
    positions: Sequence[Position] = ()
    lists: Sequence[Lines | ListSection] = ()


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
        if attribute in _fields(cast(Hashable, type(obj))):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What `selectattr("cycle")` and `map(attribute="name")` read."""
        if isinstance(argument, str) and argument in _fields(cast(Hashable, type(obj))):
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


@cache
def _fields(kind: Hashable) -> frozenset[str]:
    """The fields of a class of records or named tuples: what most attributes in a template are."""
    return frozenset(getattr(kind, "fields" if issubclass(cast(type, kind), Record) else "_fields", ()))


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and abs(value) <= LARGEST_NUMBER


class Templates:
    """The template set of a project: its own `templates/` file by file over the built-in ones."""

    def __init__(self, folders: list[Path]) -> None:
        self._positions: list[Position] = []
        self._lists: list[Lines | ListSection] = []
        self.environment = Sandbox(
            loader=ChoiceLoader([Folder(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._positioned,
            extensions=[Positions],
            auto_reload=False,  # a set of templates serves one build
            optimized=False,  # a template has no constants to fold
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters = {name: self.environment.filters[name] for name in FILTERS}
        self.environment.filters |= {"attribute": _attribute, "list": self._list, "series": self._series}
        self.environment.globals = {"range": self._range}

    def render(self, name: str, /, **context: object) -> Rendered | Problem:
        """What the template writes with `context`, or the problem at its own file and line."""
        self.environment.steps = self.environment.written = 0
        self._positions, self._lists = [], []
        try:
            xhtml = self.environment.get_template(name).render(**context)
        except _FAILURES as failure:
            return _template_problem(name, failure)
        return Rendered(name, xhtml, self._positions, self._lists)

    def module(self, name: str, context: dict[str, Any]) -> TemplateModule:
        """The macros of a template, for another that is being rendered to call. Raises what Jinja raises."""
        return self.environment.get_template(name).make_module(context)

    def _positioned(self, value: Any) -> str:
        """What is printed for a value: its position, then its text, line breaks as `<br/>`."""
        if type(value) is Markup:  # what a macro wrote
            self.environment.written += len(value)
            return value
        if isinstance(value, Lines | ListSection):
            self.environment.count(len(value.lines if isinstance(value, ListSection) else value), 0)
            self._lists.append(value)
            return f"<?lines {len(self._lists) - 1}?>"
        text = _printed(value)
        if SPECIAL.search(text):
            text = str(escape(text))
        self.environment.written += len(text)
        position: Position | None = getattr(value, "position", None)
        at = ""
        if position is not None:
            at = f"<?at {len(self._positions)}?>"
            self._positions.append(position)
        if "\n" in text:
            text = text.replace("\n", f"<br/>{at}")
        return at + text

    def _series(self, values: Iterable[Any]) -> Markup:
        """Values in a row, 甲、乙, each with its position."""
        printed = []
        for value in values:
            self.environment.count(1, 0)
            printed.append(self._positioned(value))
        return Markup("、".join(printed))  # noqa: S704  # escaped there

    def _list(self, values: Iterable[Any]) -> list[Any]:
        """Jinja's list, its length counted."""
        found = list(values)
        self.environment.count(len(found), 0)
        return found

    def _range(self, *bounds: int) -> range:
        """Jinja's range, for blank rows and the like, its length counted."""
        numbers = range(*bounds)
        self.environment.count(len(numbers[: STEP_BUDGET + 1]), 0)
        return numbers


PRINTABLE = (str, int, Date, Undefined)  # a tuple: isinstance takes twice as long for a union


def _printed(value: object) -> str:
    if not isinstance(value, PRINTABLE):
        raise TypeError(f"a value of type {type(value).__name__} cannot be printed")
    return str(value)  # raises UndefinedError for an undefined one


def _attribute(value: object) -> Markup:
    """A value in an attribute: one line of text, without its position."""
    if isinstance(value, Markup):
        raise TypeError("what a macro or a set block writes cannot stand in an attribute")
    text = _printed(value)
    if "\n" in text or SPECIAL.search(text):
        return escape(text.replace("\n", " "))
    return str.__new__(Markup, text)  # a third of the time, and nearly always


# What a template can make Jinja or docgen's own functions raise: it may call them with anything, or not be readable.
_FAILURES = (
    TemplateError, RecursionError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError,
    OSError,
)  # fmt: skip


def nothing_printed(position: Position | None) -> Problem:
    return error(
        "TEMPLATE-NOTHING",
        position,
        Words("什么也没有印出来", "nothing is printed"),
        Words(
            "模板是空的，或者里面没有印部门的内容：对照自带的模板改，或删掉自己的",
            "the template is empty or prints no department: compare it with the built-in one, or delete your own",
        ),
    )


def _template_problem(name: str, failure: Exception) -> Problem:
    if isinstance(failure, PrintsNothing):
        return nothing_printed(Position(f"templates/{failure.message}"))
    if isinstance(failure, NotUtf8):
        return failure.problem
    code, zh, en = _kind_of(failure)
    detail = getattr(failure, "message", None) or str(failure)
    if isinstance(failure, OverBudget | RecursionError):
        detail = ""
    return error(
        code,
        _position_of(failure, name),
        Words(
            f"模板写得不对：{zh}" + (f"（{detail}）" if detail else ""),
            f"the template is wrong: {en}" + (f" ({detail})" if detail else ""),
        ),
        Words(
            "按行号改模板；不是自己的模板就删掉项目里 templates 下的同名文件，改回自带的",
            "mend the template at that line, or delete the project's copy to return to the built-in one",
        ),
    )


def _kind_of(failure: Exception) -> tuple[str, str, str]:
    kinds: tuple[tuple[type[Exception], str, str, str], ...] = (
        (TemplateSyntaxError, "TEMPLATE-SYNTAX", "语法错误", "a syntax error"),
        (TemplateNotFound, "TEMPLATE-MISSING", "没有这个模板", "no such template"),
        (OverBudget, "TEMPLATE-ENDLESS", "循环或输出没有尽头", "it loops or writes without end"),
        (RecursionError, "TEMPLATE-ENDLESS", "没有尽头地调用自己", "it calls itself without end"),
        (SecurityError, "TEMPLATE-UNSAFE", "用了不允许的操作", "it does what templates may not do"),
    )
    for kind, code, zh, en in kinds:
        if isinstance(failure, kind):
            return code, zh, en
    return "TEMPLATE-VALUE", "用到的名字或值不对", "a name or value it uses is wrong"


def _position_of(failure: Exception, name: str) -> Position:
    """Where the innermost template was when it failed; the compiled module knows its template and the lines of it."""
    if isinstance(failure, TemplateSyntaxError):
        return Position(f"templates/{failure.name or name}", failure.lineno)
    traceback, found = failure.__traceback__, Position(f"templates/{name}")
    while traceback:
        if template := traceback.tb_frame.f_globals.get("__jinja_template__"):
            line = template.get_corresponding_lineno(traceback.tb_lineno)
            found = Position(f"templates/{template.name}", line)
        traceback = traceback.tb_next
    return found
