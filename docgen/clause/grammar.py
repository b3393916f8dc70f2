"""The rules of `grammar.txt`, compiled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

# What stands for a quantity, by the kind of its unit, and what fills the text up to its length: private use characters,
# which no text has.
_KINDS: Final = ("zero", "分", "元", "%", "bare", "time", "count", "measure")
SIGNS: Final = {kind: chr(0xE001 + place) for place, kind in enumerate(_KINDS)}
FILLER: Final = "\ue000"
ANY_SIGN: Final = "\ue000-\ue008"

_SIGN_CLASSES: Final = {
    "any": "\ue001-\ue008",
    "with_unit": "\ue001-\ue004\ue006-\ue008",
    "points": "\ue001-\ue004",
    "item": "\ue001-\ue005",
}


@cache
def section(name: str) -> dict[str, str]:
    """The rules of a section, by name, as they are written."""
    return _sections()[name]


@cache
def units() -> dict[str, str]:
    """The kind of each unit: 次 is count."""
    return {word.partition("(")[0]: kind for kind, words in section("units").items() for word in words.split()}


def units_of(kind: str) -> list[str]:
    return [unit for unit, its_kind in units().items() if its_kind == kind]


@cache
def rules(name: str) -> re.Pattern[str]:
    """All rules of a section as one regular expression; the last group that matched is the rule's, with a _ behind."""
    return _compiled("|".join(f"(?P<{rule}_>{_expanded(text)})" for rule, text in section(name).items()))


@cache
def phrase(rule: str) -> re.Pattern[str]:
    """One rule by itself."""
    return _compiled(_expanded(rule))


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled in three quarters of the time: re makes a bitmap of all of Unicode for each [本该此], none for 本|该|此;
    the empty (?=) keeps it from making a [ ] of them again. What is repeated stays, for a [ ] is repeated faster."""
    return re.compile(_FEW.sub(lambda found: f"(?:{'|'.join(found[1])}(?=))", pattern))


_FEW: Final = re.compile(r"(?<!\\)\[([^\x00-\xff]{3,12})\](?![*+?{])")


@cache
def words(name: str) -> re.Pattern[str]:
    """One rule of the section [words]."""
    return phrase(section("words")[name])


@cache
def _sections() -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    rule = ""
    for line in (Path(__file__).parent / "grammar.txt").read_text("utf-8").split("\n"):
        if line.startswith("["):
            current = sections[line.strip("[]")] = {}
        elif line.startswith(" "):
            current[rule] += f" {line.strip()}"
        elif line and not line.startswith("#"):
            rule, text = line.split(maxsplit=1)
            current[rule] = text.removeprefix("= ").strip()
    return sections


@cache
def _phrases() -> dict[str, str]:
    signs = {kind: f"{sign}{FILLER}*+" for kind, sign in SIGNS.items()}
    classes = {name: f"[{span}]{FILLER}*+" for name, span in _SIGN_CLASSES.items()}
    every_unit = {"units": "|".join(" ".join(section("units").values()).split())}
    return signs | classes | every_unit | section("phrases") | section("words")


def _expanded(rule: str) -> str:
    """A rule as a regular expression, with its phrases put in."""
    rule = re.sub(r"\s+", "", rule).replace("§", ANY_SIGN).replace("(<", "(?P<")
    rule = re.sub(r"\\.|\[[^]]*\]|\((?!\?)", lambda found: "(?:" if found[0] == "(" else found[0], rule)
    return re.sub(r"\{(?:([a-z_]+)=)?([a-z_分元%]+)\}", _put_in, rule)


def _put_in(found: re.Match[str]) -> str:
    group = f"?P<{found[1]}>" if found[1] else "?:"
    return f"({group}{_phrase_text(found[2])})"


@cache
def _phrase_text(name: str) -> str:
    return _expanded(_phrases()[name])
