"""`docgen doctor`: whether this machine can build a manual, and what it lacks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from docgen.problems import Language, Problem, Words


class Finding(NamedTuple):
    ok: bool
    what: Words
    remedy: Words | None = None

    def line(self, language: Language) -> str:
        mark = {"zh": ("正常", "缺少"), "en": ("ok", "missing")}[language][0 if self.ok else 1]
        remedy = f"\n      = {self.remedy.in_language(language)}" if self.remedy else ""
        return f"{mark}  {self.what.in_language(language)}{remedy}"


def examine(root: Path) -> list[Finding]:
    """Python, Pango and fonts, each with the way out where it is missing."""
    version = ".".join(map(str, sys.version_info[:3]))
    return [Finding(True, Words(f"Python {version}", f"Python {version}")), _pango(), *_fonts(root)]


def _pango() -> Finding:
    try:
        import weasyprint
    except OSError:
        return Finding(
            False,
            Words("Pango（生成 PDF 用；Word 和 Markdown 不需要）", "Pango (for PDF; Word and Markdown do without)"),
            Words(
                "Debian、Ubuntu：sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0；"
                "macOS：brew install pango",
                "Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
                "macOS: brew install pango",
            ),
        )
    name = f"WeasyPrint {weasyprint.__version__}, Pango"
    return Finding(True, Words(name, name))


def _fonts(root: Path) -> list[Finding]:
    from docgen.fonts import find_fonts

    fonts = find_fonts(root)
    if isinstance(fonts, Problem):
        return [Finding(False, fonts.message, fonts.help)]
    warnings = [Finding(True, problem.message, problem.help) for problem in fonts.warnings]
    return [Finding(True, fonts.summary()), *warnings]


def fetch_fonts() -> list[Problem]:
    """Put the Fandol fonts into the user's data folder."""
    from docgen.fonts import fandol, user_folder

    folder = user_folder()
    if folder is None:
        return [fandol.not_fetched(Words("这个用户没有主目录", "this user has no home folder"))]
    return fandol.fetch_fonts(folder)
