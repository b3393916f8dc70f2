"""Scalars of the content format: a node read as a text, texts, names, a number, a date or one of some words.

Each reader takes a node and the list to which it adds its problems, and returns the value, or the empty value where
the node can't be read.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from docgen.format import Kind, KindName
from docgen.manual.model import Date, Number
from docgen.problems import Problem, Words, did_you_mean, error
from docgen.source import Position, Text
from docgen.yaml import traps
from docgen.yaml.reader import Mapping, Node, Scalar, Sequence, lines

Problems = list[Problem]

LIST_SEPARATORS = re.compile(r"[、，,；;]")
# Units of a typesetter, of which a number in another is another length.
MEASURES = ("毫米", "磅", "字")
# A unit in the words of Word's dialogues, of forms.
OTHER_WORDS = {"人": "名", "字": "字符", "毫米": "mm", "磅": "pt"}
LARGEST = 10**9  # nothing in a manual comes near; what is reckoned from such numbers keeps its decimals
NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(\D*)")
DATE_FORMS = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")


def read_text(node: Node, problems: Problems) -> Text | None:
    """One text; None for an empty value. A list or a mapping is a problem."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        return Text(text, node.position) if text else None
    problems.append(not_a_text(node))
    return None


def not_a_text(node: Mapping | Sequence) -> Problem:
    """The problem of a list or mapping where a text belongs."""
    if node.flow:
        return traps.bracket_text(node)
    if isinstance(node, Mapping):
        return traps.colon_in_text(node)
    return error(
        "FIELD-LIST",
        node.position,
        Words("这里只能写一句话，现在是一个列表", "one text is expected here, not a list"),
        Words("去掉行首的“- ”，写成一句话", "remove the leading “- ” and write one text"),
    )


def read_texts(node: Node, problems: Problems) -> tuple[Text, ...]:
    """Texts: one text, `- ` lines, or a `|` block with one text a line."""
    if isinstance(node, Scalar):
        return _texts_of_scalar(node, problems)
    if isinstance(node, Sequence) and (not node.flow or traps.all_quoted(node)):
        items = [read_listed(item, problems) for item in node.items]
        return tuple(item for item in items if item)
    problems.append(not_a_text(node))
    return ()


def read_listed(item: Node, problems: Problems) -> Text | None:
    """One item of a list of texts."""
    if isinstance(item, Scalar) and not item.text[:1].isalnum():
        problems.extend(traps.dash_lines(item))
    return read_text(item, problems)


def _texts_of_scalar(node: Scalar, problems: Problems) -> tuple[Text, ...]:
    if node.style != "literal":
        text = read_listed(node, problems)
        return (text,) if text else ()
    return block_lines(node)


def block_lines(node: Scalar) -> tuple[Text, ...]:
    """The lines of a `|` block, each at its own line of the file; blank lines are left out."""
    return tuple(Text(line.text, line.position) for line in lines(node))


def read_names(node: Node, problems: Problems) -> tuple[Text, ...]:
    """Names: a list of names, or a text split at 、，,；; and at the lines of a `|` block."""
    if isinstance(node, Sequence):
        read = [read_text(item, problems) for item in node.items]
        return tuple(name for name in read if name)
    if isinstance(node, Scalar):
        return tuple(chain.from_iterable(map(_split, lines(node))))
    problems.append(not_a_text(node))
    return ()


def _split(line: Scalar) -> list[Text]:
    text, position, style = line
    if len(text) == position.length and text.isalpha():
        return [Text(text, position)]  # one name, as mostly
    names, start = [], 1 if style in ("single", "double") else 0
    for piece in LIST_SEPARATORS.split(text):
        offset = start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1
        if name := piece.strip():
            names.append(Text(name, _part(position, offset, len(name))))
    return names


def _part(whole: Position, offset: int, length: int) -> Position:
    """The position of a piece of a text; of the whole where that goes on in further lines."""
    if length == whole.length:
        return whole
    fits = offset + length <= whole.length
    return whole._replace(column=whole.column + offset, length=length) if fits else whole


