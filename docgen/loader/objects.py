"""Mappings of the content format: a node read as an object of a model class, by the class's declared entries."""

from __future__ import annotations

from typing import Any, Final

from docgen.format import Entry, Kind, KindName, entries
from docgen.loader.names import name_problem
from docgen.loader.values import (
    NUMBER,
    SCALAR_READERS,
    Problems,
    Reader,
    block_lines,
    not_a_text,
    read_listed,
    read_names,
    read_number,
    read_texts,
)
from docgen.manual.model import ChapterEntry, Duty, Factor, Grade, Share
from docgen.problems import Problem, Words, did_you_mean, error, nearest
from docgen.source import Position, Text
from docgen.yaml import traps
from docgen.yaml.reader import Mapping, Node, Scalar, Sequence


def read_object(of: Any, node: Node, problems: Problems, **given: Any) -> Any:
    """An object of class `of` read from a mapping, or from a bare text where the class has a `shorthand`.

    `given` are attributes that stand outside the mapping (its name). Always returns an object; what could not be read
    is absent from it and `damaged` is True.
    """
    before, lost = len(problems), False
    values: dict[str, Any] = {"position": node.position, **given}
    if isinstance(node, Mapping):
        lost = node.damaged
        values |= _read_entries(of, node, problems, is_named="name" in given)
    elif isinstance(node, Scalar) and (node.is_null or hasattr(of, "shorthand")):
        values |= {} if node.is_null else _shorthand(of, node, problems)
    else:
        problems.append(_mapping_wanted(of, node))
    if len(problems) == before:  # else what is missing may be what could not be read
        lacking = [entry for attribute, entry in of.obligatory if values.get(attribute) is None]
        problems += [_missing(entry, values["position"]) for entry in lacking]
    if lost or len(problems) > before:
        values["damaged"] = True
    return of.made_of(values)


def _mapping_wanted(of: type[Any], node: Node) -> Problem:
    if isinstance(node, Sequence) and node.flow and hasattr(of, "shorthand"):
        return traps.bracket_text(node)
    known = [entry.zh for entry in entries(of).values()][:4]
    found = ("一个列表", "a list") if isinstance(node, Sequence) else ("一句话", "a text")
    return error(
        "FIELD-MAPPING",
        node.position,
        Words(f"这里要写“栏目: 内容”，现在是{found[0]}", f"fields are expected here (name: value), not {found[1]}"),
        Words(f"可以写的栏目：{'、'.join(known)} 等", f"fields known here: {', '.join(known)} …"),
    )


def _shorthand(of: type[Any], node: Scalar, problems: Problems) -> dict[str, Any]:
    text = read_listed(node, problems)
    if text is None:
        if of is not Duty:  # which has a problem of its own
            problems.append(_nothing_written(node))
        return {}
    if of is Grade:
        number = NUMBER.fullmatch(text)
        is_floor = number is not None and number[2].strip() in ("", "分")
        return {"floor": read_number(node, "分", problems)} if is_floor else {"band": text}
    return {of.shorthand: text}


def _nothing_written(node: Scalar) -> Problem:
    """`- ""`, `考核办法: ''`, a `|` with no lines below it."""
    return error(
        "FIELD-MISSING",
        node.position,
        Words("这里没有文字", "there is no text here"),
        Words("写上文字，或删掉这一条", "write the text, or delete the entry"),
    )


def _is_sentence(node: Mapping, of: type[Any]) -> bool:
    """Whether `- 注意: 每天巡查` was meant as a text: none of its keys is, or is nearly, a field's name."""
    attributes = of.attributes
    if not hasattr(of, "shorthand") or any(key.text in attributes for key, _ in node.entries):
        return False
    return not any(nearest(key.text, list(attributes)) for key, _ in node.entries)


