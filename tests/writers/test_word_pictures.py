"""Figures in Word: which files are taken in, and how large they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.problems import Problem
from docgen.tree import Figure
from docgen.writers import word
from docgen.writers.word import pictures
from tests.every_node import HERE, PNG
from tests.sample_style import gbt9704
from tests.word_parts import inlines, of_blocks, part

EMU_PER_MM = 36000


def problem_of(root: Path, path: str) -> Problem:
    """The one problem with a figure; the rest of the document is written with its alternative text."""
    document = of_blocks(Figure("图", path, "厂区平面图", source=HERE))
    result = word.write(document, gbt9704(), root)
    assert "<w:t>厂区平面图</w:t>" in part(document, root=root)
    assert len(result.problems) == 1
    return result.problems[0]


def test_a_figure_is_embedded_with_its_alternative_text_and_its_caption_below(tmp_path: Path) -> None:
    (tmp_path / "图.png").write_bytes(PNG)
    figure = Figure("图", "图.png", '平面图 <1> & "2"', inlines("图1"))

    xml = part(of_blocks(figure), root=tmp_path)

    assert 'descr="平面图 &lt;1&gt; &amp; &quot;2&quot;"' in xml
    assert re.findall('pStyle w:val="(.*?)"', xml) == ["Figure", "Caption"]


def test_svg_needs_a_png_in_word(tmp_path: Path) -> None:
    (tmp_path / "图.SVG").write_text("<svg/>")

    found = problem_of(tmp_path, "图.SVG")

    assert (found.code, found.position) == ("WORD-SVG", HERE)
    assert found.message.zh == "Word 文件放不下 SVG 图片“图.SVG”"
    assert found.help.zh == "另存为 PNG（300 dpi），改为引用该 PNG"


def test_an_image_outside_the_project_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "密.png").write_bytes(PNG)
    (root / "链接.png").symlink_to(tmp_path / "密.png")

    for path in ("../密.png", "链接.png", str(tmp_path / "密.png")):
        assert problem_of(root, path).message.zh == f"图片“{path}”不在本项目内"


@pytest.mark.parametrize("path", ["无.png", f"{'长' * 300}.png"])
def test_a_missing_image(tmp_path: Path, path: str) -> None:
    assert problem_of(tmp_path, path).message.zh == f"找不到图片“{path}”"


def test_a_huge_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST_IMAGE", len(PNG) - 1)
    (tmp_path / "图.png").write_bytes(PNG)

    assert problem_of(tmp_path, "图.png").message.zh == "图片“图.png”超过 20 MB"


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a\x01\x00\x01\x00\x80\x00\x00", b"BM", PNG[:20], b"\xff\xd8\xff\xe0", b"text"]
)
def test_a_file_that_is_no_sound_png_or_jpeg(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "图.png").write_bytes(data)

    assert problem_of(tmp_path, "图.png").message.zh == "图片“图.png”不是完好的 PNG 或 JPEG"


def test_a_large_picture_is_made_to_fit_the_type_area() -> None:
    huge = pictures.Picture("rId1", 500 * EMU_PER_MM, 250 * EMU_PER_MM)

    drawn = pictures.drawing(huge, "", 1, width=8844, height=12000)

    assert re.findall('cx="(.*?)" cy="(.*?)"', drawn) == [(str(8844 * 635), str(8844 * 635 // 2))] * 2
