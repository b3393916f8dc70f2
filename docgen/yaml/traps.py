"""The traps of YAML as problems: what YAML makes of what was typed, and what to write instead, with the writer's words.

`trap_search` finds most of them; `bracket_text`, `colon_in_text` and `dash_lines` are for the loader, which knows where
a text was expected.
"""

from __future__ import annotations

import re

from docgen.problems import Problem, Severity, Words, error
from docgen.source import Position
from docgen.yaml.nodes import Mapping, Node, Scalar, Sequence

SHOWN_CHARACTERS = 40
SHOWN_PIECES = 5

# A dash with no space after it, or what Word puts before an item. A number may follow a minus: `-0.5分/人次` is a text.
GLUED_LABEL = r"[-－–](?![\s\d.０-９\-－–—%>])|-(?=[\u3000\xa0])|[•●■◆▪◦‣·]|—(?!—)"


def all_quoted(node: Sequence) -> bool:
    """Whether all of a list's items are in quotes, so that a comma can't have split one."""
    return all(isinstance(item, Scalar) and item.style in ("single", "double") for item in node.items)


def bracket_text(node: Mapping | Sequence) -> Problem:
    """A `[…]` or `{…}` where texts were expected (`[晚录入1天扣1分,扣完为止]`): shows the pieces YAML made of it."""
    opening, closing = "[]" if isinstance(node, Sequence) else "{}"
    pieces = _pieces(node)
    shown = "、".join(f"“{_shortened(piece)}”" for piece in pieces[:SHOWN_PIECES])
    if len(pieces) > SHOWN_PIECES:
        shown += "…"
    return error(
        "YAML-BRACKETS",
        node.position,
        Words(
            f"文字不要写在 {opening} {closing} 里，它被拆成了 {len(pieces)} 段：{shown}",
            f"texts are not written in {opening} {closing}, which made {len(pieces)} of it: {shown}",
        ),
        Words(
            "去掉括号，每条单独一行，以“- ”开头；括号是文字的一部分就把整句放进单引号",
            "leave the brackets out and write one text a line after `- `; or put the sentence in single quotes",
        ),
    )


def _pieces(node: Mapping | Sequence) -> list[str]:
    if isinstance(node, Sequence):
        return [_piece(item) for item in node.items]
    return [": ".join(filter(None, (key.text, _piece(value)))) for key, value in node.entries]


