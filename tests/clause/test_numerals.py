"""Numbers in clauses, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.clause.numerals import number, percent_of_fraction, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", "0.5"), (".5", "0.5"), ("1,000", "1000"), ("3万", "30000"), ("1.5万", "15000"), ("2千", "2000"),
        ("半", "0.5"), ("一", "1"), ("两", "2"), ("十", "10"), ("十五", "15"), ("二十", "20"), ("一百零五", "105"),
        ("三百二十", "320"), ("一万二千", "12000"), ("零点五", "0.5"), ("三点二五", "3.25"), ("二〇", "20"),
        ("百", "100"), ("一亿", "100000000"),
    ],
)  # fmt: skip
def test_a_number(text: str, value: str) -> None:
    assert plain(number(text)) == value


@pytest.mark.parametrize(
    ("text", "value"), [("百分之五", "5"), ("千分之一", "0.1"), ("万分之三", "0.03"), ("百分之百", "100")]
)
def test_a_fraction_in_per_cent(text: str, value: str) -> None:
    assert plain(percent_of_fraction(text)) == value


@given(st.text("零〇一二两三四五六七八九十百千万半点", min_size=1))
def test_any_row_of_numerals_has_a_value(text: str) -> None:
    assert number(text) >= 0


@given(st.decimals(0, 10**6, places=3))
def test_plain_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)
