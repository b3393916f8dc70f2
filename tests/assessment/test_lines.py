"""Clauses as lines of a score sheet: what is filled in, and the points that come of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.assessment.lines import Line, lines_of
from docgen.assessment.score_sheet.entries import asked
from docgen.assessment.total import line_points
from docgen.clause import Quantity, read
from docgen.clause.numerals import plain
from tests.assessment.clause_points import CASES

FULL = Decimal(20)


def lines(text: str, full: Decimal | None = FULL, target: Quantity | None = None) -> tuple[Line, ...]:
    return lines_of(read(text), full, target)


@pytest.mark.parametrize(("text", "values", "loss", "award"), CASES)
def test_points(text: str, values: tuple[str, ...], loss: str, award: str) -> None:
    (line,) = lines(text)
    found = line_points(line, tuple(map(Decimal, values)))
    assert (plain(found.loss), plain(found.award)) == (loss, award)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("巡查少一次扣1分，问题未整改扣2分", ["count 次", "count 次"]),
        ("少盘点一次扣3分，抽盘品种每少1个百分点扣0.5分", ["count 次", "value %"]),
        ("首次扣1分，第二次扣2分", ["count 次"]),
        ("超过98%加2分；低于95%扣3分", ["value %", "value %"]),
        ("在库区吸烟罚款50元，并扣2分", ["count 次"]),
        ("发生火灾，按公司规定处理", ["none "]),
        ("5日内办结不扣分", ["none "]),
        ("工作要认真", ["judged 分"]),
        ("每次扣1分，情节严重的加倍扣分", ["count 次", "judged 分"]),
        ("发生重伤事故每起扣20分；发生死亡事故实行一票否决", ["count 起", "count 次"]),
        ("扣考核分的10%", ["judged 分"]),
        ("单据每少0份扣2分", ["judged 分"]),
        (f"单据每少1份扣{'9' * 30}分", ["judged 分"]),
    ],
)
def test_what_is_filled_in(text: str, expected: list[str]) -> None:
    assert [f"{line.entry} {line.unit}" for line in lines(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合格率每低0.1个百分点扣1分", "低了多少%"),
        ("损耗率每超过0.1%扣1分", "高了多少%"),
        ("合格率低于98%的，每低1个百分点扣1分", "实际值（%）"),
        ("合格率超过98%加2分", "实际值（%）"),
        ("达到95%得10分，每低1个百分点扣1分", "实际值（%）"),
        ("报表每晚1天扣1分", "多少天"),
        ("每少1人扣1分", "多少人"),
    ],
)
def test_a_rate_and_how_much_lower_it_is_are_asked_for_in_different_words(text: str, expected: str) -> None:
    assert asked(lines(text)[0]) == expected


def test_a_consequence_of_the_full_mark_is_decided_by_hand_where_there_is_none() -> None:
    (line,) = lines("发生泄密事件的，本项不得分", full=None)
    assert (line.entry, line.said) == ("judged", "本项不得分")


def test_an_indicators_steps_count_from_its_target_with_one_value_for_loss_and_award() -> None:
    (line,) = lines("每低0.5个百分点扣2分，每高0.5个百分点加1分，加分不超过5分", target=Quantity(Decimal(95), "%"))
    assert line.required
    assert line.said == "扣2分，从95%起每0.5%算一回；加1分，从95%起每0.5%算一回，最多5分"
    found = [line_points(line, (Decimal(value),)) for value in ("93.9", "95", "95.5", "99")]
    assert [(plain(each.loss), plain(each.award)) for each in found] == [
        ("-4", "0"),
        ("0", "0"),
        ("0", "1"),
        ("0", "5"),
    ]


def test_a_target_in_another_unit_is_no_start() -> None:
    (line,) = lines("每迟1天扣1分", target=Quantity(Decimal(95), "%"))
    assert not line.required


def test_the_choices_and_range_of_a_decision() -> None:
    listed, ranged, each = (
        lines(text)[0] for text in ("分三档（1、3、5分）扣分", "视情节扣1-3分", "每次扣1-3分，最多扣6分")
    )
    assert listed.choices == (Decimal(1), Decimal(3), Decimal(5))
    assert (ranged.low, ranged.high) == (Decimal(1), Decimal(3))
    assert (each.low, each.high) == (Decimal(0), Decimal(6))
