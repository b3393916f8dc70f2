"""The rows and totals of 职责一览表."""

from __future__ import annotations

from decimal import Decimal

from docgen.manual.establishment import Lines, PostLine, Totals, establishment, totals
from docgen.manual.model import Department, Number, Post
from docgen.source import Position, Text

HERE = Position("仓储部.yaml")


def text(value: str) -> Text:
    return Text(value, HERE)


def post(name: str, headcount: str = "", *holders: str) -> Post:
    number = Number(Decimal(headcount), "人", text(headcount)) if headcount else None
    return Post(name=text(name), headcount=number, holders=tuple(map(text, holders)))


def test_a_long_department_is_parted_and_says_so() -> None:
    department = Department(name=text("仓储部"), posts=tuple(post(f"岗位{number}") for number in range(1, 15)))

    assert [(lines.department, len(lines.posts)) for lines in establishment([department])] == [
        ("仓储部", 12),
        ("仓储部（续）", 2),
    ]


def test_holders_that_are_not_given_are_not_counted_as_none() -> None:
    department = Department(name=text("仓储部"), posts=(post("主任", "1", "孙勇", "何敏"), post("库管员", "2")))

    assert list(establishment([department])) == [
        Lines(
            department.name,
            (PostLine(text("主任"), "1", "2", "", "超编1人"), PostLine(text("库管员"), "2", "", "", "")),
        )
    ]
    assert totals([department]) == Totals("2个岗位", "3", "2", "超编1人")


def test_where_no_post_gives_a_number_there_is_no_total() -> None:
    assert totals([Department(name=text("仓储部"), posts=(post("主任"),))]) == Totals("1个岗位", "", "", "")


def test_a_post_without_an_establishment_cannot_be_over_it() -> None:
    department = Department(name=text("仓储部"), posts=(post("主任", "", "孙勇"),))

    assert totals([department]) == Totals("1个岗位", "", "1", "")
