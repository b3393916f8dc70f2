"""docs/reports.md: its commands are commands, its recipes YAML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from docgen.arguments import parser
from docgen.commands.check import REPORTS

PAGE = (Path(__file__).parents[1] / "docs" / "reports.md").read_text("utf-8")
COMMAND = re.compile(r"\bdocgen ((?:check|matrix|schema)[ \w.-]*)", re.ASCII)
COMMANDS = sorted({found.strip() for found in COMMAND.findall(PAGE)})
RECIPES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_one(command: str) -> None:
    assert parser("zh", command.split()).parse_args(command.split()).command == command.split()[0]


def test_every_format_is_named() -> None:
    assert {f"check --format {name}" for name in REPORTS if name != "text"} <= set(COMMANDS)


def test_the_recipes_are_yaml_and_run_a_check() -> None:
    assert len(RECIPES) == 2
    for recipe in RECIPES:
        assert "docgen check --format " in str(YAML(typ="safe", pure=True).load(recipe))