def _piece(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else "…"


def colon_in_text(node: Mapping) -> Problem:
    """A mapping where a text was expected: `- 注意: 每天巡查`."""
    key, value = node.entries[0]
    position = key.position._replace(length=key.position.length + 1)
    return sentence_with_colon(position, f"{key.text}: {_piece(value)}".rstrip())


def dash_lines(scalar: Scalar) -> list[Problem]:
    """A text that begins with a dash or bullet of its own: `- －每日`, `工作标准: -每日`."""
    label = re.match(GLUED_LABEL, scalar.text) if scalar.style == "plain" else None
    return [dash(scalar.position, label[0], 1)] if label else []


def sentence_with_colon(position: Position, sentence: str) -> Problem:
    """`sentence` has a half-width colon and a space (or its end) after it: `三项: 一二`."""
    full_width = _shortened(re.sub(r":(?=\s|$)\s*", "：", sentence))
    return error(
        "YAML-COLON-IN-TEXT",
        position,
        Words(
            "句子里有半角冒号加空格，冒号前面会被当作字段名",
            "the sentence has a colon and a space, so what stands before it is read as a field's name",
        ),
        Words(
            f"冒号改成全角：{full_width}；或把整句放进单引号：{_quoted(sentence)}",
            f"write a full-width colon: {full_width}; or use single quotes: {_quoted(sentence)}",
        ),
    )


def cut_off(position: Position, sentence: str) -> Problem:
    """`巡查 #3 仓库`: a `#` right before text. `sentence` is the value as typed, with what stands after the `#`."""
    comment = Words("是注释就在“#”后面加一个空格", "in a comment write a space after the `#`")
    text = Words(
        f"“#”是文字就把整句放进单引号：{_quoted(sentence)}；{comment.zh}",
        f"put the sentence in single quotes: {_quoted(sentence)}; {comment.en}",
    )
    return error(
        "YAML-COMMENT",
        position,
        Words(
            "“#”前面有空格，从这里到行末会被当作注释丢掉",
            "a `#` after a space begins a comment: the rest of the line is lost",
        ),
        comment if sentence.startswith(("'", '"')) else text,
    )


def colon(position: Position, severity: Severity, name: str) -> Problem:
    """`部门：仓储部`, `部门:仓储部`. A warning where a sentence may begin so: `- 目标：全年无事故`."""
    return Problem(
        severity,
        "YAML-COLON",
        position,
        Words(
            f"“{name}”后面应当是半角冒号和一个空格，否则整行只是一段文字",
            f"“{name}” lacks a half-width colon and a space after it: the line is read as mere text",
        ),
        Words(
            f"写成“{name}: …”；确实是句子就把整句放进单引号",
            f"write `{name}: …`; if it is a sentence, put all of it in single quotes",
        ),
    )


def dash(position: Position, label: str, count: int) -> Problem:
    """`-每日`, `－每日`, `1. 每日`: `count` such lines that YAML runs together."""
    if label == "-":
        message = Words("“-”后面少了空格，不是列表的一条", "a `-` without a space after it makes no list item")
    else:
        message = Words(f"以“{label}”开头的行不是列表的一条", f"“{label}” makes no list item")
    if count > 1:
        message = Words(
            f"{message.zh}：这 {count} 行会连成一段文字", f"{message.en}: these {count} lines are read as one text"
        )
    return error(
        "YAML-DASH",
        position,
        message,
        Words(
            "每条单独一行，以“- ”（半角减号加一个空格）开头，编号不用写；确实是文字就放进单引号",
            "begin each item on a line of its own with `- ` and type no numbers; put a text in single quotes",
        ),
    )


def swallowed_item(position: Position) -> Problem:
    """A `- ` line that is indented too far, or stands below a text, so that YAML reads it as more of that text."""
    return error(
        "YAML-DASH",
        position,
        Words(
            "这一行的“- ”不是列表的一条：它接在上一行的后面，连成了一段文字",
            "this `- ` makes no list item: the line is read as more of the text above",
        ),
        Words(
            "“- ”与上一条的“- ”左边对齐；上一行的文字不带“- ”的，也另起一行写成一条；确实是文字就放进引号",
            "align it with the `- ` above; make the text above an item too if it is none; put a text in quotes",
        ),
    )


def late_quote(position: Position, rows: int, swallowed: str) -> Problem:
    """A quoted text that goes on for `rows` more lines, in which stand what were meant as fields or items."""
    last = position.line + rows
    return error(
        "YAML-SYNTAX",
        position,
        Words(
            f"引号没有成对：从这里一直到第 {last} 行的引号都成了一段文字，把下面的“{swallowed}”也算了进去",
            f"the quote that opens here is closed only in line {last}: the text has taken in “{swallowed}”",
        ),
        Words(
            "在这一句的末尾补上同样的引号；引号是句子的一部分时用全角“ ”，或把整句放进单引号",
            "close it with the same quote; where it belongs to the sentence write “ ” or use single quotes",
        ),
    )


_BLANKS = {
    "\t": Words("制表符（Tab）", "a tab"),
    "\u3000": Words("全角空格（U+3000）", "a full-width space (U+3000)"),
    "\xa0": Words("不间断空格（U+00A0）", "a no-break space (U+00A0)"),
}


def indentation(position: Position, blank: str) -> Problem:
    """U+3000, a no-break space, a tab … before the text of a line."""
    point = f"U+{ord(blank):04X}"
    name = _BLANKS.get(blank, Words(f"特殊空格（{point}）", f"an unusual space ({point})"))
    return error(
        "YAML-INDENTATION",
        position,
        Words(f"行首的缩进里有{name.zh}", f"the indentation has {name.en} in it"),
        Words(
            "缩进只用半角空格，每级两个；相同的用记事本的“替换”一次改完",
            "indent with spaces only, two a level; Notepad's Replace mends all lines at once",
        ),
    )


def leading(position: Position, sentence: str) -> Problem:
    """A sentence that begins with a character YAML has a use for: `"五防"工作`, `>90%`, `*注`."""
    sign = sentence[0]
    quoted = Words(f"把整句放进单引号：{_quoted(sentence)}", f"put the sentence in single quotes: {_quoted(sentence)}")
    item = _shortened(f"- {sentence[1:].lstrip()}")
    bullet = Words(
        f"要写成列表的一条，就以“- ”开头：{item}；确实是文字就放进单引号：{_quoted(sentence)}",
        f"begin a list item with `- `: {item}; put a text in single quotes: {_quoted(sentence)}",
    )
    return error(
        "YAML-LEADING",
        position,
        Words(
            f"内容不能以“{sign}”开头：它在 YAML 里有特殊含义",
            f"a text can't simply begin with {sign}: YAML has a use for it",
        ),
        bullet if sentence.startswith("* ") else quoted,
    )


def _quoted(sentence: str) -> str:
    """The sentence as YAML in single quotes."""
    return "'" + _shortened(sentence).replace("'", "''") + "'"


def _shortened(sentence: str) -> str:
    sentence = " ".join(sentence.split())
    return sentence if len(sentence) <= SHOWN_CHARACTERS else sentence[: SHOWN_CHARACTERS - 1] + "…"
