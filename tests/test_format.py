"""Records: frozen objects whose fields are declared once, as the content format."""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar

import pytest

from docgen.format import NAMES, POINTS, TEXT, Entry, Kind, Record, classes, dictionary, entries, entry, named


class Duty(Record):
    shorthand: ClassVar[str] = "content"
    name: str
    content: str = entry("内容", TEXT, "原文。", required=True)
    ties: tuple[str, ...] = entry("对应", NAMES, "哪些职责。", en="for")
    points: int | None = entry("分值", POINTS, "满分。", inherited=True)
    rows: dict[str, str] = entry("栏目", dictionary("text"), "自己的栏目。")
    damaged: bool = False


def test_a_field_is_declared_with_its_names_its_kind_and_a_sentence() -> None:
    assert list(entries(Duty).items()) == [
        ("content", Entry("内容", "content", Kind("text"), "原文。", required=True, inherited=False)),
        ("ties", Entry("对应", "for", Kind("names"), "哪些职责。", required=False, inherited=False)),
        ("points", Entry("分值", "points", Kind("number", unit="分"), "满分。", required=False, inherited=True)),
        ("rows", Entry("栏目", "rows", Kind("dictionary"), "自己的栏目。", required=False, inherited=False)),
    ]


def test_an_absent_field_is_empty_by_its_kind() -> None:
    duty = Duty(name="收发")
    assert {name: getattr(duty, name) for name in duty.fields} == {
        "name": "收发",
        "content": None,
        "ties": (),
        "points": None,
        "rows": MappingProxyType({}),
        "damaged": False,
    }


def test_what_was_written_are_the_declared_fields_with_a_value() -> None:
    assert Duty(name="收发", content="收", ties=(), points=None, damaged=True).written() == {"content": "收"}


def test_a_field_without_a_default_must_be_given_and_no_other_may() -> None:
    with pytest.raises(TypeError, match=r"Duty\(content\): its fields are name, content, ties, points, rows, damaged"):
        Duty(content="收")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"Duty\(name, contents\): its fields are "):
        Duty(name="收发", contents="收")  # type: ignore[call-arg]


def test_it_is_frozen_and_a_copy_may_differ() -> None:
    duty = Duty(name="收发", content="收")
    with pytest.raises(AttributeError, match="Duty is frozen"):
        duty.content = "发"  # type: ignore[misc]
    other = duty.replace(content="发")
    assert (duty.content, other.content, other.name) == ("收", "发", "收发")


class Post(Record):
    duties: tuple[Duty, ...] = entry("职责", named(Duty), "一件一件的事。")


class Department(Record):
    posts: tuple[Post, ...] = entry("岗位", named(Post), "各岗位。")
    duties: tuple[Duty, ...] = entry("职责", named(Duty), "部门的事。")


def test_the_classes_of_a_format_are_those_of_its_objects_and_of_theirs() -> None:
    assert set(classes(Department)) == {Department, Post, Duty}
    assert classes(Post, Duty, Post) == (Post, Duty)
