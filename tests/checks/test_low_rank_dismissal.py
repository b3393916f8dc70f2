"""No rank ends a contract."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import chapter, standards

CODE = "LOW-RANK-DISMISSAL"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=standards("实行末位淘汰。")) == [
        "content/departments/仓储部.yaml:8:15: 警告 LOW-RANK-DISMISSAL: 凭名次辞退没有法律依据",
        "    8 |           - 实行末位淘汰。",
        "      |                 ^^^^^^^^",
        "      = 帮助: 改成按标准：不合格的先培训或者协商调岗",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=standards("实行末位淘汰。")) == [
        "content/departments/仓储部.yaml:8:15: warning LOW-RANK-DISMISSAL: no law lets a rank end a contract",
        "    8 |           - 实行末位淘汰。",
        "      |                 ^^^^^^^^",
        "      = help: go by the standard: train or move who does not meet it",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["年度排名末位的，解除劳动合同。"],
        ["考核排名后5%的员工予以辞退。"],
        ["连续两次倒数第一的劝退。"],
        ["最后一名予以淘汰。"],
        ["连续三个月垫底的，予以开除。"],
        ["年度考核倒数第一的，解除劳动关系。"],
        ["排名最后的视为自动离职。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=standards(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["不实行末位淘汰。"],
        ["不得以末位淘汰为由辞退员工。"],
        ["排名末位的，安排培训。"],
        ["按库存周转率淘汰呆滞物资。"],
        ["对供应商每年评审，实行末位淘汰。"],
        ["排名倒数三位的供应商，终止合作合同。"],
        ["排名末位的，不得解除劳动合同。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=standards(*texts))


def test_holds_for_chapters(codes: Codes) -> None:
    assert CODE in codes(chapters=chapter("年度考核末位的，解除劳动合同。"))


def test_leaves_other_chapters_alone(codes: Codes) -> None:
    assert CODE not in codes(chapters=chapter("公司不搞末位淘汰，排名只用于改进。"))
