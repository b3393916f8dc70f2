"""The source line of a position, wherever its file lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import resources
from docgen.source import Position
from docgen.source_lines import LARGEST, SourceLines


def write(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def test_a_line_of_a_content_file(tmp_path: Path) -> None:
    write(tmp_path, "content/manual.yaml", "名称: 手册\n单位: 公司\n".encode())
    lines = SourceLines(tmp_path)

    assert lines(Position("content/manual.yaml", 1, 5)) == "名称: 手册"
    assert lines(Position("content/manual.yaml", 2)) == "单位: 公司"


def test_a_byte_order_mark_is_no_part_of_the_line(tmp_path: Path) -> None:
    write(tmp_path, "content/manual.yaml", "\ufeff名称: 手册".encode())

    assert SourceLines(tmp_path)(Position("content/manual.yaml")) == "名称: 手册"


@pytest.mark.parametrize("line", [0, 4, 99])
def test_a_line_that_is_not_there(tmp_path: Path, line: int) -> None:
    write(tmp_path, "content/manual.yaml", b"1\n2\n")

    assert SourceLines(tmp_path)(Position("content/manual.yaml", line)) is None


@pytest.mark.parametrize("path", ["content/missing.yaml", "content"])
def test_a_file_that_cannot_be_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "content").mkdir()

    assert SourceLines(tmp_path)(Position(path)) is None


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_line_of_another_encoding_is_not_shown(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "content/manual.yaml", "名称: 岗位手册\n".encode(encoding))

    assert SourceLines(tmp_path)(Position("content/manual.yaml")) is None


def test_a_file_too_large_to_read_is_not_shown(tmp_path: Path) -> None:
    write(tmp_path, "content/manual.yaml", b"x" * (LARGEST + 1))

    assert SourceLines(tmp_path)(Position("content/manual.yaml")) is None


def test_a_template_is_the_projects_own_or_the_built_in_one(tmp_path: Path) -> None:
    cover = Position("templates/parts/cover.html", 1)
    built_in = (resources.templates() / "parts/cover.html").read_text("utf-8").split("\n")[0]
    assert SourceLines(tmp_path)(cover) == built_in

    write(tmp_path, "templates/parts/cover.html", b"<own/>")
    assert SourceLines(tmp_path)(cover) == "<own/>"
