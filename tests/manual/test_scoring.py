"""The form on which a post is scored."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from docgen.manual.model import Assessment
from docgen.manual.scoring import ScoreItem, full_score, score_items, scorers
from tests.manual.test_pairing import post_of
from tests.small_project import MANUAL, read_project


def form(items: list[ScoreItem]) -> list[tuple[str, str, list[tuple[str | None, list[str], str]]]]:
    """Each item: its names, the full score of the whole, and its rows of factor, measures and full score."""
    return [
        (
            "、".join(item.names),
            item.full.text if item.full else "",
            [(row.factor, [*map(str, row.measures)], row.full.text if row.full else "") for row in item.rows],
        )
        for item in items
    ]


SCORECARD = """\
职责: {放样: {工作标准: 误差合格。, 考核办法: 超差扣1分。}}
评分表:
  成效:
    精度: {衡量标准: 误差在允许范围内。, 满分: 20}
    记录: 不缺页。
考核: {单项满分: 10, 考核人: {队长: 60%, 经理: 40%}}
"""


def test_a_post_with_a_scorecard_is_scored_on_its_factors(tmp_path: Path) -> None:
    items = score_items(post_of(tmp_path, SCORECARD))

    assert form(items) == [("成效", "", [("精度", ["误差在允许范围内。"], "20"), ("记录", ["不缺页。"], "10")])]
    assert full_score(items, None) == 30


def test_without_one_it_is_scored_on_its_duties(tmp_path: Path) -> None:
    post = post_of(
        tmp_path,
        """\
职责:
  放样: {分值: 60, 工作标准: 误差合格。, 考核办法: 超差扣1分。}
  资料:
    工作标准:
      - {内容: 不缺页。, 分值: 30, 考核办法: 缺一页扣1分。}
      - {内容: 按时交。, 分值: 10}
""",
    )
    assert form(score_items(post)) == [
        ("放样", "60", [("误差合格。", ["超差扣1分。"], "")]),
        ("资料", "", [("不缺页。", ["缺一页扣1分。"], "30"), ("按时交。", [], "10")]),
    ]
    assert full_score(score_items(post), None) == 100


def test_the_factors_of_all_posts_come_after(tmp_path: Path) -> None:
    department = """\
部门: 测量队
岗位通用: {评分表: {态度: {出勤: {衡量标准: 不迟到。, 满分: 5}}}}
岗位:
  测量员: {职责: {放样: 按图放样。}}
"""
    manual = read_project(tmp_path, {"manual.yaml": MANUAL, "departments/仓储部.yaml": department})

    assert form(score_items(manual.departments[0].posts[0])) == [
        ("放样", "", [(None, [], "")]),
        ("态度", "", [("出勤", ["不迟到。"], "5")]),
    ]


def test_where_an_item_says_no_score_the_full_one_is_the_assessments(tmp_path: Path) -> None:
    post = post_of(tmp_path, "职责: {放样: 按图放样。}\n考核: {满分: 120}\n")

    assert full_score(score_items(post), post.assessment) == 120
    assert full_score(score_items(post), Assessment()) == Decimal(100)
    assert full_score([], None) == Decimal(100)


def test_who_scores(tmp_path: Path) -> None:
    def names(fields: str) -> list[tuple[str, str]]:
        found = scorers(post_of(tmp_path, f"职责: {{放样: 按图放样。}}\n{fields}"))
        return [(scorer.name, scorer.weight.text if scorer.weight else "") for scorer in found]

    assert names("考核: {考核人: {队长: 60%, 经理: 40%}}\n直接上级: 队长\n") == [("队长", "60%"), ("经理", "40%")]
    assert names("直接上级: 队长、经理\n") == [("队长", ""), ("经理", "")]
    assert names("") == [("", "")]
