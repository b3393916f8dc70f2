"""docs/styles.md names all that a style file may say, and nothing that it may not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.format import Record, classes, entries
from docgen.style.format import PAPERS, PARAGRAPHS, ParagraphEntry, StyleEntry

PAGE = (Path(__file__).parent.parent / "docs/styles.md").read_text("utf-8")
FIELDS = PAGE.partition("## 样式文件里写什么")[2].partition("\n## ")[0]


def named() -> set[str]:
    """The words that the page sets as code or in bold, and the fields of its examples."""
    in_bold = "、".join(re.findall(r"\*\*(.+?)\*\*", FIELDS)).split("、")
    return set(re.findall("`([^`\n]+)`", FIELDS)) | set(in_bold) | set(re.findall(r"(\w+):\s", PAGE))


@pytest.mark.parametrize("of", classes(StyleEntry), ids=lambda of: of.__name__)
def test_every_field_is_on_the_page(of: type[Record]) -> None:
    assert [entry.zh for entry in entries(of).values() if entry.zh not in named()] == []


def test_the_fields_of_a_paragraph_are_those_of_the_table() -> None:
    cells = "".join(re.findall(r"^\| (`.*?) \|", FIELDS, re.MULTILINE))

    assert re.findall("`(.*?)`", cells) == [entry.zh for entry in entries(ParagraphEntry).values()]


def test_every_kind_of_paragraph_and_paper_is_on_the_page() -> None:
    """Of 一级标题到九级标题 and 目录一级到目录三级 the first and the last."""
    (kinds,) = re.findall(r"\*\*段落\*\*：(.*?)，一种一行", FIELDS, re.DOTALL)
    between = re.compile("[二三四五六七八]级标题|目录二级")

    assert set(re.split("[、到\n]+", kinds)) == {zh for zh in PARAGRAPHS if not between.fullmatch(zh)}
    assert f"`纸张`（{'、'.join(PAPERS)}）" in FIELDS
