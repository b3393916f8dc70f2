"""The content model: what a manual says, typed and frozen, every value with its position; and, by `entry`, the content
format itself, declared once.

Each class is one mapping of the YAML files. `position` is where its name (or, without one, its first value) stands.
`damaged` is True where something inside could not be read, so that a rule doesn't complain of what is merely unread.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from docgen.format import (
    COUNT,
    DATE,
    NAMES,
    PERCENT,
    PLAIN_NUMBER,
    POINTS,
    TEXT,
    TEXTS,
    Kind,
    Record,
    choice,
    choices,
    dictionary,
    entry,
    grid,
    named,
    one,
    several,
)  # fmt: skip
from docgen.source import Position, Text

if TYPE_CHECKING:
    from docgen.tree import Block


class Number(NamedTuple):
    """A number as typed (`text`), its value and unit ("分", "%", "" …)."""

    value: Decimal
    unit: str
    text: Text

    @property
    def position(self) -> Position:
        return self.text.position


class Date(NamedTuple):
    value: datetime.date
    text: Text

    @property
    def position(self) -> Position:
        return self.text.position

    def __str__(self) -> str:
        """2026年1月5日, as GB/T 9704—2012 §7.3.5 writes a date of issue."""
        return f"{self.value.year}年{self.value.month}月{self.value.day}日"


class Share(NamedTuple):
    """A name with its percentage; `weight` is None where only names were given."""

    name: Text
    weight: Number | None


NOWHERE = Position("")

LAYOUTS = choice(
    ("三段式", "standard"), ("对照表", "matrix"), ("评分表", "scorecard"), ("条文", "articles"),
    ("岗位说明书", "profile"), ("段落", "prose"),
)  # fmt: skip
REQUIRED = choices(("工作标准", "standards"), ("考核办法", "clauses"), ("无", "none"))
CYCLES = choices(
    ("日", "day"), ("周", "week"), ("月", "month"), ("季", "quarter"), ("半年", "half-year"), ("年", "year")
)  # fmt: skip
PRINTED = choice(("印", "yes"), ("不印", "no"))
PARTS = choices(
    ("简介", "summary"), ("部门职责", "department-duties"), ("岗位通用", "shared"), ("任职资格", "qualifications"),
    ("职责", "duties"), ("工作标准", "standards"), ("考核办法", "clauses"), ("指标", "indicators"),
    ("评分表", "scorecard"), ("职权", "authority"), ("栏目", "rows"),
)  # fmt: skip


class Clause(Record):
    """One scoring clause (考核条款)."""

    shorthand: ClassVar[str] = "content"
    content: Text = entry("内容", TEXT, "条款的原文，印出时一字不改。", required=True)
    ties: tuple[Text, ...] = entry("对应", NAMES, "本岗位哪些职责适用；“全部”指每一项。", en="for")
    position: Position = NOWHERE
    damaged: bool = False


class Standard(Record):
    """One work standard (工作标准), which may own its clauses."""

    shorthand: ClassVar[str] = "content"
    content: Text = entry("内容", TEXT, "标准的原文。", required=True)
    clauses: tuple[Clause, ...] = entry("考核办法", several(Clause), "只属于这条标准的考核条款。")
    points: Number | None = entry("分值", POINTS, "这条标准的满分。")
    ties: tuple[Text, ...] = entry("对应", NAMES, "本岗位哪些职责适用；“全部”指每一项。", en="for")
    position: Position = NOWHERE
    damaged: bool = False


class Duty(Record):
    """One duty (职责). `content` is never None once loaded: it defaults to the title."""

    shorthand: ClassVar[str] = "content"
    name: Text
    content: Text = entry("内容", TEXT, "职责的原文；不写就用标题。")
    serves: tuple[Text, ...] = entry("对应", NAMES, "承接哪几项部门职责。")
    standards: tuple[Standard, ...] = entry("工作标准", several(Standard), "做到什么程度，一行一条。")
    clauses: tuple[Clause, ...] = entry("考核办法", several(Clause), "做不到怎么扣分，一行一条。")
    points: Number | None = entry("分值", POINTS, "这项职责的满分。")
    ref: Text | None = entry("引用", TEXT, "用 common.yaml 里的公共职责，写“公共职责/名称”；旁边再写的栏目以这里为准。")
    position: Position = NOWHERE
    damaged: bool = False


class Indicator(Record):
    """One performance indicator (指标)."""

    shorthand: ClassVar[str] = "definition"
    name: Text
    definition: Text | None = entry("内容", TEXT, "怎么算，分子分母是什么。")
    target: Text | None = entry("目标", TEXT, "目标值，例如 98%。")
    weight: Number | None = entry("权重", PERCENT, "占指标总分的比例；一个岗位的指标合计 100%。")
    clauses: tuple[Clause, ...] = entry("考核办法", several(Clause), "达不到目标怎么扣分。")
    source: Text | None = entry("数据来源", TEXT, "数从哪张表来。")
    cycle: tuple[Text, ...] = entry("周期", CYCLES, "多久算一次：日、周、月、季、半年、年。")
    assessor: tuple[Text, ...] = entry("考核人", NAMES, "谁来评；不写就是岗位的考核人。")
    ties: tuple[Text, ...] = entry("对应", NAMES, "衡量本岗位哪些职责；“全部”指每一项。", en="for")
    position: Position = NOWHERE
    damaged: bool = False


class Factor(Record):
    """One factor (考核要素) of a scorecard, under its item (考核项目)."""

    shorthand: ClassVar[str] = "measure"
    item: Text
    name: Text
    measure: Text = entry("衡量标准", TEXT, "达到什么程度得满分。", required=True)
    full: Number | None = entry("满分", POINTS, "这一要素的满分；不写就用考核里的单项满分。")
    ties: tuple[Text, ...] = entry("对应", NAMES, "衡量本岗位哪些职责；“全部”指每一项。", en="for")
    position: Position = NOWHERE
    damaged: bool = False


class Grade(Record):
    """One grade (等级): a lower bound, or, out of an old manual, a band text such as 80-89."""

    shorthand: ClassVar[str] = "floor"
    name: Text
    floor: Number | None = entry("下限", POINTS, "达到多少分算这一等；最低一等写 0。")
    factor: Number | None = entry("系数", PLAIN_NUMBER, "发放奖金时乘的系数。")
    share: Number | None = entry("比例", PERCENT, "这一等人数最多占多少。")
    band: Text | None = None
    position: Position = NOWHERE
    damaged: bool = False


class Assessment(Record):
    """How posts are assessed (考核); merged field by field from manual, department and post."""

    cycle: tuple[Text, ...] = entry("周期", CYCLES, "多久考核一次：日、周、月、季、半年、年，可以写几个。")
    full: Number | None = entry("满分", POINTS, "总分；不写就是 100。")
    item_full: Number | None = entry("单项满分", POINTS, "评分表里每一要素的满分。")
    award_cap: Number | None = entry("加分上限", POINTS, "一个周期最多加多少分。")
    makeup: tuple[Share, ...] = entry("构成", Kind("shares"), "职责、指标、评分表各占多少，合计 100%。")
    assessors: tuple[Share, ...] = entry("考核人", Kind("weights"), "谁来评，可以写权重；不写就是直接上级。")
    approver: Text | None = entry("审批人", TEXT, "谁批准考核结果。")
    grades: tuple[Grade, ...] = entry("等级", named(Grade), "等级和下限，从高到低，最后一等是 0。")
    consequences: tuple[Text, ...] = entry("结果运用", TEXTS, "考核结果怎么用。")
    position: Position = NOWHERE
    damaged: bool = False


class Shared(Record):
    """What is in force for every post of a department or of the manual (岗位通用), printed once."""

    qualifications: tuple[Text, ...] = entry("任职资格", TEXTS, "每个岗位都要有的任职资格。")
    duties: tuple[Duty, ...] = entry("职责", named(Duty), "每个岗位都有的职责。")
    standards: tuple[Standard, ...] = entry("工作标准", several(Standard), "每个岗位都要达到的标准。")
    clauses: tuple[Clause, ...] = entry("考核办法", several(Clause), "对每个岗位都适用的考核条款。")
    indicators: tuple[Indicator, ...] = entry("指标", named(Indicator), "每个岗位都考核的指标。")
    scorecard: tuple[Factor, ...] = entry("评分表", grid(Factor), "每个岗位都用的评分表：考核项目 → 考核要素。")
    position: Position = NOWHERE
    damaged: bool = False


class Post(Record):
    """One post (岗位). After loading, `required`, `layout` and `assessment` are what is in force, inherited or own."""

    name: Text
    code: Text | None = entry("编号", TEXT, "岗位编号。")
    rank: Text | None = entry("职级", TEXT, "职级。")
    summary: Text | None = entry("简介", TEXT, "一两句话说明这个岗位做什么。")
    authority: tuple[Text, ...] = entry("职权", TEXTS, "这个岗位有权决定什么。")
    rows: Mapping[Text, tuple[Text, ...]] = entry("栏目", dictionary("texts"), "岗位说明书里自己的栏目：名称 → 文字。")
    reports_to: tuple[Text, ...] = entry("直接上级", NAMES, "向谁汇报。")
    supervises: tuple[Text, ...] = entry("直接下级", NAMES, "管哪些岗位；不写就从各岗位的直接上级推出来。")
    headcount: Number | None = entry("编制", COUNT, "定员几人。")
    holders: tuple[Text, ...] = entry("任职者", NAMES, "现在由谁担任。")
    qualifications: tuple[Text, ...] = entry("任职资格", TEXTS, "学历、经验、证书等要求，一行一条。")
    duties: tuple[Duty, ...] = entry("职责", named(Duty), "标题 → 职责，按写的顺序印。", required=True)
    standards: tuple[Standard, ...] = entry("工作标准", several(Standard), "管几项职责的标准，用“对应”说明管哪几项。")
    clauses: tuple[Clause, ...] = entry("考核办法", several(Clause), "管几项职责的条款，用“对应”说明管哪几项。")
    indicators: tuple[Indicator, ...] = entry("指标", named(Indicator), "名称 → 指标。")
    scorecard: tuple[Factor, ...] = entry("评分表", grid(Factor), "考核项目 → 考核要素 → 衡量标准。")
    assessment: Assessment | None = entry("考核", one(Assessment), "周期、满分、等级等。", inherited=True)
    required: tuple[Text, ...] = entry("必备", REQUIRED, "每项职责必须有什么；不写就是两样都要。", inherited=True)
    layout: Text | None = entry("布局", LAYOUTS, "版式；不写就跟部门。", inherited=True)
    shared: tuple[Shared, ...] = ()
    position: Position = NOWHERE
    damaged: bool = False


class Department(Record):
    """One department, one file."""

    name: Text = entry("部门", TEXT, "部门名称。", required=True, en="department")
    code: Text | None = entry("编号", TEXT, "部门编号。")
    summary: Text | None = entry("简介", TEXT, "一两句话说明部门做什么。")
    parent: Text | None = entry("上级", TEXT, "上级部门或主管岗位。")
    authority: tuple[Text, ...] = entry("职权", TEXTS, "部门有权决定什么。")
    rows: Mapping[Text, tuple[Text, ...]] = entry("栏目", dictionary("texts"), "自己的栏目：名称 → 文字。")
    duties: tuple[Duty, ...] = entry("部门职责", named(Duty), "名称 → 部门职责，或一行一条。")
    shared: Shared | None = entry("岗位通用", one(Shared), "本部门每个岗位都适用的内容，只印一次。")
    assessment: Assessment | None = entry("考核", one(Assessment), "周期、满分、等级等。", inherited=True)
    required: tuple[Text, ...] = entry("必备", REQUIRED, "每项职责必须有什么。", inherited=True)
    layout: Text | None = entry("布局", LAYOUTS, "版式；不写就跟全册。", inherited=True)
    posts: tuple[Post, ...] = entry("岗位", named(Post), "名称 → 岗位，按写的顺序印。")
    position: Position = NOWHERE
    damaged: bool = False


class Common(Record):
    """common.yaml: what is written once for the whole manual."""

    duties: tuple[Duty, ...] = entry("公共职责", named(Duty), "写一次、到处引用的职责。", en="common_duties")
    shared: Shared | None = entry("岗位通用", one(Shared), "全册每个岗位都适用的内容，只印一次。")
    position: Position = NOWHERE
    damaged: bool = False


class ChapterEntry(Record):
    """One entry of 章节 or 附件: a bare name (reserved page, chapter file, department) or its parts."""

    shorthand: ClassVar[str] = "name"
    name: Text | None = None
    title: Text | None = entry("标题", TEXT, "这一章的标题；不写就用文件或部门自己的。")
    file: Text | None = entry("文件", TEXT, "chapters 里的文件，例如 总则.md。")
    departments: tuple[Text, ...] = entry("部门", NAMES, "这一章印哪些部门；“全部”指所有部门。")
    only: tuple[Text, ...] = entry("只印", PARTS, "只印部门的哪几部分，例如 部门职责。")
    layout: Text | None = entry("布局", LAYOUTS, "这一章的版式。", inherited=True)
    position: Position = NOWHERE
    damaged: bool = False


class Revision(Record):
    """One line of the revision record (修订记录)."""

    version: Text = entry("版本", TEXT, "修订后的版本。", required=True)
    date: Date = entry("日期", DATE, "修订日期。", required=True)
    content: Text = entry("内容", TEXT, "改了什么。", required=True)
    revised_by: tuple[Text, ...] = entry("修订人", NAMES, "谁修订。")
    approved_by: tuple[Text, ...] = entry("批准人", NAMES, "谁批准。")
    position: Position = NOWHERE
    damaged: bool = False


class Issuing(Record):
    """The covering notice (印发通知, GB/T 9704—2012 §7)."""

    number: Text | None = entry("文号", TEXT, "发文字号，例如 青办〔2026〕3号。")
    addressees: tuple[Text, ...] = entry("主送", NAMES, "主送单位。", en="to")
    copies: tuple[Text, ...] = entry("抄送", NAMES, "抄送单位。", en="cc")
    date: Date | None = entry("日期", DATE, "成文日期。")
    body: tuple[Text, ...] = entry("正文", TEXTS, "通知的正文，一行一段。")
    position: Position = NOWHERE
    damaged: bool = False


class Handout(Record):
    """What each new hire is given beside the post (发放)."""

    chapters: tuple[Text, ...] = entry(
        "章节", NAMES, "发给个人的总则性章节，例如 总则.md；写“无”就不发，不写就发附件以外的全部章节文件。"
    )
    position: Position = NOWHERE
    damaged: bool = False


class Page(Record):
    """What is printed and how much of it (版面)."""

    duty_titles: Text | None = entry("职责标题", PRINTED, "标准和条款前是否印职责标题；默认印。")
    holders: Text | None = entry("任职者", PRINTED, "岗位标题后是否印任职者；默认不印。")
    contents_levels: Number | None = entry("目录级数", PLAIN_NUMBER, "目录列到第几级标题；默认 2。")
    control_number: Text | None = entry("受控号", PRINTED, "封面是否留出受控号一栏，发放时填写；默认不印。")
    post_pages: Number | None = entry("每岗位最多页数", Kind("number", unit="页"), "一个岗位最多印几页。")
    position: Position = NOWHERE
    damaged: bool = False


class Chapter(NamedTuple):
    """A chapter file: its title and its blocks, placeholders such as {单位} still in the text."""

    file: str
    title: Text
    blocks: tuple[Block, ...]


class Ignore(NamedTuple):
    """`# docgen: 忽略 CODE 理由`: a rule switched off in the lines `first` to `last` of its file."""

    code: Text
    reason: str
    first: int
    last: int


class Manual(Record):
    """The whole content of a project. `chapter_files` is by file name; `unread` holds the stems of department files
    that could not be read, so that what they hold is not called missing; `ignores` are those of all files."""

    title: Text = entry("名称", TEXT, "手册名称。", required=True)
    organization: Text = entry("单位", TEXT, "单位全称。", required=True)
    version: Text = entry("版本", TEXT, "版本，例如 2026.1。", required=True)
    code: Text | None = entry("编号", TEXT, "文件编号。")
    classification: Text | None = entry("密级", TEXT, "密级，例如 内部。")
    issued: Date | None = entry("发布日期", DATE, "发布日期，写 2026-01-05。")
    effective: Date | None = entry("生效日期", DATE, "生效日期。")
    drafted_by: tuple[Text, ...] = entry("编制人", NAMES, "编制人。")
    reviewed_by: tuple[Text, ...] = entry("审核人", NAMES, "审核人。")
    approved_by: tuple[Text, ...] = entry("批准人", NAMES, "批准人。")
    countersigned_by: tuple[Text, ...] = entry("会签", NAMES, "会签部门或人。")
    owner: Text | None = entry("归口部门", TEXT, "归口管理部门。")
    supersedes: Text | None = entry("代替", TEXT, "代替哪一版。")
    deliberated: Text | None = entry("审议", TEXT, "何时经职工代表大会或全体职工讨论（劳动合同法第四条）。")
    publicised: Text | None = entry("公示", TEXT, "何时怎样公示（劳动合同法第四条）。")
    chapters: tuple[ChapterEntry, ...] = entry("章节", several(ChapterEntry), "全书的顺序：保留页、章节文件、部门。")
    annexes: tuple[ChapterEntry, ...] = entry("附件", several(ChapterEntry), "附件，写法同章节。")
    layout: Text | None = entry("布局", LAYOUTS, "全册的版式；默认三段式。", inherited=True)
    style: Text | None = entry(
        "样式",
        TEXT,
        "公文（gbt9704）、企业标准（enterprise）、现代（modern），或 templates/styles 里自己的；默认公文。",
    )
    required: tuple[Text, ...] = entry("必备", REQUIRED, "每项职责必须有什么；默认工作标准、考核办法。", inherited=True)
    assessment: Assessment | None = entry("考核", one(Assessment), "周期、满分、等级等，部门岗位可改。", inherited=True)
    headings: Mapping[Text, Text] = entry("栏目名称", dictionary("text"), "给印出的标题改名，例如 职责: 工作内容。")
    page: Page | None = entry("版面", one(Page), "印什么、印多少。")
    issuing: Issuing | None = entry("印发", one(Issuing), "印发通知。")
    handout: Handout | None = entry("发放", one(Handout), "发给每个人的一份里有什么。")
    outside: tuple[Text, ...] = entry("外部岗位", NAMES, "手册里没有页的上级和考核人，例如 董事会。")
    terms: Mapping[Text, tuple[Text, ...]] = entry("术语", dictionary("names"), "规范用语 → 不用的说法。")
    checks: Mapping[Text, Text] = entry("检查", dictionary("text"), "检查代码 → 错误、警告、忽略。")
    revisions: tuple[Revision, ...] = entry("修订记录", several(Revision), "每次修订一条。")
    common: Common = Common()
    departments: tuple[Department, ...] = ()
    chapter_files: Mapping[str, Chapter] = MappingProxyType({})
    unread: frozenset[str] = frozenset()
    ignores: tuple[Ignore, ...] = ()
    position: Position = NOWHERE
    damaged: bool = False

    @property
    def posts(self) -> list[tuple[Department, Post]]:
        """Every post with its department, in printing order of the files."""
        return [(department, post) for department in self.departments for post in department.posts]
