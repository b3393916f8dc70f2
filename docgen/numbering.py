"""Numbering by example: `一、` `（一）` `1.` `（1）` `①` `第一章` `㈠` `A.` `a)` `1.1` say how a label is formed, for
all writers alike."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

NumberKind = Literal["chinese", "decimal", "circled", "parenthesized", "upper_letter", "lower_letter"]

# Kinds that end: their characters, or the letters, in order.
ENDING: dict[NumberKind, str] = {
    "circled": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "parenthesized": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "upper_letter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lower_letter": "abcdefghijklmnopqrstuvwxyz",
}
LAST_CHINESE = 9999
BULLET = "•"
DIGITS = "零一二三四五六七八九"


class NumberFormat(NamedTuple):
    """How one level is labelled: `prefix` + number + `suffix`. `above` is how many upper levels stand before the
    number: 1 in `1.1`. A `continuing` level counts on through the document: 第一条."""

    prefix: str
    kind: NumberKind
    suffix: str
    above: int = 0
    continuing: bool = False

    @property
    def gap(self) -> str:
        """What stands between label and text: nothing after a full-width mark, which carries its own white space; a
        汉字's width after a label that ends in a word or in a bare number (GB/T 1.1—2020 §10.2); else a space."""
        if self.suffix:
            last = self.suffix[-1]
            return "\u3000" if "\u4e00" <= last <= "\u9fff" else "" if ord(last) > 0x2E80 else " "
        return "\u3000" if self.kind in ("decimal", "chinese") else " "

    @property
    def runs_on(self) -> bool:
        """Whether the text goes on after the label wherever labels have a column of their own: 第一百二十条 is too wide
        for one."""
        return bool(self.suffix) and "\u4e00" <= self.suffix[-1] <= "\u9fff"

    @property
    def last(self) -> int | None:
        """The last number of a kind that ends, None where there is none."""
        if self.kind == "chinese":
            return LAST_CHINESE
        return len(ENDING[self.kind]) if self.kind in ENDING else None

    def label(self, number: int, *above: int) -> str:
        """The label of the `number`-th member, counted from 1; `above` are the numbers of the upper levels, of which
        those that count (not 0) are printed. Raises ValueError past `last`."""
        return _label(self, number, above if self.above else ())

    def labels(self, before: int, count: int) -> tuple[str, ...]:
        """The labels of `count` members after the first `before`, of which no upper number is printed. Raises
        ValueError past `last`."""
        return _labels(self, before, count)


@cache  # lists are many and short
def _labels(form: NumberFormat, before: int, count: int) -> tuple[str, ...]:
    return tuple(form.label(number) for number in range(before + 1, before + count + 1))


@cache
def _label(form: NumberFormat, number: int, above: tuple[int, ...]) -> str:
    if form.last and number > form.last:
        raise ValueError(f"{form.kind} numbers end at {form.last}")
    if form.kind in ENDING:
        return f"{form.prefix}{ENDING[form.kind][number - 1]}{form.suffix}"
    if form.kind == "chinese":
        return f"{form.prefix}{chinese_number(number)}{form.suffix}"
    upper = "".join(f"{each}." for each in above[len(above) - form.above :] if each)
    return f"{form.prefix}{upper}{number}{form.suffix}"


COMPOSED = re.compile(r"(1\.)+1")
# A letter is a number only where it stands alone: 附录A, not Appendix.
EXAMPLES: tuple[tuple[str, NumberKind], ...] = (
    ("一", "chinese"),
    ("1", "decimal"),
    ("①", "circled"),
    ("㈠", "parenthesized"),
    (r"(?<![A-Za-z])A(?![A-Za-z])", "upper_letter"),
    (r"(?<![A-Za-z])a(?![A-Za-z])", "lower_letter"),
)


def number_format(example: str) -> NumberFormat | None:
    """Read an example label such as `（一）` or `1.1`; None where it holds no 一, 1, ①, ㈠, A or a."""
    if composed := COMPOSED.search(example):
        above = composed[0].count(".")
        return NumberFormat(example[: composed.start()], "decimal", example[composed.end() :], above)
    for first, kind in EXAMPLES:
        if found := re.search(first, example):
            return NumberFormat(example[: found.start()], kind, example[found.end() :])
    return None


def chinese_number(number: int) -> str:
    """1–9999 in counting form: 十, 十一, 二十, 一百零五 (as Word's chineseCountingThousand prints them)."""
    text, pending_zero = "", False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if pending_zero else "") + DIGITS[digit] + unit
            pending_zero = False
        elif text:
            pending_zero = True
    return text.removeprefix("一") if text.startswith("一十") else text
