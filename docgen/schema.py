"""JSON Schemas for editors, made from the declared fields (JSON Schema draft-07, which yaml-language-server reads).

Where docgen takes a text, the schema takes string, number, boolean and null: the editor types `1.10` and `否` itself.
"""

from __future__ import annotations

import json
from typing import Any, Literal, get_args

from docgen.format import Entry, Kind, entries
from docgen.manual.model import Common, Department, Manual

FileKind = Literal["manual", "department", "common"]
ROOTS: dict[FileKind, type[Any]] = {"manual": Manual, "department": Department, "common": Common}
KINDS: tuple[FileKind, ...] = get_args(FileKind)

SCALAR = {"type": ["string", "number", "boolean", "null"]}
TEXTS = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}


def schema_text(kind: FileKind) -> str:
    """The schema of one kind of content file, as JSON text."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema(kind: FileKind) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    root = _object(ROOTS[kind], definitions)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **root, "definitions": definitions}


def _object(of: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """An object with each field under its Chinese and its English name; a required one under either."""
    properties: dict[str, Any] = {}
    required = []
    for declared in entries(of).values():
        value = {"description": declared.doc, **_value(declared.kind, definitions)}
        properties[declared.zh] = value
        properties[declared.en] = value
        if declared.required:
            required.append(_either(declared))
    found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"allOf": required} if required else {})


def _either(declared: Entry) -> dict[str, Any]:
    return {"anyOf": [{"required": [declared.zh]}, {"required": [declared.en]}]}


def _reference(of: type[Any] | None, definitions: dict[str, Any]) -> dict[str, Any]:
    """An object of a class, or the bare text that stands for it."""
    assert of is not None
    if of.__name__ not in definitions:
        definitions[of.__name__] = {}  # before looking inside: a class may hold itself
        definitions[of.__name__] = _object(of, definitions)
    return {"$ref": f"#/definitions/{of.__name__}"}


def _or_text(of: type[Any] | None, definitions: dict[str, Any]) -> dict[str, Any]:
    reference = _reference(of, definitions)
    bare = SCALAR if hasattr(of, "shorthand") else {"type": "null"}
    return {"anyOf": [bare, reference]}


def _value(kind: Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    match kind.name:
        case "text" | "number" | "date":
            return SCALAR
        case "texts" | "names":
            return TEXTS
        case "choice":
            return {"enum": [*_words(kind), None]}
        case "choices":
            word = {"enum": _words(kind)}
            return {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": word}]}
        case "object":
            return {"anyOf": [{"type": "null"}, _reference(kind.of, definitions)]}
        case "objects":
            member = _or_text(kind.of, definitions)
            return {"anyOf": [*member["anyOf"], {"type": "array", "items": member}]}
        case "named":
            return _named(kind, definitions)
        case "grid":
            return {"type": ["object", "null"], "additionalProperties": _map(_or_text(kind.of, definitions))}
        case "dictionary":
            return _map(SCALAR if kind.values == "text" else TEXTS)
        case _:
            shares = _map(SCALAR)
            return shares if kind.name == "shares" else {"anyOf": [shares, *TEXTS["anyOf"]]}


def _words(kind: Kind) -> list[str]:
    return [word for pair in kind.choices for word in pair]


def _map(values: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["object", "null"], "additionalProperties": values}


def _named(kind: Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    """Name → object; duties may also be a plain list of texts."""
    mapping = _map(_or_text(kind.of, definitions))
    listable = kind.of is not None and kind.of.__name__ == "Duty"
    return {"anyOf": [mapping, *TEXTS["anyOf"]]} if listable else mapping
