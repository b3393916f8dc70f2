"""What clauses say, in all their phrasings: given.tsv, the worked examples, and phrasings.tsv, written before the
grammar was, at least two for each kind of effect by step, threshold, range, cap and occurrence; then lists that were
written without a look at the grammar (fresh), with the words that must be told as unread behind a second tab."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.clause import read
from docgen.clause.as_json import effect_as_json

HERE = Path(__file__).parent


def listed(name: str) -> list[tuple[str, list[dict[str, Any]], list[str]]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    fields = [(line + "\t[]").split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, json.loads(effects), json.loads(unread)) for text, effects, unread, *_ in fields]


GIVEN, OWN = listed("given.tsv"), listed("phrasings.tsv")
ALL = [*GIVEN, *OWN, *listed("later.tsv"), *(line for n in range(1, 20) for line in listed(f"fresh_{n}.tsv"))]


def said(text: str) -> list[dict[str, Any]]:
    """The effects without their places in the text."""
    return [
        {key: value for key, value in effect_as_json(effect).items() if key not in ("when", "span")}
        for effect in read(text).effects
    ]


@pytest.mark.parametrize(("text", "effects", "unread"), ALL, ids=[text for text, *_ in ALL])
def test_a_phrasing_is_read_exactly(text: str, effects: list[dict[str, Any]], unread: list[str]) -> None:
    assert said(text) == effects
    assert [text[slice(*part.span)] for part in read(text).unread] == unread


def test_the_lists_are_whole() -> None:
    assert len(GIVEN) == 44
    assert len(OWN) == 186
    kinds = {effect["kind"] for _, effects, _ in OWN for effect in effects}
    assert kinds == {"deduct", "award", "score", "veto", "fine", "pay", "sanction", "refer"}
