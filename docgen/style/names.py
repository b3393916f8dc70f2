"""Which styles there are, by file name and by their Chinese names: all that a check asks of a style."""

from __future__ import annotations

from pathlib import Path

from docgen.problems import Problem, Words, did_you_mean, error
from docgen.source import Text

DEFAULT = "gbt9704"
CHINESE_NAMES = {"公文": "gbt9704", "企业标准": "enterprise", "现代": "modern"}


def style_files(folders: list[Path]) -> dict[str, Path]:
    """Every style's file, by name: the first folder's."""
    return {file.stem: file for folder in reversed(folders) for file in (folder / "styles").glob("*.yaml")}


def file_name(name: str | None, files: dict[str, Path]) -> str:
    """What the file of a style is called, the default one's for None."""
    wanted = str(name or DEFAULT)
    return wanted if wanted in files else CHINESE_NAMES.get(wanted, wanted)


def unknown_style(name: str | None, folders: list[Path]) -> Problem | None:
    """The problem with the name of a style of which there is no file."""
    files = style_files(folders)
    if file_name(name, files) in files:
        return None
    wanted, known = str(name or DEFAULT), sorted(files)
    chinese = {file: name for name, file in CHINESE_NAMES.items()}
    shown = "、".join(f"{chinese[each]}（{each}）" if each in chinese else each for each in known)
    guess = did_you_mean(wanted, [*known, *CHINESE_NAMES])
    return error(
        "STYLE-UNKNOWN",
        name.position if isinstance(name, Text) else None,
        Words(f"没有“{wanted}”这个样式", f"there is no style “{wanted}”"),
        Words(f"{guess.zh}现有的样式：{shown}", f"{guess.en}styles there are: {', '.join(known)}"),
    )
