"""Fonts: which file on this machine sets 宋 黑 楷 仿宋 小标宋, and how to get them.

GB/T 9704—2012 names typefaces that can't be shipped, so docgen takes what it finds, in this order: the project's
`fonts/`, `$DOCGEN_FONTS`, the user's data folder, then what fontconfig knows. Within one place the families are tried
in the order of `FAMILIES`. A build is repeatable as long as the first place that has a role's family stays the same.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from docgen.fonts import fandol
from docgen.problems import Problem, Words, error, warning
from docgen.source import Position
from docgen.style.model import FontRole

ROLES: tuple[FontRole, ...] = get_args(FontRole)

# Best first: Fandol, so that any machine that ran `make` sets the same pages; then Windows, macOS, 方正, free fonts.
FAMILIES: Mapping[FontRole, tuple[str, ...]] = {
    "宋": ("FandolSong", "SimSun", "宋体", "STSong", "华文宋体", "Songti SC", "FZShuSong-Z01", "方正书宋_GBK",
          "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "AR PL UMing CN"),
    "黑": ("FandolHei", "SimHei", "黑体", "STHeiti", "华文黑体", "Heiti SC", "FZHei-B01", "方正黑体_GBK",
          "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Microsoft YaHei", "WenQuanYi Zen Hei"),
    "楷": ("FandolKai", "KaiTi", "楷体", "KaiTi_GB2312", "楷体_GB2312", "STKaiti", "华文楷体", "Kaiti SC", "FZKai-Z03",
          "方正楷体_GBK", "AR PL UKai CN"),
    "仿宋": ("FandolFang R", "FandolFang", "FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong",
           "华文仿宋", "FZFangSong-Z02", "方正仿宋_GBK"),
    "小标宋": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
}  # fmt: skip
FALLBACK_FAMILIES = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "Source Han Sans SC")


class FontFace(NamedTuple):
    """One face of a font file. `weight` is the CSS weight, `number` counts a .ttc collection's faces from 0.

    `installed` faces are known to fontconfig, so a family name is enough to ask for them; the others need @font-face.
    """

    family: str
    path: Path
    weight: int = 400
    number: int = 0
    installed: bool = False


class RoleFont(NamedTuple):
    """What sets a role: its regular face, its bold if there is one, and whether another typeface stands in for it."""

    regular: FontFace
    bold: FontFace | None
    stand_in: bool


class FontSet(NamedTuple):
    """The fonts of a build: every role has one; `fallback` faces hold the characters that these lack (人名用字)."""

    roles: Mapping[FontRole, RoleFont]
    fallback: tuple[FontFace, ...]
    warnings: tuple[Problem, ...] = ()

    def summary(self) -> Words:
        """Which fonts were used, in one line."""
        zh = [f"{role} {font.regular.family}{'（代用）' * font.stand_in}" for role, font in self.roles.items()]
        en = [f"{role} {font.regular.family}{' (stand-in)' * font.stand_in}" for role, font in self.roles.items()]
        rare = [face.family for face in self.fallback]
        return Words(
            f"字体：{'，'.join(zh)}；生僻字 {'、'.join(rare) or '无'}",
            f"fonts: {', '.join(en)}; rare characters: {', '.join(rare) or 'none'}",
        )


class _Named(NamedTuple):
    """A face with every family name it answers to, in lower case."""

    names: frozenset[str]
    face: FontFace


def user_folder() -> Path | None:
    """Where `make` and `docgen doctor --fetch-fonts` put fonts (XDG Base Directory Specification); None for a user
    without a home."""
    data_home = os.environ.get("XDG_DATA_HOME", "")
    try:
        base = Path(data_home) if data_home.startswith("/") else Path.home() / ".local" / "share"
    except RuntimeError:
        return None
    return base / "docgen" / "fonts"


def find_fonts(project: Path) -> FontSet | Problem:
    """The fonts for a project, or the problem that there is none at all.

    A role whose typeface is nowhere is set in 宋 (小标宋 in its bold), or in whatever covers simplified Chinese.
    """
    warnings: list[Problem] = []
    places = [_faces_in(folder, warnings) for folder in _folders(project)]
    places.append(_installed_faces())
    found = {role: pair for role in ROLES if (pair := _pick(places, FAMILIES[role]))}
    spare = found.get("宋") or next(iter(found.values()), None) or _any_face(places)
    if spare is None:
        return _no_fonts()
    roles = {role: RoleFont(*found[role], False) if role in found else _stand_in(role, spare) for role in ROLES}
    return FontSet(roles, _fallback(places), tuple(warnings))


def _folders(project: Path) -> list[Path]:
    own, users = os.environ.get("DOCGEN_FONTS"), user_folder()
    return [project / "fonts", *([Path(own)] if own else []), *([users] if users else [])]


def _stand_in(role: FontRole, spare: tuple[FontFace, FontFace | None]) -> RoleFont:
    regular, bold = spare
    if role == "小标宋":  # a title face: nearest to it is a bold 宋
        return RoleFont(bold or regular, None, True)
    return RoleFont(regular, bold, True)


def _pick(places: Sequence[Sequence[_Named]], families: Iterable[str]) -> tuple[FontFace, FontFace | None] | None:
    """The regular and bold faces of the first family that the first place with any of them has."""
    for place in places:
        for family in families:
            faces = [named.face for named in place if family.lower() in named.names]
            if faces:
                return _by_weight(faces)
    return None


def _by_weight(faces: list[FontFace]) -> tuple[FontFace, FontFace | None]:
    regular = min(faces, key=lambda face: abs(face.weight - 400))
    bold = min(faces, key=lambda face: abs(face.weight - 700))
    return regular, bold if bold.weight >= 600 and bold != regular else None


def _any_face(places: Sequence[Sequence[_Named]]) -> tuple[FontFace, FontFace | None] | None:
    return next(((named.face, None) for place in places for named in place), None)


def _fallback(places: Sequence[Sequence[_Named]]) -> tuple[FontFace, ...]:
    """Faces for rare characters: what the user put in a folder under no family we know, then the pan-CJK families."""
    known = {family.lower() for families in FAMILIES.values() for family in families}
    own = [named.face for place in places[:-1] for named in place if not named.names & known]
    wide = [pair[0] for family in FALLBACK_FAMILIES if (pair := _pick(places, [family]))]
    return tuple(own + wide)


def _faces_in(folder: Path, warnings: list[Problem]) -> list[_Named]:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".otf", ".ttf", ".ttc", ".otc"))
    except OSError:  # most projects have no fonts/ folder
        return []
    faces: list[_Named] = []
    for path in files:
        if path.name in fandol.FILES:
            family, weight = fandol.FILES[path.name]
            faces.append(_Named(frozenset([family.lower()]), FontFace(family, path, weight)))
        else:
            faces += _read_faces(path, warnings)
    return faces


def _read_faces(path: Path, warnings: list[Problem]) -> list[_Named]:
    """The faces of a file by its name tables (ISO/IEC 14496-22, `name` ids 1 and 16: family, typographic family)."""
    import struct

    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    collection = path.suffix.lower() in (".ttc", ".otc")
    try:
        with path.open("rb") as stream:
            fonts = TTCollection(stream, lazy=True).fonts if collection else [TTFont(stream, lazy=True)]
            return [_named(font, path, number) for number, font in enumerate(fonts)]
    except (OSError, TTLibError, struct.error, KeyError, AssertionError) as cause:
        warnings.append(_unreadable(path, cause))
        return []


def _named(font: Any, path: Path, number: int) -> _Named:
    table = font["name"]
    names = [record.toUnicode(errors="replace") for record in table.names if record.nameID in (1, 16)]
    family = str(table.getBestFamilyName() or path.stem)
    # Some bold files, FandolHei-Bold among them, say 400 in OS/2 and bold only in head.macStyle.
    bold = font["head"].macStyle & 1 or font["OS/2"].usWeightClass >= 600
    return _Named(frozenset(name.lower() for name in names), FontFace(family, path, 700 if bold else 400, number))


# fontconfig's weights (fontconfig.h, FC_WEIGHT_*) as CSS weights.
_CSS_WEIGHTS = {"0": 100, "40": 200, "50": 300, "55": 350, "75": 380, "80": 400, "100": 500,
                "180": 600, "200": 700, "205": 800, "210": 900}  # fmt: skip


def _installed_faces() -> list[_Named]:
    """The faces fontconfig knows for simplified Chinese, by `fc-list`; none where there is no fontconfig."""
    command = ["fc-list", ":lang=zh-cn", "--format", "%{file}\t%{index}\t%{weight}\t%{family}\n"]
    try:
        listing = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    faces = []
    for line in sorted(listing.decode("utf-8", "replace").splitlines()):
        file, index, weight, families = line.split("\t", 3)
        if weight not in _CSS_WEIGHTS:  # a variable font's range: its named instances are listed beside it
            continue
        names = families.split(",")
        # The high half of the index numbers a variable font's instance.
        face = FontFace(names[0], Path(file), _CSS_WEIGHTS[weight], int(index) & 0xFFFF, installed=True)
        faces.append(_Named(frozenset(name.lower() for name in names), face))
    return faces


def _no_fonts() -> Problem:
    return error(
        "FONT-NONE",
        None,
        Words("这台电脑上没有可用的中文字体，做不了 PDF", "there is no Chinese font on this machine, so no PDF"),
        Words(
            "运行 docgen doctor --fetch-fonts；或把宋体、黑体、楷体、仿宋的字体文件放进项目的 fonts 文件夹；"
            "只要 Word 和 Markdown 时用 docgen build --to docx,md",
            "run docgen doctor --fetch-fonts; or put font files into the project's fonts folder; "
            "for Word and Markdown alone: docgen build --to docx,md",
        ),
    )


def _unreadable(path: Path, cause: Exception) -> Problem:
    return warning(
        "FONT-UNREADABLE",
        Position(f"{path.parent.name}/{path.name}"),
        Words(f"字体文件读不了，没有使用：{cause}", f"this font file can't be read and is not used: {cause}"),
        Words("换成完好的 .otf、.ttf、.ttc 文件，或删掉它", "put a sound .otf, .ttf or .ttc file there or delete it"),
    )
