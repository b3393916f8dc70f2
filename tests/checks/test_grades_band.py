"""Bands of scores out of old manuals leave gaps and overlap."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "GRADES-BAND"


def grades(*bands: str) -> str:
    lines = [f"    第{number}等: {band}\n" for number, band in zip("一二三四五", bands, strict=False)]
    return "考核:\n  等级:\n" + "".join(lines)


def found(lines: list[str]) -> list[str]:
    return [line.partition(f"{CODE}: ")[2] for line in lines if CODE in line]


def test_the_bands_of_an_old_manual(report: Report) -> None:
    assert report(CODE, manual=grades("90分以上", "80-89分", "60-79分", "60分以下")) == [
        "content/manual.yaml:7:10: 错误 GRADES-BAND: 89.5 分不属于任何一等",
        "    7 |     第二等: 80-89分",
        "      |             ^^^^^^^",
        "      = 帮助: 改成只写下限，例如 优秀: 90、良好: 80，最后一等写 0，就没有空档和重叠",
        "content/manual.yaml:8:10: 错误 GRADES-BAND: 79.5 分不属于任何一等",
        "    8 |     第三等: 60-79分",
        "      |             ^^^^^^^",
        "      = 帮助: 改成只写下限，例如 优秀: 90、良好: 80，最后一等写 0，就没有空档和重叠",
        "content/manual.yaml:9:10: 错误 GRADES-BAND: 60 分属于“第三等”“第四等”两等",
        "    9 |     第四等: 60分以下",
        "      |             ^^^^^^^^",
        "      = 帮助: 改成只写下限，例如 优秀: 90、良好: 80，最后一等写 0，就没有空档和重叠",
    ]


def test_says_so_in_english(report: Report) -> None:
    assert report(CODE, "en", manual=grades("90分以上", "90分以下")) == [
        "content/manual.yaml:7:10: error GRADES-BAND: 90 belongs to two grades, “第一等”“第二等”",
        "    7 |     第二等: 90分以下",
        "      |             ^^^^^^^^",
        "      = help: write floors instead, such as 优秀: 90, 良好: 80, the last one 0: they leave no gap",
    ]


@pytest.mark.parametrize(
    "bands",
    [
        ("90分以上", "80分以上、不满90分", "不满80分"),
        ("90（含）以上", "80～89.99", "80以下（不含80）"),
        ("≥90", "60分及以上、小于90分", "＜60"),
        ("超过89.99分", "低于90分"),
        ("100-90", "89.99至0"),
        ("90", "60分及以上、低于90分", "0"),
    ],
)
def test_bands_without_gap_or_overlap(report: Report, bands: tuple[str, ...]) -> None:
    assert found(report(CODE, manual=grades(*bands))) == []


def test_a_band_that_does_not_reach_0(report: Report) -> None:
    assert found(report(CODE, manual=grades("80分以上", "60-79.99"))) == ["30 分不属于任何一等"]


def test_a_text_that_is_no_band(report: Report) -> None:
    assert found(report(CODE, manual=grades("成绩突出", "其余"))) == ["看不懂“第一等”的分数段"]


@pytest.mark.parametrize("band", [f"{'9' * 30}分以上", f"60-{'9' * 30}"])
def test_scores_out_of_all_measure(report: Report, band: str) -> None:
    assert found(report(CODE, manual=grades(band, "不满60分"))) == ["看不懂“第一等”的分数段"]
