"""The grammar of scoring clauses, on one page.

    clause      = { condition consequence { modifier } }
    condition   = words with marks in them: step, bound, range, occurrence
    consequence = take | give | score | veto | sanction | refer | nothing
    modifier    = cap | rounding, of the consequences before it

A text is read in three passes, each with one table of rules, of which the first that matches counts:

    QUANTITIES    三次, 0.1%, 10分钟, 两分 become signs, one for each kind of unit
    CONSEQUENCES  扣{分}, 得满分, 最多扣{分} … ; what stands between two of them is a condition
    MARKS         每{count}, 超过{time}, {%}以上, 第三次 … in a condition

A rule is a regular expression on text with half-width signs and without spaces. `{name}` in it stands for a sign or for
a phrase of `PHRASES`; a named group is what `reader` looks at; the rule's own name says what is made of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# What stands for a quantity, by the kind of its unit, and what fills the text up to its length: private use characters,
# which no text has.
SIGNS: Final = {kind: chr(0xE001 + place) for place, kind in enumerate("zero 分 元 % time count measure bare".split())}
FILLER: Final = "\ue000"

UNITS: Final = {
    "%": "% ‰ 个百分点 百分点 个千分点 千分点 成(?![本品果绩员交功立熟型为效长就])",
    "time": "个工作日 个自然日 个小时 个钟头 个星期 个季度 个学期 个月 工作日 自然日 小时 钟头 星期 学期 分钟 秒钟 刻钟 季度 天 日 秒 年 月 季(?!节) 旬 周(?![转计报例边一末])",
    "分": "分(?![之别公支管厂店队])",
    "元": "人民币元 元(?!件)",
    "count": "人次 台次 件次 项次 车次 班次 批次 架次 户次 课时 学时 次(?![品日]) 起(?![来草始]) 例(?![会外如]) 级(?=[扣减]) 人(?!员) 个 处 份 件 条 项 笔 张 "
    "页 单(?!位) 户 家 款 篇 场 台 种 组 块 车 批 餐 道 名 位 只 支 套 本 册 门 期 节 轮 班 段 字 株 根 袋 箱 桶 瓶 盒 辆 艘 栋 间 层 宗 桩 类 "
    "枚 幅 封 步 回 遍 趟 倍 座 幢 面 口 包 卷 片 格 头 棵 盘 针",
    "measure": "千瓦时 平方米 立方米 公里 千米 厘米 毫米 平米 公斤 千克 毫升 米 吨 克 升 亩 方 角 度(?!假) mm cm km kg ml m g t ℃",
}
DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
CHINESE: Final = r"[零〇一二两三四五六七八九十百千万半]+(?:点[零〇一二三四五六七八九]+)?"


def _any_of(words: str) -> str:
    return f"(?:{words.replace(' ', '|')})"


QUANTITIES: Final = {
    # Clock times, dates and set phrases, whose numbers count nothing
    "skip": rf"\d+:\d+|\d+[点时](?:\d+分?|半|整)?|\d+月(?:\d+[日号])?(?!以内)|(?<!提前)(?<!提早)\d+[日号][之以]?前|\d{{4}}年|一次(?=[^,;。扣]{{0,6}}率|性)|一票|一[般些切样定致旦并时经律直体]"
    r"|百公里(?=油?[耗电])|[一二三]方",
    "fraction": rf"(?P<parts>[百千万])分之(?P<share>{DIGITS}|{CHINESE})",
    # 每次, 2分/次: one, where no number is given
    "quantity": rf"(?:(?P<number>(?<![第\d.])(?:{DIGITS}[万千百亿]*|{CHINESE}))|(?<=[每/])|(?<=[按逐])(?=人次|[次天件处份]|[人项条](?![员目例])))(?P<unit>"
    + "|".join(_any_of(words) for words in UNITS.values())
    + r")(?P<and_half>半(?=$|[,;。的扣加]))?",
    "bare": rf"(?<!第)(?P<digits>{DIGITS}[万千百亿]*)|(?<![第\d.])(?P<chinese>{CHINESE})(?=[-~—–、或至到]+{CHINESE})",
}

PHRASES: Final = {
    **{kind: f"(?:{sign}{FILLER}*+)" for kind, sign in SIGNS.items()},
    "any": "(?:[\ue001-\ue008]\ue000*+)",
    "with_unit": "(?:[\ue001-\ue007]\ue000*+)",
    "points": "(?:[\ue001-\ue004]\ue000*+)",
    "item": "(?:[\ue001-\ue004\ue008]\ue000*+)",  # a number of points, or one that leaves 分 to the last
    "to": "[-~—–至到]+",
    # Words between the parts of a rule: nothing that a rule would look at
    "words": "(?:[^\\d,;。、每:()<>≤≥\ue000-\ue008超低高达不未没满]|[下到送传]达)",
    "object": "(?:[^\\d,;。每加扣罚奖超低高达不未满少缺漏没限最\ue000-\ue008]|{wages}){0,14}?",
    # Comparisons
    "including": r"(?:\((?:不?含|不?包[含括])[^)]*\)|含)",
    "before": r"(?:(?:不|未能?|没有?)(?:超过|超出|低于|少于|小于|高于|大于|多于|达到|到|足|满|达)|达不到|(?:大于|小于)或?等于|超过|超出|[高大多低少小]于"
    r"|达到|至少|[<>]=?|[≤≥])",
    "after": r"(?:{including}?(?:(?:及|或)?其?以[上下内外]|之[内外]|内(?![容部外勤业控审])){including}?)",
    "whole": "(?!{after}|[之以]?前|{including}?{to}[\ue001-\ue008])",  # no more of the quantity follows
    # Verbs that make what follows a step: 降低0.1%, 少一次, 晚1天
    "change": r"(?:降低|提高|下降|上升|提升|增加|增长|减少|下滑|超额|[低高降升增减超多少差])",
    "lapse": r"(?:[缺漏错误迟晚拖]|逾期|推迟|延迟|延误|延期|滞后|超[期时支标员编]|[脱离]岗|旷工|缺勤|缺席|早退|提前|提早|损失)",
    # Amounts: {分}; {bare}至{分}; {bare}、{bare}、{分}; 满分
    "ranged": "(?:{any}{to}{points}|{points}以上[、,至]?{points}以下)",
    "listed": "{item}(?:[、/或]{item})+",
    "amount": "(?:{ranged}|{listed}|{points}|的?一半)",
    "full": r"(?:满分|全分|(?:全部|所有)的?(?:原?配分|标准分|分[值数]?)|全额|全部)",
    "stop": "(?!{after}|封顶|为[上限最止]|{including}?{to}[\ue001-\ue008]|[的者后时](?![扣罚加奖处标])|之间|得|计|扣[^完至到满光分除减罚])",
    "each": r"(?:\)?(?:/每?|\(?每){with_unit}\)?)?",
    "end": r"(?=$|[,;。、)(!]|并|且|和|及|同时|另|或|直至|处[理分罚])",
    "treated": r"(?:的?(?:处理|处罚|处分|惩罚|奖励|扣罚))?",
    "reward": r"(?:扣分|扣除|扣减|扣罚|扣|罚款|处罚|加分|奖励|奖金|计分|得分|给分|记分)",
    "wages": r"(?:绩效工资|绩效奖金?|工资|奖金|薪[酬金资]?|津贴|补贴|提成|(?:年终|全勤|出勤|安全|质量|季度|月度|年度)奖|绩效(?!考核?分|分|得分|考核得分))",
    "this": r"(?:[本该此单当这]项(?:工作|指标|考核|目)?|[本该此](?:条|指标|项目)|相应|对应)",
    "whole_period": r"(?:(?:[当本全][月季年期]|[月年季]度|当期)度?)",
    "discipline": r"(?:通报批评|通报|(?:口头|书面|严重|黄牌|红牌)?警告|记大?过|降级|降[一二两]级(?:工资|使用)?|降职|降薪|撤职|免职|开除|辞退|劝退|除名|解聘|留用察看"
    r"|解除(?:劳动|聘用)?(?:合同|关系)|停职(?:检查|反省)?|待岗(?:培训|学习)?|[下停转调]岗|调离(?:原|本|现)?(?:工作)?岗位?|批评教育|批评"
    r"|(?:书面)?检[查讨]|约谈|诫勉谈话?|训诫|取消[^,;。]{0,10}?(?:资格|评优|评先)|不(?:得|予)(?:参[加与])?(?:评优|评先|晋[升级]|参评)[^,;。]{0,4})",
}

CONSEQUENCES: Final = {
    # 不扣分
    "nothing": "不[再予作做另重复]*(?:扣[分减罚款]?|加分?|罚款?|奖|减分|处罚|考核|追究)(?![^,;。]{0,3}[\ue001-\ue004])|免[于予]?(?:扣分?|处罚|考核|追究)",
    # 不足1小时按1小时计; 扣完为止; 最多扣5分
    "rounding": r"(?:不足|不满|未满|不到)(?P<part>{any})[的者部分,]*[也均都仍]?(?:按照?|以|算|视[为作]|作为?)(?P<counts_as>{any})(?:计[算扣]?|扣[分罚减]?|算|处理|考核|累计)*",
    "dropped": r"(?:不足|不满|未满|不到){any}[的者部分,]*(?:不计算?|不扣分?|忽略不计|舍去|不予计算|不算)",
    "cap_full": r"(?:直至|直到|以)?扣[完光尽](?!{any})(?:{this}?的?(?:标准|考核|所有)?(?:分数|分值|满分|得分|分)?)?(?:为[止限]|止)?"
    r"|扣?[至到]{zero}(?:为止|止)?|不(?:倒扣|计负分|出现负分|扣负分|得负分)|扣?至?{this}分[值数]?扣?完(?:为止)?"
    r"|(?:扣分)?(?:以|不超过){this}(?:标准|考核)?(?:分值|满分|分数|分)(?:为(?:限|上限|止))?",
    "cap": r"(?P<cap_words>最多|最高|至多|上限|封顶|不得?(?:超过|高于|大于)|满分)(?P<cap_verb>{object}[扣罚加奖])*{object}(?:不得?超过)?(?P<cap_before>{points})"
    r"(?:封顶|为止|为限|止)?\)?(?=$|[,;。)])|(?:[以得]|[扣罚加奖]?[至到满完])?(?P<cap_after>{points})(?:封顶|为上限|为最高限|为限|为止)\)?",
    # 一票否决, 总分记0分; 本项不得分
    "veto_all": r"(?:实行)?一票否决制?|(?:考核)?总(?:得分|评分|成绩|分)(?:按|直接)?[为记计得归]*(?:{zero}|清零|归零|零)"
    r"|{whole_period}(?:绩效)?(?:考核|考评)*(?:得分|成绩|分)?(?:按|直接)?(?:[为记计得归]+(?:{zero}|零)|不得分)|考核(?:等级|结果)?(?:直接)?[定评记视列判]?为不合格|取消(?:{whole_period}|全部|所有)*(?:考核|考评)*(?:得分|成绩|分数)",
    "veto": "(?=[本该此单当这相对考得分记计给为按打判均都一律不\ue001])" r"(?:(?P<this_item>{this})?(?:考核)?(?:得?分[值数]?)?(?:(?<![获取])得|[记计给为按打判])*{zero}(?:计算?|处理|计分|{stop})"
    r"|{this}?(?:考核)?[均都一律]*不再?(?:得|给|计|记|予计|予给)(?:本项)?分(?![发配包散开离别割拆])|{this}(?:得?分[值数]?)?(?:清零|归零|为零))",
    # 取消当月奖金; 扣2分, 扣责任人两分, 罚款50元, 扣发绩效工资的10%
    "wages_lost": "(?:停发|取消|不予?发放?|扣发|扣除|扣减|扣罚|扣)[^\\d,;。每\ue000-\ue008]{0,10}?{wages}(?:的?(?:全部|全额))?(?=$|[,;。])",
    "paid_part": "{wages}(?:只|仅)?按(?P<paid>{%})(?:发放|计发|核发|兑现|支付)|{wages}(?:基数)?(?:下浮|下调|核减|扣减|扣发|扣除|降低)(?P<cut>{%}|{元}){stop}",
    "take": r"(?P<take_verb>倒扣|负激励|扣罚|扣减|扣除|扣发|扣掉|扣款|扣分|(?<!累计)(?<!已)扣|减[扣分]|(?:减少|降低)(?={分}(?:$|[,;。)]))|减(?![少轻半免速员])|罚款|处罚|罚|(?<!度)考核)"
    r"(?P<take_object>[(:]?{object}[(:为]?)(?:(?P<take_amount>{amount}){stop}|(?P<take_full>{full}(?:{wages}|得分|分[值数]?|{end})))\)?(?P<take_per>{each}){treated}",
    "give": r"(?P<give_verb>正激励|奖励|加奖|(?<![参增更追附施添强])加分?|(?<![获得评领颁])奖|(?:增加|追加)(?={分}(?:$|[,;。)])))(?P<give_object>[(:]?{object}[(:为]?)"
    r"(?P<give_amount>{amount}){stop}\)?(?P<give_per>{each}){treated}",
    # 得10分, 计满分, 95%以上为10分
    "score": "(?:(?<![获取不总])得分?|(?<![统会累合共总预估设])计分?|(?<![登书])记分?|评分?|给予?|打分?|赋分?|(?<=[上下内的间者日时级\ue000-\ue008])为)[为:]?"
    "{this}?(?:分值|标准分|总分|权重分?|基[本础]分|应得分|全部分值)?的?(?:(?P<score_full>{full})|(?P<score_amount>{amount}){stop}(?!的?{reward}))(?P<score_per>{each})",
    # -0.5分/人次; 按每次2分扣除, 处以50元罚款, 分五档(1、2、3)扣分
    "unsaid": "(?<=[\ue000-\ue008])(?P<unsaid_amount>{分})(?=[,;(](?:扣完|最[多高]扣|直至扣))",
    "signed": "(?<![\\d%)\ue000-\ue004\ue008])(?P<sign>[-+])(?P<signed_amount>{points}){stop}(?P<signed_per>{each})",
    "amount_first": r"(?P<first_amount>{ranged}|{listed}|{points})(?P<first_per>{each})\)?(?:的?(?:{bare}|[一二三四五六七八九十]+)个?(?:档次?|等级?|级))?(?:的?(?:标准|幅度))?(?:的|予以|进行|给予|来)*"
    r"(?P<first_verb>{reward})(?:的处罚|的?处理)?{end}",
    # 警告, 通报, 辞退 …; 按规定处理
    "sanction": r"{discipline}{count}?(?:处分|处理|处罚)?(?:{end}|(?=[扣罚]))",
    "refer": r"(?:按照?|依照?|依据|根据|参照|视同)[^,;。]{0,24}?(?:规定|制度|办法|条例|规程|法律?|章程|细则|》|有关|相关|事故|情节)[^,;。]{0,12}?"
    r"(?:处[理罚置分]|追究|论处|惩处|执行|严惩|考核)(?:[^,;。]{0,12}责任)?{end}"
    r"|[移送][交送][^,;。]{0,6}(?:司法|公安|纪检|检察)(?:机关|部门|机构)?(?:依法)?(?:处理)?|(?:依法|依规|依纪)*追究[^,;。]{0,16}责任{end}"
    r"|(?:依法|依规|依纪)+处[理罚分]|(?:另行|从重|从严|严肃)处[理罚]{end}|上?报[^,;。\ue000-\ue008]{0,10}处[理置]{end}",
    # 扣责任人3分、主管1分: the same again
    "same": "(?<=[\ue000-\ue008])[、,][和及]?(?!封顶|上限|最|满分)[^\\d,;。、每加扣罚奖超低高达不未满少缺漏没得计记最按以为共\ue000-\ue008]{1,6}(?P<same_amount>{points}){stop}{end}",
}

MARKS: Final = {
    # 首次, 第二次, 第三次及以上, 再犯, 前两次
    "first": "首次|初次|头一次|初犯|首犯",
    "again": r"再犯|再次|重犯|屡犯|重复[发出][生现]",
    "nth_offence": "(?P<nth_offence>[二三四五])犯",
    "occurrence": r"第(?P<nth>\d+|[一二两三四五六七八九十]+)(?:次?(?:{to}|、)第?(?P<until>{any}|[一二两三四五六七八九十]+次?))?次?(?<=[次\ue000])(?P<onward>{including}?(?:及|或)?其?(?:以[上后]|之后|后|起|开始|始)|[^\d,;。第\ue000-\ue008]{0,4}起(?=[,每]|$))?",
    "up_to": r"前(?P<up_to>{count})",
    "skip": r"(?<!提)[前后]{any}",  # 截止前2天
    # 一个月内: the period in which things are counted
    "window": r"(?:{time}|[本每任]一?个?(?:月|年度?|季度?))[以之]?内(?!完成|办|提交|回复|整改|上报|交|[未没不])(?=[^,;。]{0,6}(?:{count}|累计|连续|第|多次))",
    # 95%≤X<98%; 1至3天, 80%(含)-90%(不含)
    "between": "(?P<low>{any})(?P<low_op><=?|≤)[^\\d<≤,;。]{0,12}?(?P<high_op><=?|≤)(?P<high>{any})",
    "range": r"(?P<from>{any})(?P<from_mark>{including})?{to}(?P<to>{with_unit})(?P<to_mark>{including})?(?:之间|区间|以内)?",
    # 每低1个百分点, 每有1单; 每次, 每人每次; 每发现
    "each": r"[每按逐](?P<each>{with_unit}){whole}(?:[/、]?每(?P<each_other>{with_unit}){whole})?",
    "every": "每(?P<verb>{before}|{change}|未|没有?|不|无|满|达)?{words}{0,10}?(?P<step>{any}){whole}",
    "each_case": r"每(?=出现|发生|发现|违反|有)",
    # 未在3日内, 2小时内未
    "not_within": "(?:未能?|没有?|不能|无法|未曾)(?:及时)?[^\\d,;。未\ue000-\ue008]{0,6}?(?P<limit>{time})[以之]?内|(?P<limit_first>{time})[以之]?内(?=[^,;。\\d]{0,6}?[未没不无])",
    # 超过1天, 低于计划的120%; 超1%; 90%(含)以上; 出勤率100%; 累计3次
    "bound": r"(?P<op>{before}){words}{0,10}?(?P<bound>{any})(?P<bound_mark>{including})?(?!以[上下])|(?P<short_op>(?<![下到送传])[超满达])(?P<short_bound>{any}){whole}",
    "bounded": r"(?P<bounded>{any})(?P<side>{after})",
    "rate": r"[率度比例][为是=在:]?(?P<rate>{%}){whole}",
    "reached": r"(?:累[计积]|连续|合计|共计){words}{0,6}?(?P<reached>{any}){whole}",
    # 少一次, 晚1天, 迟到一次
    "unmarked": r"(?P<unmarked>{with_unit}){whole}",
}

COMPARISONS: Final = {
    ">": "超过 超出 高于 大于 多于 > 超",
    ">=": "达到 至少 满 达 >= ≥ 低于/ 少于/ 小于/ 大于等于 大于或等于",
    "<": "低于 少于 小于 不足 达不到 < 足/ 满/ 达到/ 到/ 达/",
    "<=": "<= ≤ 小于等于 小于或等于 超过/ 超出/ 高于/ 大于/ 多于/",
}
"""What the words of a comparison mean; `/` marks those after 不, 未, 没."""

# What makes 首次 the first time of an offence, and what goes on counting.
OFFENCE: Final = "[,的者违犯未不没被迟查受]|发[生现]|出现"
AGAIN: Final = "第[二两2]次|再[次犯]|重犯"
# After a requirement: 2小时内到场，否则
UNMET: Final = "(?:^|,)(?:否则|反之|未达[到标成]?|达不到|不达标|没达到|做不到|未做到|未满足|不符合)[^,]{0,4}$"

# Words that state a consequence: where no rule has read them, that is a problem.
TELLTALE: Final = (
    "扣分|扣减|扣除|扣罚|扣款|扣发|减分|加分|罚款|罚金|处罚|加倍|双倍|翻倍|减半|赔偿|追究|问责|否决|嘉奖|奖励|[扣减罚加奖]{any}|{wages}[^,;。]{0,6}(?:发放|下浮|下调)|得分=|得基[本础]分|按[^,;。]{0,8}[得计给]分|给予[^,;。]{0,6}(?:处[罚分理]|惩罚)"
)
STATED: Final = "(?<!累计)(?<!已)[扣罚]{points}(?![的者以后])|加倍扣|双倍扣|减半|加倍|翻倍"


# What only joins a condition to its consequence, and who it falls on.
JOINING: Final = "(?:[,:、(]|给予|予以|处以|并[且处]?|同时|另外?|还|且|的|者|则|将|应|各|均|一律|直接|再|加|和|及|视情节轻?重?|酌情|一次性|按|以|可|实行|对其?|连带|承担)"
WHO: Final = "(?:直接|相关|主要|连带|所在|分管|对|其)*(?:责任人|当事人|本人|负责人|部门|主管|领导|经理|主任|班组?长|组长|个人|员工|岗位|双方|单位|上级)+"
# What a cap may be of: 累计扣分不超过5分, but 费用不超过500元 is no cap.
CAP_NOUNS: Final = (
    "(?:[每当本全][月年次季周天日人项]度?|月度|年度|季度|累[计积]|合计|总计|共计|一共|单[项次]|[本该此]项|加分|扣分|扣罚|罚款|奖励|奖分|得分|总额|金额|总分|分值|扣款|奖金"
    f"|最多|{JOINING})*"
)


@cache
def rules(name: str) -> re.Pattern[str]:
    """All rules of a table as one regular expression; the last group that matched is the rule's."""
    table = {"quantities": QUANTITIES, "consequences": CONSEQUENCES, "marks": MARKS}[name]
    return re.compile("|".join(f"(?P<{name}_>{expanded(rule)})" for name, rule in table.items()))


@cache
def phrase(rule: str) -> re.Pattern[str]:
    """One rule by itself."""
    return re.compile(expanded(rule))


def expanded(rule: str) -> str:
    """A rule with its phrases put in."""
    while (fuller := re.sub(r"\{([a-z_分元%]+)\}", lambda name: PHRASES[name[1]], rule)) != rule:
        rule = fuller
    return rule
