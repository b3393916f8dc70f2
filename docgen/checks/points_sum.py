"""POINTS-SUM: 分值合计不等于满分 / Points do not add up

岗位写了“分值”的，每项职责都要有（写在职责上，或写在它的标准上），合计要等于“考核”里的满分（不写就是 100 分）。
管几项职责的标准（岗位的“工作标准”）和“岗位通用”里写的分值也计入合计；职责和它的标准都写了的，
标准的分值合计要等于职责的分值。

错（合计 90 分）：

    职责:
      物资收发: {内容: 负责收发物资。, 分值: 60}
      库区巡查: {内容: 负责巡查库区。, 分值: 30}

对：

    职责:
      物资收发: {内容: 负责收发物资。, 分值: 60}
      库区巡查: {内容: 负责巡查库区。, 分值: 40}

依据：考核得分按满分折算等级，合计不对，等级就不对。

---

Where a post has 分值, each of its duties has them (on the duty, or on its standards), and their sum is the full mark
(满分) in force, 100 by default. Points on the post's own standards and in 岗位通用 count too; where both a duty and its
standards have points, those of the standards add up to the duty's.

Wrong: two duties of 60 and 30 points. Right: 60 and 40.

Basis: grades go by the full mark, so the points add up to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from docgen.checks.walk import in_force
from docgen.checks.wording import called, digits
from docgen.manual.listing import EVERY_DUTY
from docgen.manual.model import Duty, Manual, Post, Standard
from docgen.problems import Problem, Severity, Words
from docgen.source import Position

CODE: Final = "POINTS-SUM"
SEVERITY: Final[Severity] = "error"

FULL = Decimal(100)


def find(manual: Manual) -> Iterator[Problem]:
    seen: set[Position] = set()
    for _, post in manual.posts:
        if post.damaged or any(shared.damaged for shared in post.shared):
            continue
        for problem in _of_post(post):
            if problem.position and problem.position not in seen:
                seen.add(problem.position)
                yield problem


def _of_post(post: Post) -> Iterator[Problem]:
    holders = in_force(post)
    standards = [standard for holder in holders for standard in holder.standards]
    duties = [duty for holder in holders for duty in holder.duties]
    given = [points for duty in duties if (points := _points(duty)) is not None]
    given += [standard.points.value for standard in standards if standard.points]
    if not given:
        return
    lacking = [duty for duty in post.duties if _points(duty) is None and not _is_tied(duty, standards)]
    if lacking:
        yield _lacking(post, lacking)
    elif sum(given) != (full := _full(post)):
        yield _wrong_sum(post, sum(given, Decimal(0)), full)
    for duty in duties:
        of_standards = _of_standards(duty) if duty.points else None
        if duty.points and of_standards is not None and of_standards != duty.points.value:
            yield _wrong_parts(duty, of_standards, duty.points.value)


def _points(duty: Duty) -> Decimal | None:
    return duty.points.value if duty.points else _of_standards(duty)


def _of_standards(duty: Duty) -> Decimal | None:
    points = [standard.points.value for standard in duty.standards if standard.points]
    return sum(points, Decimal(0)) if points else None


def _is_tied(duty: Duty, standards: list[Standard]) -> bool:
    """Whether a standard with points of its own serves the duty."""
    names = {duty.name, *EVERY_DUTY}
    return any(standard.points and not names.isdisjoint(standard.ties) for standard in standards)


def _full(post: Post) -> Decimal:
    return post.assessment.full.value if post.assessment and post.assessment.full else FULL


def _lacking(post: Post, duties: list[Duty]) -> Problem:
    names, names_en = "、".join(called(duty).zh for duty in duties), ", ".join(called(duty).en for duty in duties)
    return Problem(
        SEVERITY,
        CODE,
        duties[0].position,
        Words(f"“{post.name}”有的职责写了分值，{names}没有", f"“{post.name}” has points, but not for {names_en}"),
        Words(
            f"给每项职责写“分值”，合计 {digits(_full(post))} 分；不用分值的，一项都不写",
            f"give each duty its 分值, {digits(_full(post))} in all, or give none of them any",
        ),
    )


def _wrong_sum(post: Post, total: Decimal, full: Decimal) -> Problem:
    difference = digits(abs(full - total))
    few = total < full
    return Problem(
        SEVERITY,
        CODE,
        post.name.position,
        Words(
            f"“{post.name}”的分值合计 {digits(total)} 分，满分是 {digits(full)} 分",
            f"the points of “{post.name}” add up to {digits(total)}; the full mark is {digits(full)}",
        ),
        Words(
            f"{'少' if few else '多'} {difference} 分：改某项的“分值”，或在“考核”里写“满分: {digits(total)}”",
            f"{difference} too {'few' if few else 'many'}: change a 分值, or write “满分: {digits(total)}” under 考核",
        ),
    )


def _wrong_parts(duty: Duty, total: Decimal, points: Decimal) -> Problem:
    name = called(duty)
    return Problem(
        SEVERITY,
        CODE,
        duty.position,
        Words(
            f"{name.zh}的分值是 {digits(points)} 分，它的标准合计 {digits(total)} 分",
            f"{name.en} has {digits(points)} points, its standards {digits(total)} together",
        ),
        Words("改成一样，或只在一处写“分值”", "make them equal, or give points in one of the two places only"),
    )
