"""A user copies a style, changes a size or a colour, and the PDF and the Word file both follow."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from docgen import resources
from docgen.pipeline import build
from tests.small_project import files_of, read_project, run, write_project

GBT9704 = (resources.templates() / "styles/gbt9704.yaml").read_text("utf-8")


def with_style(folder: Path, before: str, after: str) -> Path:
    styles = folder / "templates" / "styles"
    styles.mkdir(parents=True)
    (styles / "公司.yaml").write_text(GBT9704.replace(before, after), encoding="utf-8")
    return folder


def built(root: Path, style: str | None = None) -> tuple[str, str]:
    """The HTML page with its stylesheet, and Word's styles."""
    found = build(root, read_project(root), ("html", "docx"), style=style)
    assert found.problems == []
    by_ending = {name.rpartition(".")[2]: content for name, content in found.files.items()}
    with zipfile.ZipFile(io.BytesIO(by_ending["docx"])) as package:
        return by_ending["html"].decode(), package.read("word/styles.xml").decode()


def test_a_smaller_size_is_followed_by_pdf_and_word(tmp_path: Path) -> None:
    project = with_style(write_project(tmp_path), "三号", "小三")

    html, styles = built(project, "公司")

    assert "font-size: 16pt" not in html
    assert "body { font-family" in html
    assert "font-size: 15pt" in html
    assert '<w:sz w:val="32"/>' not in styles
    assert '<w:sz w:val="30"/>' in styles


def test_the_manual_names_its_style_and_the_command_line_overrides_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = with_style(tmp_path, "三号", "小三")
    write_project(project, {"manual.yaml": "名称: 手册\n单位: 公司\n版本: '1'\n样式: 公司\n"})

    assert run(capsys, "-C", str(project), "build", "--to", "html").exit_code == 0
    page = project / "output" / "手册.html"
    assert "font-size: 15pt" in page.read_text("utf-8")
    assert run(capsys, "-C", str(project), "build", "--to", "html", "--style", "企业标准").exit_code == 0
    assert "font-size: 15pt" not in page.read_text("utf-8")


def test_an_unknown_style_on_the_command_line_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write_project(tmp_path)
    before = files_of(project)

    found = run(capsys, "-C", str(project), "build", "--to", "md", "--style", "企业标谁")

    assert found.exit_code == 1
    assert "错误 STYLE-UNKNOWN: 没有“企业标谁”这个样式" in found.err
    assert "是不是“企业标准”？" in found.err
    assert files_of(project) == before


def test_a_projects_own_css_is_added_and_a_wrong_one_stops_the_build(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    (project / "templates").mkdir()
    (project / "templates/style.css").write_text("h1 { color: green }\n", encoding="utf-8")

    assert "h1 { color: green }" in built(project)[0]

    (project / "templates/style.css").write_text("h1 { display: none }\n", encoding="utf-8")
    found = build(project, read_project(project), ("md",))
    assert (found.files, [problem.code for problem in found.problems]) == ({}, ["STYLE-CSS"])
