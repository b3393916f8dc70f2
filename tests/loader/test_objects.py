"""Every field and every form of it: both languages of names, shorthands, and what is said of the rest."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from docgen.format import Kind, classes, entries
from docgen.loader.names import ROOTS
from docgen.loader.objects import read_object, read_value
from docgen.manual.model import (
    Assessment,
    ChapterEntry,
    Clause,
    Duty,
    Factor,
    Grade,
    Indicator,
    Post,
    Revision,
    Standard,
)  # fmt: skip
from docgen.problems import Problem
from tests.loader.reading import plain, said, value_of


def every_field(of: Any, language: str) -> dict[str, Any]:
    """An object with all its fields, as YAML data with names in one language."""
    return {getattr(entry, language): something(entry.kind, language) for entry in entries(of).values()}


def something(kind: Kind, language: str) -> Any:
    match kind.name:
        case "text":
            return "文字"
        case "texts" | "names":
            return ["甲", "乙"]
        case "number":
            return f"20{kind.unit}"
        case "date":
            return "2026-01-05"
        case "choice" | "choices":
            return kind.choices[-1][0 if language == "zh" else 1]
        case "object":
            return every_field(kind.of, language)
        case "objects":
            return [every_field(kind.of, language)]
        case "named":
            return {"甲": every_field(kind.of, language)}
        case "grid":
            return {"项目": {"要素": every_field(kind.of, language)}}
        case "dictionary":
            return {"甲": "乙"}
        case "shares" | "weights":
            return {"职责": "60%"}


def read(of: Any, source: str, problems: list[Problem], **given: Any) -> Any:
    return read_object(of, value_of(source), problems, **given)


class TestFields:
    @pytest.mark.parametrize("of", ROOTS, ids=lambda of: of.__name__)
    def test_each_is_read_by_its_chinese_and_by_its_english_name(self, of: Any) -> None:
        problems: list[Problem] = []
        chinese, english = (
            read(of, yaml.safe_dump({"值": every_field(of, language)}, allow_unicode=True), problems)
            for language in ("zh", "en")
        )
        assert said(problems) == []
        assert plain(chinese) == plain(english)
        assert not chinese.damaged
        self.assert_nothing_is_missing(chinese)

    def assert_nothing_is_missing(self, record: Any) -> None:
        for name, entry in entries(type(record)).items():
            value = getattr(record, name)
            assert value not in (None, ()), f"{type(record).__name__}.{name}"
            assert value != {}
            if entry.kind.of is not None:
                self.assert_nothing_is_missing(value[0] if isinstance(value, tuple) else value)

    @pytest.mark.parametrize("of", classes(*ROOTS), ids=lambda of: of.__name__)
    def test_no_name_stands_for_two_fields(self, of: Any) -> None:
        names = [name for entry in entries(of).values() for name in (entry.zh, entry.en)]
        assert sorted(set(names)) == sorted(names)

    def test_a_field_under_both_its_names_is_written_twice(self) -> None:
        problems: list[Problem] = []
        duty = read(Duty, "值:\n  内容: 甲\n  content: 乙\n", problems, name="名")
        assert said(problems) == ["3:3 FIELD-TWICE: “content”和第 2 行的“内容”是同一个栏目"]
        assert (plain(duty), duty.damaged) == ({"name": "名", "content": "甲"}, True)

    @pytest.mark.parametrize(
        ("typed", "remedy"),
        [
            ("考合办法", "是不是“考核办法”？这里可以写：内容、考核办法、分值、对应"),
            ("clause", "是不是“clauses”？这里可以写：内容、考核办法、分值、对应"),
            ("备注", "这里可以写：内容、考核办法、分值、对应"),
        ],
    )
    def test_an_unknown_field_is_asked_back_and_the_others_are_read(self, typed: str, remedy: str) -> None:
        problems: list[Problem] = []
        standard = read(Standard, f"值:\n  内容: 甲\n  {typed}: 乙\n  分值: 5\n", problems)
        assert said(problems) == [f"3:3 FIELD-UNKNOWN: 这里没有“{typed}”这个栏目"]
        assert problems[0].help.zh == remedy
        assert (plain(standard), standard.damaged) == ({"content": "甲", "points": "5分"}, True)

    def test_a_required_field_that_is_missing(self) -> None:
        problems: list[Problem] = []
        read(Revision, "值:\n  版本: 2026.1\n  日期: 2026-01-05\n", problems)
        assert said(problems) == ["2:3 FIELD-MISSING: 缺少必填的“内容”"]
        assert problems[0].help.zh == "加一行“内容: …”。改了什么。"

    def test_a_required_field_with_nothing_is_missing(self) -> None:
        problems: list[Problem] = []
        read(Clause, "值:\n  内容:\n  对应: 全部\n", problems)
        assert said(problems) == ["2:3 FIELD-MISSING: 缺少必填的“内容”"]

    def test_what_could_not_be_read_is_not_called_missing(self) -> None:
        problems: list[Problem] = []
        read(Clause, "值:\n  内溶: 扣1分\n  对应: 全部\n", problems)
        assert said(problems) == ["2:3 FIELD-UNKNOWN: 这里没有“内溶”这个栏目"]

    @pytest.mark.parametrize("source", ["值: 甲\n", "值:\n  - 甲\n"])
    def test_fields_are_wanted_where_no_text_can_stand_for_them(self, source: str) -> None:
        problems: list[Problem] = []
        post = read(Post, source, problems, name="名")
        found = {"值: 甲\n": "1:4 FIELD-MAPPING: 这里要写“栏目: 内容”，现在是一句话"}
        assert said(problems) == [found.get(source, "2:3 FIELD-MAPPING: 这里要写“栏目: 内容”，现在是一个列表")]
        assert problems[0].help.zh == "可以写的栏目：编号、职级、简介、职权 等"
        assert (plain(post), post.damaged) == ({"name": "名"}, True)


SHORTHANDS: dict[str, tuple[Any, str, Any]] = {
    "a clause is its content": (Clause, "值: 扣1分。\n", {"content": "扣1分。"}),
    "a standard is its content": (Standard, "值: 当天录入。\n", {"content": "当天录入。"}),
    "a duty is its content": (Duty, "值: 负责收发。\n", {"name": "名", "content": "负责收发。"}),
    "an indicator is its definition": (
        Indicator,
        "值: 盘点相符的比例\n",
        {"name": "名", "definition": "盘点相符的比例"},
    ),
    "a factor is its measure": (Factor, "值: 无差错。\n", {"name": "名", "item": "项", "measure": "无差错。"}),
    "a chapter is its name": (ChapterEntry, "值: 总则.md\n", {"name": "总则.md"}),
    "a grade is its lower bound": (Grade, "值: ９０\n", {"name": "名", "floor": "90分"}),
    "a grade may have a unit": (Grade, "值: 90分\n", {"name": "名", "floor": "90分"}),
}


@pytest.mark.parametrize("case", SHORTHANDS)
def test_a_text_stands_for_an_object(case: str) -> None:
    of, source, expected = SHORTHANDS[case]
    problems: list[Problem] = []
    outside = {
        Factor: {"item": "项", "name": "名"},
        Duty: {"name": "名"},
        Indicator: {"name": "名"},
        Grade: {"name": "名"},
    }
    found = read(of, source, problems, **outside.get(of, {}))
    assert said(problems) == []
    assert (plain(found), found.damaged) == (expected, False)


@pytest.mark.parametrize("band", ["80-89", "60分以下", "90分以上", "80～89分", "80分（含）至90分"])
def test_a_band_of_an_old_manual_is_kept_as_it_is(band: str) -> None:
    problems: list[Problem] = []
    grade = read(Grade, f"值: {band}\n", problems, name="名")
    assert said(problems) == []
    assert (grade.floor, grade.band) == (None, band)


CLAUSES = Kind("objects", Clause)
STANDARDS = Kind("objects", Standard)
DUTIES = Kind("named", Duty)
CHAPTERS = Kind("objects", ChapterEntry)
SCORECARD = Kind("grid", Factor)
SHARES = Kind("shares")
WEIGHTS = Kind("weights")
GRADES = Kind("named", Grade)

FORMS: dict[str, tuple[Kind, str, Any]] = {
    "one text": (CLAUSES, "值: 扣1分。\n", [{"content": "扣1分。"}]),
    "lines with dashes": (CLAUSES, "值:\n  - 扣1分。\n  - 扣2分。\n", [{"content": "扣1分。"}, {"content": "扣2分。"}]),
    "a block": (CLAUSES, "值: |\n  扣1分。\n\n  扣2分。\n", [{"content": "扣1分。"}, {"content": "扣2分。"}]),
    "one object": (CLAUSES, "值:\n  内容: 扣1分。\n  对应: 全部\n", [{"content": "扣1分。", "ties": ["全部"]}]),
    "texts and objects mixed": (
        STANDARDS,
        "值:\n  - 甲。\n  - 内容: 乙。\n    考核办法: 扣1分。\n    分值: 5\n",
        [{"content": "甲。"}, {"content": "乙。", "clauses": [{"content": "扣1分。"}], "points": "5分"}],
    ),
    "an item with nothing": (CLAUSES, "值:\n  - 扣1分。\n  -\n", [{"content": "扣1分。"}]),
    "texts in brackets and quotes": (CLAUSES, "值: ['扣1分,扣完为止']\n", [{"content": "扣1分,扣完为止"}]),
    "chapters in brackets": (CHAPTERS, "值: [封面, 总则.md]\n", [{"name": "封面"}, {"name": "总则.md"}]),
    "chapters as a block": (CHAPTERS, "值: |\n  封面\n  总则.md\n", [{"name": "封面"}, {"name": "总则.md"}]),
    "a chapter with its parts": (
        CHAPTERS,
        "值:\n  - 标题: 部门职责\n    部门: 全部\n    只印: 部门职责、简介\n    布局: 对照表\n",
        [{"title": "部门职责", "departments": ["全部"], "only": ["部门职责", "简介"], "layout": "对照表"}],
    ),
    "duties by title": (
        DUTIES,
        "值:\n  收发: 负责收发。\n  盘点:\n    工作标准: 每月一次。\n",
        [
            {"name": "收发", "content": "负责收发。"},
            {"name": "盘点", "standards": [{"content": "每月一次。"}]},
        ],
    ),
    "duties as a list": (
        DUTIES,
        "值:\n  - 负责收发。\n  - 负责盘点。\n",
        [{"name": "1", "content": "负责收发。"}, {"name": "2", "content": "负责盘点。"}],
    ),
    "duties as a block": (
        DUTIES,
        "值: |\n  负责收发。\n  负责盘点。\n",
        [{"name": "1", "content": "负责收发。"}, {"name": "2", "content": "负责盘点。"}],
    ),
    "a scorecard": (
        SCORECARD,
        "值:\n  成效:\n    质量: 无差错。\n    数量:\n      衡量标准: 足额。\n      满分: 10\n",
        [
            {"item": "成效", "name": "质量", "measure": "无差错。"},
            {"item": "成效", "name": "数量", "measure": "足额。", "full": "10分"},
        ],
    ),
    "shares": (SHARES, "值: {职责: 60%, 指标: ４０}\n", [["职责", "60%"], ["指标", "40%"]]),
    "assessors by name": (WEIGHTS, "值: 直接上级、考核小组\n", [["直接上级", None], ["考核小组", None]]),
    "assessors with weights": (WEIGHTS, "值:\n  直接上级: 70\n  自评: 30%\n", [["直接上级", "70%"], ["自评", "30%"]]),
    "grades with their parts": (
        GRADES,
        "值:\n  优秀: {下限: 90, 系数: 1.2, 比例: 20%}\n  差: 0\n",
        [{"name": "优秀", "floor": "90分", "factor": "1.2", "share": "20%"}, {"name": "差", "floor": "0分"}],
    ),
}


@pytest.mark.parametrize("case", FORMS)
def test_each_form_of_a_list_or_map(case: str) -> None:
    kind, source, expected = FORMS[case]
    problems: list[Problem] = []
    assert plain(read_value(kind, value_of(source), problems)) == expected
    assert said(problems) == []


@pytest.mark.parametrize(
    ("source", "place", "name", "help"),
    [
        ("值:\n  - 综合办公室:\n      只印: 部门职责\n", "2:5", "综合办公室",
         "写成“- 部门: 综合办公室”，下一行与“部门”左边对齐写“只印: 部门职责”"),
        ("值:\n  综合办公室:\n    只印: [部门职责]\n", "2:3", "综合办公室",
         "写成“- 部门: 综合办公室”，下一行与“部门”左边对齐写“只印: …”"),
        ("值:\n  - 总则.md:\n      布局: 条文\n", "2:5", "总则.md",
         "写成“- 文件: 总则.md”，下一行与“文件”左边对齐写“布局: 条文”"),
        ("值:\n  封面:\n", "2:3", "封面", "去掉冒号，写成“- 封面”"),
        ("值:\n  - 综合办公室: 部门职责\n", "2:5", "综合办公室", "去掉冒号，写成“- 综合办公室”"),
    ],
)  # fmt: skip
def test_a_chapter_with_a_colon_after_it_is_told_how_to_write_it(source: str, place: str, name: str, help: str) -> None:
    problems: list[Problem] = []
    read_value(Kind("objects", ChapterEntry), value_of(source), problems)
    assert said(problems) == [f"{place} FIELD-UNKNOWN: 这里没有“{name}”这个栏目"]
    assert problems[0].help.zh == help


MISTAKES: dict[str, tuple[Kind, str, list[str]]] = {
    "a sentence with a colon": (
        CLAUSES,
        "值:\n  - 注意: 扣1分。\n",
        ["2:5 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名"],
    ),
    "a mistyped field that stands alone in an item": (
        CLAUSES,
        "值:\n  - 内溶: 扣1分。\n",
        ["2:5 FIELD-UNKNOWN: 这里没有“内溶”这个栏目"],
    ),
    "a mistyped field that stands alone under a title": (
        DUTIES,
        "值:\n  收发:\n    工作要求: 当天录入。\n",
        ["3:5 FIELD-UNKNOWN: 这里没有“工作要求”这个栏目"],
    ),
    "a text in braces under a title": (
        DUTIES,
        "值:\n  收发: {负责收,负责发}\n",
        ["2:7 YAML-BRACKETS: 文字不要写在 { } 里，它被拆成了 2 段：“负责收”、“负责发”"],
    ),
    "duties with dashes before their titles": (
        DUTIES,
        "值:\n  - 收发: 负责收发。\n  - 盘点: 每月盘点。\n",
        ["2:3 FIELD-NAMES: 这里每一项都要有名称"],
    ),
    "a duty with nothing": (
        DUTIES,
        "值:\n  收发:\n  盘点: ''\n",
        ["2:3 DUTY-EMPTY: 职责“收发”下面什么也没写", "3:3 DUTY-EMPTY: 职责“盘点”下面什么也没写"],
    ),
    "a clause with nothing in quotes": (
        DUTIES,
        "值:\n  收发: {考核办法: ''}\n",
        ["2:14 FIELD-MISSING: 这里没有文字"],
    ),
    "a mistyped field beside a right one": (
        STANDARDS,
        "值: {内溶: 当天录入。, 对应: 收发}\n",
        ["1:5 FIELD-UNKNOWN: 这里没有“内溶”这个栏目"],
    ),
    "a list under a title": (
        DUTIES,
        "值:\n  收发:\n    - 负责收。\n    - 负责发。\n",
        ["3:5 FIELD-MAPPING: 这里要写“栏目: 内容”，现在是一个列表"],
    ),
    "grades as a list": (GRADES, "值:\n  - 优秀\n", ["2:3 FIELD-NAMES: 这里每一项都要有名称"]),
    "a scorecard without items": (
        SCORECARD,
        "值:\n  质量: 无差错。\n",
        ["2:7 FIELD-NAMES: 这里每一项都要有名称"],
    ),
    "a factor with nothing": (
        SCORECARD,
        "值:\n  成效:\n    质量:\n",
        ["3:5 FIELD-MISSING: 缺少必填的“衡量标准”"],
    ),
    "shares without numbers": (SHARES, "值: [职责, 指标]\n", ["1:4 FIELD-NAMES: 这里每一项都要有名称"]),
    "a revision that is only a text": (
        Kind("objects", Revision),
        "值: |\n  2026.1\n",
        ["2:3 FIELD-MAPPING: 这里要写“栏目: 内容”，现在是一句话"],
    ),
    "names that can't be names": (
        DUTIES,
        "值:\n  收/发: 甲\n  工作标准: 乙\n  1.2: 丙\n",
        [
            "2:3 NAME-SLASH: 名称“收/发”里有斜杠“/”",
            "3:3 NAME-IS-FIELD: “工作标准”是栏目名，不能当名称用，多半是缩进少了",
            "4:3 NAME-NO-LETTER: 名称“1.2”里没有文字",
        ],
    ),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_each_mistake_is_named_at_its_place(case: str) -> None:
    kind, source, expected = MISTAKES[case]
    problems: list[Problem] = []
    read_value(kind, value_of(source), problems)
    assert said(problems) == expected


def test_damage_is_marked_on_what_holds_it_and_on_nothing_beside_it() -> None:
    problems: list[Problem] = []
    source = """\
值:
  职责:
    收发:
      内容: 负责收发。
      分值: 四十
    盘点: 每月盘点。
  指标:
    账物/相符率: 盘点相符的比例
  考核:
    满分: 100
"""
    post = read(Post, source, problems, name="名")
    assert said(problems) == [
        "5:11 NUMBER-INVALID: “四十”不是数字",
        "8:5 NAME-SLASH: 名称“账物/相符率”里有斜杠“/”",
    ]
    assert [duty.damaged for duty in post.duties] == [True, False]
    assert [indicator.damaged for indicator in post.indicators] == [True]
    assert (post.damaged, post.assessment.damaged) == (True, False)


def test_a_dictionary_leaves_out_what_has_nothing() -> None:
    problems: list[Problem] = []
    rows = read_value(Kind("dictionary", values="texts"), value_of("值:\n  工作地点: 一号库\n  职业路径:\n"), problems)
    assert (plain(rows), problems) == ({"工作地点": ["一号库"]}, [])


def test_an_assessment_with_nothing_is_absent_and_no_problem() -> None:
    problems: list[Problem] = []
    assert plain(read_value(Kind("object", Assessment), value_of("值:\n"), problems)) == {}
    assert problems == []
