"""The search for lines that a text has swallowed: YAML reads on in the text above, and reports nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from docgen.yaml import traps
from docgen.yaml.page import Finding, Page

_DASH = re.compile(r"\n[ \t]*+(?P<dash>-)(?=[ \t\n])")
_ITEM_OR_FIELD = re.compile(r"\n[ \t]*+(?:-(?=[ \t])|(?P<name>[^\s:'\"#-][^:\n]*):(?=[ \t\n]|\Z))")


def items(page: Page) -> Iterator[Finding]:
    """`- ` lines in a plain text, because they are indented too far or stand below a text: one finding a text."""
    for span in page.spans:
        if span.scalar.style == "plain" and (line := _DASH.search(page.text, span.start, span.end)):
            yield Finding(line.start("dash"), page.row_end(line.start("dash")), traps.swallowed_item)


def quotes(page: Page, field_names: frozenset[str]) -> Iterator[Finding]:
    """Quoted texts with items or fields in them: the quote that should have closed them is missing."""
    for span in page.spans:
        if span.scalar.style not in ("single", "double"):
            continue
        lines = _ITEM_OR_FIELD.finditer(page.text, span.start, span.end)
        swallowed = next((line for line in lines if line["name"] is None or line["name"].strip() in field_names), None)
        if swallowed is not None:
            rows = page.text.count("\n", span.start, span.end)
            shown = f"{swallowed['name']}:" if swallowed["name"] else "- "
            problem = partial(traps.late_quote, rows=rows, swallowed=shown)
            yield Finding(span.start, page.row_end(span.start), problem)
