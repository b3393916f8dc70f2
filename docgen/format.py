"""The vocabulary in which the content format is declared: a field is an `entry` with a name, a kind and a sentence.

`docgen.manual.model` declares every field once with these; the loader, the JSON Schema, `docs/content.md` and the order
of keys are all made from that declaration.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, ClassVar, Literal, NamedTuple, NoReturn, Self, dataclass_transform

KindName = Literal[
    "text", "texts", "names", "number", "date", "choice", "choices", "object", "objects", "named", "grid", "dictionary",
    "shares", "weights",
]  # fmt: skip


class Kind(NamedTuple):
    """What a field holds. `of` is the class of its objects, `unit` the unit a number may carry, `choices` the words it
    admits as (Chinese, English) pairs, `values` what a dictionary's values are."""

    name: KindName
    of: type[Record] | None = None
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


def one(of: type[Record]) -> Kind:
    """A mapping of `of`'s fields."""
    return Kind("object", of)


def several(of: type[Record]) -> Kind:
    """A list of `of`; where the class has a `shorthand` field, a bare text stands for an object with that field."""
    return Kind("objects", of)


def named(of: type[Record]) -> Kind:
    """A mapping name → `of`, in the order written; the name becomes the object's `name` field."""
    return Kind("named", of)


def grid(of: type[Record]) -> Kind:
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


EMPTY: dict[KindName, Any] = {
    "text": None, "number": None, "date": None, "choice": None, "object": None, "texts": (), "names": (),
    "choices": (), "objects": (), "named": (), "grid": (), "shares": (), "weights": (),
    "dictionary": MappingProxyType({}),
}  # fmt: skip


def entry(zh: str, kind: Kind, doc: str, *, required: bool = False, inherited: bool = False, en: str = "") -> Any:
    """Declare a field that HR may write. Absent, it is None, () or an empty mapping by its kind.

    `en` overrides the English name where the format's word isn't a good attribute name.
    """
    return Entry(zh, en, kind, doc, required, inherited)


_set = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A frozen object of named fields, among them the entries of the content format.

    What a dataclass is, for a fraction of its start: `dataclasses` and twenty generated classes take 25 ms, a quarter
    of a whole `docgen check`.
    """

    fields: ClassVar[dict[str, Any]]
    """Every field with its default, None where it has none."""
    names: ClassVar[frozenset[str]]
    """The names of all fields."""
    mandatory: ClassVar[frozenset[str]]
    """The fields that must be given."""
    entries: ClassVar[dict[str, Entry]]
    """The declared fields by attribute name, in the order declared."""
    attributes: ClassVar[dict[str, str]]
    """The attribute of each declared field by both of its names."""
    obligatory: ClassVar[tuple[tuple[str, Entry], ...]]
    """The declared fields that must be written, by attribute name."""

    def __init_subclass__(cls) -> None:
        names = [name for name, annotation in cls.__annotations__.items() if not annotation.startswith("ClassVar")]
        defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        declared = {name: entry for name, entry in defaults.items() if isinstance(entry, Entry)}
        cls.entries = {name: entry if entry.en else entry._replace(en=name) for name, entry in declared.items()}
        cls.attributes = {name: attribute for attribute, of in cls.entries.items() for name in (of.zh, of.en)}
        required = ((name, of) for name, of in cls.entries.items() if of.required)
        cls.obligatory = tuple((name, of) for name, of in required if of.kind.name != "named")
        cls.fields = {name: defaults.get(name) for name in names}
        cls.fields |= {name: EMPTY[entry.kind.name] for name, entry in declared.items()}
        cls.names = frozenset(names)
        cls.mandatory = cls.names - defaults.keys()
        # What is not given is found here, so that an object holds no more than was written.
        for name in declared:
            setattr(cls, name, cls.fields[name])

    def __init__(self, **values: Any) -> None:
        if not self.names.issuperset(values) or (self.mandatory and not self.mandatory.issubset(values)):
            raise TypeError(f"{type(self).__name__}({', '.join(values)}): its fields are {', '.join(self.fields)}")
        _set(self, "__dict__", values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    @classmethod
    def made_of(cls, values: dict[str, Any]) -> Self:
        """The object that the constructor makes of `values`, which are known to be right, in half the time."""
        self = object.__new__(cls)
        _set(self, "__dict__", values)
        return self

    def written(self) -> dict[str, Any]:
        """The declared fields that have a value, by attribute name."""
        return {name: value for name, value in vars(self).items() if name in self.entries and value not in (None, ())}

    def replace(self, **values: Any) -> Self:
        """A copy with some fields changed."""
        return type(self)(**(self.__dict__ | values))


def entries(of: type[Record]) -> dict[str, Entry]:
    """The declared fields of a model class, by attribute name, in the order declared."""
    return of.entries


def classes(*roots: type[Record]) -> tuple[type[Record], ...]:
    """The model classes whose objects make up those of `roots`, each once, `roots` among them."""
    found: dict[type[Record], None] = {}
    waiting = list(reversed(roots))
    while waiting:
        of = waiting.pop()
        if of not in found:
            found[of] = None
            waiting += [declared.kind.of for declared in entries(of).values() if declared.kind.of]
    return tuple(found)
