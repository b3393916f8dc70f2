"""Charts in Word: a picture at 300 dpi whose alternative text says it all, or a list where there is no font."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from docgen.fonts import FontSet, find_fonts
from docgen.problems import Words, error
from docgen.writers import word
from docgen.writers.word import body
from docgen.writers.word.charts import paint
from tests.every_node import organization
from tests.sample_style import gbt9704
from tests.word_parts import of_blocks, part


def test_the_alternative_text_has_a_line_a_box_moved_in_by_its_depth() -> None:
    xml = part(of_blocks(organization()))

    lines = ["董事会", "　总经理 &lt;代行&gt;", "　　生产部", "　　IT 部", "监事会"]
    assert re.findall('descr="(.*?)"', xml) == ["&#10;".join(lines)]
    assert re.findall('title="(.*?)"', xml) == ["组织机构图"]
    assert re.findall('pStyle w:val="(.*?)"', xml) == ["Figure", "Caption"]


def test_the_caption_below_it_is_not_kept_with_what_follows() -> None:
    caption = re.findall('<w:pStyle w:val="Caption"/>(.*?)</w:pPr>', part(of_blocks(organization())))

    assert caption == ['<w:keepNext w:val="0"/>']


def test_the_picture_has_300_dots_to_the_inch_and_the_chart_s_size() -> None:
    chart = organization()
    with zipfile.ZipFile(io.BytesIO(word.write(of_blocks(chart), gbt9704(), Path()).docx)) as package:
        (name,) = (each for each in package.namelist() if each.startswith("word/media/"))
        image = Image.open(io.BytesIO(package.read(name)))

    assert image.format == "PNG"
    assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
    in_points = [pixels / 300 * 72 for pixels in image.size]
    assert in_points == pytest.approx([chart.width + 2, chart.height + 2], abs=0.25)


def test_frames_and_texts_are_painted() -> None:
    chart, fonts = organization(), find_fonts(Path())
    assert isinstance(fonts, FontSet)
    image = Image.open(io.BytesIO(paint(chart, fonts, gbt9704())))

    frame = chart.boxes[0].frame
    assert frame
    corner = [round((edge + 1) * 300 / 72) for edge in (frame.x, frame.y)]
    far = [round((edge + 1) * 300 / 72) for edge in (frame.x + frame.width, frame.y + frame.height)]
    assert image.getpixel((corner[0], corner[1])) == 0
    inside = image.crop((corner[0] + 5, corner[1] + 5, far[0] - 5, far[1] - 5))
    assert inside.getextrema() == (0, 255)


def test_without_a_font_it_is_a_list_and_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    none = error("FONT-NONE", None, Words("没有字体", "no font"), Words("装", "install"))
    monkeypatch.setattr(body, "find_fonts", lambda root: none)

    result = word.write(of_blocks(organization()), gbt9704(), Path())
    xml = part(of_blocks(organization()))

    assert [(problem.code, problem.severity) for problem in result.problems] == [("WORD-CHART", "warning")]
    assert result.problems[0].message.zh == "没有中文字体，Word 里的“组织机构图”印成列表"
    assert re.findall('leftChars="(.*?)"', xml) == ["0", "200", "400", "400", "0"]
    assert "<w:drawing>" not in xml
