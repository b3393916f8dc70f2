"""libyaml's syntax errors in a clerk's words: its own are English and speak of tokens."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docgen.decoding import position_at
from docgen.problems import Problem, Words, error


class _Explanation(NamedTuple):
    """What libyaml's errors mean whose words match `error`, a regular expression. `at_context`: the mistake is where
    the construct began, not where libyaml gave up on it."""

    error: str
    message: Words
    help: Words
    at_context: bool = False


# The first that matches counts; the last one matches all.
_EXPLANATIONS = (
    _Explanation(
        "could not find expected ':'",
        Words(
            "这一行应当是“名称: 内容”，却没有冒号加空格",
            "this line should read `name: value`, but has no colon followed by a space",
        ),
        Words(
            "在名称后面写半角冒号和一个空格；如果是上一句的下半句，就比上一行多缩进两格",
            "write a colon and a space after the name; if the line continues the text above, indent it by two more",
        ),
        at_context=True,
    ),
    _Explanation(
        "mapping values are not allowed",
        Words(
            "这里不应当有“名称: 内容”：上一行已经有内容，或这句话里有冒号加空格",
            "a `name: value` can't stand here: the line above has a text already, or this text has a colon and a space",
        ),
        Words(
            "是字段就与上一个字段左边对齐；是句子就把冒号改成“：”，或把整句放进单引号",
            "align a field with the one above; in a sentence write ： or put all of it in single quotes",
        ),
    ),
    _Explanation(
        "block sequence entries are not allowed",
        Words(
            "“- ”不能跟在“名称: ”的后面",
            "a `- ` can't follow `name: ` on the same line",
        ),
        Words(
            "换一行再写“- ”，比名称多缩进两格；是句子就把整句放进单引号",
            "begin a new line with `- `, two spaces deeper; put a sentence in single quotes",
        ),
    ),
    _Explanation(
        "mapping keys are not allowed",
        Words(
            "“? ”不能写在这里",
            "a `? ` can't stand here",
        ),
        Words(
            "把整句放进单引号",
            "put the sentence in single quotes",
        ),
    ),
    _Explanation(
        "quoted scalar.*(end of stream|document indicator)",
        Words(
            "引号没有成对：从这里起一直到文件末尾都没有找到另一半",
            "the quote that opens here is never closed",
        ),
        Words(
            "在句末补上同样的引号；引号是句子的一部分时用全角“ ”",
            "close it with the same quote; where it belongs to the sentence write “ ”",
        ),
        at_context=True,
    ),
    _Explanation(
        "unknown escape|hexdecimal|Unicode character escape",
        Words(
            "双引号里的“\\”有特殊含义，这里的写法读不懂",
            "a `\\` inside double quotes has a meaning of its own, and this one has none",
        ),
        Words(
            "把双引号换成单引号",
            "use single quotes instead",
        ),
    ),
    _Explanation(
        "indentation indicator|block scalar.*comment or line break",
        Words(
            "“|”或“>”的后面不能有文字",
            "no text may follow a `|` or `>`",
        ),
        Words(
            "文字另起一行、多缩进两格；是句子就把整句放进单引号",
            "write the text on the next line, two spaces deeper; put a sentence in single quotes",
        ),
    ),
    _Explanation(
        "tab character",
        Words(
            "缩进里有制表符（Tab）",
            "there is a tab in the indentation",
        ),
        Words(
            "缩进只用半角空格",
            "indent with spaces only",
        ),
    ),
    _Explanation(
        r"flow sequence|expected ',' or '\]'",
        Words(
            "方括号“[”没有配对的“]”，或括号里少了逗号",
            "this `[` has no `]`, or a comma is missing between its items",
        ),
        Words(
            "写成 [甲, 乙]；是句子就把整句放进单引号",
            "write [a, b]; put a sentence in single quotes",
        ),
        at_context=True,
    ),
    _Explanation(
        "flow mapping|expected ',' or '}'",
        Words(
            "花括号“{”没有配对的“}”，或括号里少了逗号",
            "this `{` has no `}`, or a comma is missing between its fields",
        ),
        Words(
            "写成 {职责: 60%, 指标: 40%}；是句子就把整句放进单引号",
            "write {a: 1, b: 2}; put a sentence in single quotes",
        ),
        at_context=True,
    ),
    _Explanation(
        "expected '-' indicator",
        Words(
            "列表到这里断了：这一行不是以“- ”开头，或没有与上面的“- ”左边对齐",
            "the list breaks off here: this line has no `- `, or is not aligned with the one above",
        ),
        Words(
            "每一条都以“- ”开头、左边对齐；字段名要比“- ”少缩进",
            "begin each item with `- `, all aligned; a field's name stands less deep than its items",
        ),
    ),
    _Explanation(
        "expected key",
        Words(
            "这一行与上面的字段对不齐，或引号、括号后面多了文字",
            "this line is not aligned with the fields above, or there is text after a quote or bracket",
        ),
        Words(
            "同一级的字段左边对齐，下一级多缩进两格；是句子就把整句放进单引号",
            "align fields of one level, indent the next by two spaces; put a sentence in single quotes",
        ),
    ),
    _Explanation(
        "expected <document start>",
        Words(
            "这一行接不上前面的内容",
            "this line does not belong to what stands before it",
        ),
        Words(
            "整个文件应当是左边对齐的“名称: 内容”；检查这一行和上一行的缩进",
            "write `name: value` lines aligned at the left; look at the indentation of this line and the last",
        ),
    ),
    _Explanation(
        "while scanning a(n)? (anchor|alias|tag|directive|%)|tag handle|directive",
        Words(
            "这里的 * & ! % 在 YAML 里有特殊含义",
            "* & ! % have a meaning of their own in YAML",
        ),
        Words(
            "把整句放进单引号",
            "put the sentence in single quotes",
        ),
    ),
    _Explanation(
        "cannot start any token|expected node content|unexpected ':'",
        Words(
            "内容不能以这个符号开头",
            "a value can't begin with this character",
        ),
        Words(
            "把整句放进单引号",
            "put the sentence in single quotes",
        ),
    ),
    _Explanation(
        "",
        Words(
            "这里不合 YAML 的写法",
            "this is not valid YAML",
        ),
        Words(
            "检查这一行和上一行的缩进、冒号和引号；拿不准就把整句放进单引号",
            "look at the indentation, colons and quotes of this line and the last; when in doubt quote the sentence",
        ),
    ),
)


def explain(path: str, text: str, failure: Any) -> Problem:
    """A libyaml error (`MarkedYAMLError`) as the problem YAML-SYNTAX, at the line the writer has to mend."""
    explanation = _explanation(failure)
    offset = _mistake(failure)
    start, end = _row(text, offset)
    if start < offset < end and text[offset] != ":":
        start = offset
    return error("YAML-SYNTAX", position_at(path, text, start, end - start), explanation.message, explanation.help)


def suspects(text: str, failure: Any) -> range:
    """The offsets among which the cause of a libyaml error is found: from the beginning of the construct or, unless it
    says so, of the last line with content before it, to the end of the line where libyaml gave up."""
    first, gave_up = _mistake(failure), failure.problem_mark.index
    if first == gave_up:
        first = _content_before(text, _row_start(text, first))
    last = first if "end of stream" in failure.problem else gave_up
    return range(_row_start(text, first), _row(text, last)[1] + 1)


def _mistake(failure: Any) -> int:
    at_context = _explanation(failure).at_context and failure.context_mark is not None
    return int(failure.context_mark.index if at_context else failure.problem_mark.index)


def _explanation(failure: Any) -> _Explanation:
    said = f"{failure.context}: {failure.problem}"
    return next(explanation for explanation in _EXPLANATIONS if re.search(explanation.error, said))


def _row(text: str, offset: int) -> tuple[int, int]:
    """From the first character to the last of the line at `offset`; past the last line with content, of that line."""
    offset = min(offset, max(0, len(text.rstrip()) - 1))
    start = _row_start(text, offset)
    end = text.find("\n", offset)
    row = text[start : end if end >= 0 else len(text)]
    return start + len(row) - len(row.lstrip()), start + len(row.rstrip())


def _row_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _content_before(text: str, start: int) -> int:
    """Where the last line before offset `start` begins that is neither blank nor a comment."""
    while start > 0:
        end = start - 1
        start = _row_start(text, end)
        row = text[start:end].strip()
        if row and not row.startswith("#"):
            break
    return start
