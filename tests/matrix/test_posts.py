"""The 职责矩阵: which post carries which department duty, and who has which other duty."""

from __future__ import annotations

from pathlib import Path

from docgen.matrix.posts import post_sheets
from docgen.sheets import Row, Sheet
from tests.small_project import read_project

DEPARTMENT = """\
部门: 仓储部
部门职责: {保管: 负责物资保管。, 账务: 负责账务。, 安全: 负责防火。}
岗位通用: {职责: {防火巡查: {对应: 安全}}}
岗位:
  仓库主任:
    职责:
      收发: {内容: 组织收发。, 对应: 保管}
      盘点: {对应: [保管, 账务]}
      交办: 完成交办工作。
  库管员:
    职责:
      发料: {对应: 保管}
      交办: 完成交办工作。
"""


def sheets(folder: Path, department: str, common: str = "") -> list[Sheet]:
    files: dict[str, str | bytes] = {"departments/仓储部.yaml": department}
    return post_sheets(read_project(folder, files | ({"common.yaml": common} if common else {})))


def test_department_duties_across_posts_then_the_others(tmp_path: Path) -> None:
    assert sheets(tmp_path, DEPARTMENT) == [
        Sheet(
            "仓储部",
            ("类别", "职责", "仓库主任", "库管员", "岗位数"),
            (10, 22, 10, 10, 9),
            (
                Row(("部门职责", "保管", "收发\n盘点", "发料", 2)),
                Row(("部门职责", "账务", "盘点", "", 1)),
                Row(("部门职责", "安全", "防火巡查", "防火巡查", 2)),
                Row(("其他职责", "交办", "●", "●", 2)),
            ),
            grouped=1,
        )
    ]


def test_a_department_duty_that_nobody_carries_is_marked(tmp_path: Path) -> None:
    (sheet,) = sheets(tmp_path, DEPARTMENT.replace("对应: 安全", "内容: 每天巡查。"))
    assert sheet.rows[2:4] == (
        Row(("部门职责", "安全", "", "", "无人承接"), wrong=True),
        Row(("其他职责", "交办", "●", "●", 2)),
    )
    assert sheet.rows[4] == Row(("其他职责", "防火巡查", "●", "●", 2))


def test_duties_of_all_posts_of_the_manual_count_for_each(tmp_path: Path) -> None:
    (sheet,) = sheets(tmp_path, DEPARTMENT, "岗位通用: {职责: {保密: 保守商业秘密。}}\n")
    assert sheet.rows[-1] == Row(("其他职责", "保密", "●", "●", 2))


def test_a_duty_that_carries_what_there_is_not_is_another_duty(tmp_path: Path) -> None:
    (sheet,) = sheets(tmp_path, DEPARTMENT.replace("发料: {对应: 保管}", "发料: {对应: 保菅}"))
    assert Row(("其他职责", "发料", "", "●", 1)) in sheet.rows


def test_a_department_without_posts_has_no_sheet(tmp_path: Path) -> None:
    assert sheets(tmp_path, "部门: 仓储部\n部门职责: {保管: 负责物资保管。}\n") == []
