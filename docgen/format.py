"""The vocabulary in which the content format is declared: a field is an `entry` with a name, a kind and a sentence.

`manual.py` declares every field once with these; the loader, the JSON Schema, `docs/content.md` and the order of keys
are all made from that declaration.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Literal, NamedTuple

KindName = Literal[
    "text", "texts", "names", "number", "date", "choice", "choices", "object", "objects", "named", "grid", "dictionary",
    "shares", "weights",
]  # fmt: skip


class Kind(NamedTuple):
    """What a field holds. `of` is the class of its objects, `unit` the unit a number may carry, `choices` the words it
    admits as (Chinese, English) pairs, `values` what a dictionary's values are."""

    name: KindName
    of: type[Any] | None = None
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    values: KindName = "text"


TEXT = Kind("text")
TEXTS = Kind("texts")
NAMES = Kind("names")
DATE = Kind("date")
POINTS = Kind("number", unit="分")
PERCENT = Kind("number", unit="%")
COUNT = Kind("number", unit="人")
PLAIN_NUMBER = Kind("number")


def choice(*pairs: tuple[str, str]) -> Kind:
    """One of these words."""
    return Kind("choice", choices=pairs)


def choices(*pairs: tuple[str, str]) -> Kind:
    """One or several of these words."""
    return Kind("choices", choices=pairs)


def one(of: type[Any]) -> Kind:
    """A mapping of `of`'s fields."""
    return Kind("object", of)


def several(of: type[Any]) -> Kind:
    """A list of `of`; where the class has a `shorthand` field, a bare text stands for an object with that field."""
    return Kind("objects", of)


def named(of: type[Any]) -> Kind:
    """A mapping name → `of`, in the order written; the name becomes the object's `name` field."""
    return Kind("named", of)


def grid(of: type[Any]) -> Kind:
    """A mapping item → name → `of` (评分表: 考核项目 → 考核要素)."""
    return Kind("grid", of)


def dictionary(values: KindName) -> Kind:
    return Kind("dictionary", values=values)


class Entry(NamedTuple):
    """One field of the content format: `zh` is its canonical name, the dataclass field's name the English one."""

    zh: str
    en: str
    kind: Kind
    doc: str
    required: bool
    inherited: bool


EMPTY: dict[str, Any] = {
    "text": None, "number": None, "date": None, "choice": None, "object": None, "texts": (), "names": (),
    "choices": (), "objects": (), "named": (), "grid": (), "shares": (), "weights": (),
}  # fmt: skip


def entry(zh: str, kind: Kind, doc: str, *, required: bool = False, inherited: bool = False, en: str = "") -> Any:
    """Declare a dataclass field that HR may write. Absent, it is None, () or an empty dict by its kind.

    `en` overrides the English name where the format's word isn't a good attribute name.
    """
    metadata = {"entry": (zh, kind, doc, required, inherited, en)}
    if kind.name == "dictionary":
        return dataclasses.field(default_factory=dict, metadata=metadata)
    return dataclasses.field(default=EMPTY[kind.name], metadata=metadata)


_ENTRIES: dict[type[Any], dict[str, Entry]] = {}


def entries(of: type[Any]) -> dict[str, Entry]:
    """The declared fields of a model class, by attribute name, in the order declared."""
    if of not in _ENTRIES:
        found = {}
        for field in dataclasses.fields(of):
            if "entry" in field.metadata:
                zh, kind, doc, required, inherited, en = field.metadata["entry"]
                found[field.name] = Entry(zh, en or field.name, kind, doc, required, inherited)
        _ENTRIES[of] = found
    return _ENTRIES[of]
