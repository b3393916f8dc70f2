"""The stylesheet: exactly what a style and a set of fonts become."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from docgen.fonts import FontFace, FontSet, RoleFont
from docgen.style.model import FontRole, Furniture, Line, TableStyle
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


def test_no_text_of_a_style_or_a_font_ends_its_string() -> None:
    faces = {role: FontFace('Song"; x: "', Path("/fonts/Song.otf"), installed=True) for role in FILES}
    line = Line(center='"; display: none </style> \\ {页码} \n')
    found = FontSet({role: RoleFont(face, None, False) for role, face in faces.items()}, ())
    style = replace(gbt9704(), footer=Furniture(line, line))
    sheet = css.stylesheet(style, found)

    assert r'content: "\22 ; display: none \3c /style> \5c  " counter(page, decimal) " \a "; vertical-align' in sheet
    assert r'body { font-family: "Song\22 ; x: \22 "; ' in sheet


def test_a_landscape_page_is_the_portrait_page_turned() -> None:
    assert rules(css.stylesheet(gbt9704(), fonts()), "@page arabic-landscape,")[0] == (
        "@page arabic-landscape, arabic-landscape-restart { size: 297mm 210mm; margin: 26mm 35mm 28mm 37mm }"
    )


def test_page_numbers_stand_outside_one_character_in() -> None:
    sheet = css.stylesheet(gbt9704(), fonts())
    number = '"— " counter(page, upper-roman) " —"; vertical-align: top; margin-top: 7mm; white-space: pre-wrap'
    font = 'font-family: "docgen-宋"; font-size: 14pt; line-height: 18pt; font-weight: 400'
    look = f"{font}; letter-spacing: 0; text-indent: 0"

    assert rules(sheet, "@page roman-portrait:") == [
        "@page roman-portrait:right, roman-portrait-restart:right "
        f"{{ @bottom-right {{ content: {number}; text-align: right; padding-right: 1em; {look} }} }}",
        "@page roman-portrait:left, roman-portrait-restart:left "
        f"{{ @bottom-left {{ content: {number}; text-align: left; padding-left: 1em; {look} }} }}",
    ]
    assert ".restart { break-before: recto }" in sheet


def test_page_numbers_in_the_middle_need_no_right_hand_page() -> None:
    number = Line(center="{页码}")
    sheet = css.stylesheet(replace(gbt9704(), footer=Furniture(number, number)), fonts())

    assert rules(sheet, "@page roman-portrait")[0].startswith(
        "@page roman-portrait, roman-portrait-restart { @bottom-center { content: "
    )
    assert ".restart { break-before: page }" in sheet


def test_only_text_of_the_bodys_size_is_drawn_together_to_the_grid() -> None:
    sheet = css.stylesheet(gbt9704(), fonts())

    assert "letter-spacing: -0.212pt" in rules(sheet, "body { font")[0]
    assert "letter-spacing: 0;" in rules(sheet, "td, th { font")[0]


def test_a_draft_has_its_watermark_in_the_page_background() -> None:
    page = "@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm"

    assert rules(css.stylesheet(gbt9704(), fonts()), "@page {") == [f"{page} }}"]
    (draft,) = rules(css.stylesheet(gbt9704(), fonts(), draft=True), "@page {")
    assert draft.startswith(f'{page}; background: url("data:image/svg+xml,')


def furniture_rules(header: Furniture, fields: dict[str, str] | None = None) -> list[str]:
    """The rules of a header on portrait pages with arabic numbers: the content of each box."""
    style = replace(gbt9704(), header=header, footer=Furniture())
    sheet = css.stylesheet(style, fonts(), fields=fields or {})
    kept = ("@page arabic-portrait", "@page arabic-portrait-restart:nth")
    found = [rule for rule in sheet.splitlines() if rule.startswith(kept)]
    return [re.sub("; vertical-align.*?}", " }", rule).removeprefix("@page ") for rule in found]


def test_a_header_prints_the_documents_fields_and_the_chapter() -> None:
    line = Line("{单位} {编号}", "{章}", '第 "{页码}" 页 共 {总页数} 页')

    assert furniture_rules(Furniture(line, line), {"organization": "青桐岭", "code": "Q/1\\2"}) == [
        'arabic-portrait, arabic-portrait-restart { @top-left { content: "青桐岭" " " "Q/1\\5c 2" } '
        "@top-center { content: string(chapter) } "
        '@top-right { content: "第 \\22 " counter(page, decimal) "\\22  页 共 " counter(pages, decimal) " 页" } }'
    ]


def test_odd_even_and_first_pages_have_lines_of_their_own() -> None:
    header = Furniture(Line(right="单"), Line(left="双"), Line(center="首"))

    assert furniture_rules(header) == [
        'arabic-portrait:right, arabic-portrait-restart:right { @top-right { content: "单" } }',
        'arabic-portrait:left, arabic-portrait-restart:left { @top-left { content: "双" } }',
        "arabic-portrait-restart:nth(1 of arabic-portrait-restart) "
        '{ @top-left { content: none } @top-center { content: "首" } @top-right { content: none } }',
    ]


def test_a_rule_goes_across_the_page() -> None:
    line = Line(left="名")
    style = replace(gbt9704(), header=Furniture(line, line, rule=True))

    (rule,) = rules(css.stylesheet(style, fonts()), "@page arabic-portrait, ")

    widths = re.findall("border-bottom: 0.5pt solid; padding-bottom: 2pt; width: (.*?);", rule)
    assert widths == ["50%", "0", "50%"]


def test_colours_of_text_tables_and_the_rule_below_a_heading() -> None:
    style = gbt9704()
    heading = replace(style.paragraphs["heading1"], color="00677F", rule=True, space_after=6)
    table = TableStyle(1, 0.5, "9DB8BD", "00677F")
    sheet = css.stylesheet(replace(style, paragraphs=style.paragraphs | {"heading1": heading}, table=table), fonts())

    assert rules(sheet, "h1:not(.title) { font")[0].endswith(
        "color: #00677F; border-bottom: 0.75pt solid; padding-bottom: 2pt; margin-bottom: 6pt; break-after: avoid }"
    )
    assert rules(sheet, "table { border") == ["table { border: 1pt solid #9DB8BD }"]
    assert rules(sheet, "td, th { border") == ["td, th { border: 0.5pt solid #9DB8BD }"]
    assert "thead th { background: #00677F }" in sheet


def test_a_projects_own_rules_come_last() -> None:
    assert css.stylesheet(replace(gbt9704(), own_css="h1 { color: red }"), fonts()).endswith("\nh1 { color: red }\n")


def test_a_label_stands_in_a_column_unless_it_is_too_wide_for_one() -> None:
    style = gbt9704()
    item = replace(style.paragraphs["item"], first_line_indent=1, hanging=2)
    sheet = css.stylesheet(replace(style, paragraphs=style.paragraphs | {"item": item}), fonts())

    assert "li { text-indent: 0; padding-left: 3em }" in sheet
    assert "li > .label { display: inline-block; white-space: pre; min-width: 2em; margin-left: -2em }" in sheet
    assert ".running > li { text-indent: 1em; padding-left: 0 }" in sheet
    assert ".running > li > * > li { padding-left: 5em }" in sheet


def test_strong_text_is_a_change_of_face_or_bold() -> None:
    style = gbt9704()
    body = replace(style.paragraphs["body"], font="黑")

    assert rules(css.stylesheet(style, fonts()), "strong") == ['strong { font-family: "docgen-黑"; font-weight: 400 }']
    (rule,) = rules(css.stylesheet(replace(style, paragraphs=style.paragraphs | {"body": body}), fonts()), "strong")
    assert rule == 'strong { font-family: "docgen-黑"; font-weight: 700 }'
