"""Numbering by example: what each example makes of the first, the tenth, the hundredth member."""

from __future__ import annotations

import pytest

from docgen.numbering import NumberFormat, chinese_number, number_format


@pytest.mark.parametrize(
    ("example", "labels"),
    [
        ("一、", {1: "一、", 10: "十、", 11: "十一、", 20: "二十、", 99: "九十九、"}),
        ("（一）", {1: "（一）", 12: "（十二）"}),
        ("第一章", {1: "第一章", 21: "第二十一章"}),
        ("第一条", {105: "第一百零五条"}),
        ("1.", {1: "1.", 10: "10.", 100: "100."}),
        ("1、", {3: "3、"}),
        ("（1）", {4: "（4）"}),
        ("<1>", {5: "<5>"}),
        ("①", {1: "①", 20: "⑳"}),
        ("㈠", {1: "㈠", 10: "㈩"}),
        ("A.", {1: "A.", 26: "Z."}),
        ("a)", {1: "a)", 26: "z)"}),
        ("附录A", {2: "附录B"}),
    ],
)
def test_an_example_says_how_all_labels_are_formed(example: str, labels: dict[int, str]) -> None:
    form = number_format(example)
    assert form is not None
    assert {number: form.label(number) for number in labels} == labels


@pytest.mark.parametrize("example", ["", "二、", "甲", "Appendix", "壹、"])
def test_what_is_no_example(example: str) -> None:
    assert number_format(example) is None


def test_circled_numbers_end_at_twenty() -> None:
    with pytest.raises(ValueError, match="circled numbers end at 20"):
        NumberFormat("", "circled", "").label(21)


def test_chinese_numbers_end_at_nine_thousand_nine_hundred_and_ninety_nine() -> None:
    form = NumberFormat("", "chinese", "、")

    assert form.label(9999) == "九千九百九十九、"
    with pytest.raises(ValueError, match="chinese numbers end at 9999"):
        form.label(10_000)


def test_arabic_numbers_have_no_end() -> None:
    assert NumberFormat("", "decimal", ".").label(1_000_000) == "1000000."


@pytest.mark.parametrize(
    ("example", "gap"),
    [
        *((example, "") for example in ("一、", "（一）", "1、")),
        *((example, " ") for example in ("1.", "<1>", "①", "a)")),
        *((example, "\u3000") for example in ("第一章", "1.1")),
    ],
)
def test_a_full_width_mark_brings_its_own_space(example: str, gap: str) -> None:
    form = number_format(example)
    assert form is not None
    assert form.gap == gap


@pytest.mark.parametrize(
    ("number", "chinese"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (200, "二百"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (2026, "二千零二十六"),
        (9999, "九千九百九十九"),
    ],
)
def test_a_number_in_chinese(number: int, chinese: str) -> None:
    assert chinese_number(number) == chinese


def test_no_two_numbers_are_written_alike() -> None:
    assert len({chinese_number(number) for number in range(1, 10_000)}) == 9_999


def test_an_example_with_upper_levels_is_composed_of_their_numbers() -> None:
    form = number_format("1.1.1")

    assert form == NumberFormat("", "decimal", "", above=2)
    assert form.label(3, 5, 2) == "5.2.3"
    assert form.label(3, 9, 5, 2) == "5.2.3"


def test_an_upper_level_that_does_not_count_is_left_out() -> None:
    assert NumberFormat("", "decimal", "", above=2).label(3, 0, 2) == "2.3"


@pytest.mark.parametrize(("example", "last"), [("㈠", 10), ("①", 20), ("A.", 26), ("a)", 26)])
def test_kinds_that_end(example: str, last: int) -> None:
    form = number_format(example)
    assert form
    assert form.last == last
    with pytest.raises(ValueError, match=f"numbers end at {last}"):
        form.label(last + 1)


@pytest.mark.parametrize(("example", "runs_on"), [("第一条", True), ("（一）", False), ("1.1", False), ("a)", False)])
def test_text_goes_on_after_a_label_that_ends_in_a_word(example: str, runs_on: bool) -> None:
    found = number_format(example)
    assert found
    assert found.runs_on is runs_on
