"""Sheets as Markdown: a heading and a table each (GFM 0.29 §4.10)."""

from __future__ import annotations

from docgen.sheets import Cell, Sheet, for_reading
from docgen.writers.markdown_text import escape, one_line


def as_markdown(title: str, sheets: list[Sheet]) -> str:
    parts = [f"# {_text(title)}\n", *(f"## {_text(sheet.name)}\n\n{_table(sheet)}" for sheet in sheets)]
    return "\n".join(parts)


def _table(sheet: Sheet) -> str:
    lines = [_row(sheet.headings), _row(("---",) * len(sheet.headings), marks=True)]
    lines += [_row(row.cells) for row in for_reading(sheet)]
    return "".join(f"{line}\n" for line in lines)


def _row(cells: tuple[Cell, ...], *, marks: bool = False) -> str:
    return f"| {' | '.join(str(cell) if marks else _text(str(cell)) for cell in cells)} |"


def _text(text: str) -> str:
    return one_line("\n".join(map(escape, text.split("\n"))))
