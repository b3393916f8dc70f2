"""The shares of grades are at most 100% together."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "GRADES-SHARE"


def test_more_than_everybody(report: Report) -> None:
    manual = "考核: {等级: {优秀: {下限: 90, 比例: 40%}, 差: {下限: 0, 比例: 70%}}}\n"
    assert report(CODE, manual=manual) == [
        "content/manual.yaml:4:11: 错误 GRADES-SHARE: 各等级的比例合计 110%，超过 100%",
        "    4 | 考核: {等级: {优秀: {下限: 90, 比例: 40%}, 差: {下限: 0, 比例: 70%}}}",
        "      |               ^^^^",
        "      = 帮助: 改小“比例”，合计不超过 100%",
    ]


def test_less_than_everybody_is_fine(report: Report) -> None:
    assert report(CODE, "en", manual="考核: {等级: {优秀: {下限: 90, 比例: 20%}, 差: 0}}\n") == []


@pytest.mark.parametrize(
    ("shares", "is_found"),
    [(("60%", "50%"), True), (("100%", "0.1%"), True), (("20%", "80%"), False), (("15", "5"), False)],
)
def test_all_together_are_at_most_everybody(codes: Codes, shares: tuple[str, str], is_found: bool) -> None:
    first, second = shares
    grades = f"{{优秀: {{下限: 90, 比例: {first}}}, 良好: {{下限: 80, 比例: {second}}}, 其他: 0}}"
    assert (CODE in codes(manual=f"考核: {{等级: {grades}}}\n")) == is_found
