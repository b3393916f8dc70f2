"""DUTY-NO-VERB: 职责没有写做什么 / A duty without a verb

职责的内容要有动词：负责、组织、编制、审核、办理……只有名词的（“仓库的日常事务”），看不出是决定、办理还是监督。
内容不写、只有标题的不查。

错：

    职责:
      日常事务: {内容: 仓库的日常事务。}

对：

    职责:
      日常事务: {内容: 办理仓库的请假、领用和报修。}

依据：GB/T 19001—2016 第5.3条，职责和权限要明确：写清做什么，做到哪里。

---

A duty says what is done, by a verb: 负责, 组织, 编制, 审核, 办理 … A noun alone (仓库的日常事务) leaves open whether
the post decides, does or supervises. Duties with only a title are not asked.

Wrong: 仓库的日常事务. Right: 办理仓库的请假、领用和报修.

Basis: GB/T 19001—2016 §5.3: responsibilities and authorities are assigned so that they are understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "DUTY-NO-VERB"
SEVERITY: Final[Severity] = "warning"

VERBS: Final = (
    "负承担组编制订拟起审核批检查督监测试验收发放领取交送报汇总结算对盘登记录填写整归存保管护养维修改拆装"
    "运输配调排派指培训教带抓落执遵贯完办处协助参加出席主召联沟接待回答解提供析研究开采购销售推宣招聘考评"
    "选签履确防控降优使做搞抽巡看守值清扫擦洗打印寄拍跟催追索赔付支缴纳申请挖割锯磨焊喷涂刷染探寻拓创找学习练"
    "读听说讲谈商讨论建立健实施进包括复校定置布辅撰传递转达通知公示谋划筹掌握了熟悉晓服持爱廉忠坚尽努替代"
    "让给停启闭合反映疏导引搬卸垛码称量计绘描摄译辑版受准摸拿盯迎访拜约租"
    "借还抄晒冲切搅倒铺垫堵灭救抢搭架绑捆钉剪铲浇种植喂诊疗注驾驶骑乘挑拣补换增减扩缩拉吊举轧裁缝织烧烤蒸煮泡捡磅滤筛混拌"
)
"""The characters that verbs of duties are made of, but for those that nouns have as often (设备, 事务)."""


def find(manual: Manual) -> Iterator[Problem]:
    for hit in search(manual, _nouns(), ("duty",)):
        yield Problem(
            SEVERITY,
            CODE,
            hit.position,
            Words("这项职责没有写做什么", "this duty does not say what is done"),
            Words("用动词写：负责、组织、编制、审核、办理……", "use a verb: 负责, 组织, 编制, 审核, 办理 …"),
        )


@cache
def _nouns() -> re.Pattern[str]:
    """A whole text of 汉字 without any character that verbs are made of, 管理 and the like before 工作 set aside."""
    compound = (
        "(?:管理|保管|服务|统计|维护|检查|考核|培训|接待|计划|安全保卫)(?=[、和及与]|[等的]?(?:工作|事务|事宜|任务))"
    )
    return re.compile(rf"^(?=.*[\u4e00-\u9fff]{{2}})(?:{compound}|[^{VERBS}A-Za-z\n])+$", re.MULTILINE)
