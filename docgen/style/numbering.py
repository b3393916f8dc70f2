"""A style's 编号: labels by example, checked level by level."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.numbering import NumberFormat, number_format
from docgen.problems import Problem, Words, error
from docgen.source import Text
from docgen.style.format import LabelsEntry, NumberingEntry
from docgen.style.model import Numbering

KNOWN = "一、 （一） 1. （1） 1.1 ① ㈠ A. a) 第一条"


def numberings(said: NumberingEntry | None, problems: list[Problem]) -> dict[str, Numbering]:
    """The labels by the name under which a page section asks for them: "" the usual ones, 条文."""
    found = {"": _numbering(said, problems)}
    if said and said.articles:
        found["条文"] = _numbering(said.articles, problems)
    return found


def _numbering(said: NumberingEntry | LabelsEntry | None, problems: list[Problem]) -> Numbering:
    if said is None:
        return Numbering((), ())
    problems += _wrong_labels(said)
    continuing = frozenset(str(text) for text in said.continuing)
    headings = tuple(_format(text, continuing) for text in said.headings)
    lists = tuple(found for text in said.lists if (found := _format(text, continuing)))
    return Numbering(headings, lists)


def _format(text: Text, continuing: frozenset[str]) -> NumberFormat | None:
    found = number_format(text)
    return found._replace(continuing=True) if found and text in continuing else found


def _wrong_labels(said: NumberingEntry | LabelsEntry) -> Iterator[Problem]:
    for text in (*said.headings, *said.lists):
        if number_format(text) is None:
            yield no_number(text, KNOWN)
    if not said.lists and not said.damaged:
        yield no_number(Text("[]", said.position), "（1）")
    for text in said.continuing:
        if text not in (*said.headings, *said.lists):
            yield _unknown_label(text, (*said.headings, *said.lists))
    levels = {text: level for level, text in enumerate(said.headings, 1)} | dict.fromkeys(said.lists, 1)
    for text, level in levels.items():
        found = number_format(text)
        if found and found.above >= level:
            yield _too_deep(text, level, is_heading=text in said.headings)


def no_number(text: Text, example: str) -> Problem:
    """The problem of an example in which no number can be seen."""
    return error(
        "STYLE-NUMBERING",
        text.position,
        Words(f"“{text}”里看不出编号", f"“{text}” shows no number"),
        Words(f"写第一个编号的样子：{example}", f"write the first label: {example}"),
    )


def _unknown_label(text: Text, known: tuple[Text, ...]) -> Problem:
    return error(
        "STYLE-NUMBERING",
        text.position,
        Words(f"“{text}”不在“标题”和“列表”里", f"“{text}” is none of the labels of 标题 and 列表"),
        Words(f"照上面的写法写：{'、'.join(known)}", f"write one of them: {', '.join(known)}"),
    )


def _too_deep(text: Text, level: int, *, is_heading: bool) -> Problem:
    where_zh, where_en = (f"{level} 级标题", f"heading {level}") if is_heading else ("列表", "a list")
    return error(
        "STYLE-NUMBERING",
        text.position,
        Words(
            f"“{text}”要带上级的编号，{where_zh}没有那么多上级",
            f"“{text}” has more levels than {where_en} stands under",
        ),
        Words("1.1 用在二级标题，1.1.1 用在三级标题", "1.1 is for second-level headings, 1.1.1 for the third level"),
    )
