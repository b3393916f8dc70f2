"""The problems of YAML's features that a manual has no use for, and that hide mistakes or do harm."""

from __future__ import annotations

from docgen.problems import Problem, Words, error
from docgen.source import Position
from docgen.yaml.nodes import Scalar

_QUOTE = Words("如果这是句子的开头，请把整句放进单引号", "if a sentence begins here, put all of it in single quotes")

DEPARTMENT = ("部门", "department")


def empty_file(path: str) -> Problem:
    return error(
        "FILE-EMPTY",
        Position(path),
        Words("文件里没有内容", "there is nothing in this file"),
        Words("写上内容；不需要这个文件就删掉它", "write its content, or delete the file"),
    )


def anchor(position: Position, name: str) -> Problem:
    return error(
        "YAML-ANCHOR",
        position._replace(length=len(name) + 1),
        Words(f"这里不能用“&{name}”：它在 YAML 里是锚点记号", f"`&{name}` is a YAML anchor, which is not used here"),
        Words(
            f"{_QUOTE.zh}：'&…'；几处要用同一段文字时用“引用”",
            f"{_QUOTE.en}: '&…'; to use one duty in several places write 引用",
        ),
    )


def alias(position: Position, name: str) -> Problem:
    return error(
        "YAML-ALIAS",
        position._replace(length=len(name) + 1),
        Words(f"这里不能用“*{name}”：它在 YAML 里是别名记号", f"`*{name}` is a YAML alias, which is not used here"),
        Words(
            f"{_QUOTE.zh}：'*…'；几处要用同一段文字时用“引用”",
            f"{_QUOTE.en}: '*…'; to use one duty in several places write 引用",
        ),
    )


def tag(position: Position) -> Problem:
    return error(
        "YAML-TAG",
        position,
        Words("这里不能用“!”开头：它在 YAML 里是类型标签", "a leading `!` is a YAML tag, which is not used here"),
        Words(f"{_QUOTE.zh}：'!…'", f"{_QUOTE.en}: '!…'"),
    )


def directive(position: Position) -> Problem:
    return error(
        "YAML-DIRECTIVE",
        position,
        Words("这里不能用以“%”开头的 YAML 指令", "YAML directives (lines that begin with `%`) are not used here"),
        Words(f"删掉这一行；{_QUOTE.zh}", f"delete the line; {_QUOTE.en}"),
    )


def several_documents(position: Position) -> Problem:
    return error(
        "YAML-DOCUMENTS",
        position._replace(length=3),
        Words("一个文件里只能有一份内容：从这里起是第二份", "a file holds one document: a second one begins here"),
        Words(
            "删掉“---”或“...”这一行，或把后面的内容另存为一个文件", "delete this line, or move the rest to its own file"
        ),
    )


def too_deep(position: Position, limit: int) -> Problem:
    return error(
        "YAML-DEPTH",
        position,
        Words(f"内容嵌套超过 {limit} 层", f"more than {limit} levels of nesting"),
        Words("检查这里的缩进和括号", "look at the indentation and brackets here"),
    )


def repeated_key(key: Scalar, first: Scalar) -> Problem:
    line = first.position.line
    return error(
        "YAML-REPEATED-KEY",
        key.position,
        Words(f"“{key.text}”重复了：第 {line} 行已经写过", f"“{key.text}” is repeated: line {line} has it already"),
        Words("两处合并成一处，或改用不同的名称", "merge the two, or give one another name"),
    )


def second_department(key: Scalar, first: Scalar) -> Problem:
    """部门 once more at the left of a file: after it comes all of another department."""
    return repeated_key(key, first)._replace(
        help=Words(
            "一个文件只写一个部门：第二个从这一行起移到它自己的文件里；不是第二个就删掉这一行",
            "a file holds one department: move the second one to a file of its own; or delete this line",
        )
    )


def merge_key(position: Position) -> Problem:
    return error(
        "YAML-MERGE",
        position,
        Words("这里不能用“<<”合并", "merge keys (`<<`) are not used here"),
        Words("把内容写出来；各岗位共有的写进“岗位通用”", "write it out; what posts share goes under 岗位通用"),
    )


def key_is_no_text(position: Position) -> Problem:
    return error(
        "YAML-KEY",
        position,
        Words("冒号前面应当是名称，这里是列表或字段", "a name belongs before the colon, not a list or a mapping"),
        Words("名称不用 [ ] { } 或“? ”开头，否则放进单引号", "don't begin a name with [ ] { } or `? `, or quote it"),
    )


def empty_key(position: Position) -> Problem:
    return error(
        "YAML-EMPTY-KEY",
        position,
        Words("冒号前面没有名称", "there is no name before the colon"),
        Words("在冒号前写上名称，例如“内容: …”，或删掉冒号", "write a name, such as `内容: …`, or delete the colon"),
    )
