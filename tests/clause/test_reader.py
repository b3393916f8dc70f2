"""Reading: where effects stand, what cannot be read, and that no text at all breaks the reader."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.clause import Bound, Quantity, read
from tests.clause.test_phrasings import ALL, GIVEN


def spans(text: str) -> list[str]:
    return [text[slice(*effect.span)] for effect in read(text).effects]


def unread(text: str) -> list[str]:
    return [text[slice(*part.span)] for part in read(text).unread]


def test_an_effect_is_typed_and_exact() -> None:
    (effect,) = read("报表超过3天的，每超0.1天扣0.30分").effects

    assert effect.kind == "deduct"
    assert effect.amount == Decimal("0.3")
    assert effect.unit == "分"
    assert effect.per == Quantity(Decimal("0.1"), "天")
    assert effect.bounds == (Bound(">", Decimal(3), "天"),)
    assert effect.step_from == Quantity(Decimal(3), "天")
    assert effect.when == "报表超过3天的，每超0.1天"


def test_an_effect_stands_from_its_condition_to_its_consequence() -> None:
    text = "未开会的，每次扣1分；会议记录不全扣 2 分，最多扣5分。"
    assert spans(text) == ["未开会的，每次扣1分", "会议记录不全扣 2 分"]


def test_a_consequence_without_a_condition_of_its_own_has_the_one_before_it() -> None:
    deduct, sanction = read("第二次违反，扣5分并予以警告").effects
    assert (deduct.when, sanction.when) == ("第二次违反", "第二次违反")
    assert (deduct.occurrence, sanction.occurrence) == ((2, 2), (2, 2))


def test_spaces_and_full_width_signs_change_nothing_but_the_places() -> None:
    text = "单据 晚录入 １ 天 ， 扣 ０．５ 分 。"
    (effect,) = read(text).effects
    assert (effect.amount, effect.per) == (Decimal("0.5"), Quantity(Decimal(1), "天"))
    assert text[slice(*effect.span)] == "单据 晚录入 １ 天 ， 扣 ０．５ 分"


def test_a_number_typed_before_a_clause_is_no_comparison() -> None:
    text = "<4>未按程序发料扣1分<5>值班期间脱岗一次扣2分"
    first, second = read(text).effects
    assert (first.bounds, second.bounds) == ((), ())
    assert second.per == Quantity(Decimal(1), "次")
    assert spans(text) == ["未按程序发料扣1分", "值班期间脱岗一次扣2分"]


def test_a_text_on_several_lines_is_several_sentences() -> None:
    first, second = read("每次扣1分\n迟到\n扣2分").effects
    assert (first.per, second.per) == (Quantity(Decimal(1), "次"), None)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("每次扣3分；造成后果的，加倍扣分。", "加倍扣分"),
        ("第一次扣5分，第二次翻倍", "第二次翻倍"),
        ("酌情扣分", "酌情扣分"),
        ("损坏工具的照价赔偿", "损坏工具的照价赔偿"),
        ("每少一次扣1分，当天补上的减半。", "当天补上的减半"),
        ("每旷工1天扣3天工资", "每旷工1天扣3天工资"),
        ("扣1分，并按损失金额赔偿，并扣2分", "并按损失金额赔偿"),
        ("绩效系数按0.8计", "绩效系数按0.8计"),
    ],
)
def test_a_consequence_that_cannot_be_read_is_told_with_its_place(text: str, part: str) -> None:
    assert unread(text) == [part]


def test_the_message_names_the_words_in_both_languages() -> None:
    (part,) = read("再犯加倍扣分").unread
    assert part.message.zh == "看不懂“再犯加倍扣分”说的后果"
    assert part.message.en == "“再犯加倍扣分” states a consequence that cannot be read"


@pytest.mark.parametrize("text", ["", "每天巡查一次。", "扣件、罚单、参加、登记、不得迟到", "三天内办结"])
def test_a_text_may_state_no_consequence(text: str) -> None:
    reading = read(text)
    assert (reading.effects, reading.unread, reading.is_silent) == ((), (), True)


def test_what_is_not_punished_is_no_effect_and_no_silence() -> None:
    reading = read("因停电延误的不扣分")
    assert (reading.effects, reading.unread, reading.is_silent) == ((), (), False)


WORDS = sorted({char for text, *_ in ALL for char in text})
CLAUSE_LIKE = st.text(st.sampled_from(WORDS), max_size=40)
PIECES = st.builds(
    str.join, st.sampled_from("，；、"), st.lists(st.sampled_from([text for text, *_ in ALL]), max_size=4)
)


@given(st.text(max_size=60) | CLAUSE_LIKE | PIECES)
def test_any_text_is_read_and_every_place_lies_within_it(text: str) -> None:
    reading = read(text)
    assert reading.text == text
    for start, end in [part.span for part in reading.effects] + [part.span for part in reading.unread]:
        assert 0 <= start < end <= len(text)


@settings(max_examples=25)
@given(st.sampled_from([*WORDS, *(text for text, *_ in GIVEN)]), st.sampled_from(["", "，", "；"]))
def test_a_line_of_ten_thousand_characters_is_read_like_any_other(piece: str, between: str) -> None:
    text = (piece + between) * (10_000 // len(piece + between))
    assert read(text).text == text


@given(PIECES, st.sampled_from([" ", "\u3000", "\t"]))
def test_spaces_mean_nothing(text: str, space: str) -> None:
    spaced = space.join(text)
    assert [effect._replace(span=(0, 0), when="") for effect in read(spaced).effects] == [
        effect._replace(span=(0, 0), when="") for effect in read(text).effects
    ]


FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(PIECES)
def test_full_width_signs_mean_the_same(text: str) -> None:
    assert [effect._replace(when="") for effect in read(text.translate(FULL_WIDTH)).effects] == [
        effect._replace(when="") for effect in read(text).effects
    ]
