"""`docgen new`: what it puts into a folder, and into which."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen import resources
from docgen.handout import matching
from docgen.pipeline import build, check_project
from docgen.problems import Problem, Words
from docgen.starter import create
from tests.small_project import files_of

PROJECT = Path(__file__).parents[1]


def test_a_starter_is_one_department_of_two_posts_without_a_problem(tmp_path: Path) -> None:
    assert create(tmp_path / "公司") is None

    checked = check_project(tmp_path / "公司")
    assert checked.problems == []
    assert checked.manual
    assert [(department.name, post.name) for department, post in checked.manual.posts] == [
        ("综合办公室", "办公室主任"),
        ("综合办公室", "文员"),
    ]


def test_a_starter_can_be_built(tmp_path: Path) -> None:
    create(tmp_path)
    manual = check_project(tmp_path).manual
    assert manual

    built = build(tmp_path, manual, ("md",))

    assert built.problems == []
    (name, content), *others = built.files.items()
    assert (name, others) == ("岗位职责、工作标准及考核办法.md", [])
    assert "# 二、综合办公室\n" in content.decode()


def test_a_starter_brings_a_style_to_change(tmp_path: Path) -> None:
    create(tmp_path)
    style = tmp_path / "templates/styles/公司.yaml"
    style.write_text(style.read_text("utf-8").replace("三号", "小三"), encoding="utf-8")
    manual = check_project(tmp_path).manual
    assert manual

    built = build(tmp_path, manual, ("html",), style="公司")

    assert built.problems == []
    (page,) = built.files.values()
    assert b"font-size: 15pt" in page


def test_a_starter_brings_the_schemas_its_files_point_to(tmp_path: Path) -> None:
    create(tmp_path)

    assert sorted(files_of(tmp_path)) == [
        ".gitignore",
        "content/chapters/总则.md",
        "content/departments/综合办公室.yaml",
        "content/manual.yaml",
        "docs/schema/common.json",
        "docs/schema/department.json",
        "docs/schema/manual.json",
        "templates/styles/公司.yaml",
    ]
    for file in (tmp_path / "content").rglob("*.yaml"):
        schema = file.read_text("utf-8").partition("$schema=")[2].partition("\n")[0]
        assert (file.parent / schema).resolve().is_relative_to(tmp_path.resolve() / "docs/schema")
        assert (file.parent / schema).is_file()


def test_the_sample_is_the_whole_company(tmp_path: Path) -> None:
    assert create(tmp_path / "示例", sample=True) is None
    assert files_of(tmp_path / "示例/content") == files_of(resources.sample_content())


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "公司").mkdir()

    assert create(tmp_path / "公司") is None


@pytest.mark.parametrize("occupied", ["公司/旧手册.docx", "公司"], ids=["a file in the folder", "a file of the name"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, occupied: str) -> None:
    (tmp_path / occupied).parent.mkdir(exist_ok=True)
    (tmp_path / occupied).write_bytes(b"mine")

    folder = tmp_path / "公司"
    assert create(folder) == Problem(
        "error",
        "NEW-NOT-EMPTY",
        None,
        Words(f"文件夹 {folder} 里已经有东西了", f"there is something in {folder} already"),
        Words("换一个新文件夹的名字", "choose the name of a new folder"),
    )
    assert files_of(tmp_path) == {occupied: b"mine"}


def test_a_folder_that_cannot_be_made_is_a_problem() -> None:
    problem = create(Path("/proc/docgen"))

    assert problem
    assert (problem.code, problem.message.zh) == (
        "OUTPUT-NOT-WRITTEN",
        "建不了文件夹 /proc/docgen：没有这个文件或文件夹",
    )


def test_the_hash_in_the_readmes_is_that_of_a_starters_post(tmp_path: Path) -> None:
    create(tmp_path)
    manual = check_project(tmp_path).manual
    assert manual
    for name in ("README.md", "README.zh.md", "docs/handouts.md"):
        (code,) = re.findall("--verify ([0-9a-f]{12})\n综合办公室/文员", (PROJECT / name).read_text("utf-8"))
        assert [str(place) for place in matching(manual, code)] == ["综合办公室/文员"]
