"""What {单位}, {等级} … stand for."""

from __future__ import annotations

from pathlib import Path

from docgen.manual.placeholders import placeholder_values
from tests.small_project import MANUAL, read_project

EVERYTHING = """\
名称: 岗位职责、工作标准及考核办法
单位: 青桐岭木业有限公司
版本: 2026.1
编号: Q/QTL-GL-01
密级: 内部
发布日期: 2026/1/5
生效日期: 2026年2月1日
归口部门: 人力资源部
代替: 2024版
审议: 2025年12月20日职工代表大会审议通过
公示: 2025年12月25日起在公告栏公示七天
编制人: 甲、乙
审核人: [丙]
批准人: 丁
会签: [财务部, 工会]
考核:
  周期: [月, 年]
  满分: 120分
  单项满分: 10
  加分上限: 5.50
  审批人: 总经理
  考核人: {直接上级: 70%, 考核小组: 30%}
  等级: {优秀: {下限: 90, 系数: 1.2, 比例: 20%}, 合格: {下限: 60, 系数: 1}, 不合格: 0}
  结果运用:
    - 优秀的，当月奖金上浮10%。
    - 不合格的，离岗培训
"""


def test_every_value_of_the_manual_has_its_placeholder(tmp_path: Path) -> None:
    assert placeholder_values(read_project(tmp_path, {"manual.yaml": EVERYTHING})) == {
        "名称": "岗位职责、工作标准及考核办法",
        "单位": "青桐岭木业有限公司",
        "版本": "2026.1",
        "编号": "Q/QTL-GL-01",
        "密级": "内部",
        "发布日期": "2026年1月5日",
        "生效日期": "2026年2月1日",
        "归口部门": "人力资源部",
        "代替": "2024版",
        "审议": "2025年12月20日职工代表大会审议通过",
        "公示": "2025年12月25日起在公告栏公示七天",
        "编制人": "甲、乙",
        "审核人": "丙",
        "批准人": "丁",
        "会签": "财务部、工会",
        "满分": "120分",
        "单项满分": "10分",
        "加分上限": "5.50分",
        "周期": "月、年",
        "审批人": "总经理",
        "考核人": "直接上级、考核小组",
        "等级": "90分以上为优秀；60分以上、不满90分为合格；不满60分为不合格",
        "系数": "优秀1.2、合格1",
        "比例": "优秀20%",
        "结果运用": "优秀的，当月奖金上浮10%；不合格的，离岗培训",
    }


def test_what_the_manual_does_not_say_is_empty_but_the_full_score_is_100(tmp_path: Path) -> None:
    values = placeholder_values(read_project(tmp_path, {"manual.yaml": MANUAL}))

    assert {name: value for name, value in values.items() if value} == {
        "名称": "岗位手册",
        "单位": "示例木业有限公司",
        "版本": "1.0",
        "满分": "100分",
    }
