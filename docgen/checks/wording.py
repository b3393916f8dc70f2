"""How the rules word what they find: names in quotes, numbers without needless zeros, what a duty is called."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.manual.model import Duty
from docgen.problems import Words

LISTED = 8


def quoted(names: Iterable[str]) -> str:
    """“甲”“乙”"""
    return "".join(f"“{name}”" for name in names)


def listed(names: Iterable[str]) -> Words:
    """甲、乙、丙; past LISTED names the rest is counted, and no name at all is said so."""
    every = list(names)
    shown, more = every[:LISTED], len(every) - LISTED
    return Words(
        "、".join(shown) + (f" 等 {len(every)} 个" if more > 0 else "") or "（还没有）",
        ", ".join(shown) + (f" and {more} more" if more > 0 else "") or "(none yet)",
    )


def digits(value: Decimal) -> str:
    """20 for 20.00, 0.5 for 0.50."""
    return f"{value.normalize():f}"


def called(duty: Duty) -> Words:
    """A duty by its title; one of a plain list by its number."""
    if duty.name.isdigit():
        return Words(f"第 {duty.name} 项职责", f"duty no. {duty.name}")
    return Words(f"职责“{duty.name}”", f"duty “{duty.name}”")
