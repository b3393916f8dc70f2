"""What can be wrong with a roster, in words. Each stands at its row."""

from __future__ import annotations

from docgen.manual.model import Date
from docgen.problems import Problem, Words, did_you_mean, error
from docgen.source import Position, Text

LISTED = 8


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
