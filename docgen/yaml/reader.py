"""YAML files read safely: text first, every value with its position, what a manual has no use for refused."""

from __future__ import annotations

from docgen.decoding import decode
from docgen.garbage import without_garbage_collection
from docgen.problems import Problem, in_reading_order
from docgen.yaml import errors, refusals, trap_search
from docgen.yaml.comments import MARK, Comment, comments
from docgen.yaml.composer import MAX_PROBLEMS, compose
from docgen.yaml.nodes import Mapping, Node, Scalar, Sequence, lines
from docgen.yaml.page import page_of

__all__ = ["Comment", "Mapping", "Node", "Scalar", "Sequence", "lines", "read_commented", "read_yaml"]


def read_yaml(path: str, data: bytes, field_names: frozenset[str] = frozenset()) -> tuple[Node | None, list[Problem]]:
    """The one document of a YAML file, and all problems of reading it in the order of its lines.

    `field_names` are the format's keys: `部门：仓储部` is a mistake because 部门 is one of them. The node is None where
    the file can't be known: not UTF-8, empty, a syntax error, a refused feature, lines that YAML misreads. After a
    repeated key (the first counts) and a comment that cuts a text off there is a node all the same.
    """
    return read_commented(path, data, field_names)[:2]


@without_garbage_collection()
def read_commented(
    path: str, data: bytes, field_names: frozenset[str]
) -> tuple[Node | None, list[Problem], list[Comment]]:
    """The same, and the comments that speak to docgen."""
    text, problems = decode(path, data)
    if text is None:
        return None, problems, []
    composed = compose(path, text)
    if composed.too_deep:
        return None, composed.problems, []
    said = list(comments(page_of(path, text, composed))) if MARK in text else []
    traps = trap_search.search(path, text, composed, field_names)
    problems = composed.problems + traps.problems
    if composed.failure is not None and not traps.explain_failure and not composed.refused:
        problems.append(errors.explain(path, text, composed.failure))
    if composed.failure is None and composed.root is None:
        problems.append(refusals.empty_file(path))
    root = None if traps.misread or composed.refused else composed.root
    return root, in_reading_order(problems)[:MAX_PROBLEMS], said
