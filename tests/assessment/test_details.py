"""考核明细: how points add up, so that whoever signs can check it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from docgen.assessment.details import detail, number, points_of
from docgen.assessment.period import period_of
from docgen.assessment.results import results
from docgen.manual.model import Manual
from tests.assessment.small_company import company, records

MEASURED = "2026-11-30,石长青,账物相符率,98.65%,\n2026-11-30,石长青,协作,9.5分,\n"


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    return company(tmp_path)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (MEASURED, "职责 100×60%＋指标 97×30%＋评分表 95×10%；得分 98.60"),
        (
            f"{MEASURED}2026-11-02,石长青,发现隐患,2条,\n",
            "职责 100×60%＋指标 97×30%＋评分表 95×10%＋加分 2；得分 100.60",
        ),
        (
            f"{MEASURED}2026-11-02,石长青,发现隐患,7条,\n",
            "职责 100×60%＋指标 97×30%＋评分表 95×10%＋加分 3（7，上限3）；得分 101.60",
        ),
        (
            f"{MEASURED}2026-11-02,石长青,死亡事故,1次,\n",
            "职责 100×60%＋指标 97×30%＋评分表 95×10%；一票否决，得分 0.00",
        ),
        ("2026-11-30,石长青,协作,9.5分,\n", "职责 100×60%＋指标 100×30%＋评分表 95×10%；未填全"),
        ("2026-11-30,程小满,账物不符,1项,\n", "职责 97.5；得分 97.50"),
    ],
)
def test_what_a_score_is_made_of(manual: Manual, tmp_path: Path, lines: str, said: str) -> None:
    period = period_of("2026-11")
    assert period
    (result,) = results(records(manual, tmp_path, lines)[0], period, "记录.csv")[0]
    ((_, _, addition),) = detail(result, "").periods
    assert addition == said


def test_the_mean_of_several_periods(manual: Manual, tmp_path: Path) -> None:
    lines = "2026-10-08,程小满,账物不符,1项,\n2026-11-08,程小满,账物不符,2项,\n2026-12-08,程小满,账物不符,1项,\n"
    period = period_of("2026Q4")
    assert period
    (result,) = results(records(manual, tmp_path, lines)[0], period, "记录.csv")[0]
    found = detail(result, "超出比例，待定")
    assert (found.mean, found.total, found.grade) == (
        "（97.5＋95＋97.5）÷3＝96.67",
        "96.67",
        "优秀（系数1.2，超出比例，待定）",
    )


def test_numbers_have_no_more_decimals_than_one_checks_by_hand() -> None:
    assert (number(Decimal(65) / 3), number(Decimal("22.10")), number(Decimal(20))) == ("21.6667", "22.1", "20")
    assert points_of(Decimal(-65) / 3, Decimal(2)) == "-21.6667，+2"
