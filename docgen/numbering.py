"""Numbering by example: `一、` `（一）` `1.` `（1）` `①` `第一章` say how a label is formed, for all writers alike."""

from __future__ import annotations

from typing import Literal, NamedTuple

NumberKind = Literal["chinese", "decimal", "circled"]

BULLET = "•"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
DIGITS = "零一二三四五六七八九"
LAST: dict[NumberKind, int] = {"chinese": 9999, "decimal": 0, "circled": len(CIRCLED)}


class NumberFormat(NamedTuple):
    """How one level is labelled: `prefix` + number + `suffix`. `gap` stands between label and text: none after a
    full-width mark, which carries its own white space, else one space."""

    prefix: str
    kind: NumberKind
    suffix: str

    @property
    def gap(self) -> str:
        return "" if self.suffix and ord(self.suffix[-1]) > 0x2E80 else " "

    @property
    def last(self) -> int:
        """The largest number that there is a label of; 0 where there is no end."""
        return LAST[self.kind]

    def label(self, number: int) -> str:
        """The label of the `number`-th member, counted from 1. Raises ValueError past `last`."""
        if self.last and number > self.last:
            raise ValueError(f"{self.kind} numbers end at {self.last}")
        if self.kind == "chinese":
            return f"{self.prefix}{chinese_number(number)}{self.suffix}"
        if self.kind == "circled":
            return f"{self.prefix}{CIRCLED[number - 1]}{self.suffix}"
        return f"{self.prefix}{number}{self.suffix}"


EXAMPLES: tuple[tuple[str, NumberKind], ...] = (("一", "chinese"), ("1", "decimal"), ("①", "circled"))


def number_format(example: str) -> NumberFormat | None:
    """Read an example label such as `（一）`; None where it holds no 一, 1 or ①."""
    for first, kind in EXAMPLES:
        prefix, found, suffix = example.partition(first)
        if found:
            return NumberFormat(prefix, kind, suffix)
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
