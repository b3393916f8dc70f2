"""What `docgen explain` prints: a page for each problem code, in Chinese and English.

The page of a rule is the docstring of its module in `docgen/checks`; that of any other code is `explain/<CODE>.md`.
Both have one shape: `CODE: 中文标题 / English title`, the Chinese text, a line `---`, the English text.
"""

from __future__ import annotations

from pathlib import Path

from docgen.problems import Language

PAGES = Path(__file__).parent / "explain"


def codes() -> list[str]:
    """Every code that has a page, in alphabetical order."""
    return sorted({*_rules(), *(page.stem for page in PAGES.glob("*.md"))})


def explanation(code: str, language: Language) -> str | None:
    """The page of `code` as Markdown, headed `# CODE: title`; None for an unknown code."""
    page = _rules().get(code)
    if page is None:
        if code not in codes():
            return None
        page = (PAGES / f"{code}.md").read_text("utf-8")
    return _in_language(page, language)


def _rules() -> dict[str, str]:
    from docgen.checks import RULES

    return {rule.CODE: rule.__doc__ or "" for rule in RULES}


def _in_language(page: str, language: Language) -> str:
    head, _, body = page.removeprefix("# ").partition("\n")
    code, _, titles = head.partition(": ")
    zh, _, en = titles.partition(" / ")
    chinese, _, english = body.partition("\n---\n")
    title, text = (zh, chinese) if language == "zh" else (en, english)
    return f"# {code}: {title}\n\n{text.strip()}\n"
