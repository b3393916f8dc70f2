"""The fonts a style asks for, by the names that Word knows, and word/fontTable.xml (ISO 29500-1 §17.8).

Fonts are named, not embedded. A reader whose machine lacks one takes an alternative name (altName), else one of the
same panose class.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.style.model import FontRole
from docgen.writers.word.markup import DECLARATION, NAMESPACES, escape


class Font(NamedTuple):
    """`alternatives` are names of the same face elsewhere: English, older versions, free fonts."""

    name: str
    alternatives: tuple[str, ...]
    family: str
    panose: str


FONTS: dict[FontRole, Font] = {
    "宋": Font("宋体", ("SimSun", "Songti SC", "FandolSong", "Noto Serif CJK SC"), "auto", "02010600030101010101"),
    "黑": Font("黑体", ("SimHei", "Heiti SC", "FandolHei", "Noto Sans CJK SC"), "modern", "02010609060101010101"),
    "楷": Font("楷体", ("KaiTi", "楷体_GB2312", "Kaiti SC", "FandolKai"), "modern", "02010609060101010101"),
    "仿宋": Font("仿宋", ("FangSong", "仿宋_GB2312", "STFangsong", "FandolFang"), "modern", "02010609060101010101"),
    "小标宋": Font("方正小标宋简体", ("FZXiaoBiaoSong-B05S", "小标宋", "宋体"), "script", "02010601030101010101"),
}


def font_table(latin: str) -> str:
    """word/fontTable.xml."""
    fonts = "".join(_font(font) for font in FONTS.values())
    return (
        f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}"
        f'<w:font w:name="{escape(latin)}"><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _font(font: Font) -> str:
    # Charset 86 (hexadecimal) is GB 2312.
    return (
        f'<w:font w:name="{font.name}"><w:altName w:val="{",".join(font.alternatives)}"/>'
        f'<w:panose1 w:val="{font.panose}"/><w:charset w:val="86"/><w:family w:val="{font.family}"/>'
        '<w:pitch w:val="default"/></w:font>'
    )
