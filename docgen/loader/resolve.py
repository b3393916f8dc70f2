"""After reading: references to shared duties are filled in, and what is inherited is handed down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from docgen.manual.model import Assessment, Department, Duty, Manual, Post, Shared
from docgen.problems import Problem, Words, error, is_it, nearest
from docgen.source import Text

SHARED_DUTIES = "公共职责"

Holder = TypeVar("Holder", Manual, Department, Post)


def resolve(manual: Manual, problems: list[Problem]) -> Manual:
    """The manual with every 引用 replaced by what it refers to, and 考核, 必备 and 布局 inherited (nearest wins)."""
    shared_duties = {str(duty.name): duty for duty in manual.common.duties}
    if manual.common.damaged and not shared_duties:
        problems = []  # what may be there, in what could not be read, is not called missing
    problems += [_nested(duty.ref) for duty in manual.common.duties if duty.ref]
    common = manual.common.replace(shared=_shared(manual.common.shared, shared_duties, problems))
    whole = manual.replace(common=common)
    departments = tuple(_department(department, whole, shared_duties, problems) for department in manual.departments)
    return whole.replace(departments=departments)


def _department(
    department: Department, manual: Manual, shared_duties: Mapping[str, Duty], problems: list[Problem]
) -> Department:
    shared = _shared(department.shared, shared_duties, problems)
    in_force = _inherit(department.replace(shared=shared), manual)
    for_all = tuple(part for part in (manual.common.shared, shared) if part)
    posts = tuple(
        _inherit(post.replace(duties=_duties(post.duties, shared_duties, problems), shared=for_all), in_force)
        for post in department.posts
    )
    duties = _duties(department.duties, shared_duties, problems)
    return in_force.replace(posts=posts, duties=duties)


def _shared(shared: Shared | None, shared_duties: Mapping[str, Duty], problems: list[Problem]) -> Shared | None:
    return shared and shared.replace(duties=_duties(shared.duties, shared_duties, problems))


def _inherit(holder: Holder, parent: Manual | Department) -> Holder:
    assessment = _merge(holder.assessment, parent.assessment) if parent.assessment else holder.assessment
    required = holder.required or parent.required
    return holder.replace(assessment=assessment, required=required, layout=holder.layout or parent.layout)


def _merge(own: Assessment | None, inherited: Assessment) -> Assessment:
    """Field by field: what `own` doesn't say is as inherited."""
    if own is None:
        return inherited
    return inherited.replace(**own.written(), position=own.position, damaged=own.damaged or inherited.damaged)


def _duties(duties: tuple[Duty, ...], shared_duties: Mapping[str, Duty], problems: list[Problem]) -> tuple[Duty, ...]:
    return tuple(_duty(duty, shared_duties, problems) for duty in duties)


def _duty(duty: Duty, shared_duties: Mapping[str, Duty], problems: list[Problem]) -> Duty:
    if duty.ref is None:
        return duty if duty.content else duty.replace(content=duty.name)
    found = _referred(duty.ref, shared_duties)
    if found is None:
        problems.append(_no_such_duty(duty.ref, list(shared_duties)))
        return duty.replace(content=duty.content or duty.name, damaged=True)
    written = duty.written() | {"content": duty.content or found.content or duty.name}
    damaged = duty.damaged or found.damaged
    return found.replace(**written, name=duty.name, position=duty.position, damaged=damaged)


def _referred(ref: Text, shared_duties: Mapping[str, Duty]) -> Duty | None:
    folder, _, name = ref.rpartition("/")
    return shared_duties.get(name) if folder in ("", SHARED_DUTIES, "common_duties") else None


def _nested(ref: Text) -> Problem:
    return error(
        "REF-NESTED",
        ref.position,
        Words("公共职责里不能再写“引用”", "a shared duty (公共职责) cannot refer to another"),
        Words("把内容、工作标准、考核办法直接写在这里", "write its 内容, 工作标准 and 考核办法 here"),
    )


def _no_such_duty(ref: Text, known: list[str]) -> Problem:
    guess = nearest(ref.rpartition("/")[2], known)
    meant = is_it(guess and f"{SHARED_DUTIES}/{guess}")
    listed = "、".join(known) or "（还没有）"
    return error(
        "REF-UNKNOWN",
        ref.position,
        Words(f"引用的“{ref}”不存在", f"“{ref}” does not exist"),
        Words(
            f"{meant.zh}common.yaml 的公共职责有：{listed}",
            f"{meant.en}common.yaml has these 公共职责: {listed}",
        ),
    )
