"""The search for YAML's traps in the lines of a file.

HR writes in Notepad and pastes from Word. Most of these slips are no error to YAML: it cuts a text off at a `#`, runs a
list together into one text, or makes a field of half a sentence. The others it reports lines later, in words about
tokens. So the lines are searched, and what stands in quotes or in a `|` block is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, groupby, islice
from typing import NamedTuple

from docgen.problems import Problem, Severity
from docgen.yaml import refusals, swallowed, traps
from docgen.yaml.composer import MAX_PROBLEMS, Composed
from docgen.yaml.errors import suspects
from docgen.yaml.page import BLOCK_HEADER, ITEMS, KEY, PLAIN, Finding, Page, page_of


class Traps(NamedTuple):
    """What the lines hold. `misread`: YAML makes something else of the file than was meant; `explain_failure`: one of
    the traps is what libyaml failed at."""

    problems: list[Problem]
    misread: bool
    explain_failure: bool


def search(path: str, text: str, composed: Composed, field_names: frozenset[str]) -> Traps:
    """All traps in the lines of a file that libyaml has read, or failed to read."""
    page = page_of(path, text, composed)
    cut_off = islice(_cut_off(page), MAX_PROBLEMS)
    traps = chain(
        _indentation(page), _colons(page, field_names), _dashes(page), swallowed.items(page), _empty_blocks(page)
    )
    near = range(0)
    if composed.failure is not None:
        traps = chain(traps, _leading(page), _second_colons(page), _nameless(page))
        near = suspects(text, composed.failure)
    if quote := next(swallowed.quotes(page, field_names), None):
        # From there on, what looks like text may be in quotes, and what is in quotes may be text.
        traps = chain((trap for trap in traps if trap.start < quote.start), [quote])
        near = range(min(near.start, quote.start - 1), near.stop)
    found: dict[Severity, list[Finding]] = {"error": [], "warning": []}
    causes: list[Finding] = []
    for trap in traps:
        if trap.start - 1 in near and len(causes) < MAX_PROBLEMS:
            causes.append(trap)
        elif trap.certain and len(found[trap.severity]) < MAX_PROBLEMS:
            found[trap.severity].append(trap)
    # What is wrong in any case explains the failure better than what might be.
    causes = [cause for cause in causes if cause.certain] or causes
    findings = chain(cut_off, causes, found["error"], found["warning"])
    return Traps([page.problem(finding) for finding in findings], bool(causes or found["error"]), bool(causes))


_VALUE = re.compile(rf"{ITEMS}{KEY}?")
_HASH = re.compile(r"\#(?<=[ \t\n]\#)\#*+(?P<glued>[^\s\-=*~_])?")  # the sign comes first: it is soon found


def _cut_off(page: Page) -> Iterator[Finding]:
    """`巡查 #3 仓库`: YAML reads a comment, and the text ends before it."""
    offset = 0
    while comment := _HASH.search(page.text, offset):
        start = comment.start()
        span = page.span_at(start)
        if span is not None and span.scalar.style != "plain":
            offset = span.end
            continue
        offset = page.row_end(start)
        row = page.text.rfind("\n", 0, start)
        if comment["glued"] and page.text[row:start].strip():
            value = _VALUE.match(page.text, row)
            sentence = page.text[value.end() if value else row : offset]
            yield Finding(start, offset, partial(traps.cut_off, sentence=sentence))


_BLANK = r"[ \t\u3000\xa0\u1680\u2000-\u200a\u202f\u205f]"
_INDENTATION = re.compile(rf"\n(?P<blanks>[ ]*+(?P<wrong>(?![ ]){_BLANK}){_BLANK}*+)(?P<next>[^\n]?)")


def _indentation(page: Page) -> Iterator[Finding]:
    """U+3000, a no-break space or a tab before the text of a line."""
    for match in _INDENTATION.finditer(page.text):
        if page.is_literal(match.start("wrong")):
            continue
        harmless = match["next"] in ("", "#") and not match["blanks"].strip(" \t")
        problem = partial(traps.indentation, blank=match["wrong"])
        yield Finding(match.start("blanks"), match.end("blanks"), problem, certain=not harmless)


_NAME_AND_COLON = re.compile(
    r"\n(?P<items>[ ]*+(?:-[ ]++)*+)(?P<name>[^\s：:\#'\"\[\]{}\d-][^\s：:\#'\"\[\]{}]{0,19}+)[ \t]*+(?:：|:(?=\S))"
)


def _colons(page: Page, field_names: frozenset[str]) -> Iterator[Finding]:
    """`部门：仓储部`, `部门:仓储部`: YAML reads one text. A sentence may begin so too (`- 目标：全年无事故`),
    hence a warning where an item of a list does; two such lines in one text are two fields."""
    matches = (match for match in _NAME_AND_COLON.finditer(page.text) if not page.is_literal(match.start("name")))
    for _, lines in groupby(matches, lambda match: _text_of(page, match)):
        group = [match for match in lines if page.failed or match["name"] in field_names]
        for match in group:
            start, name = match.start("name"), match["name"]
            begins_text = "-" not in match["items"] and _text_of(page, match) in (start, match.start() + 1)
            severity: Severity = "error" if page.failed or begins_text or len(group) > 1 else "warning"
            problem = partial(traps.colon, severity=severity, name=name)
            certain = name in field_names and (begins_text or not page.failed)
            yield Finding(start, match.end(), problem, severity, certain)


_LABEL = re.compile(
    rf"\n[ ]*+(?P<label>(?P<glued>{traps.GLUED_LABEL})"
    r"|(?:[-－–](?=[\d０-９])|\d{1,3}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])"
    r"(?![^\n]*:(?:[ \t\n]|\Z)))"
)


def _dashes(page: Page) -> Iterator[Finding]:
    """`-每日`, `－每日`, `1. …` lines: YAML runs them together into one text. `-0.5分/人次` alone is a text."""
    matches = (match for match in _LABEL.finditer(page.text) if not page.is_literal(match.start("label")))
    for lines in _run_together(page, matches):
        glued = [match for match in lines if match["glued"]]
        first = (glued or lines)[0]
        start = first.start("label")
        problem = partial(traps.dash, label=first["label"], count=len(lines))
        yield Finding(start, page.row_end(start), problem, certain=bool(glued) or len(lines) > 1)


def _run_together(page: Page, matches: Iterator[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The lines of one text, or one below the other."""
    lines: list[re.Match[str]] = []
    for match in matches:
        last = lines[-1] if lines else match
        if _text_of(page, last) != _text_of(page, match) and page.row_end(last.end()) != match.start():
            yield lines
            lines = []
        lines.append(match)
    if lines:
        yield lines


