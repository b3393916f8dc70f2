"""The glyphs that a PDF shows and that none of its fonts has, counted by pikepdf and fontTools."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

NOTDEF = 0


def missing(pdf: Path) -> int:
    """How many times pages and the drawings on them show .notdef, or a glyph past the last one of the font.

    The fonts are all Identity-H (ISO 32000-1 §9.7.5.2): two bytes a glyph, its number in the font's file.
    """
    with pikepdf.open(pdf) as document:
        drawings = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form" and "/Resources" in each
        ]
        counts: dict[tuple[int, int], int] = {}
        shown = (glyph for each in (*document.pages, *drawings) for glyph in _glyphs(each, counts))
        return sum(glyph == NOTDEF or glyph >= count for glyph, count in shown)


def _glyphs(shown: pikepdf.Page | pikepdf.Object, counts: dict[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    """Each glyph that a page or a drawing shows, and how many glyphs its font has; `counts` remembers them."""
    resources = (shown.obj if isinstance(shown, pikepdf.Page) else shown)["/Resources"]
    count = 0
    for instruction in pikepdf.parse_content_stream(shown, "Tf Tj TJ"):
        operands = list(instruction.operands)
        if str(instruction.operator) == "Tf":
            font = resources["/Font"][str(operands[0])]
            if font.objgen not in counts:
                counts[font.objgen] = _glyph_count(font)
            count = counts[font.objgen]
            continue
        for text in operands[0] if str(instruction.operator) == "TJ" else operands:
            if isinstance(text, pikepdf.String):
                codes = bytes(text)
                yield from ((int.from_bytes(codes[at : at + 2]), count) for at in range(0, len(codes), 2))


def _glyph_count(font: pikepdf.Object) -> int:
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    file = next(descriptor[name] for name in ("/FontFile2", "/FontFile3") if name in descriptor)
    return int(TTFont(io.BytesIO(file.read_bytes()))["maxp"].numGlyphs)
