"""A project's content folder: which files are read, and which only look as if they were."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from docgen.problems import Problem, Words, warning
from docgen.source import Position

CONTENT = "content"
MANUAL_FILE = f"{CONTENT}/manual.yaml"
COMMON_FILE = f"{CONTENT}/common.yaml"
DEPARTMENTS = f"{CONTENT}/departments"
CHAPTERS = f"{CONTENT}/chapters"

# 仓储部 - 副本, 仓储部 - 副本 (2), 仓储部 - Copy: what Windows calls a copy.
_COPY = re.compile(r".*(副本|- Copy)( ?\(\d+\))?")
_TEXT_FILE = re.compile(r".*\.(yaml|yml|md|markdown|txt|docx?)\b.*", re.IGNORECASE)


def content_files(root: Path, folder: str, endings: tuple[str, ...], problems: list[Problem]) -> list[str]:
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


def misplaced_files(root: Path) -> Iterator[Problem]:
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
