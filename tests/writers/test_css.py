"""The stylesheet: exactly what a style and a set of fonts become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.fonts import FontFace, FontSet, RoleFont
from docgen.style import FontRole, gbt9704
from docgen.writers import css

ROLES: tuple[FontRole, ...] = ("宋", "黑", "楷", "仿宋", "小标宋")
HERE = Path(__file__).parent


def fonts(installed: bool = False, fallback: tuple[FontFace, ...] = ()) -> FontSet:
    """One face a role, /fonts/宋.otf and so on; 宋 has a bold too."""
    faces = {role: FontFace(f"Fandol {role}", Path(f"/fonts/{role}.otf"), installed=installed) for role in ROLES}
    bold = FontFace("Fandol 宋", Path("/fonts/bold.otf"), 700, installed=installed)
    return FontSet({role: RoleFont(face, bold if role == "宋" else None, False) for role, face in faces.items()}, fallback)


def rules(sheet: str, start: str) -> list[str]:
    return [line for line in sheet.splitlines() if line.startswith(start)]


def test_the_stylesheet_of_an_official_document(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "gbt9704.css", css.stylesheet(gbt9704(), fonts()))


def test_each_face_in_use_is_a_font_face_by_file() -> None:
    assert rules(css.stylesheet(gbt9704(), fonts()), "@font-face")[-2:] == [
        '@font-face { font-family: "docgen-小标宋"; font-weight: 400; src: url("file:///fonts/%E5%B0%8F%E6%A0%87%E5%AE%8B.otf") }',
        '@font-face { font-family: "docgen-楷"; font-weight: 400; src: url("file:///fonts/%E6%A5%B7.otf") }',
    ]  # fmt: skip


def test_an_installed_face_is_asked_for_by_its_family() -> None:
    sheet = css.stylesheet(gbt9704(), fonts(installed=True))

    assert rules(sheet, "@font-face") == []
    assert 'body { font-family: "Fandol 仿宋"; ' in sheet


def test_rare_characters_come_from_the_fallback_faces() -> None:
    own = FontFace("人名字库", Path("/fonts/rare.ttf"))
    noto = FontFace("Noto Serif CJK SC", Path("/usr/noto.ttc"), installed=True)
    sheet = css.stylesheet(gbt9704(), fonts(fallback=(own, noto)))

    assert 'body { font-family: "docgen-仿宋", "docgen-rare-0", "Noto Serif CJK SC"; ' in sheet
    assert '@font-face { font-family: "docgen-rare-0"; font-weight: 400; src: url("file:///fonts/rare.ttf") }' in sheet


def test_without_fonts_the_families_are_those_a_browser_may_have() -> None:
    sheet = css.stylesheet(gbt9704())

    assert rules(sheet, "@font-face") == []
    assert "body { font-family: FangSong, STFangsong, serif; " in sheet


def test_a_landscape_page_is_the_portrait_page_turned() -> None:
    assert rules(css.stylesheet(gbt9704()), "@page arabic-landscape {")[0] == (
        "@page arabic-landscape { size: 297mm 210mm; margin: 26mm 35mm 28mm 37mm }"
    )


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("outside", ["@page roman-portrait:right { @bottom-right {", "@page roman-portrait:left { @bottom-left {"]),
        ("center", ["@page roman-portrait { @bottom-center {"]),
    ],
)
def test_page_numbers_stand_outside_or_in_the_middle(side: str, expected: list[str]) -> None:
    style = replace(gbt9704(), page_number_side=side)
    found = rules(css.stylesheet(style), "@page roman-portrait:") + rules(css.stylesheet(style), "@page roman-portrait {")

    assert [rule.partition(" content:")[0] for rule in found] == expected


def test_only_text_of_the_bodys_size_is_drawn_together_to_the_grid() -> None:
    sheet = css.stylesheet(gbt9704())

    assert "letter-spacing: -0.212pt" in rules(sheet, "body { font")[0]
    assert "letter-spacing: 0;" in rules(sheet, "td, th { font")[0]


def test_a_draft_has_its_watermark_in_the_page_background() -> None:
    assert 'background: url("data:image/svg+xml,' in css.stylesheet(gbt9704(), draft=True)
    assert "background" not in css.stylesheet(gbt9704())


def test_a_part_is_laid_out_as_it_stands_in_the_whole() -> None:
    assert css.first_page(4, right=False) == "@page :first { counter-reset: page 4 } html { break-before: left }\n"
