"""The contents go down to a level that there is."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "CONTENTS-LEVELS"


@pytest.mark.parametrize("levels", ["0", "2.5", "10"])
def test_no_such_level(report: Report, levels: str) -> None:
    assert report(CODE, manual=f"版面:\n  目录级数: {levels}\n") == [
        f"content/manual.yaml:5:9: 错误 CONTENTS-LEVELS: 目录不能有“{levels}”级",
        f"    5 |   目录级数: {levels}",
        f"      |             {'^' * len(levels)}",
        "      = 帮助: 写 1 到 9 的整数，一般写 2",
    ]


@pytest.mark.parametrize("page", ["", "版面: {职责标题: 印}\n", "版面: {目录级数: 1}\n", "版面: {目录级数: ９}\n"])
def test_levels_that_there_are(report: Report, page: str) -> None:
    assert report(CODE, manual=page) == []
