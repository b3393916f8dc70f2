"""The built-in styles, for tests of what depends on one."""

from docgen import resources
from docgen.style.model import Style
from docgen.style.reader import read_style

BUILT_IN = ("gbt9704", "enterprise", "modern")


def built_in(name: str) -> Style:
    style, problems = read_style(name, [resources.templates()])
    assert style, problems
    return style


def gbt9704() -> Style:
    return built_in("gbt9704")
