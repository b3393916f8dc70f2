"""What chapters may fill in from the content: `{单位}`, `{生效日期}`, `{等级}` …, so that prose can't contradict it."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.manual import Assessment, Grade, Manual, Number


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
        "结果运用": "；".join(text.rstrip("。；;") for text in assessment.consequences),
    }
    return {name: str(value or "") for name, value in found.items()}


def _joined(names: Iterable[str]) -> str:
    return "、".join(names)


def _points(number: Number | None) -> str:
    return f"{number.value:f}分" if number else ""


def grades_sentence(grades: tuple[Grade, ...]) -> str:
    """90分以上为优秀；80分以上、不满90分为良好；…；不满60分为差: exact, since 以上 includes the number and 不满 does
    not (民法典 art. 1259). Band texts of old manuals are printed as they were written."""
    parts = []
    above: str | None = None
    for grade in grades:
        if grade.band or grade.floor is None:
            parts.append(f"{grade.band}为{grade.name}" if grade.band else str(grade.name))
            continue
        floor = f"{grade.floor.value:f}"
        bounds = [f"{floor}分以上"] if grade.floor.value else []
        bounds += [f"不满{above}分"] if above else []
        parts.append(f"{'、'.join(bounds)}为{grade.name}")
        above = floor
    return "；".join(parts)
