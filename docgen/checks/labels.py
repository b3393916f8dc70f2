"""Numbers that were typed into texts (1、2、4…), list by list: what NUM-GAP, NUM-DUP and NUM-START look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from docgen.checks.texts import chapter_runs, search
from docgen.checks.walk import holders
from docgen.clause.numerals import number
from docgen.manual.model import Duty, Manual
from docgen.source import Position, Text, part_of

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

Fault = Literal["gap", "twice", "start"]


class Slip(NamedTuple):
    """A label that is out of turn: what is wrong, the label as typed, the one that should stand there, and where."""

    fault: Fault
    label: str
    expected: str
    position: Position


class _Label(NamedTuple):
    """A label as typed: <8> is 8 of the form <>."""

    typed: str
    form: str
    rank: int
    position: Position


@cache
def _label() -> re.Pattern[str]:
    """At the beginning of a text, or behind the end of a sentence in it: <1> (1) （一） ① 1、 1. 1) 一、"""
    digits, numeral = "[0-9０-９]{1,2}", "[一二三四五六七八九十]{1,3}"
    return re.compile(
        rf"(?:^|(?<=[。；;：:!！\s]))(?:(?P<form>[<＜〈(（])(?P<inner>{digits}|{numeral})[>＞〉)）]|(?P<circled>[{CIRCLED}])"
        rf"|(?P<digits>{digits})(?P<mark>[、.．)）](?![0-9０-９]))|(?P<numeral>{numeral})、)",
        re.MULTILINE,
    )


def unlabelled(text: str) -> str:
    """Without the number typed before it."""
    label = _label().match(text)
    return text[label.end() :] if label else text


@lru_cache(maxsize=1)
def slips(manual: Manual) -> list[Slip]:
    """Every label out of turn in the lists of a manual."""
    labelled = {hit.position.path for hit in search(manual, _label())}
    seen: set[Position] = set()
    found = list[Slip]()
    for each in _lists(manual):
        texts = [text for text in each if text]  # what could not be read is None
        if texts and texts[0].position.path in labelled and texts[0].position not in seen:
            seen.add(texts[0].position)
            found += _slips(texts)
    return found


def _slips(texts: Sequence[Text]) -> Iterator[Slip]:
    """One list read through: every form is counted by itself, and may begin again at 1."""
    forms: dict[str, list[_Label]] = {}
    for text in texts:
        for label in _labels(text):
            forms.setdefault(label.form, []).append(label)
    for labels in forms.values():
        first, last = labels[0], 0
        if len(labels) > 1 and first.rank > 1:
            yield _slip("start", first, 1)
        for label in labels:
            if last and label.rank > last + 1 and not any(_as_typed(label, last + 1) in text for text in texts):
                yield _slip("gap", label, last + 1)
            elif label.rank == last or 1 < label.rank < last:
                yield _slip("twice", label, last + 1)
            last = max(label.rank, last) if label.rank > 1 else 1


def _slip(fault: Fault, label: _Label, expected: int) -> Slip:
    return Slip(fault, label.typed, _as_typed(label, expected), label.position)


def _as_typed(label: _Label, count: int) -> str:
    """<4> like <5>, 四、 like 五、; by digits where there is no simple numeral."""
    if label.typed in CIRCLED:
        return f"{CIRCLED}㉑"[count - 1]
    numerals = "一二三四五六七八九十"
    chinese = label.typed.strip("(（<＜〈")[0] in numerals and count <= len(numerals)
    said = numerals[count - 1] if chinese else str(count)
    return re.sub(r"[0-9０-９]+|[一二三四五六七八九十]+", said, label.typed)


def _labels(text: Text) -> Iterator[_Label]:
    for match in _label().finditer(text):
        if match["circled"]:
            form, count = "①", CIRCLED.index(match["circled"]) + 1
        elif match["form"]:
            inner = match["inner"].translate(DIGITS)
            form = f"{'<' if match['form'] in '<＜〈' else '('}{'1' if inner.isdigit() else '一'}"
            count = int(number(inner))
        elif match["digits"]:
            form, count = "1" + match["mark"], int(match["digits"].translate(DIGITS))
        else:
            form, count = "一、", int(number(match["numeral"]))
        if count:
            yield _Label(match[0], form, count, part_of(text, *match.span()))


def _lists(manual: Manual) -> Iterator[Sequence[Text]]:
    """The texts that a reader sees as one list, and the paragraphs of each chapter."""
    for department in manual.departments:
        yield from _of_duties(department.duties)
        yield [department.summary] if department.summary else []
    yield from _of_duties(manual.common.duties)
    for holder in holders(manual):
        yield holder.qualifications
        yield from _of_duties(holder.duties)
        yield [standard.content for standard in holder.standards]
        yield from ([clause.content for clause in standard.clauses] for standard in holder.standards)
        yield [clause.content for clause in holder.clauses]
        yield from ([clause.content for clause in indicator.clauses] for indicator in holder.indicators)
        yield [factor.name for factor in holder.scorecard]
        yield from ([factor.measure] for factor in holder.scorecard)
    chapters: dict[str, list[Text]] = {}
    for run in chapter_runs(manual):
        chapters.setdefault(run[0].text.position.path, []).append(run[0].text)
    yield from chapters.values()


def _of_duties(duties: tuple[Duty, ...]) -> Iterator[Sequence[Text]]:
    yield [duty.name for duty in duties if duty.content is not duty.name and not duty.name.isdigit()]
    yield [duty.content for duty in duties]
    for duty in duties:
        yield [standard.content for standard in duty.standards]
        yield from ([clause.content for clause in standard.clauses] for standard in duty.standards)
        yield [clause.content for clause in duty.clauses]
