"""Texts, names, numbers, dates and words: what is accepted, what it becomes, and where each value stands."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from docgen.loader.values import read_choice, read_choices, read_date, read_names, read_number, read_text, read_texts
from docgen.problems import Problem
from docgen.source import Text
from tests.loader.reading import said, value_of

Placed = tuple[str, int, int, int]

CYCLES = (("月", "month"), ("季", "quarter"), ("年", "year"))


def placed(text: Text) -> Placed:
    """A text with its line, column and length."""
    return (str(text), text.position.line, text.position.column, text.position.length)


class TestText:
    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("值: 收、存、发\n", "收、存、发"),
            ("值: '收: 发'\n", "收: 发"),
            ("值: 1.10\n", "1.10"),
            ("值: 否\n", "否"),
            ("值: 2026-01-01\n", "2026-01-01"),
            ("值: 007\n", "007"),
            ("值: ~\n", "~"),
            ("值: |\n  收\n  发\n", "收\n发"),
            ("值: 收、\n  发\n", "收、发"),
        ],
    )
    def test_a_text_stays_as_typed(self, source: str, text: str) -> None:
        problems: list[Problem] = []
        assert read_text(value_of(source), problems) == text
        assert problems == []

    @pytest.mark.parametrize("source", ["值:\n", "值: ''\n", "值: '  '\n", "值: |\n\n"])
    def test_nothing_is_no_text(self, source: str) -> None:
        problems: list[Problem] = []
        assert read_text(value_of(source), problems) is None
        assert problems == []

    @pytest.mark.parametrize(
        ("source", "problem"),
        [
            ("值:\n  - 收\n", "2:3 FIELD-LIST: 这里只能写一句话，现在是一个列表"),
            ("值:\n  收: 发\n", "2:3 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名"),
            ("值: [收,发]\n", "1:4 YAML-BRACKETS: 文字不要写在 [ ] 里，它被拆成了 2 段：“收”、“发”"),
            ("值: {收,发}\n", "1:4 YAML-BRACKETS: 文字不要写在 { } 里，它被拆成了 2 段：“收”、“发”"),
        ],
    )
    def test_a_list_or_a_mapping_is_no_text(self, source: str, problem: str) -> None:
        problems: list[Problem] = []
        assert read_text(value_of(source), problems) is None
        assert said(problems) == [problem]


class TestTexts:
    @pytest.mark.parametrize(
        ("source", "texts"),
        [
            ("值: 收、存，发\n", [("收、存，发", 1, 4, 5)]),
            ("值:\n  - 收\n  - '发'\n", [("收", 2, 5, 1), ("发", 3, 5, 3)]),
            ("值:\n  - 收\n  -\n  - 发\n", [("收", 2, 5, 1), ("发", 4, 5, 1)]),
            ("值: |\n  收\n\n    发\n", [("收", 2, 3, 1), ("发", 4, 5, 1)]),
            ("值: ['收,存', '发']\n", [("收,存", 1, 5, 5), ("发", 1, 12, 3)]),
            ("值: >\n  收\n  发\n", [("收发", 2, 3, 1)]),
            ("值:\n", []),
            ("值: []\n", []),
        ],
    )
    def test_one_text_or_lines_with_dashes_or_a_block(self, source: str, texts: list[Placed]) -> None:
        problems: list[Problem] = []
        assert [placed(text) for text in read_texts(value_of(source), problems)] == texts
        assert problems == []

    @pytest.mark.parametrize(
        ("source", "problem"),
        [
            ("值: [收,发]\n", "1:4 YAML-BRACKETS: 文字不要写在 [ ] 里，它被拆成了 2 段：“收”、“发”"),
            ("值:\n  - 注意: 发\n", "2:5 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名"),
            ("值:\n  - - 发\n", "2:5 FIELD-LIST: 这里只能写一句话，现在是一个列表"),
        ],
    )
    def test_what_is_no_text_among_them(self, source: str, problem: str) -> None:
        problems: list[Problem] = []
        assert read_texts(value_of(source), problems) == ()
        assert said(problems) == [problem]

    def test_a_dash_of_its_own_before_a_text(self) -> None:
        problems: list[Problem] = []
        assert read_texts(value_of("值:\n  - －发\n"), problems) == ("－发",)
        assert said(problems) == ["2:5 YAML-DASH: 以“－”开头的行不是列表的一条"]


class TestNames:
    @pytest.mark.parametrize(
        ("source", "names"),
        [
            ("值: 甲\n", [("甲", 1, 4, 1)]),
            ("值: 甲、乙，丙,丁；戊;己\n", [(name, 1, 4 + 2 * n, 1) for n, name in enumerate("甲乙丙丁戊己")]),
            ("值: 甲 、 乙、、丙、\n", [("甲", 1, 4, 1), ("乙", 1, 8, 1), ("丙", 1, 11, 1)]),
            ("值: [甲, 乙]\n", [("甲", 1, 5, 1), ("乙", 1, 8, 1)]),
            ("值:\n  - 甲\n  - 乙、丙\n", [("甲", 2, 5, 1), ("乙、丙", 3, 5, 3)]),
            ("值: |\n  甲\n  乙、丙\n", [("甲", 2, 3, 1), ("乙", 3, 3, 1), ("丙", 3, 5, 1)]),
            ("值: '甲、乙'\n", [("甲", 1, 5, 1), ("乙", 1, 7, 1)]),
            ("值: 甲、\n  乙\n", [("甲", 1, 4, 1), ("乙", 1, 4, 2)]),
            ("值: 张 三\n", [("张 三", 1, 4, 3)]),
            ("值:\n", []),
            ("值: 、\n", []),
        ],
    )
    def test_one_name_or_a_list_or_a_text_that_is_split(self, source: str, names: list[Placed]) -> None:
        problems: list[Problem] = []
        assert [placed(name) for name in read_names(value_of(source), problems)] == names
        assert problems == []

    def test_a_mapping_is_no_name(self) -> None:
        problems: list[Problem] = []
        assert read_names(value_of("值:\n  甲: 乙\n"), problems) == ()
        assert said(problems) == ["2:3 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名"]


class TestNumber:
    @pytest.mark.parametrize(
        ("typed", "unit", "value", "read_unit"),
        [
            ("20", "分", "20", "分"),
            ("20分", "分", "20", "分"),
            ("20 分", "分", "20", "分"),
            ("２０", "分", "20", "分"),
            ("２０．５分", "分", "20.5", "分"),
            ("007", "分", "7", "分"),
            ("0", "分", "0", "分"),
            ("'20'", "分", "20", "分"),
            ("30%", "%", "30", "%"),
            ("30％", "%", "30", "%"),
            ("2人", "人", "2", "人"),
            ("2名", "人", "2", "名"),
            ("3页", "页", "3", "页"),
            ("2字符", "字", "2", "字符"),
            ("37 mm", "毫米", "37", "mm"),
            ("1.2", "", "1.2", ""),
        ],
    )
    def test_digits_with_no_unit_or_its_own(self, typed: str, unit: str, value: str, read_unit: str) -> None:
        problems: list[Problem] = []
        number = read_number(value_of(f"值: {typed}\n"), unit, problems)
        assert problems == []
        assert number is not None
        assert (number.value, number.unit, number.text) == (Decimal(value), read_unit, typed.strip("'"))
        assert number.position.column == 4

    @pytest.mark.parametrize(
        ("typed", "unit", "problem", "remedy"),
        [
            ("二十", "分", "NUMBER-INVALID: “二十”不是数字", "写成阿拉伯数字，例如 20 或 20分"),
            ("约20", "分", "NUMBER-INVALID: “约20”不是数字", "写成阿拉伯数字，例如 20 或 20分"),
            ("1,000", "", "NUMBER-INVALID: “1,000”不是数字", "写成阿拉伯数字，例如 20"),
            ("20%", "分", "NUMBER-UNIT: “20%”的单位不对", "写成 20 或 20分"),
            ("20分", "%", "NUMBER-UNIT: “20分”的单位不对", "写成 20 或 20%"),
            ("2个", "", "NUMBER-UNIT: “2个”的单位不对", "写成 2"),
            ("3.7厘米", "毫米", "NUMBER-UNIT: “3.7厘米”的单位不对", "换算成毫米再写"),
            ("9" * 30, "分", f"NUMBER-INVALID: “{'9' * 30}”太大", "写成不超过 1000000000 的数"),
            ("-5分", "分", "NUMBER-NEGATIVE: “-5分”小于 0", "写成 0 或大于 0 的数"),
        ],
    )
    def test_anything_else_is_a_problem(self, typed: str, unit: str, problem: str, remedy: str) -> None:
        problems: list[Problem] = []
        assert read_number(value_of(f"值: {typed}\n"), unit, problems) is None
        assert said(problems) == [f"1:4 {problem}"]
        assert problems[0].help.zh == remedy


class TestDate:
    @pytest.mark.parametrize(
        "typed",
        ["2026-01-05", "2026-1-5", "2026/1/5", "2026.1.5", "2026年1月5日", "２０２６年１月５日", "'2026-01-05'"],
    )
    def test_a_day_in_each_form(self, typed: str) -> None:
        problems: list[Problem] = []
        date = read_date(value_of(f"值: {typed}\n"), problems)
        assert problems == []
        assert date is not None
        assert date.value == datetime.date(2026, 1, 5)
        assert str(date) == "2026年1月5日"
        assert (date.text, date.position.column) == (typed.strip("'"), 4)

    @pytest.mark.parametrize(
        "typed", ["2026-02-30", "2026-13-01", "2026年1月", "1月5日", "20260105", "26-01-05", "即日"]
    )
    def test_anything_else_is_a_problem(self, typed: str) -> None:
        problems: list[Problem] = []
        assert read_date(value_of(f"值: {typed}\n"), problems) is None
        assert said(problems) == [f"1:4 DATE-INVALID: “{typed}”不是日期"]
        assert problems[0].help.zh == "写成 2026-01-05 这样，年、月、日都要有"


class TestWords:
    @pytest.mark.parametrize("typed", ["季", "quarter", "'季'"])
    def test_a_word_in_either_language_is_read_as_the_chinese_one(self, typed: str) -> None:
        problems: list[Problem] = []
        word = read_choice(value_of(f"值: {typed}\n"), CYCLES, problems)
        assert problems == []
        assert word is not None
        assert (str(word), word.position.column) == ("季", 4)

    @pytest.mark.parametrize("source", ["值: 月、年\n", "值: [月, year]\n", "值:\n  - month\n  - 年\n"])
    def test_several_words(self, source: str) -> None:
        problems: list[Problem] = []
        assert read_choices(value_of(source), CYCLES, problems) == ("月", "年")
        assert problems == []

    def test_an_unknown_word_is_named_with_those_known(self) -> None:
        problems: list[Problem] = []
        assert read_choices(value_of("值: 月、quater、旬\n"), CYCLES, problems) == ("月",)
        assert said(problems) == [
            "1:6 WORD-UNKNOWN: 这里不认识“quater”",
            "1:13 WORD-UNKNOWN: 这里不认识“旬”",
        ]
        assert [problem.help.zh for problem in problems] == [
            "是不是“quarter”？可以写：月、季、年",
            "可以写：月、季、年",
        ]
        assert problems[0].help.en == "did you mean “quarter”? write one of: month, quarter, year"
