"""Where the signature and the date of the notice stand (GB/T 9704—2012 §7.3.5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.compose.notice import notice
from tests.small_project import read_project


@pytest.mark.parametrize(
    ("organization", "spaces"),
    [
        ("示例公司", (5, 4)),  # shorter than the date: its middle over the date's
        ("示例木业有限公司", (3, 4)),
        ("示例省示例市示例县国有木业集团有限责任公司", (1, 8)),  # longer: the date moves in
    ],
)
def test_the_signature_is_centred_over_the_date(tmp_path: Path, organization: str, spaces: tuple[int, int]) -> None:
    text = f"名称: 手册\n单位: {organization}\n版本: '1'\n发布日期: 2026-01-05\n"
    found = notice(read_project(tmp_path, {"manual.yaml": text}))

    assert (found.signature_space, found.date_space) == spaces


def test_without_a_date_there_is_none(tmp_path: Path) -> None:
    assert notice(read_project(tmp_path)).date is None
