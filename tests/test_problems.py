"""Problems in print: the head line, the source line with carets under what is wrong, the help."""

from __future__ import annotations

import pytest

from docgen.problems import (
    Problem,
    Words,
    did_you_mean,
    display_width,
    error,
    in_reading_order,
    nearest,
    render,
    warning,
)
from docgen.source import Position

FILE = "content/departments/仓储部.yaml"


def problem_at(line: int, column: int, length: int) -> Problem:
    position = Position(FILE, line, column, length)
    return error("CODE", position, Words("错了", "it is wrong"), Words("改", "mend it"))


def shown(line: str, column: int, length: int) -> list[str]:
    """The source line and the carets that are printed of a problem in line 7."""
    return render(problem_at(7, column, length), "zh", lambda position: line).split("\n")[1:3]


class TestRender:
    def test_in_chinese(self) -> None:
        problem = problem_at(14, 7, 4)
        assert render(problem, "zh", lambda position: "      物资收发:\n") == (
            "content/departments/仓储部.yaml:14:7: 错误 CODE: 错了\n"
            "   14 |       物资收发:\n"
            "      |       ^^^^^^^^\n"
            "      = 帮助: 改"
        )

    def test_in_english_as_a_warning_of_a_project_elsewhere(self) -> None:
        problem = warning("CODE", Position(FILE, 14, 7, 4), Words("错了", "it is wrong"), Words("改", "mend it"))
        assert render(problem, "en", lambda position: "      物资收发:\n", "../") == (
            "../content/departments/仓储部.yaml:14:7: warning CODE: it is wrong\n"
            "   14 |       物资收发:\n"
            "      |       ^^^^^^^^\n"
            "      = help: mend it"
        )

    def test_without_a_place(self) -> None:
        problem = error("FONT-NONE", None, Words("没有字体", "no font"), Words("装一个", "install one"))
        assert render(problem, "zh", lambda position: "never asked", "../") == (
            "错误 FONT-NONE: 没有字体\n      = 帮助: 装一个"
        )

    def test_without_a_line_to_show(self) -> None:
        assert render(problem_at(14, 7, 4), "zh", lambda position: None) == (
            "content/departments/仓储部.yaml:14:7: 错误 CODE: 错了\n      = 帮助: 改"
        )


class TestCarets:
    @pytest.mark.parametrize(
        ("line", "column", "length", "carets"),
        [
            ("abc: def", 6, 3, "     ^^^"),
            ("内容: 收发", 5, 2, "      ^^^^"),
            ("内容: a收b", 5, 3, "      ^^^^"),
            ("ＡＢ: 收", 1, 2, "^^^^"),
            ("e\u0301e\u0301: 收", 5, 1, "  ^"),
            ("内容", 3, 1, "    ^"),
            ("内容", 1, 99, "^^^^"),
            ("", 1, 1, "^"),
        ],
    )
    def test_they_stand_under_the_text_as_wide_as_it_is(self, line: str, column: int, length: int, carets: str) -> None:
        assert shown(line, column, length) == [f"    7 | {line}".rstrip(), f"      | {carets}"]

    def test_of_a_long_line_the_part_around_the_place_is_shown(self) -> None:
        assert shown("甲" * 200 + "乙乙" + "丙" * 200, 201, 2) == [
            f"    7 | {'甲' * 50}乙乙{'丙' * 48}",
            f"      | {' ' * 100}^^^^",
        ]

    def test_and_carets_end_where_the_part_ends(self) -> None:
        assert shown("甲" * 400, 1, 400) == [f"    7 | {'甲' * 100}", f"      | {'^' * 200}"]

    @pytest.mark.parametrize("odd", ["\t", "\x1b", "\x00", "\u202e", "\xa0"])
    def test_what_a_terminal_would_act_on_is_a_space(self, odd: str) -> None:
        assert shown(f"{odd}内容: 收发\r\n", 6, 2) == ["    7 |  内容: 收发", "      |        ^^^^"]

    def test_a_full_width_space_is_as_wide_as_it_is(self) -> None:
        assert shown("\u3000内容", 2, 2) == ["    7 | \u3000内容", "      |   ^^^^"]


def test_problems_are_shown_in_the_order_of_the_files() -> None:
    nowhere = error("FONT-NONE", None, Words("", ""), Words("", ""))
    other = error("CODE", Position("content/common.yaml", 99), Words("", ""), Words("", ""))
    problems = [nowhere, problem_at(10, 1, 1), problem_at(9, 5, 1), problem_at(9, 2, 1), other]
    assert in_reading_order(problems) == [problems[4], problems[3], problems[2], problems[1], nowhere]


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("汉字", 4), ("（）", 4), ("①", 1), ("e\u0301", 1)])
def test_the_width_of_a_text_in_columns(text: str, width: int) -> None:
    assert display_width(text) == width


class TestDidYouMean:
    @pytest.mark.parametrize(
        ("word", "meant"),
        [("仓库主人", "仓库主任"), ("考合办法", "考核办法"), ("工作", "工作标准"), ("备注", None), ("", None)],
    )
    def test_the_candidate_that_is_half_alike(self, word: str, meant: str | None) -> None:
        assert nearest(word, ["仓库主任", "考核办法", "工作标准"]) == meant

    def test_it_is_a_question_in_both_languages_or_nothing(self) -> None:
        assert did_you_mean("仓库主人", ["仓库主任"]) == ("是不是“仓库主任”？", "did you mean “仓库主任”? ")
        assert did_you_mean("备注", ["仓库主任"]) == ("", "")
