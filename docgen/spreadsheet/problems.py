"""What can be wrong with the file of a list, its columns and cells, in words."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.problems import Problem, Words, error, nearest
from docgen.source import Position, Text


def empty(path: str, listed: str) -> Problem:
    return error(
        "SHEET-EMPTY",
        Position(path),
        Words("这里没有内容", "there is nothing in this list"),
        Words(
            f"第一行写 {listed}，下面一条一行",
            f"name the columns in the first row ({listed.replace('、', ', ')}), then write a row for each",
        ),
    )


def unreadable(path: str, reason: Words) -> Problem:
    return error(
        "SHEET-NOT-OPENED",
        Position(path),
        Words(f"文件打不开：{reason.zh}", f"the file cannot be opened: {reason.en}"),
        Words("看看文件名和权限，或是否正被别的程序占用", "check its name, its permissions, and that it is closed"),
    )


def workbook_called_csv(path: str) -> Problem:
    return error(
        "SHEET-NOT-READ",
        Position(path),
        Words("这是 Excel 文件，名字却不是 .xlsx", "this is a workbook that is not called .xlsx"),
        Words("把文件名的结尾改成 .xlsx", "make its name end in .xlsx"),
    )


def not_a_workbook(path: str) -> Problem:
    return error(
        "SHEET-NOT-READ",
        Position(path),
        Words("这个 .xlsx 文件读不出表格", "no sheet can be read from this .xlsx file"),
        Words(
            "用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”", "save it anew from Excel or WPS, as .xlsx or CSV UTF-8"
        ),
    )


def quotes(position: Position) -> Problem:
    return error(
        "SHEET-QUOTES",
        position,
        Words("从这一行起双引号不成对，后面的行没有读", "from this row on quotes don't match: not read further"),
        Words(
            '一格里有逗号、换行或双引号时，整格用双引号括起来，里面的双引号写两个（""）；用 Excel 另存一遍最省事',
            'a cell with a comma, a line break or a quote stands in quotes, its own quotes doubled (""); saving it '
            "anew from Excel does that",
        ),
    )


def column_twice(position: Position, name: str) -> Problem:
    return error(
        "SHEET-COLUMN-TWICE",
        position,
        Words(f"有两列都是“{name}”", f"two columns are “{name}”"),
        Words("留一列，另一列删掉或改名", "keep one, delete or rename the other"),
    )


def columns_missing(position: Position, missing: Sequence[str], headings: list[str], listed: str) -> Problem:
    names = "、".join(missing)
    guess = _is_it(missing[0], nearest(missing[0], [heading for heading in headings if heading]))
    return error(
        "SHEET-COLUMN-MISSING",
        position,
        Words(f"这一行列名里没有：{names}", f"this row of headings lacks: {names}"),
        Words(
            f"{guess.zh}最上面要有一行列名：{listed}，次序不限",
            f"{guess.en}a row above all others names the columns, in any order: {listed.replace('、', ', ')}",
        ),
    )


def _is_it(column: str, guess: str | None) -> Words:
    if not guess:
        return Words("", "")
    return Words(f"“{guess}”要写成“{column}”吗？", f"should “{guess}” be “{column}”? ")


def missing(position: Position, column: str) -> Problem:
    return error(
        "SHEET-CELL-MISSING",
        position,
        Words(f"这一行没有写{column}", f"this row has no {column}"),
        Words(
            f"补上{column}；合并的单元格要拆开，每行都写；不用的行整行删掉",
            f"fill in the {column} (in each row, where cells are merged), or delete the row",
        ),
    )


def date(text: Text) -> Problem:
    return error(
        "SHEET-DATE",
        text.position,
        Words(f"“{text}”不是日期", f"“{text}” is not a date"),
        Words("写成 2026-01-05 这样", "write it as 2026-01-05"),
    )
