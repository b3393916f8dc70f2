"""The stylesheet: exactly what a style and a set of fonts become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from docgen.fonts import FontFace, FontSet, RoleFont
from docgen.style import FontRole
from docgen.writers import css
from tests.sample_style import gbt9704

FILES: dict[FontRole, str] = {"宋": "Song", "黑": "Hei", "楷": "Kai", "仿宋": "FangSong", "小标宋": "Title"}
HERE = Path(__file__).parent


def fonts(installed: bool = False, fallback: tuple[FontFace, ...] = ()) -> FontSet:
    """One face a role, /fonts/Song.otf and so on; 宋 has a bold too."""
    faces = {
        role: FontFace(f"Fandol {role}", Path(f"/fonts/{file}.otf"), installed=installed)
        for role, file in FILES.items()
    }
    bold = FontFace("Fandol 宋", Path("/fonts/bold.otf"), 700, installed=installed)
    return FontSet(
        {role: RoleFont(face, bold if role == "宋" else None, False) for role, face in faces.items()}, fallback
    )


def rules(sheet: str, start: str) -> list[str]:
    return [line for line in sheet.splitlines() if line.startswith(start)]


def test_the_stylesheet_of_an_official_document(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "gbt9704.css", css.stylesheet(gbt9704(), fonts()))


def test_each_face_in_use_is_a_font_face_by_file() -> None:
    assert rules(css.stylesheet(gbt9704(), fonts()), "@font-face") == [
        '@font-face { font-family: "docgen-宋"; font-weight: 400; src: url("file:///fonts/Song.otf") }',
        '@font-face { font-family: "docgen-宋"; font-weight: 700; src: url("file:///fonts/bold.otf") }',
        '@font-face { font-family: "docgen-黑"; font-weight: 400; src: url("file:///fonts/Hei.otf") }',
        '@font-face { font-family: "docgen-楷"; font-weight: 400; src: url("file:///fonts/Kai.otf") }',
        '@font-face { font-family: "docgen-仿宋"; font-weight: 400; src: url("file:///fonts/FangSong.otf") }',
        '@font-face { font-family: "docgen-小标宋"; font-weight: 400; src: url("file:///fonts/Title.otf") }',
    ]


def test_an_installed_face_is_asked_for_by_its_family() -> None:
    sheet = css.stylesheet(gbt9704(), fonts(installed=True))

    assert rules(sheet, "@font-face") == []
    assert 'body { font-family: "Fandol 仿宋"; ' in sheet


def test_an_installed_bold_face_is_asked_for_as_bold() -> None:
    title = RoleFont(FontFace("Noto Serif CJK SC", Path("/usr/noto.ttc"), 700, installed=True), None, stand_in=True)
    found = fonts()._replace(roles={**fonts().roles, "小标宋": title})

    assert rules(css.stylesheet(gbt9704(), found), ".cover-field.title {")[1].startswith(
        '.cover-field.title { font-family: "Noto Serif CJK SC"; font-size: 26pt; line-height: 42pt; font-weight: 700; '
    )


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
    assert rules(css.stylesheet(gbt9704()), "@page arabic-landscape,")[0] == (
        "@page arabic-landscape, arabic-landscape-restart { size: 297mm 210mm; margin: 26mm 35mm 28mm 37mm }"
    )


def test_page_numbers_stand_outside_one_character_in() -> None:
    sheet = css.stylesheet(gbt9704(), fonts())
    number = '"— " counter(page, upper-roman) " —"; font-family: "docgen-宋"; font-size: 14pt; line-height: 18pt'
    rest = (
        "font-weight: 400; letter-spacing: 0; text-indent: 0; vertical-align: top; padding-top: 7mm; white-space: pre"
    )

    assert rules(sheet, "@page roman-portrait:") == [
        "@page roman-portrait:right, roman-portrait-restart:right "
        f"{{ @bottom-right {{ content: {number}; {rest}; padding-right: 1em }} }}",
        "@page roman-portrait:left, roman-portrait-restart:left "
        f"{{ @bottom-left {{ content: {number}; {rest}; padding-left: 1em }} }}",
    ]
    assert ".restart { break-before: recto }" in sheet


def test_page_numbers_in_the_middle_need_no_right_hand_page() -> None:
    sheet = css.stylesheet(replace(gbt9704(), page_number_side="center"))

    assert rules(sheet, "@page roman-portrait")[0].startswith(
        "@page roman-portrait, roman-portrait-restart { @bottom-center { content: "
    )
    assert ".restart { break-before: page }" in sheet


def test_only_text_of_the_bodys_size_is_drawn_together_to_the_grid() -> None:
    sheet = css.stylesheet(gbt9704())

    assert "letter-spacing: -0.212pt" in rules(sheet, "body { font")[0]
    assert "letter-spacing: 0;" in rules(sheet, "td, th { font")[0]


def test_a_draft_has_its_watermark_in_the_page_background() -> None:
    page = "@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm"

    assert rules(css.stylesheet(gbt9704()), "@page {") == [f"{page} }}"]
    (draft,) = rules(css.stylesheet(gbt9704(), draft=True), "@page {")
    assert draft.startswith(f'{page}; background: url("data:image/svg+xml,')
