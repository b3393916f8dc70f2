"""Who a name means."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.loader import load
from docgen.manual.references import Directory, directory

CONTENT = {
    "manual.yaml": "名称: 岗位手册\n单位: 青松公司\n版本: '1'\n外部岗位: 董事会\n",
    "departments/办公室.yaml": "部门: 办公室\n岗位: {主任: {编制: 1}, 文员: {编制: 2}}\n",
    "departments/仓储部.yaml": "部门: 仓储部\n岗位: {主任: {编制: 1}, 库管员: {编制: 6}}\n",
}


@pytest.fixture
def known(tmp_path: Path) -> Directory:
    (tmp_path / "content" / "departments").mkdir(parents=True)
    for name, text in CONTENT.items():
        (tmp_path / "content" / name).write_text(text, "utf-8")
    manual = load(tmp_path).manual
    assert manual
    return directory(manual)


def found(known: Directory, name: str, department: str = "") -> list[str]:
    return [str(place) for place in known.posts(name, known.departments.get(department))]


def test_a_bare_name_means_ones_own_department_first(known: Directory) -> None:
    assert found(known, "主任", "仓储部") == ["仓储部/主任"]


def test_else_the_only_post_of_that_name(known: Directory) -> None:
    assert found(known, "文员", "仓储部") == ["办公室/文员"]


def test_else_there_are_several_to_choose_from(known: Directory) -> None:
    assert found(known, "主任") == ["仓储部/主任", "办公室/主任"]


def test_a_path_means_that_post_alone(known: Directory) -> None:
    assert found(known, "办公室 / 主任", "仓储部") == ["办公室/主任"]
    assert found(known, "办公室/库管员", "仓储部") == []


def test_a_name_that_is_none_means_nobody(known: Directory) -> None:
    assert found(known, "董事会") == []
    assert found(known, "仓储部") == []


def test_guesses_at_bare_names_paths_and_those_outside(known: Directory) -> None:
    assert known.guess("库管").zh == "是不是“库管员”？"
    assert known.guess("办公室/主管").zh == "是不是“办公室/主任”？"
    assert known.guess("董事").en == "did you mean “董事会”? "
    assert known.guess("完全不同").zh == ""


@pytest.mark.parametrize(
    ("path", "guess"),
    [
        ("办公室/x", ""),
        ("办公室/文原", "办公室/文员"),
        ("办公窒/文员", "办公室/文员"),
        ("后勤/文员", "办公室/文员"),
        ("仓储／主管", "仓储部/主任"),
    ],
)
def test_of_a_path_only_the_part_that_is_wrong_is_compared(known: Directory, path: str, guess: str) -> None:
    assert known.guess(path).zh == (f"是不是“{guess}”？" if guess else "")


def test_a_part_of_the_manual_may_be_meant_by_a_bare_name(known: Directory) -> None:
    assert known.guess_part("文员").zh == "是不是“办公室/文员”？"
    assert known.guess_part("办公").zh == "是不是“办公室”？"
    assert known.guess_part("办公室／文").zh == "是不是“办公室/文员”？"


def test_twenty_guesses_are_made_and_no_more(known: Directory) -> None:
    guesses = [known.guess(f"文员{number}").zh for number in range(21)]

    assert guesses == ["是不是“文员”？"] * 20 + [""]
    assert known.guess("文员0").zh == "是不是“文员”？"


def test_a_full_width_slash_parts_as_well(known: Directory) -> None:
    assert found(known, "办公室／主任", "仓储部") == ["办公室/主任"]


def test_subordinates_are_the_posts_that_name_a_post_as_their_superior(tmp_path: Path) -> None:
    (tmp_path / "content" / "departments").mkdir(parents=True)
    for name, text in CONTENT.items():
        (tmp_path / "content" / name).write_text(text, "utf-8")
    office = "部门: 办公室\n岗位: {主任: {直接上级: 董事会}, 文员: {直接上级: [主任, 办公室/主任, 仓储部/主任]}}\n"
    (tmp_path / "content" / "departments" / "办公室.yaml").write_text(office, "utf-8")
    manual = load(tmp_path).manual
    assert manual

    below = {above: list(map(str, places)) for above, places in directory(manual).subordinates.items()}
    assert below == {"办公室/主任": ["办公室/文员"], "仓储部/主任": ["办公室/文员"]}
