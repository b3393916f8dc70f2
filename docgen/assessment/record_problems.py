"""What can be wrong with the records (记录) of an assessment, in words. Each stands at its row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from docgen.problems import Problem, Words, error, warning
from docgen.source import Position, Text

LISTED = 6


def not_rows(position: Position) -> Problem:
    return error(
        "RECORD-ROWS",
        position,
        Words("记录要一条一条列出来", "the records are to be a list"),
        Words(
            "每条以“- ”开头，下面写 日期、姓名、条款、数值，各写一个值",
            "begin each with “- ”, with 日期, 姓名, 条款 and 数值, one value each",
        ),
    )


def outside(text: Text, period: str) -> Problem:
    return error(
        "RECORD-OUTSIDE",
        text.position,
        Words(f"{text} 不在{period}里", f"{text} is not in {period}"),
        Words("改正日期，删掉这一行，或者换一个 --period", "mend the date, delete the row, or give another --period"),
    )


def no_person(position: Position, name: str, guess: Words) -> Problem:
    return error(
        "RECORD-PERSON",
        position,
        Words(f"手册里没有“{name}”这个人或岗位", f"the manual has no person or post “{name}”"),
        Words(
            f"{guess.zh}写“任职者”里的姓名，或者 部门/岗位；没有写任职者的岗位，姓名和岗位都写",
            f"{guess.en}write a name of 任职者, or 部门/岗位; for a post without 任职者 give both",
        ),
    )


def persons(position: Position, name: str, posts: Sequence[str]) -> Problem:
    listed = "、".join(posts[:LISTED])
    return error(
        "RECORD-PERSON",
        position,
        Words(f"“{name}”可能是几个：{listed}", f"“{name}” may be several: {listed}"),
        Words("姓名和岗位都写，岗位写成 部门/岗位", "give the name and the post, as 部门/岗位"),
    )


def no_assessor(text: Text, post: str, known: Sequence[str]) -> Problem:
    listed = "、".join(known)
    return error(
        "RECORD-ASSESSOR",
        text.position,
        Words(f"“{text}”不是{post}的考核人", f"“{text}” does not assess {post}"),
        Words(f"写这个岗位的考核人：{listed}；不分考核人的空着", f"write one of {listed}, or leave it empty"),
    )


def no_clause(text: Text, post: str, guess: Words) -> Problem:
    return error(
        "RECORD-CLAUSE",
        text.position,
        Words(f"{post}没有“{text}”这一条款", f"{post} has no clause “{text}”"),
        Words(
            f"{guess.zh}写条款的原文或其中一段，或者 职责/第几条（例如 物资收发/2）、指标、考核要素的名称",
            f"{guess.en}write the clause or a part of it, or duty/number (物资收发/2), an indicator or a factor",
        ),
    )


def clauses(text: Text, found: Sequence[str]) -> Problem:
    listed = "；".join(found[:LISTED])
    return error(
        "RECORD-CLAUSE",
        text.position,
        Words(f"“{text}”可能是几条：{listed}", f"“{text}” may be several: {listed}"),
        Words("把条款写得更全，或者写 职责/第几条", "write more of the clause, or duty/number"),
    )


def no_points(text: Text) -> Problem:
    return error(
        "RECORD-CLAUSE",
        text.position,
        Words(f"“{text}”这一条不计分", f"“{text}” has no points"),
        Words("罚款、处分等另行处理，删掉这一行", "fines and sanctions are dealt with apart: delete the row"),
    )


def value(text: Text, said: str) -> Problem:
    return error(
        "RECORD-VALUE",
        text.position,
        Words(f"“{text}”不对：{said}", f"“{text}” cannot be: {said}"),
        Words("写一个数和它的单位，例如 2次、3天、98.5%", "write a number with its unit, such as 2次, 3天, 98.5%"),
    )


def unit(text: Text, units: Sequence[str], *, is_bare: bool) -> Problem:
    """`is_bare`: no unit at all is written."""
    listed, said = "、".join(dict.fromkeys(units)), "没有单位" if is_bare else "的单位不对"
    return error(
        "RECORD-UNIT",
        text.position,
        Words(f"“{text}”{said}，这一条按“{listed}”算", f"“{text}” lacks the unit: the clause counts in {listed}"),
        Words(f"数后面写上单位，例如 2{units[0]}", f"write the unit after the number, such as 2{units[0]}"),
    )


def actual(text: Text, off: Literal["高", "低"]) -> Problem:
    way = {"高": "higher", "低": "lower"}[off]
    return warning(
        "RECORD-ACTUAL",
        text.position,
        Words(f"“{text}”像是实际值，这一条算的是{off}了多少", f"“{text}” looks like the rate: asked is how much {way}"),
        Words(
            f"写{off}了多少；要写实际值，条款就写明从多少算起：低于98%的，每低1个百分点扣1分",
            f"write how much {way}; for the rate, let the clause say from where on: 低于98%的，每低1个百分点扣1分",
        ),
    )


def undecided(text: Text) -> Problem:
    return error(
        "RECORD-UNIT",
        text.position,
        Words(f"“{text}”不是分数，这一条由考核人定几分", f"“{text}” is not in points: an assessor decides on them"),
        Words("写定了几分，例如 2分；扣分也不写负号", "write how many, such as 2分, without a minus"),
    )


def twice(text: Text, first: int) -> Problem:
    return error(
        "RECORD-TWICE",
        text.position,
        Words(f"“{text}”一个周期只有一个值，第 {first} 行已经写了", f"“{text}” has its one value in row {first}"),
        Words(
            "删掉一行；几个考核人各评各的，加一列“考核人”，每行都写",
            "delete one; where several assess, name each in a column 考核人",
        ),
    )


def same(text: Text, first: int) -> Problem:
    return warning(
        "RECORD-SAME",
        text.position,
        Words(f"“{text}”这一行和第 {first} 行一模一样，算了两次", f"“{text}” is row {first} again: both count"),
        Words(
            "重复记的删掉一行；真是两次，合成一行，或者在备注里写明",
            "delete one that was entered twice; of two events, make one row, or tell them apart by a remark",
        ),
    )


def alone(text: Text, silent: Sequence[str]) -> Problem:
    listed = "、".join(silent)
    return warning(
        "RECORD-ALONE",
        text.position,
        Words(f"“{text}”这一条{listed}没有评，按 0 分平均", f"on “{text}” {listed} gave nothing: 0 in the mean"),
        Words(
            "也评了的补上一行；商定的分，考核人空着",
            "add a row for each; leave 考核人 empty for points that all agreed on",
        ),
    )


def lacking(path: str, who: str, period: str, what: Sequence[str]) -> Problem:
    listed = "、".join(what[:LISTED])
    return warning(
        "RECORD-LACKING",
        Position(path),
        Words(f"{who} {period}还没有：{listed}，没有算总分", f"{who} lacks, in {period}: {listed}; there is no score"),
        Words("补上这几项的记录", "add records of them"),
    )


def share(path: str, said: Words, over: Sequence[str], tied: Sequence[str]) -> Problem:
    """`said` is how many have which grade."""
    named = [("超出的", "over", over), ("并列、排不下的", "tied", tied)]
    zh = "；".join(f"{word}：{_listed(names)}" for word, _, names in named if names)
    en = "; ".join(f"{word}: {_listed(names)}" for _, word, names in named if names)
    return warning(
        "RECORD-SHARE",
        Position(path),
        said,
        Words(f"{zh}。等级没有改，由审批人定", f"{en}. No grade was changed: that is for the approver to decide"),
    )


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:LISTED]) + (f" …（{len(names)}）" if len(names) > LISTED else "")


def no_records(path: str, who: str, periods: Sequence[str]) -> Problem:
    listed = "、".join(periods)
    return warning(
        "RECORD-NONE",
        Position(path),
        Words(f"{who} {listed}没有记录，没有算进平均", f"{who} has no records in {listed}: not in the mean"),
        Words("没有扣分、加分的月份，条款写“无”", "write 无 as the clause for a month with nothing to record"),
    )
