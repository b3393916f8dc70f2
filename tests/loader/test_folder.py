"""Which files of the content folder are read, and which are named because they only look as if they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.loader import load
from tests.loader.reading import load_files, said
from tests.small_project import DEPARTMENT, MANUAL


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("departments/仓储部.yaml.txt", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/采购部.txt", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/采购部.docx", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/采购部.yaml.bak", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/总则.md", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/仓储部 - 副本.yaml", "看名字是一份副本，没有读"),
        ("departments/仓储部 - 副本 (2).yaml", "看名字是一份副本，没有读"),
        ("departments/仓储部 - Copy.yaml", "看名字是一份副本，没有读"),
        ("departments/仓储部 - Copy (3).YML", "看名字是一份副本，没有读"),
        ("departments/仓储部的副本.yaml", "看名字是一份副本，没有读"),
        ("chapters/总则.md.txt", "文件名不是以 .md 结尾，没有读"),
        ("chapters/总则.docx", "文件名不是以 .md 结尾，没有读"),
        ("chapters/总则 - 副本.md", "看名字是一份副本，没有读"),
    ],
)
def test_a_stray_file_is_named(file: str, message: str, tmp_path: Path) -> None:
    loaded = load_files(tmp_path, {file: DEPARTMENT})
    assert said(loaded.problems) == [f"1:1 FILE-STRAY: {message}"]
    assert [problem.position.path for problem in loaded.problems if problem.position] == [f"content/{file}"]
    assert loaded.is_complete


@pytest.mark.parametrize("file", ["采购部.yaml", "common.yaml.txt", "common.yml", "departments/后勤/采购部.yaml"])
def test_a_content_file_in_another_place_is_named(file: str, tmp_path: Path) -> None:
    loaded = load_files(tmp_path, {file: DEPARTMENT})
    message = "这里的文件没有读：content 里只读 manual.yaml 和 common.yaml，部门文件直接放在 content/departments 里"
    assert said(loaded.problems) == [f"1:1 FILE-STRAY: {message}"]
    assert [problem.position.path for problem in loaded.problems if problem.position] == [f"content/{file}"]


def test_a_manual_with_the_wrong_ending_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "manual.yaml.txt").write_text(MANUAL, encoding="utf-8")
    assert [(problem.code, problem.position and str(problem.position)) for problem in load(tmp_path).problems] == [
        ("PROJECT-MISSING", None),
        ("FILE-STRAY", "content/manual.yaml.txt:1:1"),
    ]


@pytest.mark.parametrize("file", ["departments/.仓储部.yaml.swp", "departments/~$仓储部.docx", "chapters/示意图.png"])
def test_other_files_are_nobodys_business(file: str, tmp_path: Path) -> None:
    assert load_files(tmp_path, {file: b"\0"}).problems == []
