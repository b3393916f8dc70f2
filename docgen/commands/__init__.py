"""The commands of docgen, a module each: `add_options` declares its words, `run` does it and returns an exit code.

A module is imported when its command is asked for, so that none costs another's start.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

COMMANDS = {
    "new": "新建一个手册项目：1 个部门、2 个岗位的样例",
    "check": "检查内容：职责有没有标准和条款，名称对不对得上",
    "build": "生成手册，放到 output 文件夹",
    "handout": "给每个人的一份：封面、本岗位内容、签收回执",
    "matrix": "覆盖矩阵：每项职责的工作标准、考核办法和分值",
    "scoresheet": "评分表：每个岗位一张 Excel 表，填次数，自动算分、定等级",
    "score": "算分：照记录算每个人的得分和等级，出考核结果汇总表",
    "explain": "说明一个问题代码：什么意思、怎么改",
    "clause": "看一条考核条款读成了什么：扣多少、怎么算",
    "schema": "打印 JSON Schema：内容文件（编辑器补全和检查用）或检查结果",
    "doctor": "看看这台机器能不能生成手册，缺什么",
}


def command(name: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"docgen.commands.{name}")
