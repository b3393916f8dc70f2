"""Sheets as one page of HTML that needs nothing else, printed on A4 across."""

from __future__ import annotations

from html import escape

from docgen.sheets import Cell, Row, Sheet, for_reading

CSS = """\
@page { size: A4 landscape; margin: 12mm }
body { font: 14px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1.5em }
h1 { font-size: 1.5em } h2 { font-size: 1.2em; break-after: avoid }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere;
  white-space: pre-line }
th { background: #ededed; position: sticky; top: 0 }
tr { break-inside: avoid }
tr.wrong td { background: #fde7e7 }
.number { text-align: right }
@media print { body { font-size: 9pt; margin: 0 } th { position: static } }
"""


def as_html(title: str, sheets: list[Sheet]) -> str:
    name = escape(title)
    body = "".join(f"<h2>{escape(sheet.name)}</h2>\n{_table(sheet)}" for sheet in sheets)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f"<style>\n{CSS}</style>\n</head>\n<body>\n<h1>{name}</h1>\n{body}</body>\n</html>\n"
    )


def _table(sheet: Sheet) -> str:
    total = sum(sheet.widths)
    columns = "".join(f'<col style="width:{width * 100 / total:.1f}%">' for width in sheet.widths)
    headings = "".join(f"<th>{escape(heading)}</th>" for heading in sheet.headings)
    rows = "".join(map(_row, for_reading(sheet)))
    head = f"<colgroup>{columns}</colgroup>\n<thead><tr>{headings}</tr></thead>"
    return f"<table>\n{head}\n<tbody>\n{rows}</tbody>\n</table>\n"


def _row(row: Row) -> str:
    cells = "".join(map(_cell, row.cells))
    return f'<tr class="wrong">{cells}</tr>\n' if row.wrong else f"<tr>{cells}</tr>\n"


def _cell(cell: Cell) -> str:
    return f"<td>{escape(cell)}</td>" if isinstance(cell, str) else f'<td class="number">{cell}</td>'
