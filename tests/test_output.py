"""Files written whole, or not at all; and names that every system can hold."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from docgen.output import file_name, write_files
from docgen.problems import Problem, Words
from tests.small_project import files_of

HELP = Words(
    "关掉正在打开这些文件的程序，看看文件夹的权限和磁盘空间，或用 --out 换一个文件夹",
    "close programs that hold the files, check permissions and free space, or choose a folder with --out",
)


# Writing


def test_files_are_written_into_a_folder_that_need_not_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "some/output"

    assert write_files(folder, {"手册.md": b"# 1\n", "手册.docx": b"PK"}) is None
    assert files_of(tmp_path) == {"some/output/手册.docx": b"PK", "some/output/手册.md": b"# 1\n"}


def test_what_a_file_holds_may_lie_in_another(tmp_path: Path) -> None:
    (tmp_path / "made").write_bytes(b"%PDF")

    assert write_files(tmp_path, {"手册.pdf": tmp_path / "made"}) is None
    assert files_of(tmp_path) == {"made": b"%PDF", "手册.pdf": b"%PDF"}


def test_nothing_is_left_of_what_was_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"手册.md": b"new"})
    assert files_of(tmp_path) == {}


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "手册.md").write_bytes(b"old, and longer than the new one")

    assert write_files(tmp_path, {"手册.md": b"new"}) is None
    assert files_of(tmp_path) == {"手册.md": b"new"}


def test_a_reader_of_the_old_file_keeps_the_whole_of_it(tmp_path: Path) -> None:
    (tmp_path / "手册.md").write_bytes(b"old")
    with (tmp_path / "手册.md").open("rb") as reader:
        write_files(tmp_path, {"手册.md": b"new"})

        assert reader.read() == b"old"


def test_others_may_read_the_files_as_far_as_the_system_lets_them(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_files(tmp_path, {"手册.md": b""})
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "手册.md").stat().st_mode) == 0o640


def test_a_file_where_the_folder_should_be_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")

    problem = write_files(tmp_path / "output", {"手册.md": b""})

    assert problem == Problem(
        "error",
        "OUTPUT-NOT-WRITTEN",
        None,
        Words(
            f"写不进 {tmp_path}/output（output）：同名的文件占着位置",
            f"cannot write to {tmp_path}/output (output): File exists",
        ),
        HELP,
    )
    assert files_of(tmp_path) == {"output": b"mine"}


def test_a_folder_that_cannot_be_written_to_is_a_problem() -> None:
    problem = write_files(Path("/proc/docgen"), {"手册.md": b""})  # not even root makes folders there

    assert problem
    assert (problem.code, problem.message.zh) == (
        "OUTPUT-NOT-WRITTEN",
        "写不进 /proc/docgen（docgen）：没有这个文件或文件夹",
    )


def test_what_cannot_be_replaced_leaves_no_temporary_files(tmp_path: Path) -> None:
    (tmp_path / "b.md/inside").mkdir(parents=True)

    problem = write_files(tmp_path, {"a.md": b"a", "b.md": b"b", "c.md": b"c"})

    assert problem
    assert problem.message.zh == f"写不进 {tmp_path}（b.md）：这是一个文件夹"
    assert files_of(tmp_path) == {"a.md": b"a"}


def test_a_name_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")

    problem = write_files(tmp_path / "a.md" / "deeper", {"a.md": b"new"})

    assert problem
    assert problem.message.zh == f"写不进 {tmp_path}/a.md/deeper（deeper）：路径中间有一个文件，不是文件夹"
    assert files_of(tmp_path) == {"a.md": b"old"}


# Names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("岗位职责、工作标准及考核办法", "岗位职责、工作标准及考核办法"),
        ("2026.1版 (试行)", "2026.1版 (试行)"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("C:\\temp\\手册", "C：＼temp＼手册"),
        ('<手册>"?*|', "＜手册＞＂？＊｜"),
        (" .手册. ", "手册"),
        ("a\x00b\nc\u200bd", "abcd"),
        ("con", "_con"),
        ("NUL", "_NUL"),
        ("Com1.手册", "_Com1.手册"),
        ("contract", "contract"),
        ("", "_"),
        ("...", "_"),
        ("字" * 100, "字" * 66),
        ("𠮷" * 100, "𠮷" * 50),
    ],
)
def test_a_title_becomes_a_name_that_every_system_holds(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("title", ["字" * 1000, "𠮷" * 1000, "../" * 100, "con", "\x00"])
def test_every_name_can_be_written_with_what_is_added_to_it(tmp_path: Path, title: str) -> None:
    name = f"{file_name(title)}（草稿）.docx"

    assert write_files(tmp_path, {name: b"PK"}) is None
    assert files_of(tmp_path) == {name: b"PK"}
