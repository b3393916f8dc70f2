"""Each duty is one post's."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report

CODE = "DUTY-TWICE"

BASE = """\
部门: 仓储部
必备: 无
岗位:
"""


def test_is_told_at_the_second(report: Report) -> None:
    assert report(
        CODE,
        仓储部=BASE + "  主任: {职责: {收发: 负责各类物资的收、存、发。}}\n"
        "  库管员: {职责: {收存: 负责各类物资的收、存、发。}}\n",
    ) == [
        "content/departments/仓储部.yaml:5:18: 警告 DUTY-TWICE: "
        "和“主任”的一项职责一样（content/departments/仓储部.yaml:4:17）",
        "    5 |   库管员: {职责: {收存: 负责各类物资的收、存、发。}}",
        "      |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = 帮助: 写清各管哪一块；都有的写进“岗位通用”，或用“引用”",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(
        CODE,
        "en",
        仓储部=BASE + "  主任: {职责: {收发: 负责各类物资的收、存、发。}}\n"
        "  库管员: {职责: {收存: 负责各类物资的收、存、发。}}\n",
    ) == [
        "content/departments/仓储部.yaml:5:18: warning DUTY-TWICE: "
        "“主任” has the same duty (content/departments/仓储部.yaml:4:17)",
        "    5 |   库管员: {职责: {收存: 负责各类物资的收、存、发。}}",
        "      |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = help: say who does what; what all have goes to 岗位通用, or is referred to by 引用",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "  主任: {职责: {收发: 负责各类物资的收、存、发。}}\n  库管员: {职责: {收存: 负责各类物资的收存发}}\n",
        "  主任: {职责: {收发: 登记出库、入库的每张单据。}}\n  库管员: {职责: {收存: 登记出库、入库的每张单据。}}\n",
        "  主任: {职责: 11、登记出库和入库的单据。}\n  库管员: {职责: <8>登记出库和入库的单据。}\n",
    ],
)
def test_fails(codes: Codes, text: str) -> None:
    assert CODE in codes(仓储部=BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "  主任: {职责: {收发: 负责各类物资的收、存、发。}}\n  库管员: {职责: {收存: 办理一号库物资的收、存、发。}}\n",
        "  主任: {职责: {收发: 盘点物资。}}\n  库管员: {职责: {收存: 盘点物资。}}\n",
        "  主任: {职责: 11、完成领导交办的其他工作。}\n  库管员: {职责: 8、完成领导交办的其他工作。}\n",
        "  主任: {职责: 完成上级安排的各项临时任务。}\n  库管员: {职责: 完成上级安排的各项临时任务。}\n",
        "  主任: {职责: {收发: 安排收发。}}\n  库管员: {职责: {收存: 负责各类物资的收、存、发。}}\n",
    ],
)
def test_passes(codes: Codes, text: str) -> None:
    assert CODE not in codes(仓储部=BASE + text)


def test_a_shared_one_is_one(codes: Codes) -> None:
    common = "公共职责:\n  保密: {内容: 保守公司的客户资料、价格和工艺秘密。}\n"
    posts = "  主任: {职责: {保密: {引用: 公共职责/保密}}}\n  会计: {职责: {保密: {引用: 公共职责/保密}}}\n"
    assert CODE not in codes(common=common, 仓储部=BASE + posts)
