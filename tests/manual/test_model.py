"""Every value of a loaded manual knows its file, line and column: there the file says exactly that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from docgen import resources
from docgen.format import Record
from docgen.loader import load
from docgen.manual.model import NOWHERE, Date, Manual, Number
from docgen.source import Position, Text

PROJECT = resources.sample_content().parent


@pytest.fixture(scope="module")
def sample() -> Manual:
    loaded = load(PROJECT)
    assert loaded.problems == []
    assert loaded.manual is not None
    return loaded.manual


def texts_of(value: Any) -> Iterator[Text]:
    """Every text of a part of the model, those of its numbers and dates too."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Number | Date):
        yield value.text
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from texts_of(name)
            yield from texts_of(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, Record):
        for name, each in vars(value).items():
            if name != "chapter_files":
                yield from texts_of(each)


def records_of(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        for each in vars(value).values():
            yield from records_of(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from records_of(each)


def line_of(position: Position, files: dict[str, list[str]]) -> str:
    if position.path not in files:
        files[position.path] = (PROJECT / position.path).read_text(encoding="utf-8").split("\n")
    return files[position.path][position.line - 1]


def stands_at_its_place(text: Text, line: str) -> bool:
    """Whether the file's line says `text` there, in quotes or not; its beginning, of a text folded over lines."""
    rest = line[text.position.column - 1 :]
    written = rest[: text.position.length]
    folded = written == rest and len(written.strip("'\"")) > 3 and text.startswith(written.strip("'\""))
    return text in (written, written[1:-1]) or folded


def test_every_text_stands_where_it_says(sample: Manual) -> None:
    files: dict[str, list[str]] = {}
    texts = list(texts_of(sample))
    elsewhere = [text for text in texts if not stands_at_its_place(text, line_of(text.position, files))]
    assert [(str(text.position), str(text)) for text in elsewhere] == []
    assert len(texts) > 3000


def test_every_part_has_a_place_and_none_is_damaged(sample: Manual) -> None:
    parts: list[Any] = list(records_of(sample))
    assert [part for part in parts if part.position == NOWHERE or part.damaged] == []
    assert len(parts) > 1000


def test_posts_come_with_their_departments_in_the_order_of_the_files(sample: Manual) -> None:
    files = sorted(file.stem for file in (PROJECT / "content" / "departments").iterdir())
    departments = list(dict.fromkeys(str(department.name) for department, _ in sample.posts))
    assert departments == [name for name in files if name in departments]
    assert all(post in department.posts for department, post in sample.posts)


@pytest.mark.parametrize("value", ["2026-01-05", "2026年1月5日"])
def test_a_date_is_printed_as_gb_t_9704_writes_it(value: str) -> None:
    date = Date(datetime.date(2026, 1, 5), Text(value, NOWHERE))
    assert str(date) == "2026年1月5日"
