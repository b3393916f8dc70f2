"""Files → manual: reads a project's content folder into the typed model, with every problem found on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docgen.loader.names import field_names, name_problem
from docgen.loader.objects import read_object
from docgen.loader.resolve import resolve
from docgen.manual import Chapter, Common, Department, Manual
from docgen.problems import Problem, Words, error, warning
from docgen.source import Position, Text
from docgen.unread import names_unread
from docgen.yaml_reader import Mapping, read_yaml

CONTENT = "content"
MANUAL_FILE = f"{CONTENT}/manual.yaml"
COMMON_FILE = f"{CONTENT}/common.yaml"
DEPARTMENTS = f"{CONTENT}/departments"
CHAPTERS = f"{CONTENT}/chapters"


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
    problems = list(_misplaced(root))
    if not (root / MANUAL_FILE).is_file():
        return Loaded(None, [_no_project(), *problems])
    manual: Manual | None = _read_file(root, MANUAL_FILE, Manual, problems)
    has_common = (root / COMMON_FILE).exists()
    common: Common | None = _read_file(root, COMMON_FILE, Common, problems) if has_common else Common()
    departments, unread = _read_departments(root, problems)
    chapters = _read_chapters(root, problems)
    if manual is None:
        return Loaded(None, problems)
    whole = manual.replace(
        common=common or Common(damaged=True),
        departments=departments,
        chapter_files=chapters,
        unread=unread,
    )
    return Loaded(_fill_chapters(resolve(whole, problems), problems), problems)


def _no_project() -> Problem:
    return error(
        "PROJECT-MISSING",
        None,
        Words(f"这里没有 {MANUAL_FILE}，不是手册项目的文件夹", f"there is no {MANUAL_FILE} here: not a docgen project"),
        Words(
            "进到手册的文件夹里再运行，或用 -C 文件夹 指明；新建项目用 docgen new 文件夹",
            "run docgen inside the project's folder or with -C DIR; docgen new DIR starts one",
        ),
    )


def _read_bytes(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except OSError as failure:
        reason = failure.strerror or str(failure)
        problems.append(
            error(
                "FILE-UNREADABLE",
                Position(path),
                Words(f"这个文件打不开：{reason}", f"this file cannot be opened: {reason}"),
                Words("看看文件权限，或是否正被别的程序占用", "check its permissions, and that no program holds it"),
            )
        )
        return None


def _read_file(root: Path, path: str, of: type[Any], problems: list[Problem]) -> Any:
    """The object of one YAML file, or None where there is nothing to read an object from."""
    data = _read_bytes(root, path, problems)
    if data is None:
        return None
    node, found = read_yaml(path, data, field_names())
    problems += found
    if node is None:
        return None
    if not isinstance(node, Mapping):
        problems.append(_root_not_mapping(of, node.position))
        return None
    read = read_object(of, node, problems, position=node.position)
    return read.replace(damaged=True) if any(problem.is_error for problem in found) else read


def _root_not_mapping(of: type[Any], position: Position) -> Problem:
    first = {Manual: "名称: …", Department: "部门: …", Common: "公共职责:"}[of]
    return error(
        "FILE-NOT-FIELDS",
        position,
        Words("文件开头要写“栏目: 内容”，现在不是", "this file must consist of fields (name: value)"),
        Words(f"第一行从“{first}”写起，前面不加“- ”", f"start with “{first}”, without “- ” before it"),
    )


def _read_departments(root: Path, problems: list[Problem]) -> tuple[tuple[Department, ...], frozenset[str]]:
    departments: list[Department] = []
    unread: set[str] = set()
    for path in _files(root, DEPARTMENTS, (".yaml", ".yml"), problems):
        department: Department | None = _read_file(root, path, Department, problems)
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
    for path in _files(root, CHAPTERS, (".md",), problems):
        file = unicodedata.normalize("NFC", Path(path).name)
        # It exists, even where it can't be read.
        chapters[file] = Chapter(file, Text(Path(file).stem, Position(path)), ())
        data = _read_bytes(root, path, problems)
        if data is not None:
            from docgen.richtext import read_chapter

            chapter, found = read_chapter(path, data, root)
            problems += found
            if chapter:
                chapters[file] = chapter
    return chapters


def _fill_chapters(manual: Manual, problems: list[Problem]) -> Manual:
    """The manual with {单位}, {等级} … filled in throughout its chapters."""
    if not manual.chapter_files:
        return manual
    from docgen.placeholders import placeholder_values
    from docgen.richtext import fill

    values = placeholder_values(manual)
    filled = {}
    for file, chapter in manual.chapter_files.items():
        filled[file], found = fill(chapter, values)
        problems += found
    return manual.replace(chapter_files=filled)


# 仓储部 - 副本, 仓储部 - 副本 (2), 仓储部 - Copy: what Windows calls a copy.
_COPY = re.compile(r".*(副本|- Copy)( ?\(\d+\))?")
_TEXT_FILE = re.compile(r".*\.(yaml|yml|md|markdown|txt|docx?)\b.*", re.IGNORECASE)


def _files(root: Path, folder: str, endings: tuple[str, ...], problems: list[Problem]) -> list[str]:
    """The content files of a folder, by NFC name; what looks like a content file but isn't read is named."""
    found = []
    for file in sorted((root / folder).glob("*"), key=lambda file: unicodedata.normalize("NFC", file.name)):
        path = f"{folder}/{file.name}"
        if file.name.startswith((".", "~")) or file.is_dir():
            continue
        if file.suffix.lower() not in endings:
            if _TEXT_FILE.fullmatch(file.name):
                zh, en = f"文件名不是以 {endings[0]} 结尾，没有读", f"its name does not end in {endings[0]}: not read"
                problems.append(_stray(path, zh, en))
        elif _COPY.fullmatch(file.stem):
            problems.append(_stray(path, "看名字是一份副本，没有读", "looks like a copy and was not read"))
        else:
            found.append(path)
    return found


def _misplaced(root: Path) -> Iterator[Problem]:
    """The YAML files that stand where none is read: 仓储部.yaml beside manual.yaml, common.yaml.txt, a folder of
    departments."""
    content, departments = root / CONTENT, root / DEPARTMENTS
    for file in sorted([*content.glob("*.y*ml*"), *departments.glob("*/**/*.y*ml*")]):
        path = file.relative_to(root).as_posix()
        if path not in (MANUAL_FILE, COMMON_FILE) and not file.name.startswith((".", "~")):
            zh = f"这里的文件没有读：{CONTENT} 里只读 manual.yaml 和 common.yaml，部门文件直接放在 {DEPARTMENTS} 里"
            en = f"not read: {CONTENT} holds manual.yaml and common.yaml, {DEPARTMENTS} the departments"
            yield _stray(path, zh, en)


def _stray(path: str, zh: str, en: str) -> Problem:
    return warning(
        "FILE-STRAY",
        Position(path),
        Words(zh, en),
        Words("改成正确的文件名，不要的就移出这个文件夹", "rename it, or move it out of this folder"),
    )
