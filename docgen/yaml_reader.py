"""YAML files read safely: text first, every value with its position, what a manual has no use for refused.

libyaml's C parser (ruamel.yaml.clib) yields events; one loop builds the nodes from them without recursion, so that
neither a deep file nor an alias bomb can do harm. What YAML accepts in silence or rejects in its own words is then
looked for in the lines themselves (`yaml_traps`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docgen import yaml_errors, yaml_refusals, yaml_traps
from docgen.decoding import decode
from docgen.folding import joint
from docgen.problems import Problem, in_reading_order
from docgen.source import Position
from docgen.yaml_nodes import Mapping, Node, Scalar, Sequence, Style, lines

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "lines", "read_yaml"]

MAX_DEPTH = 32
MAX_PROBLEMS = 100

_STYLES: dict[str | None, Style] = {None: "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


def read_yaml(
    path: str, data: bytes, field_names: frozenset[str] = frozenset()
) -> tuple[Node | None, list[Problem]]:
    """The one document of a YAML file, and all problems of reading it.

    `field_names` are the format's keys: `部门：仓储部` is a mistake because 部门 is one of them. The node is None when
    what the file says can't be known: not UTF-8, empty, a syntax error, a refused feature, a line that YAML takes
    for something else. A repeated key or a comment that cuts a text off leaves it (the first of the keys counts).
    """
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    document = _Document(path, text)
    failure = document.build()
    traps = yaml_traps.find(path, text, document.spans, field_names, failure)
    problems = document.problems + traps.problems
    if failure is not None and not traps.explain(failure) and not document.stopped:
        problems.append(yaml_errors.explain(path, text, failure))
    if failure is None and document.root is None and not problems:
        problems.append(yaml_refusals.empty_file(path))
    readable = failure is None and not document.refused and not traps.change_structure
    return (document.root if readable else None), in_reading_order(problems)[:MAX_PROBLEMS]
