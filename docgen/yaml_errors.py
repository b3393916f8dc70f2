"""libyaml's syntax errors in a clerk's words: its own are English and speak of tokens."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docgen.decoding import position_at
from docgen.problems import Problem, Words, error
from docgen.source import Position


class _Explanation(NamedTuple):
    """What one of libyaml's errors means. `at_context`: the mistake is where the construct began, not where libyaml
    gave up on it."""

    error: str
    message: Words
    help: Words
    at_context: bool = False


_EXPLANATIONS = tuple(
    _Explanation(pattern, Words(zh, en), Words(help_zh, help_en), at_context)
    for pattern, at_context, zh, en, help_zh, help_en in (
        (
            "could not find expected ':'",
            True,
            "这一行应当是“名称: 内容”，却没有冒号加空格",
            "this line should read `name: value`, but has no colon followed by a space",
            "在名称后面写半角冒号和一个空格；如果是上一句的下半句，就比上一行多缩进两格",
            "write a colon and a space after the name; if the line continues the text above, indent it by two more",
        ),
        (
            "mapping values are not allowed",
            False,
            "这里不应当有“名称: 内容”：上一行已经有内容，或这句话里有冒号加空格",
            "a `name: value` can't stand here: the line above has a text already, or this text has a colon and a space",
            "是字段就与上一个字段左边对齐；是句子就把冒号改成“：”，或把整句放进单引号",
            "align a field with the one above; in a sentence write ： or put all of it in single quotes",
        ),
        (
            "block sequence entries are not allowed",
            False,
            "“- ”不能跟在“名称: ”的后面",
            "a `- ` can't follow `name: ` on the same line",
            "换一行再写“- ”，比名称多缩进两格；是句子就把整句放进单引号",
            "begin a new line with `- `, two spaces deeper; put a sentence in single quotes",
        ),
        (
            "mapping keys are not allowed",
            False,
            "“? ”不能写在这里",
            "a `? ` can't stand here",
            "把整句放进单引号",
            "put the sentence in single quotes",
        ),
        (
            "quoted scalar.*(end of stream|document indicator)",
            True,
            "引号没有成对：从这里起一直到文件末尾都没有找到另一半",
            "the quote that opens here is never closed",
            "在句末补上同样的引号；引号是句子的一部分时用全角“ ”",
            "close it with the same quote; where it belongs to the sentence write “ ”",
        ),
        (
            "unknown escape|hexdecimal|Unicode character escape",
            False,
            "双引号里的“\\”有特殊含义，这里的写法读不懂",
            "a `\\` inside double quotes has a meaning of its own, and this one has none",
            "把双引号换成单引号",
            "use single quotes instead",
        ),
        (
            "indentation indicator|block scalar.*comment or line break",
            False,
            "“|”或“>”的后面不能有文字",
            "no text may follow a `|` or `>`",
            "文字另起一行、多缩进两格；是句子就把整句放进单引号",
            "write the text on the next line, two spaces deeper; put a sentence in single quotes",
        ),
        (
            "tab character",
            False,
            "缩进里有制表符（Tab）",
            "there is a tab in the indentation",
            "缩进只用半角空格",
            "indent with spaces only",
        ),
        (
            "flow sequence|expected ',' or '\\]'",
            True,
            "方括号“[”没有配对的“]”，或括号里少了逗号",
            "this `[` has no `]`, or a comma is missing between its items",
            "写成 [甲, 乙]；是句子就把整句放进单引号",
            "write [a, b]; put a sentence in single quotes",
        ),
        (
            "flow mapping|expected ',' or '}'",
            True,
            "花括号“{”没有配对的“}”，或括号里少了逗号",
            "this `{` has no `}`, or a comma is missing between its fields",
            "写成 {职责: 60%, 指标: 40%}；是句子就把整句放进单引号",
            "write {a: 1, b: 2}; put a sentence in single quotes",
        ),
        (
            "expected '-' indicator",
            False,
            "列表到这里断了：这一行不是以“- ”开头，或没有与上面的“- ”左边对齐",
            "the list breaks off here: this line has no `- `, or is not aligned with the one above",
            "每一条都以“- ”开头、左边对齐；字段名要比“- ”少缩进",
            "begin each item with `- `, all aligned; a field's name stands less deep than its items",
        ),
        (
            "expected key",
            False,
            "这一行与上面的字段对不齐，或引号、括号后面多了文字",
            "this line is not aligned with the fields above, or there is text after a quote or bracket",
            "同一级的字段左边对齐，下一级多缩进两格；是句子就把整句放进单引号",
            "align fields of one level, indent the next by two spaces; put a sentence in single quotes",
        ),
        (
            "expected <document start>",
            False,
            "这一行接不上前面的内容",
            "this line does not belong to what stands before it",
            "整个文件应当是左边对齐的“名称: 内容”；检查这一行和上一行的缩进",
            "the file should be `name: value` lines, aligned at the left; look at this line's and the last one's indentation",
        ),
        (
            "while scanning a(n)? (anchor|alias|tag|directive|%)|tag handle|directive",
            False,
            "这里的 * & ! % 在 YAML 里有特殊含义",
            "* & ! % have a meaning of their own in YAML",
            "把整句放进单引号",
            "put the sentence in single quotes",
        ),
        (
            "cannot start any token|expected node content|unexpected ':'",
            False,
            "内容不能以这个符号开头",
            "a value can't begin with this character",
            "把整句放进单引号",
            "put the sentence in single quotes",
        ),
        (
            "",
            False,
            "这里不合 YAML 的写法",
            "this is not valid YAML",
            "检查这一行和上一行的缩进、冒号和引号；拿不准就把整句放进单引号",
            "look at the indentation, colons and quotes of this line and the last; when in doubt quote the sentence",
        ),
    )
)  # fmt: skip


def explain(path: str, text: str, failure: Any) -> Problem:
    """A libyaml error (`MarkedYAMLError`) as the problem YAML-SYNTAX, at the line the writer has to mend."""
    explanation = _explanation(failure)
    mark = failure.problem_mark
    if explanation.at_context and failure.context_mark is not None:
        mark = failure.context_mark
    return error("YAML-SYNTAX", _position(path, text, mark.index), explanation.message, explanation.help)


def mistaken_lines(text: str, failure: Any) -> range:
    """The lines (from 1) among which the cause of a libyaml error is found: from where it says the construct began, or
    from the last line with content before it, to where it gave up."""
    explanation = _explanation(failure)
    last = int(failure.problem_mark.line) + 1
    first = _line_before(text, failure.problem_mark.index - failure.problem_mark.column)
    if explanation.at_context and failure.context_mark is not None:
        first = min(first, int(failure.context_mark.line) + 1)
        if "end of stream" in failure.problem:
            last = first
    return range(first, last + 1)


def _explanation(failure: Any) -> _Explanation:
    said = f"{failure.context}: {failure.problem}"
    return next(explanation for explanation in _EXPLANATIONS if re.search(explanation.error, said))


def _position(path: str, text: str, index: int) -> Position:
    """A mark may stand at the end of the file, past its last line: then the last line with content is meant."""
    if not text[index:].strip():
        index = len(text[:index].rstrip()) - 1
        index = text.rfind("\n", 0, index + 1) + 1
        index += len(text[index:]) - len(text[index:].lstrip())
    row = text[index : text.find("\n", index) if "\n" in text[index:] else len(text)]
    return position_at(path, text, index, len(row.rstrip()))


def _line_before(text: str, start: int) -> int:
    """The number of the last line before offset `start` that is neither blank nor a comment."""
    line = text.count("\n", 0, start) + 1
    while start > 0:
        line -= 1
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        row = text[start:end].strip()
        if row and not row.startswith("#"):
            return line
    return 1
