"""Records: whose, which clause, what value; and what is said of rows that don't say it."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.assessment.period import Period
from docgen.assessment.records import Record, read_records
from docgen.assessment.results import results
from docgen.clause.numerals import plain
from docgen.manual.model import Manual
from tests.assessment.small_company import company, records
from tests.small_project import MANUAL, read_project


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    return company(tmp_path)


def shown(record: Record) -> tuple[str, str, int | None, str]:
    return (record.date.isoformat(), str(record.person), record.line, plain(record.value))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-11-05,石长青,少巡查一次扣1分。,2次,", ("2026-11-05", "石长青（仓储部/仓库主任）", 4, "2")),
        ("2026/11/5,仓库主任,少巡查一次,两次,", ("2026-11-05", "石长青（仓储部/仓库主任）", 4, "2")),
        ("2026年11月5日,仓储部/仓库主任,库区巡查/1, 2 次 ,", ("2026-11-05", "石长青（仓储部/仓库主任）", 4, "2")),
        ("2026-11-05,石长青,物资收发/2,3处,", ("2026-11-05", "石长青（仓储部/仓库主任）", 2, "3")),
        ("2026-11-05,石长青,发错一次,1次,", ("2026-11-05", "石长青（仓储部/仓库主任）", 1, "1")),
        ("2026-11-05,石长青,单据晚录入,4日,", ("2026-11-05", "石长青（仓储部/仓库主任）", 0, "4")),
        ("2026-11-30,石长青,账物相符率,98.75%,", ("2026-11-30", "石长青（仓储部/仓库主任）", 7, "98.75")),
        ("2026-11-30,石长青,账物相符率,-1.5%,", ("2026-11-30", "石长青（仓储部/仓库主任）", 7, "-1.5")),
        ("2026-11-30,周立夏,无,0次,", ("2026-11-30", "周立夏（仓储部/库管员）", None, "0")),
        ("2026-11-30,石长青,协作,9.5分,", ("2026-11-30", "石长青（仓储部/仓库主任）", 8, "9.5")),
        ("2026-11-30,周立夏,无,,", ("2026-11-30", "周立夏（仓储部/库管员）", None, "0")),
        ("2026-11-30,叉车工,损坏一件,1件,", ("2026-11-30", "仓储部/叉车工", 0, "1")),
    ],
)
def test_a_row(manual: Manual, tmp_path: Path, line: str, expected: tuple[str, str, int | None, str]) -> None:
    found, problems = records(manual, tmp_path, line)
    assert problems == []
    assert [shown(record) for record in found] == [expected]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (",石长青,少巡查一次,1次,", "SHEET-CELL-MISSING", "这一行没有写日期"),
        ("2026-11-05,,少巡查一次,1次,", "SHEET-CELL-MISSING", "这一行没有写姓名或岗位"),
        ("2026-11-05,石长青,少巡查一次,,", "SHEET-CELL-MISSING", "这一行没有写次数或数值"),
        ("2026-11-31,石长青,少巡查一次,1次,", "SHEET-DATE", "“2026-11-31”不是日期"),
        ("2026-11-05,石长清,少巡查一次,1次,", "RECORD-PERSON", "手册里没有“石长清”这个人或岗位"),
        ("2026-11-05,库管员,账物不符,1项,", "RECORD-PERSON",
         "“库管员”可能是几个：程小满（仓储部/库管员）、周立夏（仓储部/库管员）"),
        ("2026-11-05,石长青,少开会一次,1次,", "RECORD-CLAUSE", "仓库主任没有“少开会一次”这一条款"),
        ("2026-11-05,石长青,发生,1次,", "RECORD-CLAUSE",
         "“发生”可能是几条：物资收发/3 发生泄密事件的，本项不得分；库区巡查/3 发生死亡事故实行一票否决"),
        ("2026-11-05,程小满,私自外借,1次,", "RECORD-CLAUSE", "“私自外借”这一条不计分"),
        ("2026-11-05,石长青,少巡查一次,两三次,", "RECORD-VALUE", "“两三次”不对：不是一个数"),
        ("2026-11-05,石长青,少巡查一次,1.5次,", "RECORD-VALUE", "“1.5次”不对：次数要是整数"),
        ("2026-11-05,程小满,视情节扣,5分,", "RECORD-VALUE", "“5分”不对：不能多于 3 分"),
        ("2026-11-30,石长青,协作,11分,", "RECORD-VALUE", "“11分”不对：不能多于 10 分"),
        ("2026-11-05,石长青,少巡查一次,2,", "RECORD-UNIT", "“2”没有单位，这一条按“次”算"),
        ("2026-11-05,石长青,少巡查一次,-2次,", "RECORD-VALUE", "“-2次”不对：不能小于 0"),
        ("2026-11-30,石长青,协作,－1分,", "RECORD-VALUE", "“－1分”不对：不能小于 0"),
        ("2026-11-05,石长青,少巡查一次,--2次,", "RECORD-VALUE", "“--2次”不对：不是一个数"),
        ("2026-11-05,石长青,少巡查一次,=1+1,", "RECORD-VALUE", "“=1+1”不对：不是一个数"),
        (f"2026-11-05,石长青,少巡查一次,{'9' * 30}次,", "RECORD-VALUE", f"“{'9' * 30}次”不对：数太大"),
        (f"2026-11-30,石长青,账物相符率,-{'9' * 30}%,", "RECORD-VALUE", f"“-{'9' * 30}%”不对：数太大"),
        ("2026-11-30,叉车工,。,1件,", "RECORD-CLAUSE", "叉车工没有“。”这一条款"),
        ("2026-11-05,石长青,无,3次,", "RECORD-VALUE", "“3次”不对：条款写了“无”，就没有数"),
        ("2026-11-05,石长青,少巡查一次,2天,", "RECORD-UNIT", "“2天”的单位不对，这一条按“次”算"),
        ("2026-11-05,程小满,视情节扣,1次,", "RECORD-UNIT", "“1次”不是分数，这一条由考核人定几分"),
        ("2026-11-30,石长青,协作,8,", "RECORD-UNIT", "“8”不是分数，这一条由考核人定几分"),
        ("2026-11-05,江小雪,协作,38分,,叉车工", "RECORD-ASSESSOR", "“叉车工”不是质检员的考核人"),
        ("2026-11-05,石长青,少巡查一次,1次,,李寒露", "RECORD-ASSESSOR", "“李寒露”不是仓库主任的考核人"),
    ],
)  # fmt: skip
def test_a_wrong_row(manual: Manual, tmp_path: Path, line: str, code: str, message: str) -> None:
    found, problems = records(manual, tmp_path, f"2026-11-01,周立夏,无,,\n{line}")
    assert [shown(record)[1] for record in found] == ["周立夏（仓储部/库管员）"]
    (problem,) = problems
    assert (problem.code, problem.message.zh) == (code, message)
    assert problem.position
    assert problem.position.line == 3


def test_parts_of_a_clause_are_told_without_the_mark_between_them(tmp_path: Path) -> None:
    post = """\
