"""Words that mean the same are read the same. synonyms.tsv: a sentence with a gap, its effects, what fills the gap."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.clause import read
from docgen.clause.as_json import effect_as_json

LINES = (Path(__file__).parent / "synonyms.tsv").read_text(encoding="utf-8").splitlines()
TEXTS = [
    (sentence.format(word), effects)
    for sentence, effects, filling in (line.split("\t") for line in LINES if not line.startswith("#"))
    for word in filling.split()
]


@pytest.mark.parametrize(("text", "effects"), TEXTS, ids=[text for text, _ in TEXTS])
def test_another_word_for_the_same_is_read_the_same(text: str, effects: str) -> None:
    said = [effect_as_json(effect) for effect in read(text).effects]
    without_places = [{key: effect[key] for key in effect if key not in ("when", "span")} for effect in said]
    assert without_places == json.loads(effects)
    assert not read(text).unread
