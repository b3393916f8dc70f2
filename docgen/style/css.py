"""A project's own `templates/style.css`: rules added to those of its style, for the PDF and the HTML page.

It may change how things look, not what is said: what brings text in or takes it away would make one format differ from
the others, and what fetches would reach out of the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.problems import Problem, Words, error
from docgen.reading import read_file
from docgen.source import Position

PATH = "templates/style.css"
LARGEST = 1024 * 1024
# What brings in text or takes it away (`all` sets the others, too), letters, counters, headers and bookmarks.
REFUSED = frozenset([
    "content", "display", "visibility", "all", "text-transform", "list-style", "list-style-type", "counter-increment",
    "counter-reset", "counter-set", "string-set", "bookmark-label", "bookmark-level", "block-ellipsis",
    "hyphenate-character",
])  # fmt: skip


def read_own_css(folders: list[Path]) -> tuple[str, list[Problem]]:
    """The text of the first folder's style.css, "" where there is none, and what it may not say."""
    file = next((folder / "style.css" for folder in folders if (folder / "style.css").is_file()), None)
    if file is None:
        return "", []
    data = read_file(file, PATH)
    if isinstance(data, Problem):
        return "", [data]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", [_unreadable()]
    if len(data) > LARGEST:
        return "", [_unreadable()]
    return text, list(_refusals(text))


def _refusals(text: str) -> Iterator[Problem]:
    import tinycss2  # WeasyPrint's own parser: what it reads is what WeasyPrint will

    # Positions count lines as CSS does (CSS Syntax 3 §3.3).
    for node in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        yield from _in_rule(node)


def _in_rule(node: Any) -> Iterator[Problem]:
    import tinycss2

    if node.type == "error":
        yield _wrong(node, Words(f"CSS 写得不对（{node.message}）", f"this is no CSS ({node.message})"), MEND)
        return
    if node.type == "declaration":
        yield from _in_declaration(node)
        return
    if node.type == "at-rule" and node.lower_at_keyword == "import":
        yield _wrong(node, Words("不能用 @import", "@import may not be used"), _INSTEAD)
        return
    yield from _in_values(node.prelude)
    for each in tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True):
        yield from _in_rule(each)


def _in_declaration(node: Any) -> Iterator[Problem]:
    if node.lower_name in REFUSED:
        name = node.lower_name
        yield _wrong(node, Words(f"不能用 {name}", f"{name} may not be used"), _INSTEAD, len(name))
    yield from _in_values(node.value)


def _in_values(values: list[Any]) -> Iterator[Problem]:
    for value in values:
        if value.type == "url" or (value.type == "function" and value.lower_name in ("url", "src")):
            yield _wrong(value, Words("不能用 url()", "url() may not be used"), _INSTEAD, 4)
        elif value.type == "error":
            message = Words(f"CSS 写得不对（{value.message}）", f"this is no CSS ({value.message})")
            yield _wrong(value, message, MEND)
        elif value.type == "function" and value.lower_name == "running":
            yield _wrong(value, Words("不能用 running()", "running() may not be used"), _INSTEAD, 8)
        elif value.type == "function":
            yield from _in_values(value.arguments)
        elif value.type in ("() block", "[] block", "{} block"):
            yield from _in_values(value.content)


_INSTEAD = Words(
    "style.css 只能改样子（颜色、字号、间距、线），不能增减文字，不能引用别的文件；文字写在 content 里",
    "style.css may change looks (colours, sizes, spaces, rules), not add or hide text or fetch files",
)
MEND = Words("检查这一行的冒号、分号和括号", "check the colons, semicolons and brackets of this line")


def _wrong(node: Any, message: Words, help: Words, length: int = 1) -> Problem:
    return error("STYLE-CSS", Position(PATH, node.source_line, node.source_column, length), message, help)


def _unreadable() -> Problem:
    return error(
        "STYLE-CSS",
        Position(PATH),
        Words("这个文件不是 UTF-8 文字，或者超过 1 MB", "this file is no UTF-8 text, or larger than 1 MB"),
        Words("用记事本打开，另存为 UTF-8", "save it as UTF-8"),
    )
