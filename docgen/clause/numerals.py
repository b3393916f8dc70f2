"""Numbers as clauses write them: 0.5, 1,000, 3万, 三, 两, 十五, 半, 零点五, 千分之一. Exact decimals, no floats."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

_CAPITALS: Final = {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2} | _CAPITALS
_SCALES: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
_PARTS: Final = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")} | {
    "二": Decimal(50),
    "四": Decimal(25),
    "五": Decimal(20),
    "十": Decimal(10),
}
HALF: Final = Decimal("0.5")


@lru_cache(4096)
def number(text: str) -> Decimal:
    """The value of digits or of a Chinese numeral, or of digits with a scale (3.5万)."""
    text = text.replace(",", "")
    scale = Decimal(1)
    while text[0] in "0123456789." and text[-1] in _SCALES:
        scale *= _SCALES[text[-1]]
        text = text[:-1]
    return scale * (Decimal(text) if text[0] in "0123456789." else _chinese(text))


def percent_of_fraction(text: str) -> Decimal:
    """百分之五 is 5, 千分之一 0.1, 百分之百 100: in per cent."""
    share = number(text[3:]) if text[3:] != "百" else Decimal(100)
    return share * _PARTS[text[0]]


def _chinese(text: str) -> Decimal:
    whole, _, fraction = text.partition("点")
    if whole == "半":
        return HALF
    value = Decimal(_whole(whole.removesuffix("半")))
    if fraction:
        value += Decimal("0." + "".join(str(_DIGITS.get(char, 0)) for char in fraction))
    return value + HALF if whole.endswith("半") else value


def _whole(text: str) -> int:
    """十五 is 15, 三百二十 320, 一万二千 12000; digits in a row (二〇) are read as they stand."""
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        scale = _SCALES.get(char, 0)
        if scale >= _SCALES["万"]:
            total, section, digit = total + max(section + digit, 1) * scale, 0, 0
        elif scale:
            section, digit = section + (digit or 1) * scale, 0
        else:
            digit = _DIGITS.get(char, 0)
    return total + section + digit


def plain(value: Decimal) -> str:
    """0.5 for 0.50, 100 for 1E+2."""
    return f"{value.normalize():f}" if value else "0"