def _text_of(page: Page, match: re.Match[str]) -> int:
    """Where the text that a line belongs to begins: its span of several lines, or the line itself."""
    span = page.span_at(match.end() - 1)
    return span.start if span else match.start() + 1


def _empty_blocks(page: Page) -> Iterator[Finding]:
    """`目标: >5`: a block whose text is indented by five, and none follows."""
    for span in page.spans:
        header = page.text[span.start : span.start + 2]
        if header[0] in "|>" and header[1:].isdigit() and not span.scalar.text and not page.failed:
            yield Finding(span.start, span.start + 2, partial(traps.leading, sentence=header))


_AND_TEXT = r"[ \t]*+(?=[^\s\#:,\]}])"
_LEADING = re.compile(
    rf"{ITEMS}{KEY}?(?P<sign>[@`%,\]}}]|[*&](?![A-Za-z0-9_-]++[\s,\]}}])|!(?![!-~]*+\s)"
    rf"|(?!{BLOCK_HEADER})[|>]|\"(?:[^\"\\\n]|\\.)*+\"{_AND_TEXT}|'(?:[^'\n]|'')*+'{_AND_TEXT}"
    rf"|\[[^\[\]\n]*+\]{_AND_TEXT}|\{{[^{{}}\n]*+\}}{_AND_TEXT})"
)


def _leading(page: Page) -> Iterator[Finding]:
    """A sentence that begins with a character YAML has a use for: `"五防"工作`, `>90%`, `*注`."""
    for match in _LEADING.finditer(page.text):
        start = match.start("sign")
        span = page.span_at(start)
        if span is None or span.start == start or span.scalar.style == "plain":
            end = page.row_end(start)
            yield Finding(start, end, partial(traps.leading, sentence=page.text[start:end]))


_SECOND_COLON = re.compile(rf"{ITEMS}{KEY}(?P<sentence>(?![\s\#'\"\[{{|>*&!%@`]){PLAIN}++:)(?=[ \t\n]|\Z)")


def _second_colons(page: Page) -> Iterator[Finding]:
    """`内容: 三项: …`: a second colon and space in one line."""
    for match in _SECOND_COLON.finditer(page.text):
        start = match.start("sentence")
        if not page.is_literal(start):
            end = page.row_end(start)
            yield Finding(start, end, partial(traps.sentence_with_colon, sentence=page.text[start:end]))


_NAMELESS = re.compile(rf"{ITEMS}(?P<colon>:)(?=[ \t\n]|\Z)")


def _nameless(page: Page) -> Iterator[Finding]:
    """`: 每天巡查`: a colon with no name before it."""
    for match in _NAMELESS.finditer(page.text):
        if not page.is_literal(match.start("colon")):
            yield Finding(match.start("colon"), match.end(), refusals.empty_key)
