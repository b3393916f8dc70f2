"""Which duties have a standard and a clause, by what, and how the summary says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.loader import load
from docgen.manual.coverage import Coverage, coverage, summary

HEAD = "名称: 岗位手册\n单位: 青松公司\n版本: '1'\n"


def counted(folder: Path, post: str, *, manual: str = "", common: str = "", shared: str = "") -> str:
    """The summary of a manual whose one post has two duties, 收发 and 巡查, besides what `post` gives it."""
    content = folder / "content"
    (content / "departments").mkdir(parents=True)
    (content / "manual.yaml").write_text(HEAD + manual, "utf-8")
    (content / "common.yaml").write_text(common or "公共职责: {}\n", "utf-8")
    department = "部门: 仓储部\n" + shared + "岗位:\n  仓库主任:\n" + post
    (content / "departments" / "仓储部.yaml").write_text(department, "utf-8")
    loaded = load(folder)
    assert loaded.problems == []
    assert loaded.manual
    return summary(coverage(loaded.manual), "zh")


COVERED = "      收发: {工作标准: 当天录入。, 考核办法: 晚1天扣1分。}\n"
BARE = "      巡查: 负责巡查库区。\n"
BOTH = "    职责:\n" + COVERED + BARE


def test_a_duty_has_its_own_standards_and_clauses(tmp_path: Path) -> None:
    assert counted(tmp_path, BOTH) == "职责 2 · 有标准 1 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 0"


@pytest.mark.parametrize(
    ("tied", "standards", "clauses"),
    [
        ("    工作标准: {内容: 每天一次。, 对应: 巡查}\n", 2, 1),
        ("    工作标准: {内容: 每天一次。, 考核办法: 少一次扣1分。, 对应: 巡查}\n", 2, 2),
        ("    考核办法: {内容: 少一次扣1分。, 对应: [收发, 巡查]}\n", 1, 2),
        ("    指标: {巡查率: {目标: 100%, 对应: 巡查}}\n", 1, 2),
        ("    评分表: {成效: {巡查: {衡量标准: 每天一次。, 对应: 巡查}}}\n", 2, 2),
        ("    工作标准: {内容: 每天一次。}\n    考核办法: 少一次扣1分。\n", 1, 1),
    ],
    ids=["standard", "standard with a clause", "clause", "indicator", "factor", "not tied"],
)
def test_what_the_post_ties_to_a_duty_covers_it(tmp_path: Path, tied: str, standards: int, clauses: int) -> None:
    covered = "100.0%" if (standards, clauses) == (2, 2) else "50.0%"
    assert counted(tmp_path, BOTH + tied) == (
        f"职责 2 · 有标准 {standards} · 有条款 {clauses} · 覆盖率 {covered} · 仅通用 0 · 豁免 0"
    )


def test_the_clause_of_a_duty_may_stand_in_its_standard(tmp_path: Path) -> None:
    duties = "    职责:\n      巡查: {工作标准: {内容: 每天一次。, 考核办法: 少一次扣1分。}}\n"
    assert counted(tmp_path, duties) == "职责 1 · 有标准 1 · 有条款 1 · 覆盖率 100.0% · 仅通用 0 · 豁免 0"


def test_what_is_tied_to_every_duty_counts_and_is_told_apart(tmp_path: Path) -> None:
    standards = "    工作标准: {内容: 每天一次。, 对应: 巡查}\n"
    shared = "岗位通用: {考核办法: {内容: 违反制度扣1分。, 对应: 全部}}\n"
    assert counted(tmp_path, BOTH + standards, shared=shared) == (
        "职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 1 · 豁免 0"
    )


def test_the_whole_manual_can_tie_to_a_duty_by_name(tmp_path: Path) -> None:
    common = "岗位通用: {评分表: {成效: {巡查: {衡量标准: 每天一次。, 对应: 巡查}}}}\n"
    assert counted(tmp_path, BOTH, common=common) == "职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0"


def test_duties_of_every_post_are_counted_once_and_references_where_they_are_used(tmp_path: Path) -> None:
    common = """\
公共职责:
  交办: {工作标准: 按时办结。, 考核办法: 逾期1天扣1分。}
  培训: {工作标准: 按时参加。, 考核办法: 缺1次扣1分。}
岗位通用:
  职责:
    安全: {引用: 公共职责/培训}
"""
    duties = "    职责:\n      交办: {引用: 公共职责/交办}\n  库管员:\n    职责:\n      交办: {引用: 公共职责/交办}\n"
    assert counted(tmp_path, duties, common=common) == (
        "职责 3 · 有标准 3 · 有条款 3 · 覆盖率 100.0% · 仅通用 0 · 豁免 0"
    )


def test_what_is_not_asked_for_is_exempt_and_not_covered(tmp_path: Path) -> None:
    assert counted(tmp_path, BOTH, manual="必备: 无\n") == (
        "职责 2 · 有标准 1 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 1"
    )


def test_a_duty_that_lacks_what_is_asked_for_is_not_exempt(tmp_path: Path) -> None:
    assert counted(tmp_path, BOTH, manual="必备: 工作标准\n") == (
        "职责 2 · 有标准 1 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 0"
    )


def counts(duties: int, covered: int) -> Coverage:
    return Coverage(duties, with_standard=duties, with_clause=covered, covered=covered, only_common=4, exempt=0)


def test_the_summary_in_both_languages() -> None:
    assert summary(counts(231, 230), "zh") == ("职责 231 · 有标准 231 · 有条款 230 · 覆盖率 99.6% · 仅通用 4 · 豁免 0")
    assert summary(counts(231, 230), "en") == (
        "duties 231 · with standard 231 · with clause 230 · coverage 99.6% · only by 全部 4 · exempt 0"
    )


@pytest.mark.parametrize(
    ("duties", "covered", "percentage"),
    [(8, 1, "12.5%"), (2000, 1, "0.1%"), (10000, 4, "0.0%"), (3, 2, "66.7%"), (5000, 4999, "99.9%"), (0, 0, "—")],
)
def test_the_percentage_is_rounded_half_up_to_one_decimal(duties: int, covered: int, percentage: str) -> None:
    assert counts(duties, covered).percentage == percentage


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_100_is_said_of_all_duties_only(duties: int, covered: int) -> None:
    covered = min(duties, covered)
    assert (counts(duties, covered).percentage == "100.0%") == (covered == duties)
