"""The built-in style, for tests of what depends on one."""

from docgen import resources
from docgen.style import Style
from docgen.style_reader import read_style


def gbt9704() -> Style:
    style, problems = read_style(None, [resources.templates()])
    assert style, problems
    return style
