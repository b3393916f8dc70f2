"""Content as the loader's tests see it: a value out of a line of YAML, a model as plain data, problems as lines."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from pathlib import Path
from typing import Any

from docgen.format import Record, entries
from docgen.loader import Loaded, load
from docgen.loader.names import field_names
from docgen.manual.model import Date, Department, Number, Share
from docgen.problems import Problem
from docgen.source import Text
from docgen.yaml.reader import Mapping, Node, read_yaml
from tests.small_project import write_project

WAREHOUSE = "departments/仓储部.yaml"


def value_of(source: str) -> Node:
    """The value of the only field of a source."""
    node, problems = read_yaml("f.yaml", source.encode(), field_names())
    assert problems == []
    assert isinstance(node, Mapping)
    return node.entries[0][1]


def said(problems: list[Problem]) -> list[str]:
    """`line:column CODE: message` of each problem."""
    places = [problem.position and f"{problem.position.line}:{problem.position.column}" for problem in problems]
    return [f"{place} {problem.code}: {problem.message.zh}" for place, problem in zip(places, problems, strict=True)]


def plain(value: Any) -> Any:
    """A part of the model as texts, lists and dictionaries; what is absent is left out."""
    if isinstance(value, Record):
        shown = {name: getattr(value, name) for name in ("name", "item", *entries(type(value))) if hasattr(value, name)}
        return {name: plain(each) for name, each in shown.items() if each not in (None, ()) and each != {}}
    if isinstance(value, Number):
        return f"{value.value:f}{value.unit}"
    if isinstance(value, Date):
        return str(value)
    if isinstance(value, Share):
        return [plain(value.name), plain(value.weight)]
    if isinstance(value, AbstractMapping):
        return {plain(name): plain(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Text) else value


def load_files(folder: Path, files: dict[str, str | bytes]) -> Loaded:
    """A project of `files` (path under content/ → text) over the small one, loaded."""
    return load(write_project(folder, files))


def load_department(folder: Path, source: str) -> Department:
    """The department of a source without problems."""
    loaded = load_files(folder, {WAREHOUSE: source})
    assert said(loaded.problems) == []
    assert loaded.manual is not None
    return loaded.manual.departments[0]
