"""REQUIREMENT-DISCRIMINATES: 任职资格有就业歧视 / A requirement that discriminates

任职资格写做这项工作要的学历、经验、证书和能力。性别、年龄上限、民族、户籍、婚育、身高相貌、病原携带，和工作无关的不能当条件。
法律规定某岗位必须有的（女职工禁忌劳动、从事食品工作的健康证明），在那一行用注释写明依据。

错：

    任职资格:
      - 男性，35岁以下，本市户籍。

对：

    任职资格:
      - 大专以上学历，三年以上仓储管理经验。

依据：《就业促进法》第三条、第二十六条至第三十一条；《劳动法》第十二条、第十三条。

---

任职资格 states the education, experience, certificates and skills that the work needs. Sex, an upper age, ethnic
group, registered residence, marriage and children, looks, or a carried virus are no conditions, unless the law makes
them so: then a comment in that line says which law.

Wrong: 男性，35岁以下，本市户籍. Right: 大专以上学历，三年以上仓储管理经验.

Basis: 就业促进法 arts. 3 and 26–31; 劳动法 arts. 12 and 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from docgen.checks.texts import Kind, search
from docgen.manual.model import Manual
from docgen.problems import Problem, Severity, Words

CODE: Final = "REQUIREMENT-DISCRIMINATES"
SEVERITY: Final[Severity] = "warning"

WHERE: Final[tuple[Kind, ...]] = ("qualification",)


def find(manual: Manual) -> Iterator[Problem]:
    for hit in search(manual, _conditions(), WHERE):
        ground = str(hit.match.lastgroup)
        if not _denied().search(hit.before):
            zh, en = GROUNDS[ground]
            yield Problem(
                SEVERITY,
                CODE,
                hit.position,
                Words(f"“{hit.match[0]}”按{zh}限制录用", f"“{hit.match[0]}” is a condition of {en}"),
                Words(
                    "改成工作需要的能力、证书；法律另有规定的，用“# docgen: 忽略”注明",
                    "name the skill or certificate that the work needs; where a law demands it, ignore with the reason",
                ),
            )


GROUNDS: Final = {
    "sex": ("性别", "sex"),
    "age": ("年龄", "age"),
    "origin": ("户籍、民族、信仰", "origin or belief"),
    "family": ("婚育", "marriage or children"),
    "looks": ("相貌、身高", "looks"),
    "health": ("病原携带、残疾", "health"),
}


@cache
def _denied() -> re.Pattern[str]:
    return re.compile("(?:不限|不得|不以|不分|不要求|无论|非)[^，。；]{0,6}$")


@cache
def _conditions() -> re.Pattern[str]:
    """What would shut people out. 年满18周岁, 60岁以下 and the retirement age are the law's own bounds."""
    years = r"(?:[1-5][0-9]|[二三四五]十[一二三四五六七八九]?)"
    return re.compile(
        "(?P<sex>(?:限|须为|应为|仅限|只限|只招|性别[:：为]?)[男女][性士]?|^[男女](?:性|士)?(?=[，,、。；]|优先)|[男女](?:性|士)?优先"
        "|(?<=[，,、。；])[男女]性?(?=[，,、。；]))"
        rf"|(?P<age>{years} ?周?岁(?:（含）|\(含\))?(?:及以下|以下|以内|之内|左右)"
        rf"|年龄(?:要求)?[^，。；\n]{{0,4}}(?:不超过|不大于|不高于|小于|低于|未满)[^，。；\n]{{0,2}}{years}"
        rf"|不超过 ?{years} ?周?岁"
        rf"|[1-5][0-9] ?(?:周?岁)? ?[-－—~～至到]{{1,2}} ?{years} ?周?岁|(?<![0-9])[6-9]0后)"
        "|(?P<origin>[本外][地市省县区](?:城镇|农村|常住)?(?:户籍|户口)"
        "|(?:户籍|户口|籍贯)(?=[:：限须应为在]|优先)|本地人|汉族|无宗教信仰|限[^，。；\\n]{1,6}籍"
        "|不(?:招|录用)[^，。；\\n]{1,5}[省市县区][人籍])"
        "|(?P<family>[已未]婚|[已未]育|单身|离异|怀孕|生育计划|无子女|[^，。；\\n]{0,3}内不(?:婚|孕|育|结婚|生育))"
        "|(?P<looks>五官端正|相貌|容貌|颜值|外形|形象(?:好|佳|气质)|气质佳|身高)"
        "|(?P<health>乙肝|肝炎|艾滋|HIV|病[原毒](?:体)?携带|无残疾|非残疾|残疾人(?:除外|勿))",
        re.MULTILINE,
    )
