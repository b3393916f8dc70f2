"""Charts as pictures: Word has no drawing of its own that every reader shows, so boxes and lines are painted at 300 dpi
with the style's fonts. What the picture says stands in its alternative text, a line a box."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from docgen import tree
from docgen.compose.chart import LINE_HEIGHT, segments
from docgen.fonts import FontFace, FontSet
from docgen.problems import Problem, Words, warning
from docgen.style.model import Style

DPI = 300
SCALE = DPI / 72
# Points of white around the chart, so that the outer frames keep their whole line.
MARGIN = 1.0
LINE = 0.6
BLACK, WHITE = 0, 255


def paint(chart: tree.Chart, fonts: FontSet, style: Style) -> bytes:
    """The laid-out chart as a PNG file."""
    size = (_pixels(chart.width + 2 * MARGIN), _pixels(chart.height + 2 * MARGIN))
    image = Image.new("L", size, WHITE)
    canvas = ImageDraw.Draw(image)
    width = max(_pixels(LINE), 1)
    for line in segments(chart):
        canvas.line([_at(line.x1), _at(line.y1), _at(line.x2), _at(line.y2)], BLACK, width)
    faces = (fonts.roles[style.paragraphs["table"].font].regular, *fonts.fallback)
    for _, box in tree.boxes_of(chart):
        if frame := box.frame:
            edges = [_at(frame.x), _at(frame.y), _at(frame.x + frame.width), _at(frame.y + frame.height)]
            canvas.rectangle(edges, WHITE, BLACK, width)
            _write(canvas, frame, chart.size, faces)
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(DPI, DPI), optimize=True)
    return file.getvalue()


def _pixels(points: float) -> int:
    return round(points * SCALE)


def _at(points: float) -> int:
    return _pixels(points + MARGIN)


def _write(canvas: Any, frame: tree.Frame, size: float, faces: tuple[FontFace, ...]) -> None:
    """The lines of a box, in its middle."""
    middle = frame.x + frame.width / 2
    first = frame.y + (frame.height - len(frame.lines) * LINE_HEIGHT * size) / 2 + LINE_HEIGHT * size / 2
    for number, line in enumerate(frame.lines):
        runs = [(font, text, font.getlength(text)) for font, text in _runs(line, size, faces)]
        x = _at(middle) - sum(length for _, _, length in runs) / 2
        for font, text, length in runs:
            canvas.text((x, _at(first + number * LINE_HEIGHT * size)), text, BLACK, font, anchor="lm")
            x += length


def _runs(line: str, size: float, faces: tuple[FontFace, ...]) -> Iterator[tuple[Any, str]]:
    """The parts of a line with the first font that has their characters."""
    for face, characters in groupby(line, lambda character: _face_of(character, faces)):
        yield _font(face, size), "".join(characters)


def _face_of(character: str, faces: tuple[FontFace, ...]) -> FontFace:
    return next((face for face in faces if ord(character) in _characters(face)), faces[0])


@cache
def _characters(face: FontFace) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(face.path, fontNumber=face.number, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


@cache
def _font(face: FontFace, size: float) -> Any:
    return ImageFont.truetype(str(face.path), size * SCALE, face.number)


def without_fonts(chart: tree.Chart) -> Problem:
    return warning(
        "WORD-CHART",
        chart.source,
        Words(f"没有中文字体，Word 里的“{chart.name}”印成列表", f"no Chinese font: “{chart.name}” is a list in Word"),
        Words(
            "运行 docgen doctor --fetch-fonts 装上字体再生成，就是图了",
            "run docgen doctor --fetch-fonts and build again to have it drawn",
        ),
    )