def read_number(node: Node, unit: str, problems: Problems) -> Number | None:
    """A decimal number ≥ 0, full-width digits accepted, with no unit or its own (`20分`)."""
    text = read_text(node, problems)
    if text is None:
        return None
    found = NUMBER.fullmatch(unicodedata.normalize("NFKC", text))
    if found is None:
        problems.append(
            error(
                "NUMBER-INVALID",
                text.position,
                Words(f"“{text}”不是数字", f"“{text}” is not a number"),
                Words(f"写成阿拉伯数字，例如 {_number('20', unit, '或')}", f"write {_number('20', unit, 'or')}"),
            )
        )
        return None
    digits, typed_unit = found[1], found[2].strip()
    if typed_unit not in ("", unit, OTHER_WORDS.get(unit, unit)):
        problems.append(_wrong_unit(text, digits, unit))
        return None
    value = Decimal(digits)
    if problem := _out_of_range(text, value):
        problems.append(problem)
        return None
    return Number(value, typed_unit or unit, text)


def _out_of_range(text: Text, value: Decimal) -> Problem | None:
    if value < 0:
        said = Words(f"“{text}”小于 0", f"“{text}” is below 0")
        return error("NUMBER-NEGATIVE", text.position, said, Words("写成 0 或大于 0 的数", "write 0 or more"))
    if value > LARGEST:
        said, most = Words(f"“{text}”太大", f"“{text}” is too large"), f"{LARGEST}"
        return error("NUMBER-INVALID", text.position, said, Words(f"写成不超过 {most} 的数", f"write {most} or less"))
    return None


def _wrong_unit(text: Text, digits: str, unit: str) -> Problem:
    remedy = Words(f"写成 {_number(digits, unit, '或')}", f"write {_number(digits, unit, 'or')}")
    if unit in MEASURES:
        remedy = Words(f"换算成{unit}再写", f"convert it to {unit}")
    return error("NUMBER-UNIT", text.position, Words(f"“{text}”的单位不对", f"“{text}” has the wrong unit"), remedy)


def _number(digits: str, unit: str, either: str) -> str:
    return f"{digits} {either} {digits}{unit}" if unit else digits


def read_date(node: Node, problems: Problems) -> Date | None:
    """A day: 2026-01-05, 2026/1/5, 2026.1.5 or 2026年1月5日."""
    text = read_text(node, problems)
    if text is None:
        return None
    found = DATE_FORMS.fullmatch(unicodedata.normalize("NFKC", text))
    try:
        if found:
            return Date(datetime.date(*map(int, found.groups())), text)
    except ValueError:
        pass  # 2026-02-30
    problems.append(
        error(
            "DATE-INVALID",
            text.position,
            Words(f"“{text}”不是日期", f"“{text}” is not a date"),
            Words("写成 2026-01-05 这样，年、月、日都要有", "write it as 2026-01-05, with year, month and day"),
        )
    )
    return None


def read_choice(node: Node, choices: tuple[tuple[str, str], ...], problems: Problems) -> Text | None:
    """One of some words, in Chinese or English; the value is the Chinese word."""
    text = read_text(node, problems)
    return text if text is None else _choose(text, choices, problems)


def read_choices(node: Node, choices: tuple[tuple[str, str], ...], problems: Problems) -> tuple[Text, ...]:
    chosen = [_choose(name, choices, problems) for name in read_names(node, problems)]
    return tuple(word for word in chosen if word is not None)


@lru_cache
def _words(choices: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {word: zh for zh, en in choices for word in (zh, en)}


def _choose(text: Text, choices: tuple[tuple[str, str], ...], problems: Problems) -> Text | None:
    words = _words(choices)
    if text in words:
        return Text(words[text], text.position)
    meant = did_you_mean(text, list(words))
    listed_zh, listed_en = "、".join(zh for zh, _ in choices), ", ".join(en for _, en in choices)
    problems.append(
        error(
            "WORD-UNKNOWN",
            text.position,
            Words(f"这里不认识“{text}”", f"“{text}” is not one of the words known here"),
            Words(f"{meant.zh}可以写：{listed_zh}", f"{meant.en}write one of: {listed_en}"),
        )
    )
    return None


Reader = Callable[[Kind, Node, Problems], Any]

SCALAR_READERS: Final[dict[KindName, Reader]] = {
    "text": lambda kind, node, problems: read_text(node, problems),
    "texts": lambda kind, node, problems: read_texts(node, problems),
    "names": lambda kind, node, problems: read_names(node, problems),
    "number": lambda kind, node, problems: read_number(node, kind.unit, problems),
    "date": lambda kind, node, problems: read_date(node, problems),
    "choice": lambda kind, node, problems: read_choice(node, kind.choices, problems),
    "choices": lambda kind, node, problems: read_choices(node, kind.choices, problems),
}
"""The readers of the kinds that hold no objects."""
