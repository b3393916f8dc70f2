"""What goes wrong in a template, as a problem at the template's own file and line."""

from __future__ import annotations

from jinja2 import TemplateError, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from docgen.problems import Problem, Words, error
from docgen.source import Position
from docgen.template.sandbox import OverBudget


class PrintsNothing(TemplateRuntimeError):
    """A layout has none of the macros that print a department. The message is its name."""


class NotUtf8(TemplateRuntimeError):
    """A template whose bytes are no UTF-8, with its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


# What a template can make Jinja or docgen's own functions raise: it may call them with anything, or not be readable.
FAILURES = (
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


def template_problem(name: str, failure: Exception) -> Problem:
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
