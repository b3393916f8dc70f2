"""A project's content folder: which files are read, and which only look as if they were."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from docgen.problems import Problem, Words, warning
from docgen.reading import unreadable_name
from docgen.source import CONTENT, Position

MANUAL_FILE = f"{CONTENT}/manual.yaml"
COMMON_FILE = f"{CONTENT}/common.yaml"
DEPARTMENTS = f"{CONTENT}/departments"
CHAPTERS = f"{CONTENT}/chapters"

# What Windows calls a copy (仓储部 - 副本 (2), 仓储部 - Copy, 复件 仓储部), and a second download: 仓储部 (2).
_COPY = re.compile(r".*(副本|- Copy)|.* ?\(\d{1,2}\)|(复件|Copy of) .*")
YAML = "*.y*ml*"
_PICTURES = (".png", ".jpg", ".jpeg", ".svg")


def content_files(root: Path, folder: str, endings: tuple[str, ...], problems: list[Problem]) -> list[str]:
    """The content files of a folder, by NFC name; what else stands there, but for pictures, is named."""
    found = []
    for entry in sorted(_entries(root / folder), key=lambda entry: unicodedata.normalize("NFC", entry.name)):
        path = _shown(f"{folder}/{entry.name}")
        if _is_hidden(entry.name) or entry.is_dir():
            continue
        stem, ending = os.path.splitext(entry.name)  # noqa: PTH122  # a Path for each takes a while
        if not path.endswith(entry.name):
            problems.append(unreadable_name(path))
        elif ending.lower() not in endings:
            if ending.lower() not in _PICTURES:
                zh, en = f"文件名不是以 {endings[0]} 结尾，没有读", f"its name does not end in {endings[0]}: not read"
                problems.append(_stray(path, zh, en))
        elif _COPY.fullmatch(stem):
            problems.append(_stray(path, "看名字是一份副本，没有读", "looks like a copy and was not read"))
        else:
            found.append(path)
    return found


def misplaced_files(root: Path) -> Iterator[Problem]:
    """The YAML files that stand where none is read: 仓储部.yaml beside manual.yaml, common.yaml.txt, a folder of
    departments."""
    # A link to a folder may lead anywhere, into a circle too.
    departments = root / DEPARTMENTS
    folders = [departments / entry.name for entry in _entries(departments) if entry.is_dir(follow_symlinks=False)]
    beside = [Path(entry) for entry in _entries(root / CONTENT) if fnmatchcase(entry.name, YAML)]
    found = [*beside, *(file for folder in folders for file in folder.rglob(YAML))]
    for file in sorted(found):
        typed = file.relative_to(root).as_posix()
        path = _shown(typed)
        if path != typed:
            yield unreadable_name(path)
        elif path not in (MANUAL_FILE, COMMON_FILE) and not _is_hidden(file.name):
            zh = f"这里的文件没有读：{CONTENT} 里只读 manual.yaml 和 common.yaml，部门文件直接放在 {DEPARTMENTS} 里"
            en = f"not read: {CONTENT} holds manual.yaml and common.yaml, {DEPARTMENTS} the departments"
            yield _stray(path, zh, en)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What stands in a folder; nothing where there is none to be read."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _is_hidden(name: str) -> bool:
    """Whether it is one of the files that editors and systems leave behind and don't show."""
    return name.startswith((".", "~")) or name.lower() in ("thumbs.db", "desktop.ini")


def _shown(path: str) -> str:
    """A path with U+FFFD for bytes that are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _stray(path: str, zh: str, en: str) -> Problem:
    return warning(
        "FILE-STRAY",
        Position(path),
        Words(zh, en),
        Words("改成正确的文件名，不要的就移出这个文件夹", "rename it, or move it out of this folder"),
    )
