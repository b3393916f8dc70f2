"""docs/content.md: the page for HR of what the content files hold, made from the declared fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.format import Entry, Kind, KindName, Record, entries
from docgen.manual.book import RESERVED
from docgen.manual.layouts import LAYOUT_FILES
from docgen.manual.model import (
    Assessment,
    ChapterEntry,
    Clause,
    Common,
    Department,
    Duty,
    Factor,
    Grade,
    Handout,
    Indicator,
    Issuing,
    Manual,
    Page,
    Post,
    Revision,
    Shared,
    Standard,
)

INTRODUCTION = Path(__file__).parent / "format_page.md"

# Every class of the format, with the heading of its table.
TITLES: dict[type[Record], str] = {
    Manual: "全册：manual.yaml",
    ChapterEntry: "章节和附件的一项",
    Assessment: "考核",
    Grade: "等级",
    Page: "版面",
    Issuing: "印发",
    Handout: "发放",
    Revision: "修订记录的一条",
    Common: "公共内容：common.yaml",
    Department: "部门：departments 里的文件",
    Shared: "岗位通用",
    Post: "岗位",
    Duty: "职责",
    Standard: "工作标准",
    Clause: "考核办法的条款",
    Indicator: "指标",
    Factor: "考核要素",
}

WANTED: dict[KindName, str] = {
    "text": "一句话",
    "texts": "一条或几条",
    "names": "一个或几个名称",
    "number": "数字{unit}",
    "date": "日期",
    "choice": "选一个：{words}",
    "choices": "选一个或几个：{words}",
    "object": "{link}",
    "objects": "一条或几条：{link}",
    "named": "名称 → {link}",
    "grid": "考核项目 → 名称 → {link}",
    "dictionary": "名称 → {member}",
    "shares": "名称 → 百分比",
    "weights": "一个或几个名称，或 名称 → 百分比",
}


def content_page() -> str:
    """The introduction, then a table of fields for each class."""
    introduction = INTRODUCTION.read_text(encoding="utf-8")
    filled = introduction.replace("<布局>", "、".join(LAYOUT_FILES)).replace("<保留页>", "、".join(RESERVED))
    return "\n".join([filled.rstrip("\n"), *(line for of in TITLES for line in _table(of))]) + "\n"


def _table(of: type[Record]) -> Iterator[str]:
    yield f"\n### {TITLES[of]}\n"
    if shorthand := getattr(of, "shorthand", ""):
        field = entries(of).get(shorthand)
        yield f"只写一句话也行，就是“{field.zh}”。\n" if field else "只写一个名称也行。\n"
    yield "| 栏目 | 英文名 | 写什么 | 说明 | 必填 | 继承 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for declared in entries(of).values():
        yield _row(declared)


def _row(declared: Entry) -> str:
    required, inherited = "是" if declared.required else "", "是" if declared.inherited else ""
    cells = (declared.zh, f"`{declared.en}`", _wanted(declared.kind), declared.doc, required, inherited)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _wanted(kind: Kind) -> str:
    """What is written for a field of this kind."""
    link = _link(kind.of) if kind.of else ""
    unit = f"，可以带“{kind.unit}”" if kind.unit else ""
    words = "、".join(f"{zh} `{en}`" for zh, en in kind.choices)
    return WANTED[kind.name].format(link=link, unit=unit, words=words, member=WANTED[kind.values])


def _link(of: type[Record]) -> str:
    """A link to a class's table, by the anchor that GitHub and GitLab make of a heading."""
    title = TITLES[of]
    return f"[{title.partition('：')[0]}](#{title.lower().replace('：', '').replace('.', '').replace(' ', '-')})"
