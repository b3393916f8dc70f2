"""The coverage matrix: every duty, all that covers it, and where that is written."""

from __future__ import annotations

from pathlib import Path

from docgen.matrix.duties import duty_sheets
from docgen.sheets import Row, Sheet
from tests.small_project import MANUAL, read_project

Cells = tuple[object, ...]


def sheets(folder: Path, post: str, *, manual: str = "", common: str = "", shared: str = "") -> list[Sheet]:
    """Of a manual with one post, 仓库主任."""
    department = f"部门: 仓储部\n{shared}岗位:\n  仓库主任:\n{post}"
    files: dict[str, str | bytes] = {"manual.yaml": MANUAL + manual, "departments/仓储部.yaml": department}
    return duty_sheets(read_project(folder, files | ({"common.yaml": common} if common else {})))


def rows(found: list[Sheet]) -> list[Cells]:
    """Of the details, without 部门 and 岗位."""
    return [row.cells[2:] for row in found[0].rows]


def test_a_standard_stands_beside_its_own_clauses_and_the_others_beside_the_dutys(tmp_path: Path) -> None:
    post = """\
    职责:
      收发:
        工作标准:
          - {内容: 当天录入。, 考核办法: 晚1天扣1分。, 分值: 10}
          - 三对照。
          - 每月盘点。
        考核办法:
          - 少盘点一次扣3分。
          - 差错一次扣1分。
        分值: 40
"""
    duty = ("仓储部", "仓库主任", "收发", "40", "齐全", "本项")
    assert sheets(tmp_path, post)[0] == Sheet(
        "明细",
        ("部门", "岗位", "职责", "分值", "覆盖", "来源", "其中", "工作标准", "考核办法", "扣分、加分"),
        (12, 14, 16, 7, 10, 10, 7, 40, 40, 24),
        (
            Row((*duty, "10", "当天录入。", "晚1天扣1分。", "扣1分/天")),
            Row((*duty, "", "（1）三对照。\n（2）每月盘点。", "少盘点一次扣3分。", "扣3分/次")),
            Row((*duty, "", "（1）三对照。\n（2）每月盘点。", "差错一次扣1分。", "扣1分/次")),
        ),
        grouped=8,
    )  # fmt: skip


def test_what_is_tied_to_a_duty_covers_it(tmp_path: Path) -> None:
    post = """\
    职责: {收发: 负责收发。, 巡查: 负责巡查。}
    工作标准: {内容: 每天一次。, 对应: [收发, 巡查]}
    考核办法: {内容: 少一次扣1分。, 对应: 巡查}
    指标: {相符率: {目标: 100%, 权重: 30%, 考核办法: 低1%扣1分。, 对应: 收发}}
    评分表: {成效: {质量: {衡量标准: 无差错。, 满分: 10, 对应: 巡查}}}
"""
    assert rows(sheets(tmp_path, post)) == [
        ("收发", "", "齐全", "对应", "", "每天一次。", "", ""),
        ("收发", "", "齐全", "对应", "30%", "", "指标“相符率”，目标100%：低1%扣1分。", "扣1分/1%"),
        ("巡查", "", "齐全", "对应", "", "每天一次。", "少一次扣1分。", "扣1分/次"),
        ("巡查", "", "齐全", "对应", "10", "无差错。", "评分表“质量”", "得0至10分"),
    ]


def test_a_factor_has_the_usual_full_mark_where_it_says_none(tmp_path: Path) -> None:
    post = "    评分表: {成效: {质量: 无差错。, 协作: {衡量标准: 有求必应。, 满分: 20}}}\n"
    assert [cells[-1] for cells in rows(sheets(tmp_path, post, manual="考核: {单项满分: 10}\n"))] == [
        "得0至10分",
        "得0至20分",
    ]
    assert rows(sheets(tmp_path, post))[0][-1] == "得0至100分"


