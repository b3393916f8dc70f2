"""A project's style.css: what it may change, and what is refused at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.style.css import read_own_css


def refusals(folder: Path, css: str) -> list[str]:
    (folder / "style.css").write_text(css, encoding="utf-8")
    return [f"{problem.position} {problem.code} {problem.message.zh}" for problem in read_own_css([folder])[1]]


def test_looks_may_change(tmp_path: Path) -> None:
    css = "h1 { color: #1F3864; border-bottom: 1pt solid }\n@page { background: #fefefe }\n/* url() */\n"

    assert refusals(tmp_path, css) == []
    assert read_own_css([tmp_path]) == (css, [])


def test_a_project_need_not_have_one(tmp_path: Path) -> None:
    assert read_own_css([tmp_path]) == ("", [])


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("h1 {}\nh2::before { content: '★' }", "2:14 STYLE-CSS 不能用 content"),
        ("h1 { DISPLAY: none }", "1:6 STYLE-CSS 不能用 display"),
        (r"h1 { disp\6c ay: none }", "1:6 STYLE-CSS 不能用 display"),
        ("h1 { visibility: hidden }", "1:6 STYLE-CSS 不能用 visibility"),
        ("h1 { all: initial }", "1:6 STYLE-CSS 不能用 all"),
        ("@page { @top-left { content: '公司' } }", "1:21 STYLE-CSS 不能用 content"),
        ("@media print { h1 { content: '公司' } }", "1:21 STYLE-CSS 不能用 content"),
        ("h1 { background: url(a.png) }", "1:18 STYLE-CSS 不能用 url()"),
        ("h1 { background: url('a.png') }", "1:18 STYLE-CSS 不能用 url()"),
        ("h1 { --x: url(a.png) }", "1:11 STYLE-CSS 不能用 url()"),
        ("@font-face { src: url(a.otf) }", "1:19 STYLE-CSS 不能用 url()"),
        ("h1 { text-transform: uppercase }", "1:6 STYLE-CSS 不能用 text-transform"),
        ("body { counter-increment: page 2 }", "1:8 STYLE-CSS 不能用 counter-increment"),
        ("h1 { position: running(x) }", "1:16 STYLE-CSS 不能用 running()"),
        ("\n@import 'a.css';", "2:1 STYLE-CSS 不能用 @import"),
        ("h1 color", "1:4 STYLE-CSS CSS 写得不对（"),
    ],
)
def test_what_would_change_the_text_or_fetch_is_refused(tmp_path: Path, css: str, expected: str) -> None:
    (found,) = refusals(tmp_path, css)

    assert found.startswith(f"templates/style.css:{expected}")


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_bytes("/* 颜色 */".encode("gbk"))

    assert [problem.code for problem in read_own_css([tmp_path])[1]] == ["STYLE-CSS"]
