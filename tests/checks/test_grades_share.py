"""The shares of grades are at most 100% together."""

from __future__ import annotations

from tests.checks.conftest import Report

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
