"""A check of unchanged, sound content is answered from the cache; anything else is checked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen import soundness
from docgen.problems import Words
from tests.small_project import DEPARTMENT, run, write_project

SUMMARY = "职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0\n"
WAREHOUSE = "departments/仓储部.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_project(tmp_path / "project")


def remember(project: Path) -> None:
    soundness.remember(project, soundness.place(project), Words("甲", "a"))


def remembered(project: Path) -> Words | None:
    return soundness.remembered(soundness.place(project))


def test_the_second_check_of_sound_content_says_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remembered(project) is None
    first = run(capsys, "check", "-C", str(project))
    assert remembered(project)
    assert run(capsys, "check", "-C", str(project)) == first == (0, SUMMARY, "")
    english = run(capsys, "check", "-C", str(project), "--lang", "en")
    assert english.out.startswith("duties 2 · with standard 2 · ")


def test_a_changed_file_is_checked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "check", "-C", str(project))
    without_clause = DEPARTMENT.replace("        考核办法: 少巡查一次扣1分。\n", "")
    write_project(project, {WAREHOUSE: without_clause})
    assert remembered(project) is None
    assert run(capsys, "check", "-C", str(project)).exit_code == 1


def test_content_that_is_changed_while_it_is_checked_is_not_remembered(project: Path) -> None:
    before = soundness.place(project)
    write_project(project, {WAREHOUSE: f"{DEPARTMENT}  库管员:\n"})
    soundness.remember(project, before, Words("甲", "a"))
    assert remembered(project) is None
    write_project(project, {WAREHOUSE: DEPARTMENT})
    assert remembered(project) is None


def test_a_renamed_and_a_new_file_are_checked(project: Path) -> None:
    remember(project)
    file = project / "content" / WAREHOUSE
    renamed = file.rename(file.with_name("仓库.yaml"))
    assert remembered(project) is None
    renamed.rename(file)
    assert remembered(project) == ("甲", "a")
    (file.parent / "新部门.yaml").write_text("部门: 新部门\n", encoding="utf-8")
    assert remembered(project) is None


def test_content_with_a_warning_is_not_remembered(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project, {WAREHOUSE: f"{DEPARTMENT}  库管员:\n"})
    assert "POST-EMPTY" in run(capsys, "check", "-C", str(project)).out
    assert remembered(project) is None


def test_without_a_cache_folder_a_check_still_works(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = project / "a file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert run(capsys, "check", "-C", str(project)) == (0, SUMMARY, "")


def test_only_the_last_hundred_are_kept(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "docgen" / "sound"
    folder.mkdir(parents=True)
    for number in range(120):
        (folder / f"old{number}").write_text("", encoding="utf-8")
    remember(project)
    assert len(list(folder.iterdir())) == 100
    assert remembered(project) == ("甲", "a")


def test_content_that_is_not_all_plain_files_is_not_remembered(project: Path, tmp_path: Path) -> None:
    chapters = project / "content" / "chapters"
    chapters.mkdir()
    (tmp_path / "outside").mkdir()
    for make in (
        os.mkfifo,
        lambda place: place.symlink_to("/dev/zero"),
        lambda place: place.symlink_to(tmp_path / "outside"),
    ):
        make(chapters / "odd")
        remember(project)
        assert remembered(project) is None
        (chapters / "odd").unlink()


def test_more_than_a_manual_can_hold_is_not_even_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(project)
    monkeypatch.setattr(soundness, "LARGEST", 10)
    assert remembered(project) is None


def test_a_file_name_that_is_no_utf8_is_a_name_like_others(project: Path) -> None:
    Path(os.fsdecode(os.fsencode(project / "content") + b"/\xb2\xe2.png")).write_bytes(b"")
    remember(project)
    assert remembered(project) == ("甲", "a")


def test_without_a_home_nothing_is_remembered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", no_home)
    remember(project)
    assert remembered(project) is None


def test_a_build_runs_no_rule_over_what_is_known_to_be_sound(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project, {WAREHOUSE: DEPARTMENT.replace("        考核办法: 少巡查一次扣1分。\n", "")})
    assert run(capsys, "build", "-C", str(project), "--to", "md").exit_code == 1
    remember(project)
    assert run(capsys, "build", "-C", str(project), "--to", "md").exit_code == 0


def test_a_build_of_sound_content_is_remembered_as_a_check_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "build", "-C", str(project), "--to", "md").exit_code == 0
    assert remembered(project)
