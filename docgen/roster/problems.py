"""What can be wrong with a roster, in words. Each stands at its row."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.manual.model import Date
from docgen.problems import Problem, Words, did_you_mean, error
from docgen.source import Position, Text

LISTED = 8


def empty(path: str) -> Problem:
    return error(
        "ROSTER-EMPTY",
        Position(path),
        Words("花名册里没有人", "there is nobody in this roster"),
        Words(
            "第一行写 姓名、部门、岗位、工号、入职日期，下面一人一行",
            "name the columns in the first row, then a person a row",
        ),
    )


def unreadable(path: str, reason: Words) -> Problem:
    return error(
        "ROSTER-NOT-READ",
        Position(path),
        Words(f"文件打不开：{reason.zh}", f"the file cannot be opened: {reason.en}"),
        Words("看看文件名和权限，或是否正被别的程序占用", "check its name, its permissions, and that it is closed"),
    )


def workbook_called_csv(path: str) -> Problem:
    return error(
        "ROSTER-NOT-READ",
        Position(path),
        Words("这是 Excel 文件，名字却不是 .xlsx", "this is a workbook that is not called .xlsx"),
        Words("把文件名的结尾改成 .xlsx", "make its name end in .xlsx"),
    )


def not_a_workbook(path: str) -> Problem:
    return error(
        "ROSTER-NOT-READ",
        Position(path),
        Words("这个 .xlsx 文件读不出表格", "no sheet can be read from this .xlsx file"),
        Words(
            "用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”", "save it anew from Excel or WPS, as .xlsx or CSV UTF-8"
        ),
    )


def quotes(position: Position) -> Problem:
    return error(
        "ROSTER-QUOTES",
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
        "ROSTER-COLUMN-TWICE",
        position,
        Words(f"有两列都是“{name}”", f"two columns are “{name}”"),
        Words("留一列，另一列删掉或改名", "keep one, delete or rename the other"),
    )


def columns_missing(position: Position, missing: Sequence[str], headings: list[str], listed: str) -> Problem:
    names = "、".join(missing)
    guess = did_you_mean(missing[0], [heading for heading in headings if heading])
    return error(
        "ROSTER-COLUMN-MISSING",
        position,
        Words(f"这一行列名里没有：{names}", f"this row of headings lacks: {names}"),
        Words(
            f"{guess.zh}最上面要有一行列名：{listed}，次序不限",
            f"{guess.en}a row above all others names the columns, in any order: {listed.replace('、', ', ')}",
        ),
    )


def missing(position: Position, column: str) -> Problem:
    return error(
        "ROSTER-CELL-MISSING",
        position,
        Words(f"这一行没有写{column}", f"this row has no {column}"),
        Words(
            f"补上{column}；合并的单元格要拆开，每行都写；不用的行整行删掉",
            f"fill in the {column} (in each row, where cells are merged), or delete the row",
        ),
    )


def two_people(position: Position, number: str, first: tuple[str, int], name: str) -> Problem:
    known, line = first
    return error(
        "ROSTER-NUMBER-TWICE",
        position,
        Words(
            f"工号 {number} 在第 {line} 行是“{known}”，这一行是“{name}”",
            f"{number} is “{known}” in row {line} and “{name}” here",
        ),
        Words("一个工号只能是一个人；改正工号或姓名", "a number is one person: mend the number or the name"),
    )


def number_rounded(number: Text) -> Problem:
    return error(
        "ROSTER-NUMBER-ROUNDED",
        number.position,
        Words(f"工号“{number}”已被表格软件改成科学计数", f"“{number}” is a number that a spreadsheet program rounded"),
        Words(
            "把“工号”一列设为文本，重新填上原来的工号，再另存",
            "make the column a text column, type the whole numbers again, and save it anew",
        ),
    )


def post_twice(position: Position, number: str, name: str, post: str) -> Problem:
    return error(
        "ROSTER-POST-TWICE",
        position,
        Words(f"{name}（工号 {number}）的岗位“{post}”写了两次", f"{name} ({number}) has the post “{post}” twice"),
        Words("删掉重复的一行；兼任时两行写不同的岗位", "delete one; who holds two posts has a row for each"),
    )


def two_dates(position: Position, number: str, first: tuple[Date, int], date: Date) -> Problem:
    known, line = first
    return error(
        "ROSTER-DATE-TWICE",
        position,
        Words(
            f"工号 {number} 的入职日期在第 {line} 行是{known}，这一行是{date}",
            f"{number} joined on {known.value} in row {line} and on {date.value} here",
        ),
        Words("改成一样的，或只写一处", "make them the same, or give one only"),
    )


def date(text: Text) -> Problem:
    return error(
        "ROSTER-DATE",
        text.position,
        Words(f"入职日期“{text}”不是日期", f"the 入职日期 “{text}” is not a date"),
        Words("写成 2026-01-05 这样，不知道就空着", "write it as 2026-01-05, or leave it empty"),
    )


def no_department(position: Position, name: str, known: list[str]) -> Problem:
    guess = did_you_mean(name, known)
    return error(
        "ROSTER-POST-UNKNOWN",
        position,
        Words(f"没有“{name}”这个部门", f"there is no department “{name}”"),
        Words(f"{guess.zh}部门名称要和手册里的一样", f"{guess.en}write the name as the manual has it"),
    )


def no_post(position: Position, name: str, guess: Words) -> Problem:
    return error(
        "ROSTER-POST-UNKNOWN",
        position,
        Words(f"没有“{name}”这个岗位", f"there is no post “{name}”"),
        Words(f"{guess.zh}部门和岗位的名称要和手册里的一样", f"{guess.en}write the names as the manual has them"),
    )


def post_ambiguous(position: Position, name: str, known: list[str]) -> Problem:
    shown = "、".join(known[:LISTED])
    return error(
        "ROSTER-POST-AMBIGUOUS",
        position,
        Words(f"有几个部门都有“{name}”", f"several departments have a “{name}”"),
        Words(f"在“部门”一列写明是哪一个：{shown}", f"say which in the column 部门: {shown}"),
    )
