"""Small projects for tests: content files by name, and the command line run on them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.cli import main
from docgen.loader import load
from docgen.manual.model import Manual

MANUAL = """\
名称: 岗位手册
单位: 示例木业有限公司
版本: '1.0'
"""

DEPARTMENT = """\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责各类物资的收、存、发。
        工作标准: 单据当天录入。
        考核办法: 单据晚录入1天扣1分。
      库区巡查:
        工作标准: 每天巡查一次。
        考核办法: 少巡查一次扣1分。
"""


def write_project(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A project in `folder`: manual.yaml and 仓储部.yaml, and `files` (path under content/ → text) over them."""
    given = {"manual.yaml": MANUAL, "departments/仓储部.yaml": DEPARTMENT} | (files or {})
    for name, text in given.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read_project(folder: Path, files: dict[str, str | bytes] | None = None) -> Manual:
    """The manual of such a project, with nothing amiss in the reading."""
    loaded = load(write_project(folder, files))
    assert loaded.problems == []
    assert loaded.manual
    return loaded.manual


class Run(NamedTuple):
    exit_code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Run:
    """Run `docgen` with these arguments, in this process."""
    capsys.readouterr()
    exit_code = main(arguments)
    captured = capsys.readouterr()
    return Run(exit_code, captured.out, captured.err)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, for seeing that a command wrote nothing."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