def test_what_is_in_force_for_all_is_told_apart(tmp_path: Path) -> None:
    found = sheets(
        tmp_path,
        "    职责: {收发: {工作标准: 当天录入。}}\n    考核办法: {内容: 误工扣1分。, 对应: 全部}\n",
        shared="岗位通用: {考核办法: {内容: 违反制度扣1分。, 对应: all}}\n",
        common="岗位通用: {工作标准: {内容: 账实相符。, 对应: 收发}}\n",
    )
    assert rows(found) == [
        ("收发", "", "仅通用", "本项", "", "当天录入。", "", ""),
        ("收发", "", "仅通用", "全部", "", "", "误工扣1分。", "扣1分"),
        ("收发", "", "仅通用", "通用·全部", "", "", "违反制度扣1分。", "扣1分"),
        ("收发", "", "仅通用", "通用·对应", "", "账实相符。", "", ""),
    ]


def test_what_is_tied_to_no_duty_comes_after_the_duties(tmp_path: Path) -> None:
    post = "    职责: {收发: {工作标准: 当天。, 考核办法: 晚1天扣1分。}}\n    考核办法: 迟到扣1分。\n"
    found = sheets(tmp_path, post, common="岗位通用: {工作标准: 佩戴工牌。}\n")
    assert [row.cells for row in found[0].rows] == [
        ("全册", "岗位通用", "", "", "", "未对应", "", "佩戴工牌。", "", ""),
        ("仓储部", "仓库主任", "收发", "", "齐全", "本项", "", "当天。", "晚1天扣1分。", "扣1分/天"),
        ("仓储部", "仓库主任", "", "", "", "未对应", "", "", "迟到扣1分。", "扣1分"),
    ]


def test_what_is_missing_is_named_and_marked(tmp_path: Path) -> None:
    post = "    职责: {收发: {考核办法: 晚1天扣1分。}, 巡查: {工作标准: 每天。}, 其他: 完成交办工作。}\n"
    found = sheets(tmp_path, post)
    assert [(row.cells[2], row.cells[4], row.wrong) for row in found[0].rows] == [
        ("收发", "缺标准", True),
        ("巡查", "缺条款", True),
        ("其他", "缺标准、缺条款", True),
    ]


def test_what_is_not_asked_for_is_exempt(tmp_path: Path) -> None:
    found = sheets(tmp_path, "    职责: {其他: 完成交办工作。}\n", manual="必备: 无\n")
    assert found[0].rows == (Row(("仓储部", "仓库主任", "其他", "", "豁免", "", "", "", "", "")),)
    assert not any(row.wrong for row in found[1].rows)


def test_a_duty_without_a_title_is_called_by_its_text(tmp_path: Path) -> None:
    assert rows(sheets(tmp_path, "    职责:\n      - 负责收发。\n"))[0][0] == "负责收发。"


def test_duties_in_force_for_all_posts_are_there_once(tmp_path: Path) -> None:
    duty = "{职责: {安全: {工作标准: 无事故。, 考核办法: 事故一次扣5分。}}}\n"
    found = sheets(
        tmp_path,
        "    职责: {收发: {工作标准: 当天。, 考核办法: 晚1天扣1分。}}\n",
        shared=f"岗位通用: {duty}",
        common=f"岗位通用: {duty}",
    )
    assert [row.cells[:3] for row in found[0].rows] == [
        ("全册", "岗位通用", "安全"),
        ("仓储部", "岗位通用", "安全"),
        ("仓储部", "仓库主任", "收发"),
    ]
    assert found[1] == Sheet(
        "汇总",
        ("部门", "职责", "有标准", "有条款", "覆盖率", "仅通用", "豁免"),
        (24, 10, 10, 10, 10, 10, 10),
        (
            Row(("岗位通用", 1, 1, 1, "100.0%", 0, 0)),
            Row(("仓储部", 2, 2, 2, "100.0%", 0, 0)),
            Row(("合计", 3, 3, 3, "100.0%", 0, 0)),
        ),
    )
