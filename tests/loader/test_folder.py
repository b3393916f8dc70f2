"""Which files of the content folder are read, and which are named because they only look as if they were."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.loader import load
from tests.loader.reading import load_files, said
from tests.small_project import DEPARTMENT, MANUAL, run, write_project


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("departments/仓储部.yaml.txt", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/采购部.txt", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/采购部.docx", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/采购部.yaml.bak", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/总则.md", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/财务部", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/人事部.ymal", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/人事部.xlsx", "文件名不是以 .yaml 结尾，没有读"),
        ("departments/综合办公室 (2).yaml", "看名字是一份副本，没有读"),
        ("departments/综合办公室(1).yaml", "看名字是一份副本，没有读"),
        ("departments/复件 综合办公室.yaml", "看名字是一份副本，没有读"),
        ("departments/复件 (2) 综合办公室.yaml", "看名字是一份副本，没有读"),
        ("departments/Copy of 综合办公室.yaml", "看名字是一份副本，没有读"),
        ("chapters/总则.wps", "文件名不是以 .md 结尾，没有读"),
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


@pytest.mark.parametrize(
    "file", ["departments/.仓储部.yaml.swp", "departments/~$仓储部.docx", "chapters/示意图.PNG", "chapters/Thumbs.db"]
)
def test_other_files_are_nobodys_business(file: str, tmp_path: Path) -> None:
    assert load_files(tmp_path, {file: b"\0"}).problems == []


class TestFilesThatAreNotRead:
    """What is no regular file, or too large, is named by its directory entry alone: reading it might never end."""

    def problems_of(self, tmp_path: Path, place: str, make: Callable[[Path], object]) -> list[str]:
        file = write_project(tmp_path) / "content" / place
        file.parent.mkdir(exist_ok=True)
        file.unlink(missing_ok=True)
        make(file)
        return said(load(tmp_path).problems)

    @pytest.mark.parametrize("place", ["common.yaml", "departments/仓储部.yaml", "chapters/总则.md"])
    @pytest.mark.parametrize(
        "make", [os.mkfifo, lambda file: file.symlink_to("/dev/zero")], ids=["a pipe", "/dev/zero"]
    )
    def test_a_device_or_a_pipe(self, place: str, make: Callable[[Path], object], tmp_path: Path) -> None:
        assert self.problems_of(tmp_path, place, make) == ["1:1 FILE-UNREADABLE: 这不是普通文件，没有读"]

    def test_a_file_of_a_gigabyte(self, tmp_path: Path) -> None:
        def make(file: Path) -> None:
            with file.open("wb") as stream:
                stream.truncate(2**30)

        assert self.problems_of(tmp_path, "departments/仓储部.yaml", make) == [
            "1:1 FILE-TOO-LARGE: 文件有 1024.0 MB，超过 10 MB"
        ]

    def test_a_link_to_a_file_is_read(self, tmp_path: Path) -> None:
        kept = tmp_path / "kept.yaml"
        kept.write_text(DEPARTMENT, encoding="utf-8")
        assert self.problems_of(tmp_path, "departments/仓储部.yaml", lambda file: file.symlink_to(kept)) == []

    @pytest.mark.parametrize("place", ["departments/", "chapters/", ""])
    def test_a_name_that_is_no_utf8(self, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        root = write_project(tmp_path, {"chapters/总则.md": "# 总则\n\n为明确职责，制定本手册。\n"})
        Path(os.fsdecode(os.fsencode(root / "content") + f"/{place}".encode() + b"\xb2\xe2.yaml")).write_text(
            "部门: 测\n"
        )
        code, message = run(capsys, "check", "-C", str(root)).out.splitlines()[0].split(": ", 1)
        assert (code, message) == (
            f"{root}/content/{place}\ufffd\ufffd.yaml:1:1",
            "错误 FILE-UNREADABLE: 文件名不是 UTF-8 编码，没有读",
        )
