"""Templates: sandboxed Jinja2 that knows where everything it prints was written.

What they may do is in `sandbox`, which also puts the template's own line on each start tag. Each value printed is
preceded by a processing instruction with its position (`<?at 3?>`: its number in `Rendered.positions`). `html_reader`
takes both out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Undefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from docgen.decoding import decode
from docgen.manual.listing import Lines, ListSection
from docgen.manual.model import Date
from docgen.problems import Problem
from docgen.source import Position
from docgen.template.problems import FAILURES, NotUtf8, template_problem
from docgen.template.sandbox import STEP_BUDGET, Positions, Sandbox

SPECIAL = re.compile(r'[&<>"\']')

# Filters that make nothing larger than what they are given, and lose no position.
FILTERS = ("default", "first", "last", "length", "map", "reject", "rejectattr", "select", "selectattr")


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
        except FAILURES as failure:
            return template_problem(name, failure)
        return Rendered(name, xhtml, self._positions, self._lists)

    def compiled(self, name: str) -> Problem | None:
        """The problem of a template that can't be compiled."""
        try:
            self.environment.get_template(name)
        except FAILURES as failure:
            return template_problem(name, failure)
        return None

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
