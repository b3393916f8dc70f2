"""Requirements are about the work."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Codes, Report
from tests.checks.said import qualifications

CODE = "REQUIREMENT-DISCRIMINATES"


def test_is_told_at_the_words(report: Report) -> None:
    assert report(CODE, 仓储部=qualifications("中专以上学历，35岁以下。")) == [
        "content/departments/仓储部.yaml:5:16: 警告 REQUIREMENT-DISCRIMINATES: “35岁以下”按年龄限制录用",
        "    5 |       - 中专以上学历，35岁以下。",
        "      |                       ^^^^^^^^",
        "      = 帮助: 改成工作需要的能力、证书；法律另有规定的，用“# docgen: 忽略”注明",
    ]


def test_is_told_in_english(report: Report) -> None:
    assert report(CODE, "en", 仓储部=qualifications("中专以上学历，35岁以下。")) == [
        "content/departments/仓储部.yaml:5:16: warning REQUIREMENT-DISCRIMINATES: “35岁以下” is a condition of age",
        "    5 |       - 中专以上学历，35岁以下。",
        "      |                       ^^^^^^^^",
        "      = help: name the skill or certificate that the work ne"
        "eds; where a law demands it, ignore with the reason",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["限男性。"],
        ["男，40周岁以内。"],
        ["年龄不超过45周岁。"],
        ["年龄18-35岁，大专以上学历。"],
        ["本市户籍优先。"],
        ["已婚已育者优先。"],
        ["五官端正，身高160厘米以上。"],
        ["身体健康，无乙肝。"],
        ["90后优先。"],
        ["不招外省人。"],
        ["近两年无生育计划。"],
    ],
)
def test_fails(codes: Codes, texts: list[str]) -> None:
    assert CODE in codes(仓储部=qualifications(*texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["大专以上学历，三年以上仓储管理经验。"],
        ["年满18周岁，持有叉车证。"],
        ["性别不限，户籍不限。"],
        ["持有健康证明，矫正视力1.0以上。"],
        ["三年以上经验，能出差。"],
        ["不限已婚未婚。"],
        ["不要求本地人。"],
        ["培训30后上岗。"],
    ],
)
def test_passes(codes: Codes, texts: list[str]) -> None:
    assert CODE not in codes(仓储部=qualifications(*texts))
