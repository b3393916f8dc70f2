"""Duties, standards and clauses side by side."""

from __future__ import annotations

from pathlib import Path

from docgen.manual.model import Post
from docgen.manual.pairing import PairedDuty, has_points, paired
from tests.small_project import read_project


def post_of(folder: Path, fields: str) -> Post:
    """The one post of a department; `fields` are its own."""
    lines = "".join(f"    {line}\n" for line in fields.splitlines())
    manual = read_project(folder, {"departments/仓储部.yaml": f"部门: 仓储部\n岗位:\n  仓库主任:\n{lines}"})
    return manual.departments[0].posts[0]


def table(duties: list[PairedDuty]) -> list[tuple[str, list[tuple[str | None, list[str], int]]]]:
    """Each duty's names with its rows: the standard, its clauses, and how many rows have these."""
    return [
        ("、".join(duty.names), [(row.standard, [*map(str, row.clauses)], row.span) for row in duty.rows])
        for duty in duties
    ]


def test_a_standard_stands_beside_its_own_clauses(tmp_path: Path) -> None:
    post = post_of(
        tmp_path,
        """\
职责:
  收发:
    工作标准:
      - {内容: 当天录入。, 考核办法: 晚一天扣1分。}
      - 内容: 账物相符。
        考核办法:
          - 差一项扣1分。
          - 差十项扣完。
""",
    )
    assert table(paired(post)) == [
        ("收发", [("当天录入。", ["晚一天扣1分。"], 1), ("账物相符。", ["差一项扣1分。", "差十项扣完。"], 1)])
    ]


def test_standards_without_clauses_of_their_own_share_the_dutys(tmp_path: Path) -> None:
    post = post_of(
        tmp_path,
        """\
职责:
  收发:
    工作标准:
      - 当天录入。
      - {内容: 账物相符。, 考核办法: 差一项扣1分。}
      - 单据齐全。
    考核办法:
      - 晚一天扣1分。
      - 缺一张扣1分。
""",
    )
    assert table(paired(post)) == [
        (
            "收发",
            [
                ("账物相符。", ["差一项扣1分。"], 1),
                ("当天录入。", ["晚一天扣1分。", "缺一张扣1分。"], 2),
                ("单据齐全。", [], 0),
            ],
        )
    ]


def test_a_duty_has_a_row_even_where_nothing_stands_beside_it(tmp_path: Path) -> None:
    post = post_of(tmp_path, "职责:\n  收发: 管好收发。\n  巡查: {考核办法: 少一次扣1分。}\n")

    assert table(paired(post)) == [("收发", [(None, [], 1)]), ("巡查", [(None, ["少一次扣1分。"], 1)])]


def test_what_is_tied_to_one_duty_stands_with_it_and_what_serves_several_after_them(tmp_path: Path) -> None:
    post = post_of(
        tmp_path,
        """\
职责: {收发: 管好收发。, 巡查: 每天巡查。}
工作标准:
  - {内容: 无差错。, 对应: 收发}
  - {内容: 有记录。, 对应: [收发, 巡查], 考核办法: 缺记录扣1分。}
考核办法:
  - {内容: 差错一次扣1分。, 对应: 收发}
  - {内容: 迟到一次扣1分。, 对应: 全部}
""",
    )
    assert table(paired(post)) == [
        ("收发", [("无差错。", ["差错一次扣1分。"], 1)]),
        ("巡查", [(None, [], 1)]),
        ("收发、巡查", [("有记录。", ["缺记录扣1分。"], 1)]),
        ("", [(None, ["迟到一次扣1分。"], 1)]),
    ]


def test_a_part_that_is_not_shown_takes_no_rows(tmp_path: Path) -> None:
    post = post_of(
        tmp_path,
        """\
职责:
  收发:
    工作标准:
      - {内容: 当天录入。, 考核办法: 晚一天扣1分。}
      - 账物相符。
    考核办法: 差一项扣1分。
""",
    )
    assert table(paired(post, standards=False)) == [("收发", [(None, ["晚一天扣1分。", "差一项扣1分。"], 1)])]
    assert table(paired(post, clauses=False)) == [("收发", [("当天录入。", [], 1), ("账物相符。", [], 1)])]


def test_a_duty_without_a_title_is_called_by_what_it_says(tmp_path: Path) -> None:
    (duty,) = paired(post_of(tmp_path, "职责:\n  - 管好收发。\n"))

    assert (duty.names, duty.titles, duty.content) == (("管好收发。",), (), "管好收发。")


def test_points_are_those_of_a_duty_or_of_a_standard(tmp_path: Path) -> None:
    assert has_points(paired(post_of(tmp_path, "职责: {收发: {分值: 10}}\n")))
    assert has_points(paired(post_of(tmp_path, "职责: {收发: {工作标准: {内容: 快。, 分值: 10}}}\n")))
    assert not has_points(paired(post_of(tmp_path, "职责: {收发: 管好收发。}\n")))
