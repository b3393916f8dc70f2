"""A small company whose people are scored: a post with 分值, one with everything, one without names."""

from __future__ import annotations

from pathlib import Path

from docgen.assessment.records import Record, read_records
from docgen.manual.model import Manual
from docgen.problems import Problem
from tests.small_project import MANUAL, read_project

COMPANY: dict[str, str | bytes] = {
    "manual.yaml": f"""\
{MANUAL}外部岗位: 厂长
考核:
  加分上限: 3
  等级: {{优秀: {{下限: 90, 系数: 1.2, 比例: 50%}}, 合格: {{下限: 60, 系数: 1}}, 不合格: {{下限: 0, 系数: 0.8}}}}
""",
    "departments/仓储部.yaml": """\
部门: 仓储部
岗位:
  仓库主任:
    任职者: 石长青
    直接上级: 厂长
    职责:
      物资收发:
        工作标准: 单据当天录入。
        考核办法:
          - 单据晚录入1天扣1分，超过3天扣5分。
          - 发错一次扣3分，最多扣6分；漏签字每处扣0.5分。
          - 发生泄密事件的，本项不得分。
        分值: 60
      库区巡查:
        工作标准: 每天巡查一次。
        考核办法:
          - 少巡查一次扣1分。
          - 发现隐患每条加1分。
          - 发生死亡事故实行一票否决。
        分值: 40
    指标:
      账物相符率: {目标: 99%, 权重: 100%, 考核办法: 每低0.1个百分点扣1分。, 对应: 物资收发}
    评分表:
      成效:
        协作: {衡量标准: 三个部门当月书面意见为零。, 满分: 10}
    考核:
      构成: {职责: 60%, 指标: 30%, 评分表: 10%}
  库管员:
    任职者: [程小满, 周立夏]
    直接上级: 仓库主任
    职责:
      保管:
        工作标准: 账物相符。
        考核办法:
          - 账物不符每项扣2.5分。
          - 视情节扣1-3分
          - 私自外借罚款50元。
  叉车工:
    直接上级: 仓库主任
    职责:
      装卸: {工作标准: 不损坏。, 考核办法: 损坏一件扣4分。}
    考核: {周期: 季}
""",
    "departments/质量部.yaml": """\
部门: 质量部
岗位:
  质检员:
    任职者: 江小雪
    直接上级: 厂长
    职责:
      检验:
        工作标准: 不漏检。
        考核办法:
          - 漏检每批扣2分。
          - 视情节扣1-10分。
    评分表:
      成效:
        协作: {衡量标准: 有求必应。, 满分: 40}
        学习: {衡量标准: 每月学一样。, 满分: 60}
    考核:
      构成: {职责: 50%, 评分表: 50%}
      考核人: {厂长: 60%, 仓库主任: 40%}
""",
}


def company(folder: Path) -> Manual:
    return read_project(folder, COMPANY)


def records(manual: Manual, folder: Path, lines: str, name: str = "记录.csv") -> tuple[list[Record], list[Problem]]:
    """Those of a CSV file with these lines below its headings."""
    file = folder / name
    file.write_text(f"日期,姓名/岗位,条款,次数或数值,备注,考核人\n{lines}", "utf-8")
    return read_records(str(file), manual)