def _read_entries(of: type[Any], node: Mapping, problems: Problems, *, is_named: bool) -> dict[str, Any]:
    attributes, declared = of.attributes, of.entries
    if (node.flow or not (is_named or of is ChapterEntry)) and _is_sentence(node, of):
        problems.append(not_a_text(node))
        return {}
    values: dict[str, Any] = {}
    seen: dict[str, Scalar] = {}
    for key, value in node.entries:
        attribute = attributes.get(key.text)
        if attribute is None and of is ChapterEntry and not nearest(key.text, list(attributes)):
            problems.append(_name_with_colon(key, value))
        elif attribute is None:
            problems.append(_unknown_field(of, key, list(attributes)))
        elif attribute in seen:
            problems.append(_field_twice(key, seen[attribute]))
        else:
            seen[attribute] = key
            if not (isinstance(value, Scalar) and value.is_null):
                values[attribute] = read_value(declared[attribute].kind, value, problems)
    return values


def _unknown_field(of: type[Any], key: Scalar, known: list[str]) -> Problem:
    meant = did_you_mean(key.text, known)
    listed = "、".join(entry.zh for entry in entries(of).values())
    return _no_such_field(key, Words(f"{meant.zh}这里可以写：{listed}", f"{meant.en}fields known here: {listed}"))


def _name_with_colon(key: Scalar, value: Node) -> Problem:
    """`- 综合办公室:` in 章节, with or without fields of it below."""
    if not isinstance(value, Mapping) or not value.entries:
        return _no_such_field(key, Words(f"去掉冒号，写成“- {key.text}”", f"leave out the colon: “- {key.text}”"))
    field = "文件" if key.text.endswith(".md") else "部门"
    beside, content = value.entries[0]
    below = f"{beside.text}: {content.text if isinstance(content, Scalar) else '…'}"
    return _no_such_field(
        key,
        Words(
            f"写成“- {field}: {key.text}”，下一行与“{field}”左边对齐写“{below}”",
            f"write “- {field}: {key.text}” and below it, aligned with “{field}”, “{below}”",
        ),
    )


def _no_such_field(key: Scalar, help: Words) -> Problem:
    return error(
        "FIELD-UNKNOWN",
        key.position,
        Words(f"这里没有“{key.text}”这个栏目", f"there is no field “{key.text}” here"),
        help,
    )


def _field_twice(key: Scalar, first: Scalar) -> Problem:
    return error(
        "FIELD-TWICE",
        key.position,
        Words(
            f"“{key.text}”和第 {first.position.line} 行的“{first.text}”是同一个栏目",
            f"“{key.text}” is the same field as “{first.text}” in line {first.position.line}",
        ),
        Words("并成一处，只留一个", "merge them and keep one"),
    )


def _missing(entry: Entry, position: Position) -> Problem:
    return error(
        "FIELD-MISSING",
        position,
        Words(f"缺少必填的“{entry.zh}”", f"the required field “{entry.zh}” is missing"),
        Words(f"加一行“{entry.zh}: …”。{entry.doc}", f"add a line “{entry.zh}: …”"),
    )


def read_value(kind: Kind, node: Node, problems: Problems) -> Any:
    """Read `node` as `kind` says."""
    return READERS[kind.name](kind, node, problems)


def _read_objects(kind: Kind, node: Node, problems: Problems) -> tuple[Any, ...]:
    of: Any = kind.of
    if isinstance(node, Scalar) and node.style == "literal" and hasattr(of, "shorthand"):
        return tuple(of(**{of.shorthand: line}, position=line.position) for line in block_lines(node))
    if isinstance(node, Sequence):
        if node.flow and getattr(of, "shorthand", "name") != "name" and not traps.all_quoted(node):
            problems.append(traps.bracket_text(node))
            return ()
        present = [item for item in node.items if not (isinstance(item, Scalar) and item.is_null)]
        return tuple([read_object(of, item, problems) for item in present])
    return (read_object(of, node, problems),)


