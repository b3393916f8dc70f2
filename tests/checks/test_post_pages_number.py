"""A post is allowed a whole number of pages."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Report

CODE = "POST-PAGES-NUMBER"


@pytest.mark.parametrize("pages", ["0", "1.5", "0.5页"])
def test_no_such_number_of_pages(report: Report, pages: str) -> None:
    assert report(CODE, manual=f"版面:\n  每岗位最多页数: {pages}\n") == [
        f"content/manual.yaml:5:12: 错误 POST-PAGES-NUMBER: 每岗位最多页数不能是“{pages}”",
        f"    5 |   每岗位最多页数: {pages}",
        f"      |                   {'^' * (len(pages) + pages.count('页'))}",
        "      = 帮助: 写 1 以上的整数；不限页数就删掉这一行",
    ]


@pytest.mark.parametrize(
    "page", ["", "版面: {职责标题: 印}\n", "版面: {每岗位最多页数: 1}\n", "版面: {每岗位最多页数: ３页}\n"]
)
def test_numbers_that_there_are(report: Report, page: str) -> None:
    assert report(CODE, manual=page) == []
