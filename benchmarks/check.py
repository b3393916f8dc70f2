"""Jobs of the figures on checking, each in a process of its own so that nothing is remembered; prints its seconds.

python benchmarks/check.py all DIR         docgen reads the content and runs every rule, as `docgen check` does
python benchmarks/check.py structure DIR   docgen reads the content and runs the rules on its structure alone

Structural rules look at what stands in which field and at names: coverage, ties and other references, superiors, names,
the order of the book. Of the others most take texts apart: clauses, numbering, words, what the law says of them; these
are told by their imports. The rest, OTHERS, add up points and weights, compare grades, dates or words. Any other rule
counts as structural.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from types import ModuleType

import _ruamel_yaml  # noqa: F401  # imported before the clock starts, as PyYAML's is

OTHERS = (
    "POINTS-SUM", "INDICATOR-WEIGHTS", "ASSESSOR-WEIGHTS", "MAKEUP-SUM", "MAKEUP-MISSING", "GRADES-ORDER",
    "GRADES-BAND", "GRADES-SHARE", "EFFECTIVE-BEFORE-APPROVAL", "EFFECTIVE-NOT-PUBLISHED",
    "VERSION-NO-REVISION", "DUTY-TWICE",
)  # fmt: skip
TEXTS = ("docgen.clause", "docgen.checks.readings", "docgen.checks.texts", "docgen.checks.labels")


def everything(folder: Path) -> float:
    from docgen.pipeline import check_project

    os.environ["XDG_CACHE_HOME"] = os.devnull  # nothing is remembered
    start = time.perf_counter()
    assert check_project(folder).coverage
    return time.perf_counter() - start


def structure(folder: Path) -> float:
    from docgen import checks
    from docgen.loader import load
    from docgen.manual.coverage import coverage

    rules = [rule for rule in checks.RULES if is_structural(rule)]
    start = time.perf_counter()
    manual = load(folder).manual
    assert manual is not None
    for rule in rules:
        list(rule.find(manual))
    coverage(manual)
    return time.perf_counter() - start


def is_structural(rule: ModuleType) -> bool:
    imported = (getattr(value, "__module__", "") for value in vars(rule).values())
    return rule.CODE not in OTHERS and not any(module.startswith(TEXTS) for module in imported)


if __name__ == "__main__":
    gc.disable()  # as the command does
    print({"all": everything, "structure": structure}[sys.argv[1]](Path(sys.argv[2])))