def _read_named(kind: Kind, node: Node, problems: Problems) -> tuple[Any, ...]:
    of: Any = kind.of
    if of is Duty and not isinstance(node, Mapping) and not _is_list_of_mappings(node):
        texts = enumerate(read_texts(node, problems), 1)
        return tuple(Duty(name=Text(str(n), text.position), content=text, position=text.position) for n, text in texts)
    if not isinstance(node, Mapping):
        problems.append(_names_wanted(node))
        return ()
    return tuple([_read_member(of, key, value, problems) for key, value in node.entries])


def _is_list_of_mappings(node: Node) -> bool:
    return isinstance(node, Sequence) and all(isinstance(item, Mapping) for item in node.items)


def _names_wanted(node: Node) -> Problem:
    return error(
        "FIELD-NAMES",
        node.position,
        Words("这里每一项都要有名称", "each entry here needs a name"),
        Words("写成“名称: 内容”，一项一行，不加“- ”", "write “name: content”, one a line, without “- ”"),
    )


def _read_member(of: Any, key: Scalar, value: Node, problems: Problems) -> Any:
    before = len(problems)
    name = Text(key.text, key.position)
    if problem := name_problem(name):
        problems.append(problem)
    if of is Duty and isinstance(value, Scalar) and not value.text.strip():
        problems.append(_empty_duty(name))
    found = read_object(of, value, problems, name=name, position=key.position)
    return found if len(problems) == before or found.damaged else found.replace(damaged=True)


def _empty_duty(name: Text) -> Problem:
    return error(
        "DUTY-EMPTY",
        name.position,
        Words(f"职责“{name}”下面什么也没写", f"nothing is written under the duty “{name}”"),
        Words(
            f"写成“{name}: 负责……”，或在下一行缩进写“内容”“工作标准”“考核办法”",
            f"write “{name}: …”, or 内容, 工作标准 and 考核办法 indented below it",
        ),
    )


def _read_grid(node: Node, problems: Problems) -> tuple[Factor, ...]:
    if not isinstance(node, Mapping):
        problems.append(_names_wanted(node))
        return ()
    factors: list[Factor] = []
    for item_key, members in node.entries:
        item = Text(item_key.text, item_key.position)
        if problem := name_problem(item):
            problems.append(problem)
        if isinstance(members, Mapping):
            factors += [_read_factor(item, key, value, problems) for key, value in members.entries]
        else:
            problems.append(_names_wanted(members))
    return tuple(factors)


def _read_factor(item: Text, key: Scalar, value: Node, problems: Problems) -> Factor:
    name = Text(key.text, key.position)
    if problem := name_problem(name):
        problems.append(problem)
    factor: Factor = read_object(Factor, value, problems, item=item, name=name, position=key.position)
    return factor


def _read_dictionary(kind: Kind, node: Node, problems: Problems) -> dict[Text, Any]:
    if not isinstance(node, Mapping):
        problems.append(_names_wanted(node))
        return {}
    values = Kind(kind.values)
    read = {Text(key.text, key.position): read_value(values, value, problems) for key, value in node.entries}
    return {name: value for name, value in read.items() if value}


def _read_shares(node: Node, problems: Problems) -> tuple[Share, ...]:
    if not isinstance(node, Mapping):
        problems.append(_names_wanted(node))
        return ()
    return tuple(Share(Text(key.text, key.position), read_number(value, "%", problems)) for key, value in node.entries)


def _read_weights(node: Node, problems: Problems) -> tuple[Share, ...]:
    """Names with weights, or names alone."""
    if isinstance(node, Mapping):
        return _read_shares(node, problems)
    return tuple(Share(name, None) for name in read_names(node, problems))


READERS: Final[dict[KindName, Reader]] = SCALAR_READERS | {
    "object": lambda kind, node, problems: read_object(kind.of, node, problems),
    "objects": _read_objects,
    "named": _read_named,
    "grid": lambda kind, node, problems: _read_grid(node, problems),
    "dictionary": _read_dictionary,
    "shares": lambda kind, node, problems: _read_shares(node, problems),
    "weights": lambda kind, node, problems: _read_weights(node, problems),
}
