"""Files → manual: reads a project's content folder into the typed model, with every problem found on the way."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from docgen.loader.folder import CHAPTERS, COMMON_FILE, DEPARTMENTS, MANUAL_FILE, content_files, misplaced_files
from docgen.loader.ignores import read_ignores
from docgen.loader.names import field_names, name_problem
from docgen.loader.objects import read_object
from docgen.loader.resolve import resolve
from docgen.manual.model import Chapter, Common, Department, Ignore, Manual
from docgen.manual.unread import names_unread
from docgen.problems import Problem, Words, error
from docgen.reading import read_file
from docgen.source import Position, Text
from docgen.yaml.reader import Mapping, read_commented


class Loaded(NamedTuple):
    """What could be read. With an error among `problems` the manual is incomplete, and None where manual.yaml itself
    can't be read: rules may look at it, nothing may be written of it."""

    manual: Manual | None
    problems: list[Problem]

    @property
    def is_complete(self) -> bool:
        return self.manual is not None and not any(problem.is_error for problem in self.problems)


def load(root: Path) -> Loaded:
    """Read the project in `root`. Reads everything it can; raises nothing for bad content."""
    problems = list(misplaced_files(root))
    if not os.path.isfile(root / MANUAL_FILE):  # noqa: PTH113  # pathlib's raises where a name is too long
        return Loaded(None, [_no_project(root), *problems])
    ignores: list[Ignore] = []
    manual: Manual | None = _read_file(root, MANUAL_FILE, Manual, problems, ignores)
    has_common = (root / COMMON_FILE).exists()
    common: Common | None = _read_file(root, COMMON_FILE, Common, problems, ignores) if has_common else Common()
    departments, unread = _read_departments(root, problems, ignores)
    chapters = _read_chapters(root, problems)
    if manual is None:
        return Loaded(None, problems)
    whole = manual.replace(
        common=common or Common(damaged=True),
        departments=departments,
        chapter_files=chapters,
        unread=unread,
        ignores=tuple(ignores),
    )
    return Loaded(_fill_chapters(resolve(whole, problems), problems), problems)


def _no_project(root: Path) -> Problem:
    zh, en = ("这里", "here") if root == Path() else (f"“{root}”里", f"in “{root}”")
    return error(
        "PROJECT-MISSING",
        None,
        Words(f"{zh}没有 {MANUAL_FILE}，不是手册项目的文件夹", f"there is no {MANUAL_FILE} {en}: not a docgen project"),
        Words(
            "进到手册的文件夹里再运行，或用 -C 文件夹 指明；新建项目用 docgen new 文件夹",
            "run docgen inside the project's folder or with -C DIR; docgen new DIR starts one",
        ),
    )


def _read_bytes(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    data = read_file(root / path, path)
    if isinstance(data, Problem):
        problems.append(data)
        return None
    return data


def _read_file(root: Path, path: str, of: type[Any], problems: list[Problem], ignores: list[Ignore]) -> Any:
    """The object of one YAML file, or None where there is nothing to read an object from."""
    data = _read_bytes(root, path, problems)
    if data is None:
        return None
    node, found, comments = read_commented(path, data, field_names())
    ignores += read_ignores(comments, problems)
    problems += [_empty(of, problem) if problem.code == "FILE-EMPTY" else problem for problem in found]
    if node is None:
        return None
    if not isinstance(node, Mapping):
        problems.append(_root_not_mapping(of, node.position))
        return None
    read = read_object(of, node, problems, position=node.position)
    return read.replace(damaged=True) if any(problem.is_error for problem in found) else read


_FIRST_LINES: dict[type[Any], str] = {Manual: "名称: …", Department: "部门: …", Common: "公共职责:"}


def _empty(of: type[Any], problem: Problem) -> Problem:
    """The problem of an empty file, with the line that such a file begins with."""
    zh, en = f"写上内容，例如“{_FIRST_LINES[of]}”", f"write its content, such as “{_FIRST_LINES[of]}”"
    if of is Manual:
        return problem._replace(help=Words(zh, en))
    return problem._replace(help=Words(f"{zh}；不需要这个文件就删掉它", f"{en}, or delete the file"))


def _root_not_mapping(of: type[Any], position: Position) -> Problem:
    first = _FIRST_LINES[of]
    return error(
        "FILE-NOT-FIELDS",
        position,
        Words("文件开头要写“栏目: 内容”，现在不是", "this file must consist of fields (name: value)"),
        Words(f"第一行从“{first}”写起，前面不加“- ”", f"start with “{first}”, without “- ” before it"),
    )


def _read_departments(
    root: Path, problems: list[Problem], ignores: list[Ignore]
) -> tuple[tuple[Department, ...], frozenset[str]]:
    departments: list[Department] = []
    unread: set[str] = set()
    before = len(problems)
    paths = content_files(root, DEPARTMENTS, (".yaml", ".yml"), problems)
    unread |= {
        Path(problem.position.path).stem for problem in problems[before:] if problem.is_error and problem.position
    }
    for path in paths:
        department: Department | None = _read_file(root, path, Department, problems, ignores)
        if department is None or department.name is None:
            unread.add(unicodedata.normalize("NFC", Path(path).stem))
            continue
        if problem := name_problem(department.name):
            problems.append(problem)
        if names_unread(department):
            unread.add(str(department.name))
        departments.append(department)
    return tuple(departments), frozenset(unread)


def _read_chapters(root: Path, problems: list[Problem]) -> dict[str, Chapter]:
    chapters = {}
    for path in content_files(root, CHAPTERS, (".md",), problems):
        file = unicodedata.normalize("NFC", f"{Path(path).stem}.md")  # 附则.MD too
        # It exists, even where it can't be read.
        chapters[file] = Chapter(file, Text(Path(file).stem, Position(path)), ())
        data = _read_bytes(root, path, problems)
        if data is not None:
            from docgen.richtext import read_chapter

            chapter, found = read_chapter(path, data, root)
            problems += found
            if chapter:
                chapters[file] = chapter._replace(file=file)
    return chapters


def _fill_chapters(manual: Manual, problems: list[Problem]) -> Manual:
    """The manual with {单位}, {等级} … filled in throughout its chapters."""
    if not manual.chapter_files:
        return manual
    from docgen.manual.placeholders import placeholder_values
    from docgen.richtext import fill

    values = placeholder_values(manual)
    # What may stand in what could not be read is not called missing.
    unread = {name for name, value in values.items() if not value} if manual.damaged else set()
    filled = {}
    for file, chapter in manual.chapter_files.items():
        filled[file], found = fill(chapter, values, unread)
        problems += found
    return manual.replace(chapter_files=filled)