部门: 冲压车间
岗位: {冲压工: {任职者: 张立, 职责: {出勤: {工作标准: 不旷工。, 考核办法: 旷工半天扣3分，旷工1天扣6分。}}}}
"""
    manual = read_project(tmp_path, {"manual.yaml": MANUAL, "departments/冲压车间.yaml": post})
    found, (problem,) = records(manual, tmp_path, "2026-11-30,张立,旷工,0.5天,\n")
    assert found == []
    assert problem.message.zh == "“旷工”可能是几条：出勤/1 旷工半天扣3分；出勤/1 旷工1天扣6分"


def test_a_rate_where_the_clause_counts_how_much_lower_it_is(tmp_path: Path) -> None:
    post = """\
部门: 冲压车间
岗位: {冲压工: {任职者: 张立, 职责: {冲压: {工作标准: 合格率99%。, 考核办法: 合格率每低0.1个百分点扣1分。}}}}
"""
    manual = read_project(tmp_path, {"manual.yaml": MANUAL, "departments/冲压车间.yaml": post})
    found, (problem,) = records(manual, tmp_path, "2026-11-30,张立,合格率,0.35%,\n2026-11-30,张立,合格率,98.65%,\n")
    assert [plain(record.value) for record in found] == ["0.35", "98.65"]
    assert (problem.severity, problem.code, problem.message.zh) == (
        "warning",
        "RECORD-ACTUAL",
        "“98.65%”像是实际值，这一条算的是低了多少",
    )


def test_a_heading_that_is_misspelled_is_asked_about(manual: Manual, tmp_path: Path) -> None:
    (tmp_path / "记录.csv").write_text("日朝,姓名,条款,数值\n2026-11-05,石长青,少巡查一次,2次\n", "utf-8")
    found, (problem,) = read_records(str(tmp_path / "记录.csv"), manual)
    assert found == []
    assert (problem.code, problem.message.zh) == ("SHEET-COLUMN-MISSING", "这一行列名里没有：日期")
    assert problem.help
    assert problem.help.zh.startswith("“日朝”要写成“日期”吗？最上面要有一行列名：日期、姓名、")


def test_an_assessor_is_called_by_the_post_or_by_who_holds_it(manual: Manual, tmp_path: Path) -> None:
    lines = "2026-11-05,江小雪,协作,38分,,厂长\n2026-11-05,江小雪,协作,30分,,石长青\n2026-11-05,江小雪,无,,,仓库主任\n"
    found, problems = records(manual, tmp_path, lines)
    assert problems == []
    assert [record.assessor for record in found] == ["厂长", "仓库主任", "仓库主任"]


def test_a_workbook_and_yaml_say_the_same(manual: Manual, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["十一月记录"])
    sheet.append(["日期", "姓名", "岗位", "条款", "数值", "备注"])
    sheet.append(["2026-11-05", "石长青", "仓库主任", "少巡查一次", "2次", "台账"])
    sheet.append(["2026-11-30", "石长青", "", "账物相符率", 0.9875, ""])
    sheet["E4"].number_format = "0.00%"
    workbook.save(tmp_path / "记录.xlsx")
    (tmp_path / "记录.yaml").write_text(
        "- {日期: 2026-11-05, 姓名: 石长青, 岗位: 仓库主任, 条款: 少巡查一次, 数值: 2次, 备注: 台账}\n"
        "- 日期: 2026-11-30\n  姓名: 石长青\n  条款: 账物相符率\n  数值: 98.75%\n",
        "utf-8",
    )
    for name in ("记录.xlsx", "记录.yaml"):
        found, problems = read_records(str(tmp_path / name), manual)
        assert problems == []
        assert [shown(record)[2:] for record in found] == [(4, "2"), (7, "98.75")]
        assert [record.remark for record in found] == ["台账", ""]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("空.csv", "日期,姓名,条款,数值\n", "SHEET-EMPTY"),
        ("列.csv", "日期,姓名,数值\n2026-11-05,石长青,1次\n", "SHEET-COLUMN-MISSING"),
        ("甲.yaml", "日期: 2026-11-05\n", "RECORD-ROWS"),
        ("乙.yaml", "- 日期: [2026-11-05]\n", "RECORD-ROWS"),
        ("丙.yaml", "- {日期: 2026-11-05\n", "YAML-SYNTAX"),
    ],
)
def test_a_file_without_records(manual: Manual, tmp_path: Path, name: str, text: str, code: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    found, problems = read_records(str(tmp_path / name), manual)
    assert found == []
    assert [problem.code for problem in problems] == [code]


def test_a_file_that_is_not_there(manual: Manual, tmp_path: Path) -> None:
    found, problems = read_records(str(tmp_path / "没有.csv"), manual)
    assert (found, [problem.code for problem in problems]) == ([], ["SHEET-NOT-OPENED"])


def test_a_post_without_holders_takes_any_name(manual: Manual, tmp_path: Path) -> None:
    (tmp_path / "记录.csv").write_text("日期,姓名,岗位,条款,数值\n2026-11-05,李寒露,叉车工,损坏一件,2件\n", "utf-8")
    ((record,), problems) = read_records(str(tmp_path / "记录.csv"), manual)
    assert problems == []
    assert (str(record.person), record.value) == ("李寒露（仓储部/叉车工）", Decimal(2))


@cache
def the_company() -> Manual:
    with TemporaryDirectory() as folder:
        return company(Path(folder))


def cell(*likely: str) -> st.SearchStrategy[str]:
    return st.sampled_from(likely) | st.text(max_size=4)


ROWS = st.tuples(
    cell("2026-11-05", "2026年11月30日", "2026-02-30", ""),
    cell("石长青", "程小满", "江小雪", "仓库主任", ""),
    cell("仓库主任", "质量部/质检员", "叉车工", ""),
    cell("库区巡查/1", "少巡查一次", "账物相符率", "协作", "视情节扣", "发生", "无", ""),
    cell("2次", "两三次", "-1%", "98.5%", "9分", "1e9次", "=1+1", ""),
    cell("厂长", "石长青", ""),
)


@given(st.lists(ROWS, max_size=5))
def test_whatever_is_typed_is_a_record_or_a_problem_at_its_row(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        found = Path(folder) / "记录.csv"
        with found.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["日期", "姓名", "岗位", "条款", "次数或数值", "考核人"], *rows])
        read, problems = read_records(str(found), the_company())
    assert read or problems
    assert all(problem.position for problem in problems)
    results(read, Period(2026, 11, 1), "记录.csv")
