"""`# docgen: 忽略 FINE 理由`: the comments that switch a rule off where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.manual.model import Ignore
from docgen.problems import Problem, Words, error
from docgen.source import Text
from docgen.yaml.reader import Comment

CODE = "IGNORE-INCOMPLETE"

_IGNORE = re.compile(r"(?:忽略|ignore)[ \t]*+(?P<code>[A-Z]+(?:-[A-Z]+)*)?[ \t,，:：;；]*+(?P<reason>.*)", re.I)
_SAID = re.compile(r"[^\W\d_]")


def read_ignores(comments: list[Comment], problems: list[Problem]) -> Iterator[Ignore]:
    """What the comments of a file switch off. One without a reason counts all the same, and is a problem."""
    for text, first, last in comments:
        match = _IGNORE.match(text)
        if match is None or not match["code"]:
            problems.append(_problem(text, Words("这条注释看不懂", "this comment says nothing that docgen knows")))
            continue
        if not _SAID.search(match["reason"]):
            said = Words(f"忽略 {match['code']} 没有写理由", f"{match['code']} is ignored without a reason")
            problems.append(_problem(text, said))
        place = text.position
        yield Ignore(Text(match["code"].upper(), place), match["reason"], first, last)


def _problem(text: Text, message: Words) -> Problem:
    way_out = Words(
        "写“# docgen: 忽略 代码 理由”，例如“# docgen: 忽略 FINE 条例规定的赔偿”",
        "write “# docgen: ignore CODE reason”, such as “# docgen: ignore FINE a statute provides for it”",
    )
    return error(CODE, text.position, message, way_out)
