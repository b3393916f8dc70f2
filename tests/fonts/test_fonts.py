"""Which fonts a build takes, out of small fonts made here."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from docgen.doctor import fetch_fonts
from docgen.fonts import ROLES, FontFace, FontSet, find_fonts, user_folder
from docgen.problems import Problem

pytestmark = pytest.mark.usefixtures("no_fonts")


def make_font(family: str, chinese: str = "", *, bold: bool = False) -> TTFont:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": {"en": family, "zh": chinese} if chinese else family})
    builder.setupOS2()  # usWeightClass 400, as FandolHei-Bold has it
    builder.setupPost()
    builder.font["head"].macStyle = 1 if bold else 0
    return builder.font


def folder_of(folder: Path, *names: str) -> Path:
    """A folder with Fandol's files, which docgen takes by their names and does not open to find."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def found(project: Path) -> FontSet:
    fonts = find_fonts(project)
    assert isinstance(fonts, FontSet)
    return fonts


FANDOL = (
    "FandolSong-Regular.otf", "FandolSong-Bold.otf", "FandolHei-Regular.otf", "FandolHei-Bold.otf",
    "FandolKai-Regular.otf", "FandolFang-Regular.otf",
)  # fmt: skip


def test_fandol_sets_every_role_and_its_bold_song_stands_in_for_the_title_face(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "fonts", *FANDOL)

    fonts = found(tmp_path)

    assert {role: (font.regular, font.bold, font.stand_in) for role, font in fonts.roles.items()} == {
        "宋": (
            FontFace("FandolSong", folder / "FandolSong-Regular.otf"),
            FontFace("FandolSong", folder / "FandolSong-Bold.otf", 700),
            False,
        ),
        "黑": (
            FontFace("FandolHei", folder / "FandolHei-Regular.otf"),
            FontFace("FandolHei", folder / "FandolHei-Bold.otf", 700),
            False,
        ),
        "楷": (FontFace("FandolKai", folder / "FandolKai-Regular.otf"), None, False),
        "仿宋": (FontFace("FandolFang R", folder / "FandolFang-Regular.otf"), None, False),
        "小标宋": (FontFace("FandolSong", folder / "FandolSong-Bold.otf", 700), None, True),
    }
    assert fonts.fallback == ()


def test_the_build_can_say_which_fonts_it_used(tmp_path: Path) -> None:
    folder_of(tmp_path / "fonts", *FANDOL)
    make_font("Noto Serif CJK SC").save(tmp_path / "fonts" / "noto.otf")

    assert found(tmp_path).summary() == (
        "字体：宋 FandolSong，黑 FandolHei，楷 FandolKai，仿宋 FandolFang R，小标宋 FandolSong（代用）；"
        "生僻字 Noto Serif CJK SC",
        "fonts: 宋 FandolSong, 黑 FandolHei, 楷 FandolKai, 仿宋 FandolFang R, 小标宋 FandolSong (stand-in); "
        "rare characters: Noto Serif CJK SC",
    )


def test_the_project_comes_before_docgen_fonts_and_that_before_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = folder_of(tmp_path / "fonts", "FandolFang-Regular.otf")
    own = folder_of(tmp_path / "own", "FandolFang-Regular.otf", "FandolKai-Regular.otf")
    user = folder_of(tmp_path / "data/docgen/fonts", *FANDOL)
    monkeypatch.setenv("DOCGEN_FONTS", str(own))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    folders = {role: font.regular.path.parent for role, font in found(tmp_path).roles.items()}

    assert folders == {"宋": user, "黑": user, "楷": own, "仿宋": project, "小标宋": user}


def test_another_font_is_known_by_the_names_in_the_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "fonts")
    make_font("FZXBSJW", "方正小标宋简体").save(folder / "title.ttf")
    make_font("SimHei", "黑体").save(folder / "a.ttf")
    make_font("SimHei", "黑体", bold=True).save(folder / "b.ttf")

    fonts = found(tmp_path)

    assert fonts.roles["小标宋"] == (FontFace("FZXBSJW", folder / "title.ttf"), None, False)
    assert fonts.roles["黑"] == (FontFace("SimHei", folder / "a.ttf"), FontFace("SimHei", folder / "b.ttf", 700), False)


def test_a_collection_gives_the_number_of_the_face(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "fonts")
    collection = TTCollection()
    collection.fonts = [make_font("NSimSun", "新宋体"), make_font("SimSun", "宋体")]
    collection.save(folder / "simsun.ttc")

    assert found(tmp_path).roles["宋"].regular == FontFace("SimSun", folder / "simsun.ttc", 400, 1)


def test_a_font_of_no_known_family_sets_everything_where_there_is_no_other(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "fonts")
    make_font("Company Ming").save(folder / "company.ttf")
    face = FontFace("Company Ming", folder / "company.ttf")

    fonts = found(tmp_path)

    assert fonts.roles == dict.fromkeys(ROLES, (face, None, True))
    assert fonts.fallback == (face,)


def test_a_file_that_is_no_font_is_named_and_left_out(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "fonts", "FandolSong-Regular.otf")
    (folder / "仿宋.ttf").write_text("not a font")

    fonts = found(tmp_path)

    assert [(problem.severity, problem.code, str(problem.position)) for problem in fonts.warnings] == [
        ("warning", "FONT-UNREADABLE", "fonts/仿宋.ttf:1:1")
    ]
    assert fonts.roles["仿宋"].regular.family == "FandolSong"


def test_fontconfig_is_asked_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE")  # the fonts of this machine, which make installed
    folder = folder_of(tmp_path / "fonts", "FandolSong-Regular.otf")

    fonts = found(tmp_path)

    assert fonts.roles["宋"].regular.path.parent == folder
    assert [(face.family, face.installed) for face in fonts.fallback] == [
        ("Noto Serif CJK SC", True),
        ("Noto Sans CJK SC", True),
    ]


def test_without_any_font_the_problem_names_the_ways_out(tmp_path: Path) -> None:
    problem = find_fonts(tmp_path)

    assert isinstance(problem, Problem)
    assert (problem.code, problem.message.zh) == ("FONT-NONE", "这台电脑上没有可用的中文字体，做不了 PDF")
    assert problem.help.zh == (
        "运行 docgen doctor --fetch-fonts；或把宋体、黑体、楷体、仿宋的字体文件放进项目的 fonts 文件夹；"
        "只要 Word 和 Markdown 时用 docgen build --to docx,md"
    )


def test_a_machine_without_fontconfig_has_only_its_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert isinstance(find_fonts(tmp_path), Problem)


def test_a_user_without_a_home_has_no_folder_of_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", no_home)

    assert user_folder() is None
    assert isinstance(find_fonts(tmp_path), FontSet | Problem)
    assert [problem.message.zh for problem in fetch_fonts()] == ["没能取得字体：这个用户没有主目录"]
