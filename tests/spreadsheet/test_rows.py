"""Lists from anywhere: what is opened at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.problems import Problem
from docgen.spreadsheet.rows import read_file


@pytest.mark.parametrize("path", ["/dev/zero", "."])
def test_what_is_no_regular_file_is_not_read(path: str) -> None:
    found = read_file(path)

    assert isinstance(found, Problem)
    assert (found.code, found.message.zh) == ("SHEET-NOT-OPENED", "文件打不开：不是普通文件")


def test_a_file_larger_than_any_list_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "名单.csv").open("wb") as file:
        file.truncate(51 * 2**20)

    found = read_file(str(tmp_path / "名单.csv"))

    assert isinstance(found, Problem)
    assert (found.code, found.message.zh) == ("SHEET-NOT-OPENED", "文件打不开：超过 50 MB")
