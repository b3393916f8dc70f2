"""What a post says, as twelve signs: what a receipt is signed for, and what `handout --verify` finds again.

The hash is the first 12 hexadecimal digits of the SHA-256 (FIPS 180-4) of canonical JSON: the department's name, the
post with its references resolved and all that is in force for it, and the manual's version; keys sorted, no white
space, UTF-8. What doesn't change what is asked of the holder is left out: where it was written, who holds the post, the
layout it is printed in, what `check` requires of it, and fields that say nothing, so that a field added to the format
changes no hash. A number is its value: 20, 20.0 and 20分 are one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from docgen.format import Record
from docgen.manual.model import Date, Number, Share
from docgen.manual.references import Place

DIGITS = 12
LEFT_OUT = frozenset(["position", "damaged", "ref", "holders", "layout", "required", "band"])


def content_hash(place: Place, version: str) -> str:
    """The hash of a post in its department, in this version of the manual."""
    whole = {"department": str(place.department.name), "post": canonical(place.post), "version": str(version)}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def canonical(value: object) -> Any:
    """A value of the model as JSON has it."""
    if isinstance(value, Record):
        fields = {name: canonical(getattr(value, name)) for name in value.fields if name not in LEFT_OUT}
        return {name: said for name, said in fields.items() if said not in (None, [], {})}
    if isinstance(value, Number):
        return f"{value.value.normalize():f}"
    if isinstance(value, Date):
        return value.value.isoformat()
    if isinstance(value, Share):
        return [str(value.name), canonical(value.weight)]
    if isinstance(value, Mapping):
        return {str(name): canonical(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [canonical(each) for each in value]
    return None if value is None else str(value)
