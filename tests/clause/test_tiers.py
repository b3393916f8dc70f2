"""Tiers as intervals: which effects belong together, and where they meet."""

from __future__ import annotations

import pytest

from docgen.clause import read
from docgen.clause.numerals import plain
from docgen.clause.tiers import gaps, overlaps, tier_groups


def intervals(text: str) -> list[list[str]]:
    """Each group of tiers as [90, 100) …; ∞ for an open end."""

    def shown(low: str, high: str, low_in: bool, high_in: bool) -> str:
        return f"{'[' if low_in else '('}{low}, {high}{']' if high_in else ')'}"

    return [
        [
            shown(
                "-∞" if tier.low is None else plain(tier.low),
                "∞" if tier.high is None else plain(tier.high),
                tier.low_in,
                tier.high_in,
            )
            for tier in group
        ]
        for group in tier_groups(read(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90%(含)以上得10分，80%(含)至90%得8分，不满80%得0分", [["(-∞, 80)", "[80, 90)", "[90, ∞)"]]),
        ("超过2小时扣1分，超过4小时扣3分", [["(2, 4]", "(4, ∞)"]]),
        ("低于90%扣2分，低于80%扣5分", [["(-∞, 80)", "[80, 90)"]]),
        ("合格率90%以上得10分；满意度80%以上得10分", []),
        ("日报晚1天扣1分，晚2天扣3分，晚3天及以上扣5分", [["[1, 2)", "[2, 3)", "[3, ∞)"]]),
        ("合格率低于90%扣2分，合格率低于80%扣5分", [["(-∞, 80)", "[80, 90)"]]),
        ("超过3天扣2分，超过5000元扣5分", []),
        ("每次扣1分，超过3次扣5分", []),
        ("首次扣1分，第二次扣2分", []),
    ],
)
def test_groups(text: str, expected: list[list[str]]) -> None:
    assert intervals(text) == expected


@pytest.mark.parametrize(
    ("text", "both", "neither"),
    [
        ("80%以上得8分，80%以下得0分", ["80"], []),
        ("超过80%得8分，不满80%得0分", [], ["80"]),
        ("90%以上得10分，80%至89%得8分", [], ["89.5"]),
        ("1至3次扣1分，4次以上扣3分", [], []),
        ("1至3次扣1分，5次以上扣3分", [], ["4"]),
        ("不超过3天扣1分，超过3天扣2分", [], []),
    ],
)
def test_meetings(text: str, both: list[str], neither: list[str]) -> None:
    (group,) = tier_groups(read(text))
    assert [plain(meeting.number) for meeting in overlaps(group)] == both
    assert [plain(meeting.number) for meeting in gaps(group)] == neither
