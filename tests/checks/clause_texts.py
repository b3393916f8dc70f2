"""A project around one clause, for the rules that look at clauses."""

from __future__ import annotations


def of_duty(*clauses: str, points: str = "") -> str:
    """A department whose one post has a duty with these clauses, from line 9 on."""
    lines = "".join(f"          - {clause}\n" for clause in clauses)
    full = f"        分值: {points}\n" if points else ""
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责收发物资。
        工作标准: 单据填写齐全。
        考核办法:
{lines}{full}"""


def of_indicator(name: str, clause: str) -> str:
    """A department whose one post has an indicator with this clause, in line 4."""
    return f"""\
部门: 仓储部
岗位:
  仓库主任: {{职责: {{收发: {{工作标准: 当天录入。}}}}, 指标: {{
      {name}: {{权重: 100%, 对应: 收发, 考核办法: {clause}}}}}}}
"""
