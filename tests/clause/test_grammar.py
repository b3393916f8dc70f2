"""The page of rules is read as it says it is."""

from __future__ import annotations

import re

import pytest

from docgen.clause.consequences import READINGS
from docgen.clause.grammar import SIGNS, phrase, rules, section
from docgen.clause.reader import MODIFIERS


@pytest.mark.parametrize("name", ["quantities", "consequences", "marks"])
def test_every_rule_of_a_table_matches_under_its_own_name(name: str) -> None:
    groups = rules(name).groupindex
    assert set(section(name)) <= {group.removesuffix("_") for group in groups}


def test_every_consequence_has_a_meaning() -> None:
    assert set(section("consequences")) == {*READINGS, *MODIFIERS}


def test_groups_only_group_and_names_are_put_in() -> None:
    rule = phrase(r"扣 ( {what=分} | \(无\) ) [(（]?")
    assert rule.groups == 1
    assert rule.fullmatch(f"扣{SIGNS['分']}(")
    assert rule.fullmatch("扣(无)")


def test_no_rule_looks_at_a_group_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        phrase("{nonsense}")
    assert not re.search(r"\{[a-z]", rules("marks").pattern)
