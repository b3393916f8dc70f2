"""What a title, a post's or a department's name may be."""

from __future__ import annotations

import pytest

from docgen.loader.names import field_names, name_problem
from docgen.source import Position, Text

HERE = Position("content/departments/仓储部.yaml", 5, 7, 4)


@pytest.mark.parametrize(
    "name", ["物资收发", "A类物资", "6S 管理", "库管员（夜班）", "账物相符率%", "长" * 40, "Überwachung"]
)
def test_a_name_in_words_is_fine(name: str) -> None:
    assert name_problem(Text(name, HERE)) is None


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("工作标准", "NAME-IS-FIELD", "“工作标准”是栏目名，不能当名称用，多半是缩进少了"),
        ("standards", "NAME-IS-FIELD", "“standards”是栏目名，不能当名称用，多半是缩进少了"),
        ("部门职责", "NAME-IS-FIELD", "“部门职责”是栏目名，不能当名称用，多半是缩进少了"),
        ("123", "NAME-NO-LETTER", "名称“123”里没有文字"),
        ("（1）", "NAME-NO-LETTER", "名称“（1）”里没有文字"),
        ("收/发", "NAME-SLASH", "名称“收/发”里有斜杠“/”"),
        ("长" * 41, "NAME-LONG", "名称有 41 个字，最多 40 个字"),
    ],
)
def test_what_cannot_be_a_name_is_a_problem_at_its_place(name: str, code: str, message: str) -> None:
    problem = name_problem(Text(name, HERE))
    assert problem is not None
    assert (problem.code, problem.position, problem.message.zh, problem.is_error) == (code, HERE, message, True)


def test_the_names_of_fields_are_those_of_both_languages() -> None:
    assert {"部门", "department", "考核办法", "clauses", "对应", "for", "修订记录", "revisions"} <= field_names()
