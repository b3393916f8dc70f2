"""Rules are tested as HR meets them: YAML files in, the printed report out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from docgen.checks import check
from docgen.loader import load
from docgen.problems import Language, Problem, in_reading_order, render
from docgen.source import Position

Write = Callable[..., Path]
Report = Callable[..., list[str]]
Codes = Callable[..., list[str]]

HEAD = "名称: 岗位手册\n单位: 青松公司\n版本: '1'\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(manual=…, common=…, chapters={…}, 仓储部=…)`: a project of these files. `manual` comes after the three
    lines of HEAD; each other keyword is a department's file."""

    def files(manual: str = "", common: str = "", chapters: dict[str, str] | None = None, **departments: str) -> Path:
        content = tmp_path / "content"
        (content / "departments").mkdir(parents=True)
        (content / "chapters").mkdir()
        (content / "manual.yaml").write_text(HEAD + dedent(manual), "utf-8")
        if common:
            (content / "common.yaml").write_text(dedent(common), "utf-8")
        for name, text in (chapters or {}).items():
            (content / "chapters" / name).write_text(dedent(text), "utf-8")
        for name, text in departments.items():
            (content / "departments" / f"{name}.yaml").write_text(dedent(text), "utf-8")
        return tmp_path

    return files


@pytest.fixture
def report(write: Write) -> Report:
    """`report(CODE, …files…)`: the lines that `docgen check` prints of that code, with nothing amiss in the reading."""

    def printed(code: str, language: Language = "zh", **files: Any) -> list[str]:
        root = write(**files)
        loaded = load(root)
        assert loaded.problems == []
        assert loaded.manual
        found = [problem for problem in check(loaded.manual) if problem.code == code]
        return [
            line for problem in in_reading_order(found) for line in render(problem, language, line_of(root)).split("\n")
        ]

    return printed


@pytest.fixture
def codes(write: Write) -> Codes:
    """`codes(…files…)`: the codes of all problems, those of reading too, in reading order."""

    def found(**files: Any) -> list[str]:
        loaded = load(write(**files))
        problems: list[Problem] = loaded.problems + (check(loaded.manual) if loaded.manual else [])
        return [problem.code for problem in in_reading_order(problems)]

    return found


def line_of(root: Path) -> Callable[[Position], str]:
    return lambda position: (root / position.path).read_text("utf-8").split("\n")[position.line - 1]
