"""What `docgen explain` prints: a page for each problem code, in Chinese and English.

The page of a rule is the docstring of its module in `docgen/checks`; that of any other code is `explain/<CODE>.md`.
Both have one shape: `CODE: 中文标题 / English title`, the Chinese text, a line `---`, the English text.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.problems import Language

PAGES = Path(__file__).parent / "explain"


class Page(NamedTuple):
    """The page of a code: its title, and its text as Markdown."""

    title: str
    text: str


def codes() -> list[str]:
    """Every code that has a page, in alphabetical order."""
    return sorted({*_rules(), *(page.stem for page in PAGES.glob("*.md"))})


def explanation(code: str, language: Language) -> str | None:
    """The page of `code` as Markdown, headed `# CODE: title`; None for an unknown code."""
    found = page(code, language)
    return f"# {code}: {found.title}\n\n{found.text}\n" if found else None


def page(code: str, language: Language) -> Page | None:
    """The page of `code`; None for an unknown one."""
    written = _rules().get(code)
    if written is None:
        if code not in codes():
            return None
        written = (PAGES / f"{code}.md").read_text("utf-8")
    return _in_language(written, language)


def _rules() -> dict[str, str]:
    from docgen.checks import RULES

    return {rule.CODE: rule.__doc__ or "" for rule in RULES}


def _in_language(written: str, language: Language) -> Page:
    head, _, body = written.removeprefix("# ").partition("\n")
    zh, _, en = head.partition(": ")[2].partition(" / ")
    chinese, _, english = body.partition("\n---\n")
    return Page(zh, chinese.strip()) if language == "zh" else Page(en, english.strip())
