"""Rosters as HR saves them: encodings, delimiters, quotes, workbooks; and what is said of wrong rows."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.manual.model import Manual
from docgen.problems import Problem, render
from docgen.roster import Recipient, Roster, read_roster
from tests.small_project import DEPARTMENT, read_project

KEEPER = """\
  库管员:
    职责:
      物资保管:
        工作标准: 账物相符。
        考核办法: 不符一处扣1分。
"""
OFFICE = f"部门: 办公室\n岗位:\n{KEEPER}"
HEAD = "姓名,部门,岗位,工号,入职日期"
DIRECTOR = "张伟,仓储部,仓库主任,1001,2026-01-05"


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Manual:
    """仓储部 with 仓库主任 and 库管员, 办公室 with a 库管员 of its own."""
    files: dict[str, str | bytes] = {
        "departments/仓储部.yaml": DEPARTMENT + KEEPER,
        "departments/办公室.yaml": OFFICE,
    }
    return read_project(tmp_path_factory.mktemp("project"), files)


def read(manual: Manual, *lines: str) -> Roster:
    return read_roster("名单.csv", "\n".join([HEAD, *lines]).encode(), manual)


def people(roster: Roster) -> list[tuple[str, str, str, str]]:
    """工号, name, posts and date of each person."""
    return [
        (person.number, person.name, "、".join(map(str, person.places)), str(person.joined or ""))
        for person in roster.people
    ]


def printed(problems: list[Problem]) -> list[str]:
    return [render(problem, "zh", lambda position: None).split("\n")[0] for problem in problems]


WHOLE = [("1001", "张伟", "仓储部/仓库主任", "2026年1月5日")]


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
    def test_each_that_a_spreadsheet_program_saves(self, encoding: str, manual: Manual) -> None:
        roster = read_roster("名单.csv", f"{HEAD}\r\n{DIRECTOR}\r\n".encode(encoding), manual)
        assert (people(roster), roster.problems) == (WHOLE, [])

    @pytest.mark.parametrize("delimiter", [",", "\t", ";"])
    def test_each_delimiter_that_excel_writes(self, delimiter: str, manual: Manual) -> None:
        data = f"{HEAD}\r\n{DIRECTOR}\r\n".replace(",", delimiter).encode("utf-8-sig")
        assert people(read_roster("名单.csv", data, manual)) == WHOLE

    def test_bytes_that_are_no_text(self, manual: Manual) -> None:
        roster = read_roster("名单.csv", b"\xff\x00\xff\x81", manual)
        assert roster.people == ()
        assert {problem.code for problem in roster.problems} <= {"FILE-ENCODING", "FILE-CHARACTER"}
        assert roster.problems

    def test_a_character_nobody_can_see(self, manual: Manual) -> None:
        roster = read(manual, DIRECTOR.replace("张伟", "张\u202e伟"))
        assert printed(roster.problems) == [
            "名单.csv:2:2: 错误 FILE-CHARACTER: 看不见的字符 U+202E（改变文字方向的字符）"
        ]


class TestTable:
    def test_columns_in_any_order_with_others_between(self, manual: Manual) -> None:
        data = "工号,备注,岗 位,姓名\n1001,新来的,仓库主任,张伟\n".encode()
        assert people(read_roster("名单.csv", data, manual)) == [("1001", "张伟", "仓储部/仓库主任", "")]

    @pytest.mark.parametrize(
        "headings",
        [
            "员工编号,员工姓名,所属部门,岗位名称,入职时间",
            "人员编号,姓 名*,部门名称,职位,到岗日期",
            "工号（必填）,姓名：,所在部门,职务,入职日期(年-月-日)",
            "Employee ID,Name,Department,Position,Hire Date",
        ],
    )
    def test_headings_as_personnel_systems_have_them(self, headings: str, manual: Manual) -> None:
        data = f"{headings}\n1001,张伟,仓储部,仓库主任,2026-01-05\n".encode()
        assert people(read_roster("名单.csv", data, manual)) == WHOLE

    def test_the_usual_heading_counts_where_another_is_there_too(self, manual: Manual) -> None:
        data = f"职务,{HEAD}\n部门负责人,{DIRECTOR}\n".encode()
        assert people(read_roster("名单.csv", data, manual)) == WHOLE

    @pytest.mark.parametrize(
        "above", ["2026年1月新员工名单,,,,", "新员工名单,,,,\n\n制表：人事部,,,,2026-01-05", "sep=;"]
    )
    @pytest.mark.parametrize("delimiter", [",", ";"])
    def test_a_title_may_stand_above_the_headings(self, above: str, delimiter: str, manual: Manual) -> None:
        data = f"{above}\n{HEAD}\n{DIRECTOR}\n,李娜,,,\n".replace(",", delimiter).encode()
        roster = read_roster("名单.csv", data, manual)
        assert people(roster) == WHOLE
        assert {problem.position.line for problem in roster.problems if problem.position} == {above.count("\n") + 4}

    def test_english_headings(self, manual: Manual) -> None:
        data = "Number,Name,Department,Post,Joined\n1001,张伟,仓储部,仓库主任,2026/1/5\n".encode()
        assert people(read_roster("名单.csv", data, manual)) == WHOLE

    def test_blank_rows_are_passed_over(self, manual: Manual) -> None:
        assert people(read(manual, "", ",,,,", DIRECTOR, "")) == WHOLE

    def test_a_row_stands_where_it_begins_after_cells_of_several_lines(self, manual: Manual) -> None:
        data = f'备注,{HEAD}\n"第一行\n第""二""行",{DIRECTOR}\n,李娜,仓储部,司库,1002,\n'.encode()
        roster = read_roster("名单.csv", data, manual)
        assert people(roster) == WHOLE
        assert printed(roster.problems) == ["名单.csv:4:1: 错误 ROSTER-POST-UNKNOWN: 没有“仓储部/司库”这个岗位"]

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            ("", "名单.csv:1:1: 错误 SHEET-EMPTY: 这里没有内容"),
            (HEAD, "名单.csv:1:1: 错误 SHEET-EMPTY: 这里没有内容"),
            ("名字,岗级\n", "名单.csv:1:1: 错误 SHEET-COLUMN-MISSING: 这一行列名里没有：姓名、岗位、工号"),
            (f"{HEAD},岗位\n", "名单.csv:1:1: 错误 SHEET-COLUMN-TWICE: 有两列都是“岗位”"),
            ("姓名,职位,职务,工号\n", "名单.csv:1:1: 错误 SHEET-COLUMN-TWICE: 有两列都是“岗位”"),
            (
                "2026年新员工,,\n姓名,部门,岗位\n",
                "名单.csv:2:1: 错误 SHEET-COLUMN-MISSING: 这一行列名里没有：工号",
            ),
            (
                f'{HEAD}\n1,"张\n',
                "名单.csv:2:1: 错误 SHEET-QUOTES: 从这一行起双引号不成对，后面的行没有读",
            ),
        ],
    )
    def test_what_is_no_roster(self, data: str, message: str, manual: Manual) -> None:
        roster = read_roster("名单.csv", data.encode(), manual)
        assert (roster.people, printed(roster.problems)) == ((), [message])


class TestPeople:
    def test_a_number_that_a_spreadsheet_program_rounded(self, manual: Manual) -> None:
        roster = read(manual, "张伟,仓储部,仓库主任,2.02601E+11,", "李娜,仓储部,库管员,E1001,")
        assert people(roster) == [("E1001", "李娜", "仓储部/库管员", "")]
        assert printed(roster.problems) == [
            "名单.csv:2:1: 错误 ROSTER-NUMBER-ROUNDED: 工号“2.02601E+11”已被表格软件改成科学计数"
        ]

    def test_a_formula_without_a_value_is_an_empty_cell(self, manual: Manual) -> None:
        roster = read(manual, "张伟,仓储部,仓库主任,#N/A,#REF!")
        assert printed(roster.problems) == ["名单.csv:2:1: 错误 SHEET-CELL-MISSING: 这一行没有写工号"]

    def test_two_of_one_name_are_two(self, manual: Manual) -> None:
        roster = read(manual, DIRECTOR, "张伟,仓储部,库管员,1002,")
        assert people(roster) == [*WHOLE, ("1002", "张伟", "仓储部/库管员", "")]

    def test_one_number_with_two_posts_holds_both(self, manual: Manual) -> None:
        roster = read(manual, DIRECTOR, "李娜,办公室,库管员,1002,", "张伟,办公室,库管员,１００１,")
        assert people(roster) == [
            ("1001", "张伟", "仓储部/仓库主任、办公室/库管员", "2026年1月5日"),
            ("1002", "李娜", "办公室/库管员", ""),
        ]

    @pytest.mark.parametrize("post", ["张伟,,仓库主任", "张伟,,仓储部/仓库主任", "张伟,仓储部,仓储部/仓库主任"])
    def test_a_post_may_be_named_in_each_way(self, post: str, manual: Manual) -> None:
        assert people(read(manual, f"{post},1001,2026-01-05")) == WHOLE

    @pytest.mark.parametrize(
        "written",
        ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "20260105", "２０２６-１-５", "2026-01-05 00:00:00"],
    )
    def test_a_date_may_be_written_in_each_way(self, written: str, manual: Manual) -> None:
        assert people(read(manual, f"张伟,仓储部,仓库主任,1001,{written}")) == WHOLE

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            (",仓储部,库管员,7,", "SHEET-CELL-MISSING: 这一行没有写姓名"),
            ("李娜,仓储部,,7,", "SHEET-CELL-MISSING: 这一行没有写岗位"),
            ("李娜,仓储部,库管员,,", "SHEET-CELL-MISSING: 这一行没有写工号"),
            ("李娜,仓储部", "SHEET-CELL-MISSING: 这一行没有写岗位"),
            ("李娜,仓储部,库管理员,7,", "ROSTER-POST-UNKNOWN: 没有“仓储部/库管理员”这个岗位"),
            ("李娜,仓库部,库管员,7,", "ROSTER-POST-UNKNOWN: 没有“仓库部”这个部门"),
            ("李娜,,库管员,7,", "ROSTER-POST-AMBIGUOUS: 有几个部门都有“库管员”"),
            ("李娜,仓储部,库管员,7,2026-02-30", "SHEET-DATE: “2026-02-30”不是日期"),
            ("李娜,仓储部,库管员,7,去年", "SHEET-DATE: “去年”不是日期"),
            ("张伟,仓储部,仓库主任,1001,", "ROSTER-POST-TWICE: 张伟（工号 1001）的岗位“仓储部/仓库主任”写了两次"),
            ("李娜,仓储部,库管员,1001,", "ROSTER-NUMBER-TWICE: 工号 1001 在第 2 行是“张伟”，这一行是“李娜”"),
            (
                "张伟,仓储部,库管员,1001,2026-02-01",
                "ROSTER-DATE-TWICE: 工号 1001 的入职日期在第 2 行是2026年1月5日，这一行是2026年2月1日",
            ),
        ],
    )
    def test_a_wrong_row_is_named(self, row: str, message: str, manual: Manual) -> None:
        roster = read(manual, DIRECTOR, row)
        assert printed(roster.problems)[0] == f"名单.csv:3:1: 错误 {message}"

    def test_the_help_asks_what_was_meant(self, manual: Manual) -> None:
        problems = read(manual, "李娜,仓储部,库管理员,7,", "李娜,仓库部,库管员,7,", "李娜,,库管员,8,").problems
        assert [problem.help.zh for problem in problems] == [
            "是不是“仓储部/库管员”？部门和岗位的名称要和手册里的一样",
            "是不是“仓储部”？部门名称要和手册里的一样",
            "在“部门”一列写明是哪一个：仓储部/库管员、办公室/库管员",
        ]

    def test_who_is_at_fault_is_left_out_wholly_and_the_others_stay(self, manual: Manual) -> None:
        roster = read(manual, DIRECTOR, "李娜,仓储部,库管员,1002,", "李娜,仓储部,司库,1002,")
        assert people(roster) == WHOLE

    def test_every_row_is_looked_at(self, manual: Manual) -> None:
        roster = read(manual, "李娜,仓储部,司库,1,", "王强,仓储部,司库,2,", ",,,3,")
        assert [problem.position.line for problem in roster.problems if problem.position] == [2, 3, 4, 4]


class TestWorkbook:
    def test_cells_are_read_as_they_are_shown(self, manual: Manual) -> None:
        rows: list[list[Any]] = [
            ["工号", "姓名", "部门", "岗位", "入职日期"],
            [1001, "张伟", "仓储部", "仓库主任", datetime(2026, 1, 5)],
            [None] * 5,
            [1002.0, "李娜", "仓储部", "库管员", date(2026, 2, 1)],
        ]
        roster = read_roster("名单.xlsx", workbook(rows), manual)
        assert roster.problems == []
        assert people(roster) == [*WHOLE, ("1002", "李娜", "仓储部/库管员", "2026年2月1日")]

    def test_leading_zeros_of_a_number_format_are_part_of_it(self, manual: Manual) -> None:
        rows: list[list[Any]] = [["工号", "姓名", "岗位"], [7, "张伟", "仓库主任"]]
        roster = read_roster("名单.xlsx", workbook(rows, number_format="0000"), manual)
        assert people(roster) == [("0007", "张伟", "仓储部/仓库主任", "")]

    def test_a_wrong_row_is_named(self, manual: Manual) -> None:
        rows: list[list[Any]] = [["工号", "姓名", "岗位"], [], [7, "张伟", "司库"]]
        problems = read_roster("名单.xlsx", workbook(rows), manual).problems
        assert printed(problems) == ["名单.xlsx:3:1: 错误 ROSTER-POST-UNKNOWN: 没有“司库”这个岗位"]

    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("名单.xlsx", b"no archive", "ARCHIVE-UNREADABLE"),
            ("名单.csv", b"\xd0\xcf\x11\xe0", "ARCHIVE-UNREADABLE"),
        ],
    )
    def test_what_is_none(self, name: str, data: bytes, code: str, manual: Manual) -> None:
        roster = read_roster(name, data, manual)
        assert (roster.people, [problem.code for problem in roster.problems]) == ((), [code])

    def test_a_hidden_sheet_before_it_is_passed_over(self, manual: Manual) -> None:
        from openpyxl import Workbook

        book = Workbook()
        book.worksheets[0].sheet_state = "hidden"
        book.worksheets[0].append(["选项"])
        sheet = book.create_sheet("名单")
        for row in (HEAD.split(","), DIRECTOR.split(",")):
            sheet.append(row)
        made = io.BytesIO()
        book.save(made)
        assert people(read_roster("名单.xlsx", made.getvalue(), manual)) == WHOLE

    def test_one_that_is_called_csv(self, manual: Manual) -> None:
        problems = read_roster("名单.csv", workbook([["姓名"]]), manual).problems
        assert printed(problems) == ["名单.csv:1:1: 错误 SHEET-NOT-READ: 这是 Excel 文件，名字却不是 .xlsx"]

    def test_an_archive_that_is_no_workbook(self, manual: Manual) -> None:
        from zipfile import ZipFile

        made = io.BytesIO()
        with ZipFile(made, "w") as archive:
            archive.writestr("a.xml", "<a/>")
        problems = read_roster("名单.xlsx", made.getvalue(), manual).problems
        assert printed(problems) == ["名单.xlsx:1:1: 错误 SHEET-NOT-READ: 这个 .xlsx 文件读不出表格"]


def workbook(rows: list[list[Any]], number_format: str = "") -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if number_format:
        sheet["A2"].number_format = number_format
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


CELL = st.text(st.sampled_from('张伟a1 ,;\t"“，\n　'), max_size=6)


@given(
    notes=st.lists(CELL, min_size=1, max_size=4),
    name=st.text("张伟李娜·'\",;", min_size=1, max_size=4),
    delimiter=st.sampled_from(",\t;"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    ends=st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_is_written_as_excel_does_is_read_back(
    notes: list[str], name: str, delimiter: str, encoding: str, quoting: Any, ends: str, manual: Manual
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=ends)
    writer.writerow(["备注", "工号", "姓名", "部门", "岗位"])
    for number, note in enumerate(notes):
        writer.writerow([note, f"A{number}", name, "仓储部", "库管员"])
    roster = read_roster("名单.csv", text.getvalue().encode(encoding), manual)
    assert roster.problems == []
    assert [(person.number, person.name) for person in roster.people] == [
        (f"A{number}", name) for number in range(len(notes))
    ]


@given(data=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: f"{HEAD}\n{text}".encode()))
def test_no_bytes_raise(data: bytes, manual: Manual) -> None:
    for name in ("名单.csv", "名单.xlsx"):
        roster = read_roster(name, data, manual)
        assert all(isinstance(person, Recipient) for person in roster.people)
        assert roster.problems or roster.people


def test_a_roster_may_lie_anywhere(manual: Manual, tmp_path: Path) -> None:
    path = str(tmp_path / "名单.csv")
    problems = read_roster(path, b"", manual).problems
    assert [str(problem.position) for problem in problems] == [f"{path}:1:1"]
