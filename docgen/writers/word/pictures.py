"""Figures: which image files the manual takes in, and how they stand in a line (ISO 29500-1 §20.4.2.8)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from docgen.problems import Problem, Words, error
from docgen.tree import Figure
from docgen.writers.word.markup import escape

LARGEST_IMAGE = 20 * 1024 * 1024
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
EMU_PER_TWIP = 635


class Picture(NamedTuple):
    """An image in the package: its relationship id and its own size in EMU (914,400 to the inch)."""

    relationship: str
    width: int
    height: int


def refusal(figure: Figure, root: Path) -> Problem | None:
    """Why the figure's file can't stand in a Word document; None where it may be read."""
    path = root / figure.path
    if not path.resolve().is_relative_to(root.resolve()):
        return _unusable(
            figure,
            Words(f"图片“{figure.path}”不在本项目内", f"image {figure.path!r} lies outside the project"),
            Words("把图片复制到 content 文件夹内再引用", "copy the image into the content folder and refer to that"),
        )
    if not os.path.isfile(path):  # noqa: PTH113  # pathlib's raises where a name is too long
        return _unusable(
            figure,
            Words(f"找不到图片“{figure.path}”", f"no image {figure.path!r}"),
            Words("检查文件名，或把图片放到这个位置", "check the name, or put the image there"),
        )
    if path.suffix.lower() == ".svg":
        return _svg(figure)
    if path.stat().st_size > LARGEST_IMAGE:
        return _unusable(
            figure,
            Words(f"图片“{figure.path}”超过 20 MB", f"image {figure.path!r} is over 20 MB"),
            Words("压缩或缩小图片后再用", "compress the image or make it smaller"),
        )
    return None


def unreadable(figure: Figure) -> Problem:
    return _unusable(
        figure,
        Words(f"图片“{figure.path}”不是完好的 PNG 或 JPEG", f"image {figure.path!r} is no sound PNG or JPEG"),
        Words("用画图等软件打开，另存为 PNG", "open it in an image editor and save it as PNG"),
    )


def _unusable(figure: Figure, message: Words, help: Words) -> Problem:
    return error("WORD-IMAGE", figure.source, message, help)


def _svg(figure: Figure) -> Problem:
    return error(
        "WORD-SVG",
        figure.source,
        Words(f"Word 文件放不下 SVG 图片“{figure.path}”", f"a Word file can't hold SVG image {figure.path!r}"),
        Words("另存为 PNG（300 dpi），改为引用该 PNG", "save it as PNG (300 dpi) and refer to that"),
    )


def drawing(picture: Picture, alt: str, number: int, width: int, height: int, *, title: str = "") -> str:
    """A run with the picture, made smaller where it would not fit into `width` × `height` twips. A `title` goes with an
    alternative text of several lines."""
    scale = min(1.0, width * EMU_PER_TWIP / picture.width, height * EMU_PER_TWIP / picture.height)
    described = escape(alt).replace("\n", "&#10;")
    titled = f' title="{escape(title)}"' if title else ""
    extent = f'cx="{round(picture.width * scale)}" cy="{round(picture.height * scale)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{INLINE}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="图 {number}" descr="{described}"{titled}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="图 {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture.relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
