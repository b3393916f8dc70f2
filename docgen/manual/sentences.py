"""Sentences that say what the content gives as values, worded so that they mean exactly that."""

from __future__ import annotations

from docgen.manual.model import Assessment, Grade, Share

EACH_CYCLE = {"日": "每日", "周": "每周", "月": "每月", "季": "每季度", "半年": "每半年", "年": "每年"}


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


def factors_sentence(grades: tuple[Grade, ...]) -> str:
    """优秀1.2、良好1、不合格0.7: the factors of the grades that have one."""
    return "、".join(f"{grade.name}{grade.factor.value:f}" for grade in grades if grade.factor)


def quotas_sentence(grades: tuple[Grade, ...]) -> str:
    """优秀20%、良好50%: of how many people at most each grade may be given."""
    return "、".join(f"{grade.name}{grade.share.value:f}%" for grade in grades if grade.share)


def assessment_sentence(assessment: Assessment) -> str:
    """考核周期每月、每年；得分由职责60%、指标30%、评分表10%构成；…: what an assessment says, in one sentence."""
    parts = []
    if assessment.cycle:
        parts.append(f"{'、'.join(EACH_CYCLE[cycle] for cycle in assessment.cycle)}考核一次")
    if assessment.full:
        parts.append(f"满分{assessment.full.value:f}分")
    if assessment.award_cap:
        parts.append(f"加分不超过{assessment.award_cap.value:f}分")
    if assessment.makeup:
        parts.append(f"得分由{_shares(assessment.makeup)}构成")
    if assessment.assessors:
        parts.append(f"考核人为{_shares(assessment.assessors)}")
    if assessment.approver:
        parts.append(f"由{assessment.approver}审批")
    if assessment.grades:
        parts.append(grades_sentence(assessment.grades))
    if factors := factors_sentence(assessment.grades):
        parts.append(f"系数为{factors}")
    if quotas := quotas_sentence(assessment.grades):
        parts.append(f"人数上限为{quotas}")
    parts += [text.rstrip("。；;") for text in assessment.consequences]
    return "；".join(parts) + "。" if parts else ""


def _shares(shares: tuple[Share, ...]) -> str:
    return "、".join(f"{share.name}{f'{share.weight.value:f}%' if share.weight else ''}" for share in shares)
