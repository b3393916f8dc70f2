"""What chapters may fill in from the content: `{单位}`, `{生效日期}`, `{等级}` …, so that prose can't contradict it."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.manual.model import Assessment, Manual, Number
from docgen.manual.sentences import factors_sentence, grades_sentence, quotas_sentence


def placeholder_values(manual: Manual) -> dict[str, str]:
    """Every placeholder name → its text, "" where the manual doesn't give the value."""
    assessment = manual.assessment or Assessment()
    found: dict[str, object] = {
        "名称": manual.title,
        "单位": manual.organization,
        "版本": manual.version,
        "编号": manual.code,
        "密级": manual.classification,
        "发布日期": manual.issued,
        "生效日期": manual.effective,
        "归口部门": manual.owner,
        "代替": manual.supersedes,
        "审议": manual.deliberated,
        "公示": manual.publicised,
        "编制人": _joined(manual.drafted_by),
        "审核人": _joined(manual.reviewed_by),
        "批准人": _joined(manual.approved_by),
        "会签": _joined(manual.countersigned_by),
        "满分": _points(assessment.full) or "100分",
        "单项满分": _points(assessment.item_full),
        "加分上限": _points(assessment.award_cap),
        "周期": _joined(assessment.cycle),
        "审批人": assessment.approver,
        "考核人": _joined(share.name for share in assessment.assessors),
        "等级": grades_sentence(assessment.grades),
        "系数": factors_sentence(assessment.grades),
        "比例": quotas_sentence(assessment.grades),
        "结果运用": "；".join(text.rstrip("。；;") for text in assessment.consequences),
    }
    return {name: str(value or "") for name, value in found.items()}


def _joined(names: Iterable[str]) -> str:
    return "、".join(names)


def _points(number: Number | None) -> str:
    return f"{number.value:f}分" if number else ""
