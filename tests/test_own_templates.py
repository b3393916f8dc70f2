"""A check says what is wrong in a project's own `templates/`, and looks at nothing of docgen's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import docx
import pytest

from docgen import resources, soundness
from docgen.own_templates import own_template_problems
from tests.small_project import MANUAL, run, write_project
from tests.style.test_reference import packed

GBT9704 = (resources.templates() / "styles/gbt9704.yaml").read_text("utf-8")


def project_with(folder: Path, **templates: str | bytes) -> Path:
    """A sound project in style 公司, and these files of its templates/ (path → content; `__` stands for /)."""
    given = {"styles__公司.yaml": GBT9704} | templates
    for name, content in given.items():
        file = folder / "templates" / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return write_project(folder, {"manual.yaml": MANUAL + "样式: 公司\n"})


def checked(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The first line of each problem that a check tells of, without the summary."""
    told = run(capsys, "-C", str(project), "check").out
    return re.findall("^.*(templates/.*: 错误 .*)$", told, re.MULTILINE)


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        (
            "styles__公司.yaml",
            GBT9704.replace("字号: 三号", "字号: 四点五号", 1),
            "templates/styles/公司.yaml:16:20: 错误 STYLE-SIZE: 没有“四点五号”这个字号",
        ),
        (
            "style.css",
            "h1 { display: none }\n",
            "templates/style.css:1:6: 错误 STYLE-CSS: 不能用 display",
        ),
        (
            "reference.docx",
            "a letter",
            "templates/reference.docx:1:1: 错误 WORD-REFERENCE: 这个参考文件不能用：它不是完好的 .docx 文件",
        ),
        (
            "layouts__standard.html",
            "<section>\n{{ post name }}\n</section>\n",
            "templates/layouts/standard.html:2:1: 错误 TEMPLATE-SYNTAX: 模板写得不对：语法错误（expected token 'end of "
            "print statement', got 'name'）",
        ),
        (
            "parts__cover.html",
            "封面".encode("gbk"),
            "templates/parts/cover.html:1:1: 错误 FILE-ENCODING: 文件的编码是 GBK/GB18030，不是 UTF-8",
        ),
    ],
    ids=["style", "css", "reference", "syntax", "encoding"],
)
def test_a_mistake_in_the_own_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, content: str | bytes, problem: str
) -> None:
    assert checked(project_with(tmp_path, **{file: content}), capsys) == [problem]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("style.css", "templates/style.css:1:1: 错误 FILE-UNREADABLE: 这个文件打不开：磁盘读写出错"),
        (
            "reference.docx",
            "templates/reference.docx:1:1: 错误 WORD-REFERENCE: 这个参考文件不能用：文件打不开：磁盘读写出错",
        ),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, problem: str
) -> None:
    """As one that Word holds open on Windows. /proc/self/mem is a regular file whose first byte nobody may read."""
    project = project_with(tmp_path)
    (project / "templates" / file).symlink_to("/proc/self/mem")

    assert checked(project, capsys) == [problem]


def test_a_reference_that_only_python_docx_finds_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(project_with(tmp_path, **{"reference.docx": packed()}), capsys) == [
        "templates/reference.docx:1:1: 错误 WORD-REFERENCE: 这个参考文件不能用：它不是完好的 .docx 文件"
    ]


def test_sound_templates_have_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_with(tmp_path, **{"style.css": "h1 { color: green }\n"})
    shutil.copytree(resources.templates() / "layouts", project / "templates/layouts")
    docx.Document().save(str(project / "templates/reference.docx"))

    assert run(capsys, "-C", str(project), "check").exit_code == 0


def test_the_usual_style_with_a_wrong_css(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project_with(tmp_path, **{"style.css": "h1 { all: unset }\n"}), {"manual.yaml": MANUAL})

    assert checked(tmp_path, capsys) == ["templates/style.css:1:6: 错误 STYLE-CSS: 不能用 all"]


def test_a_style_that_the_manual_does_not_name_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(project_with(tmp_path, **{"styles__旧.yaml": "草稿"}), capsys) == []


def test_docgens_own_templates_are_nobodys_own() -> None:
    """The checkout is the project of the sample manual."""
    assert resources.template_folders(resources.templates().parent) == [resources.templates()]
    assert own_template_problems(resources.templates().parent, None) == []


def test_a_draft_is_built_in_the_usual_style_where_the_own_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = GBT9704.replace("字号: 三号", "字号: 四点五号", 1)
    project = project_with(tmp_path, **{"styles__公司.yaml": wrong, "style.css": "h1 { all: unset }\n"})

    assert run(capsys, "-C", str(project), "build", "--to", "md").exit_code == 1
    told = run(capsys, "-C", str(project), "build", "--to", "md", "--draft")
    assert told.exit_code == 0
    assert [told.err.count(code) for code in ("STYLE-SIZE", "STYLE-CSS")] == [1, 1]


def test_changed_templates_are_checked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = project_with(tmp_path / "project")
    assert checked(project, capsys) == []
    assert soundness.remembered(soundness.place(project))

    project_with(project, **{"style.css": "h1 { all: unset }\n"})

    assert soundness.remembered(soundness.place(project)) is None
    assert checked(project, capsys) == ["templates/style.css:1:6: 错误 STYLE-CSS: 不能用 all"]
