"""Each command and option as a user meets it: what is printed where, what is written, and the exit code."""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.commands import COMMANDS
from docgen.explanations import codes
from tests.conftest import Golden
from tests.every_node import PNG
from tests.small_project import DEPARTMENT, MANUAL, files_of, run, write_project

WAREHOUSE = "departments/仓储部.yaml"
NO_CLAUSE = DEPARTMENT.replace("        考核办法: 少巡查一次扣1分。\n", "")
MAYBE_A_FIELD = DEPARTMENT.replace("工作标准: 单据", "工作标准:\n          - 目标：单据")  # a warning

DOCGEN = [sys.executable, "-m", "docgen"]
COVERED = "职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0\n"
NEXT_STEP = "下一步：打开看一遍，送审批、盖章、发放。\n"
NO_PAGES = "没有同时生成 PDF，Word 目录里没有页码；在 Word 里按 F9 更新目录即可\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def output_of(project: Path) -> list[str]:
    return sorted(file.name for file in (project / "output").iterdir())


class TestNew:
    def test_a_new_project_is_checked_and_built(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, "new", "我的公司") == (
            0,
            "我的公司\n",
            "建好了。下一步：cd 我的公司，改 content 里的文件，docgen check 检查，docgen build 生成。\n",
        )
        monkeypatch.chdir(project / "我的公司")
        assert run(capsys, "check") == (0, COVERED.replace("2", "4"), "")
        assert run(capsys, "build", "--to", "docx,md") == (
            0,
            "output/岗位职责、工作标准及考核办法.docx\noutput/岗位职责、工作标准及考核办法.md\n",
            f"{NO_PAGES}{NEXT_STEP}",
        )

    def test_it_has_the_files_of_one_department_and_their_schemas(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, "new", "我的公司").exit_code == 0
        assert sorted(files_of(project / "我的公司")) == [
            ".gitignore",
            "content/chapters/总则.md",
            "content/departments/综合办公室.yaml",
            "content/manual.yaml",
            "docs/schema/common.json",
            "docs/schema/department.json",
            "docs/schema/manual.json",
            "templates/styles/公司.yaml",
        ]

    @pytest.mark.parametrize("options", [[], ["--sample"]], ids=["starter", "sample"])
    def test_the_schema_named_in_each_file_is_there(
        self, options: list[str], project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, "new", "甲", *options).exit_code == 0
        for file in (project / "甲" / "content").rglob("*.yaml"):
            first = file.read_text(encoding="utf-8").splitlines()[0]
            named = first.removeprefix("# yaml-language-server: $schema=")
            assert (file.parent / named).is_file(), f"{file}: {first}"

    def test_the_sample_company_passes_strictly(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "new", "甲", "--sample").exit_code == 0
        checked = run(capsys, "check", "--strict", "-C", "甲")
        assert (checked.exit_code, checked.err) == (0, "")
        assert checked.out.startswith("职责 ")
        assert checked.out.count("\n") == 1

    def test_an_empty_folder_will_do(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (project / "甲").mkdir()
        assert run(capsys, "new", "甲").exit_code == 0

    def test_a_folder_with_files_is_a_conflict_and_stays_as_it_is(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project / "甲")
        before = files_of(project)
        assert run(capsys, "new", "甲") == (
            3,
            "",
            "错误 NEW-NOT-EMPTY: 文件夹 甲 里已经有东西了\n      = 帮助: 换一个新文件夹的名字\n",
        )
        assert files_of(project) == before

    def test_a_folder_that_cannot_be_made(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (project / "甲").write_text("a file in the way", encoding="utf-8")
        assert run(capsys, "new", "甲/乙") == (
            5,
            "",
            "错误 OUTPUT-NOT-WRITTEN: 建不了文件夹 甲/乙：路径中间有一个文件，不是文件夹\n"
            "      = 帮助: 看看权限和磁盘空间，或换一个地方\n",
        )

    def test_it_is_made_in_the_folder_named_by_c(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (project / "甲").mkdir()
        assert run(capsys, "-C", "甲", "new", "乙").out == "甲/乙\n"
        assert (project / "甲" / "乙" / "content" / "manual.yaml").is_file()


class TestCheck:
    def test_a_manual_in_order_is_a_summary_line(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        assert run(capsys, "check") == (0, COVERED, "")

    def test_strict_fails_for_a_warning(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: MAYBE_A_FIELD})
        expected = f"""\
content/departments/仓储部.yaml:8:13: 警告 YAML-COLON: “目标”后面应当是半角冒号和一个空格，否则整行只是一段文字
    8 |           - 目标：单据当天录入。
      |             ^^^^^^
      = 帮助: 写成“目标: …”；确实是句子就把整句放进单引号
{COVERED}"""
        assert run(capsys, "check") == (0, expected, "")
        assert run(capsys, "check", "--strict") == (1, expected, "")

    ENGLISH = """\
content/departments/仓储部.yaml:9:7: error DUTY-NO-CLAUSE: duty “库区巡查” has no scoring clause
    9 |       库区巡查:
      |       ^^^^^^^^
      = help: write one under 考核办法, such as “晚录入1天扣1分”; docgen explain DUTY-NO-CLAUSE
duties 2 · with standard 2 · with clause 1 · coverage 50.0% · only by 全部 0 · exempt 0
"""

    def test_english_is_asked_for_by_an_option(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        assert run(capsys, "check", "--lang", "en") == (1, self.ENGLISH, "")
        assert run(capsys, "--lang", "en", "check") == (1, self.ENGLISH, "")

    def test_english_is_asked_for_by_the_environment_and_the_option_wins(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        in_chinese = run(capsys, "check")
        monkeypatch.setenv("DOCGEN_LANG", "en")
        assert run(capsys, "check").out == self.ENGLISH
        assert run(capsys, "check", "--lang", "zh") == in_chinese

    @pytest.mark.parametrize("words", [["-C", "甲", "check"], ["check", "-C", "甲"], ["check", "-C甲/"]])
    def test_paths_begin_with_the_projects_folder(
        self, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project / "甲", {WAREHOUSE: NO_CLAUSE})
        assert run(capsys, *words) == (
            1,
            """\
甲/content/departments/仓储部.yaml:9:7: 错误 DUTY-NO-CLAUSE: 职责“库区巡查”没有考核条款
    9 |       库区巡查:
      |       ^^^^^^^^
      = 帮助: 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE
职责 2 · 有标准 2 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
            "",
        )

    @pytest.mark.parametrize(("words", "where"), [([], "这里"), (["-C", "."], "这里"), (["-C", "甲"], "“甲”里")])
    def test_a_folder_that_is_no_project(
        self, words: list[str], where: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, "check", *words) == (
            1,
            f"""\
错误 PROJECT-MISSING: {where}没有 content/manual.yaml，不是手册项目的文件夹
      = 帮助: 进到手册的文件夹里再运行，或用 -C 文件夹 指明；新建项目用 docgen new 文件夹
""",
            "",
        )

    def test_nothing_is_written_under_the_project(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {"chapters/总则.md": "# 总则\n\n本手册由{单位}制定。\n"})
        before = files_of(project)
        assert run(capsys, "check").exit_code == 0
        assert files_of(project) == before


class TestReports:
    """What is in a report, tests/reports says."""

    @pytest.mark.parametrize(
        ("format", "begins"),
        [
            ("json", '{\n  "docgen": "'),
            ("jsonl", '{"severity": "error", "code": "DUTY-NO-CLAUSE", '),
            ("sarif", '{\n  "$schema": "https://docs.oasis-open.org/sarif/'),
            ("github", "::error title=DUTY-NO-CLAUSE,file=content/departments/仓储部.yaml,line=9,"),
            ("junit", "<?xml version="),
        ],
    )
    def test_it_goes_to_stdout_and_the_exit_code_stays(
        self, format: str, begins: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        before = files_of(project)
        reported = run(capsys, "check", "--format", format)
        assert (reported.exit_code, reported.err) == (1, "")
        assert reported.out.startswith(begins)
        assert reported.out.endswith("\n")
        assert files_of(project) == before

    def test_a_warning_fails_a_strict_check_alone(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: MAYBE_A_FIELD})
        assert run(capsys, "check", "--format", "jsonl").exit_code == 0
        assert run(capsys, "check", "--format", "jsonl", "--strict").exit_code == 1

    def test_sound_content_has_a_report_too_when_it_was_checked_before(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        assert run(capsys, "check") == (0, COVERED, "")
        assert run(capsys, "check", "--format", "github") == (0, COVERED, "")
        assert run(capsys, "check", "--format", "jsonl") == (0, "", "")

    def test_text_is_what_it_is_without_a_format(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        assert run(capsys, "check", "--format", "text") == run(capsys, "check")

    def test_readers_that_look_for_the_files_find_them_from_the_working_directory(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project / "甲", {WAREHOUSE: NO_CLAUSE})
        file = "content/departments/仓储部.yaml"
        assert f"file=甲/{file}," in run(capsys, "check", "-C", "甲", "--format", "github").out
        assert f'"path": "{file}"' in run(capsys, "check", "-C", "甲", "--format", "json").out

    def test_a_folder_that_is_no_project_is_a_problem_like_others(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        reported = run(capsys, "check", "--format", "github")
        assert (reported.exit_code, reported.err) == (1, "")
        assert reported.out.startswith("::error title=PROJECT-MISSING::")

    def test_it_is_utf_8_whatever_the_terminal(self, project: Path) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        environment = os.environ | {"PYTHONIOENCODING": "ascii"}
        command = [*DOCGEN, "check", "--format", "github"]
        docgen = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert "职责“库区巡查”没有考核条款" in docgen.stdout.decode("utf-8")

    def test_statistics_are_counts_alone(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        assert run(capsys, "check", "--statistics") == (
            1,
            """\
代码            级别  个数  意思
DUTY-NO-CLAUSE  错误     1  职责没有考核条款

部门或文件  错误  警告  职责  有标准  有条款  覆盖率  仅通用  豁免
仓储部         1     0     2       2       1   50.0%       0     0

职责 2 · 有标准 2 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
            "",
        )


class TestMatrix:
    """What is in a matrix, tests/matrix says."""

    MATRIX = """\
# 岗位手册　覆盖矩阵

## 明细

| 部门 | 岗位 | 职责 | 分值 | 覆盖 | 来源 | 其中 | 工作标准 | 考核办法 | 扣分、加分 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 仓储部 | 仓库主任 | 物资收发 |  | 齐全 | 本项 |  | 单据当天录入。 | 单据晚录入1天扣1分。 | 扣1分/天 |
|  |  | 库区巡查 |  | 缺条款 | 本项 |  | 每天巡查一次。 |  |  |

## 汇总

| 部门 | 职责 | 有标准 | 有条款 | 覆盖率 | 仅通用 | 豁免 |
| --- | --- | --- | --- | --- | --- | --- |
| 仓储部 | 2 | 2 | 1 | 50.0% | 0 | 0 |
| 合计 | 2 | 2 | 1 | 50.0% | 0 | 0 |
"""

    def test_it_shows_what_is_missing_and_says_that_there_are_errors(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        before = files_of(project)
        said = "内容有错误，矩阵可能不全；docgen check 看是哪些。\n"
        assert run(capsys, "matrix") == (1, self.MATRIX, said)
        assert files_of(project) == before

    def test_of_posts(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        assert run(capsys, "matrix", "--posts") == (
            0,
            """\
# 岗位手册　职责矩阵

## 仓储部

| 类别 | 职责 | 仓库主任 | 岗位数 |
| --- | --- | --- | --- |
| 其他职责 | 物资收发 | ● | 1 |
|  | 库区巡查 | ● | 1 |
""",
            "",
        )

    def test_a_page_of_html(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        made = run(capsys, "matrix", "--format", "html")
        assert (made.exit_code, made.err) == (0, "")
        assert made.out.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n')

    def test_a_workbook_is_a_file(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        assert run(capsys, "matrix", "--format", "xlsx") == (0, "output/岗位手册-覆盖矩阵.xlsx\n", "")
        assert run(capsys, "matrix", "--posts", "--format", "xlsx") == (0, "output/岗位手册-职责矩阵.xlsx\n", "")
        assert output_of(project) == ["岗位手册-职责矩阵.xlsx", "岗位手册-覆盖矩阵.xlsx"]

    @pytest.mark.parametrize("format", ["md", "html", "xlsx"])
    def test_a_manual_without_a_title(self, project: Path, capsys: pytest.CaptureFixture[str], format: str) -> None:
        write_project(project, {"manual.yaml": MANUAL.replace("名称: 岗位手册\n", "")})
        found = run(capsys, "matrix", "--format", format, "--out", "甲")
        assert (found.exit_code, found.out) == (1, f"甲/覆盖矩阵.{format}\n")

    def test_another_folder(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        printed = run(capsys, "matrix").out
        assert run(capsys, "matrix", "--out", "甲") == (0, "甲/岗位手册-覆盖矩阵.md\n", "")
        assert (project / "甲" / "岗位手册-覆盖矩阵.md").read_text("utf-8") == printed

    def test_a_folder_that_cannot_be_written(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {"../甲": "a file in the way"})
        made = run(capsys, "matrix", "--out", "甲")
        assert (made.exit_code, made.out) == (5, "")
        assert made.err.startswith("错误 OUTPUT-NOT-WRITTEN: ")

    def test_without_a_manual_there_is_none(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made = run(capsys, "matrix")
        assert (made.exit_code, made.out) == (1, "")
        assert made.err.startswith("错误 PROJECT-MISSING: ")


class TestScoresheet:
    """What is in a score sheet, tests/assessment says."""

    def test_of_every_post_of_a_department_or_of_one(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        assert run(capsys, "scoresheet", "--period", "2026-11") == (0, "output/评分表.xlsx\n", "")
        assert run(capsys, "scoresheet", "仓储部", "--out", "甲") == (0, "甲/评分表.xlsx\n", "")
        assert run(capsys, "scoresheet", "仓储部/仓库主任", "--out", "乙") == (0, "乙/评分表.xlsx\n", "")
        assert (project / "甲" / "评分表.xlsx").read_bytes() == (project / "乙" / "评分表.xlsx").read_bytes()

    def test_no_such_post(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        made = run(capsys, "scoresheet", "仓库部")
        assert (made.exit_code, made.out) == (2, "")
        assert made.err.startswith("错误 ONLY-UNKNOWN: 没有“仓库部”这个部门或岗位\n")

    def test_no_such_period(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        made = run(capsys, "scoresheet", "--period", "2026-13")
        assert (made.exit_code, made.out) == (2, "")
        assert "docgen: 命令写得不对：--period：写 2026-11、2026Q4、2026H2 或 2026\n" in made.err

    def test_content_with_errors_makes_none(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        before = files_of(project)
        made = run(capsys, "scoresheet")
        assert (made.exit_code, made.out) == (1, "")
        assert made.err.endswith("内容有错误，没有出评分表。改好后再运行。\n")
        assert files_of(project) == before


class TestScore:
    """What scores are, tests/assessment says."""

    HEADINGS = "日期,姓名/岗位,条款,次数或数值,备注\n"

    def test_it_prints_everybodys_score_and_writes_the_table(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        (project / "记录.csv").write_text(f"{self.HEADINGS}2026-11-05,仓库主任,少巡查一次,2次,台账\n", "utf-8")
        assert run(capsys, "score", "记录.csv", "--to", "xlsx") == (
            0,
            """\
仓储部/仓库主任：98.00
  2026年11月：98.00
    少巡查一次扣1分。 ｜ 扣1分，每1次算一回 ｜ 2次（11月5日） ｜ -2
output/考核/考核结果汇总表.xlsx
""",
            "",
        )

    def test_a_wrong_record_is_named_with_its_row_and_nothing_written(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        (project / "记录.csv").write_text(f"{self.HEADINGS}2026-10-05,仓库主任,少巡查一次,2,\n", "utf-8")
        before = files_of(project)
        assert run(capsys, "score", "记录.csv", "--period", "2026-11") == (
            1,
            "",
            """\
记录.csv:2:1: 错误 RECORD-UNIT: “2”没有单位，这一条按“次”算
    2 | 2026-10-05,仓库主任,少巡查一次,2,
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = 帮助: 数后面写上单位，例如 2次
记录有错误，什么也没有写。改好后再运行。
""",
        )
        assert files_of(project) == before

    def test_problems_come_row_by_row_and_what_follows_from_them_is_not_told(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        post = "    指标: {账实相符率: {目标: 99%, 权重: 100%, 考核办法: 每低1%扣1分, 对应: 库区巡查}}\n"
        write_project(project, {WAREHOUSE: DEPARTMENT + post})
        rows = "2026-10-05,仓库主任,少巡查一次,2次,\n2026-11-05,仓库主任,账实相符率,98,\n"
        (project / "记录.csv").write_text(self.HEADINGS + rows, "utf-8")
        made = run(capsys, "score", "记录.csv", "--period", "2026-11")
        assert [line for line in made.err.splitlines() if line.startswith("记录")] == [
            "记录.csv:2:1: 错误 RECORD-OUTSIDE: 2026-10-05 不在2026年11月里",
            "记录.csv:3:1: 错误 RECORD-UNIT: “98”没有单位，这一条按“%”算",
            "记录有错误，什么也没有写。改好后再运行。",
        ]

    def test_records_of_several_years_need_a_period(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        (project / "记录.csv").write_text(
            f"{self.HEADINGS}2025-12-31,仓库主任,无,,\n2026-01-01,仓库主任,无,,\n", "utf-8"
        )
        assert run(capsys, "score", "记录.csv") == (
            2,
            "",
            "记录不在同一年里：第 2 行是 2025-12-31，第 3 行是 2026-01-01。日期没写错的，用 --period 写明\n",
        )

    def test_content_with_errors_scores_nobody(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        (project / "记录.csv").write_text(f"{self.HEADINGS}2026-11-05,仓库主任,无,,\n", "utf-8")
        made = run(capsys, "score", "记录.csv")
        assert (made.exit_code, made.out) == (1, "")
        assert made.err.endswith("内容有错误，没有算分。改好后再运行。\n")


class TestBuild:
    def test_it_names_what_was_written_and_the_next_step(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        built = run(capsys, "build")
        assert built.exit_code == 0
        assert built.out == "output/岗位手册.pdf\noutput/岗位手册.docx\noutput/岗位手册.md\n"
        assert built.err.splitlines(keepends=True)[-1] == NEXT_STEP
        assert output_of(project) == ["岗位手册.docx", "岗位手册.md", "岗位手册.pdf"]

    def test_a_manual_with_errors_is_refused_and_the_old_one_stays(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        assert run(capsys, "build", "--to", "md").exit_code == 0
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        before = files_of(project)
        assert run(capsys, "build") == (
            1,
            "",
            """\
content/departments/仓储部.yaml:9:7: 错误 DUTY-NO-CLAUSE: 职责“库区巡查”没有考核条款
    9 |       库区巡查:
      |       ^^^^^^^^
      = 帮助: 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE
内容有错误，什么也没有写。改好后再生成；要先看样子，用 docgen build --draft 出草稿。
""",
        )
        assert files_of(project) == before

    def test_a_warning_does_not_stop_it(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: MAYBE_A_FIELD})
        built = run(capsys, "build", "--to", "md")
        assert (built.exit_code, built.out) == (0, "output/岗位手册.md\n")
        assert built.err.startswith("content/departments/仓储部.yaml:8:13: 警告 YAML-COLON: ")

    def test_a_draft_says_so_and_lists_what_is_to_be_done(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project, {WAREHOUSE: NO_CLAUSE})
        built = run(capsys, "build", "--draft", "--to", "docx,md")
        assert (built.exit_code, built.out) == (0, "output/岗位手册（草稿）.docx\noutput/岗位手册（草稿）.md\n")
        assert built.err.endswith("这是草稿；把“待补事项”补齐，再运行 docgen build 出正式版。\n")
        draft = (project / "output" / "岗位手册（草稿）.md").read_text(encoding="utf-8")
        assert draft.startswith("> **草稿**\n")
        assert draft.endswith("""\
# 待补事项

> **草稿**

| 级别 | 位置 | 问题 | 怎么改 |
| :-: | --- | --- | --- |
| 错误 | content/departments/仓储部.yaml 第 9 行 | DUTY-NO-CLAUSE：职责“库区巡查”没有考核条款 \
| 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE |
""")

    def test_a_draft_and_a_part_never_touch_the_official_set(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        title = "长" * 100
        write_project(project, {"manual.yaml": MANUAL.replace("岗位手册", title)})
        assert run(capsys, "build", "--to", "md").exit_code == 0
        official = files_of(project / "output")
        for words in (["--draft"], ["--only", "仓储部"], ["--only", "仓储部/仓库主任", "--draft"]):
            assert run(capsys, "build", "--to", "md", *words).exit_code == 0
        written = files_of(project / "output")
        assert sorted(written) == [
            f"{'长' * 59}-仓储部-仓库主任（草稿）.md",
            f"{'长' * 63}-仓储部.md",
            f"{'长' * 66}.md",
            f"{'长' * 66}（草稿）.md",
        ]
        assert {name: written[name] for name in official} == official

    def test_only_a_department(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        other = DEPARTMENT.replace("仓储部", "采购部").replace("仓库主任", "采购员")
        write_project(project, {"departments/采购部.yaml": other})
        assert run(capsys, "build", "--only", "采购部", "--to", "md") == (
            0,
            "output/岗位手册-采购部.md\n",
            NEXT_STEP,
        )
        part = (project / "output" / "岗位手册-采购部.md").read_text(encoding="utf-8")
        assert "采购员" in part
        assert "仓库主任" not in part

    def test_only_a_post(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project, {WAREHOUSE: f"{DEPARTMENT}  库管员:\n    职责:\n      发料: 凭单发料。\n    必备: 无\n"})
        built = run(capsys, "build", "--only", "仓储部/库管员", "--to", "md")
        assert built == (0, "output/岗位手册-仓储部-库管员.md\n", NEXT_STEP)
        part = (project / "output" / "岗位手册-仓储部-库管员.md").read_text(encoding="utf-8")
        assert "凭单发料。" in part
        assert "单据当天录入。" not in part

    @pytest.mark.parametrize(
        ("only", "message"),
        [
            ("仓管部", "没有“仓管部”这个部门或岗位\n      = 帮助: 是不是“仓储部”？有这些：仓储部\n"),
            (
                "仓储部/仓库主仼",
                "没有“仓储部/仓库主仼”这个部门或岗位\n      = 帮助: 是不是“仓储部/仓库主任”？有这些：仓储部/仓库主任\n",
            ),
            ("", "没有“”这个部门或岗位\n      = 帮助: 有这些：仓储部\n"),
        ],
    )
    def test_only_what_there_is(
        self, only: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        built = run(capsys, "build", "--only", only, "--to", "md")
        assert built == (2, "", f"错误 ONLY-UNKNOWN: {message}什么也没有写。\n")
        assert not (project / "output").exists()

    @pytest.mark.parametrize(
        ("formats", "endings"),
        [("md", ["md"]), ("html", ["html"]), ("MD， md", ["md"]), ("docx,md,html", ["docx", "html", "md"])],
    )
    def test_the_formats_asked_for(
        self, formats: str, endings: list[str], project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project)
        assert run(capsys, "build", "--to", formats).exit_code == 0
        assert output_of(project) == [f"岗位手册.{ending}" for ending in endings]

    @pytest.mark.parametrize(("out", "way"), [("output", "../"), ("output/甲", "../../"), (".", "./")])
    def test_pictures_are_found_from_the_folder(
        self, out: str, way: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project, {"chapters/总则.md": "# 总则\n\n![图](plan.png)\n", "chapters/plan.png": PNG})
        assert run(capsys, "build", "--to", "md,html", "--out", out).exit_code == 0
        assert f"![图]({way}content/chapters/plan.png)" in (project / out / "岗位手册.md").read_text("utf-8")
        assert f'<img src="{way}content/chapters/plan.png"' in (project / out / "岗位手册.html").read_text("utf-8")

    def test_another_folder(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project / "甲")
        assert run(capsys, "build", "-C", "甲", "--to", "md", "--out", "乙/丙").out == "乙/丙/岗位手册.md\n"
        assert not (project / "甲" / "output").exists()
        assert run(capsys, "build", "-C", "甲", "--to", "md").out == "甲/output/岗位手册.md\n"

    def test_english(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(project)
        assert run(capsys, "build", "--to", "md", "--lang", "en").err == (
            "Next: look it over, then have it approved and sealed.\n"
        )


class TestExplain:
    def test_a_code_is_explained(self, capsys: pytest.CaptureFixture[str]) -> None:
        explained = run(capsys, "explain", "NAME-SLASH")
        assert (explained.exit_code, explained.err) == (0, "")
        assert explained.out.startswith("# NAME-SLASH: ")
        assert explained.out[-2] != "\n"
        assert run(capsys, "explain", "name-slash") == explained
        assert run(capsys, "explain", "NAME-SLASH", "--lang", "en").out.isascii() is False
        assert run(capsys, "explain", "NAME-SLASH", "--lang", "en").out != explained.out

    def test_an_unknown_code_is_asked_back(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "explain", "DUTY-NO-CLAUS") == (
            2,
            "",
            "没有“DUTY-NO-CLAUS”这个代码。是不是“DUTY-NO-CLAUSE”？docgen explain 列出全部代码\n",
        )
        assert run(capsys, "explain", "???", "--lang", "en") == (
            2,
            "",
            "there is no code ???; docgen explain lists them all\n",
        )

    def test_all_codes_are_listed(self, capsys: pytest.CaptureFixture[str]) -> None:
        listed = run(capsys, "explain")
        assert (listed.exit_code, listed.err) == (0, "")
        assert listed.out.splitlines() == codes()
        assert {"DUTY-NO-CLAUSE", "FILE-STRAY", "YAML-COLON"} <= set(codes())


@pytest.mark.parametrize("kind", ["manual", "department", "common", "report"])
def test_a_schema_is_printed_as_it_is_committed(kind: str, golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, "schema", kind)
    assert (printed.exit_code, printed.err) == (0, "")
    golden(Path(__file__).parents[1] / "docs" / "schema" / f"{kind}.json", printed.out)


class TestDoctor:
    def test_a_machine_that_can_build(self, capsys: pytest.CaptureFixture[str]) -> None:
        examined = run(capsys, "doctor")
        assert (examined.exit_code, examined.err) == (0, "")
        assert [line[:2] for line in examined.out.splitlines() if not line.startswith(" ")] == ["正常"] * 3

    @pytest.mark.usefixtures("no_fonts")
    def test_a_machine_without_fonts(self, capsys: pytest.CaptureFixture[str]) -> None:
        examined = run(capsys, "doctor")
        assert examined.exit_code == 5
        assert "缺少  " in examined.out
        assert "docgen doctor --fetch-fonts" in examined.out


class TestWrongWords:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            ([], "少了“命令”"),
            (
                ["chekc"],
                "“chekc”不对，“命令”可以写：new、check、build、handout、matrix、scoresheet、score、explain、clause、schema、doctor",
            ),
            (["check", "extra"], "不认识“extra”"),
            (["--lang", "fr", "check"], "“fr”不对，“--lang”可以写：zh、en"),
        ],
    )
    def test_a_wrong_word_is_named(
        self, words: list[str], message: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        usage = "用法: docgen [-C 文件夹] [--lang {zh,en}] [-h] [--version] 命令 ..."
        assert run(capsys, *words) == (
            2,
            "",
            f"docgen: 命令写得不对：{message}\n  {usage}\n  看全部说明：docgen --help\n",
        )

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["check", "--strict=1"], "--strict 后面不写值，“1”多了"),
            (["check", "-C"], "-C 后面还要写一个值"),
            (["check", "--lang"], "--lang 后面还要写一个值"),
        ],
    )
    def test_of_a_command_its_own_usage_is_shown(
        self, words: list[str], message: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        usage = "用法: docgen check [-C 文件夹] [--lang {zh,en}] [-h] [--strict] [--format 格式 | --statistics]"
        assert run(capsys, *words) == (
            2,
            "",
            f"docgen: 命令写得不对：{message}\n  {usage}\n  看全部说明：docgen check --help\n",
        )

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["new"], "少了“文件夹”"),
            (["schema", "post"], "“post”不对，“种类”可以写：manual、department、common、report"),
            (["check", "--format", "xml"], "“xml”不对，“--format”可以写：text、json、jsonl、sarif、github、junit"),
            (["check", "--statistics", "--format", "json"], "--format 和 --statistics 不能一起写"),
            (["build", "--to", "xls,md,doc"], "--to：不认识的格式 xls、doc，可以写 pdf,docx,md,html"),
            (["build", "--to", ","], "--to：不认识的格式 （空），可以写 pdf,docx,md,html"),
            (["build", "--dra"], "不认识“--dra”"),
        ],
    )
    def test_each_is_said_in_chinese(
        self, words: list[str], message: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        wrong = run(capsys, *words)
        assert (wrong.exit_code, wrong.out) == (2, "")
        assert wrong.err.splitlines()[0] == f"docgen: 命令写得不对：{message}"

    def test_or_in_english(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "--lang", "en", "new") == (
            2,
            "",
            "docgen: wrong usage: the following arguments are required: 文件夹\n"
            "  usage: docgen new [-C 文件夹] [--lang {zh,en}] [-h] [--sample] 文件夹\n"
            "  see docgen new --help\n",
        )


class TestHelp:
    def test_it_says_it_all(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "--help") == (
            0,
            """\
用法: docgen [-C 文件夹] [--lang {zh,en}] [-h] [--version] 命令 ...

岗位职责、工作标准及考核办法：一份内容，出 Word、PDF、Markdown 三种同样的手册。

参数:
  命令
    new           新建一个手册项目：1 个部门、2 个岗位的样例
    check         检查内容：职责有没有标准和条款，名称对不对得上
    build         生成手册，放到 output 文件夹
    handout       给每个人的一份：封面、本岗位内容、签收回执
    matrix        覆盖矩阵：每项职责的工作标准、考核办法和分值
    scoresheet    评分表：每个岗位一张 Excel 表，填次数，自动算分、定等级
    score         算分：照记录算每个人的得分和等级，出考核结果汇总表
    explain       说明一个问题代码：什么意思、怎么改
    clause        看一条考核条款读成了什么：扣多少、怎么算
    schema        打印 JSON Schema：内容文件（编辑器补全和检查用）或检查结果
    doctor        看看这台机器能不能生成手册，缺什么

选项:
  -C 文件夹          手册所在的文件夹
  --lang {zh,en}  提示用中文还是英文
  -h, --help      显示这份说明
  --version       显示版本

先 docgen new 我的公司，再 cd 我的公司，docgen check，docgen build。
""",
            "",
        )

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_its_own(self, command: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        shown = run(capsys, command, "--help")
        assert shown.exit_code == 0
        assert shown.out.startswith(f"用法: docgen {command} ")

    def test_the_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "--version") == (0, "docgen 0.1.0\n", "")


class TestWhatGoesWrongElsewhere:
    def test_an_interruption_is_said_in_a_word(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def interrupted(options: argparse.Namespace) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr("docgen.commands.check.run", interrupted)
        assert run(capsys, "check") == (130, "", "docgen: 已中断\n")
        assert run(capsys, "check", "--lang", "en") == (130, "", "docgen: interrupted\n")

    def test_a_bug_is_one_line_to_send_and_no_traceback(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def mistaken(options: argparse.Namespace) -> int:
            raise ValueError("长")

        monkeypatch.setattr("docgen.commands.check.run", mistaken)
        line = mistaken.__code__.co_firstlineno + 1
        assert run(capsys, "check") == (
            70,
            "",
            "docgen: 程序出错了，这是 docgen 的毛病，不是您的内容：ValueError: 长 "
            f"(test_cli.py:{line})\n"
            "  请把这一行和出错时的内容文件发给维护人员；设 DOCGEN_DEBUG=1 再运行可以看到细节\n",
        )
        assert run(capsys, "check", "--lang", "en") == (
            70,
            "",
            f"docgen: this is a bug in docgen, not in your content: ValueError: 长 (test_cli.py:{line})\n"
            "  please send this line and the content to its maintainers; DOCGEN_DEBUG=1 shows more\n",
        )
        monkeypatch.setenv("DOCGEN_DEBUG", "1")
        assert run(capsys, "check").err.endswith("\nValueError: 长\n")

    def test_a_reader_that_goes_away_is_no_error(self, project: Path) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        docgen = subprocess.run([*DOCGEN, "explain"], stdout=writing, stderr=subprocess.PIPE, check=False)
        os.close(writing)
        assert (docgen.returncode, docgen.stderr) == (0, b"")

    def test_a_terminal_that_cannot_show_chinese_shows_question_marks(self, project: Path) -> None:
        write_project(project)
        environment = os.environ | {"PYTHONIOENCODING": "ascii"}
        docgen = subprocess.run([*DOCGEN, "check"], capture_output=True, env=environment, check=False)
        assert (docgen.returncode, docgen.stderr) == (0, b"")
        assert docgen.stdout == b"?? 2 ? ??? 2 ? ??? 2 ? ??? 100.0% ? ??? 0 ? ?? 0\n"


def test_progress_is_shown_on_a_terminal_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project)
    assert run(capsys, "build", "--to", "docx").err == f"{NO_PAGES}{NEXT_STEP}"
    terminal, its_other_end = pty.openpty()
    words = ["build", "--to", "docx"]
    docgen = subprocess.run(DOCGEN + words, stdout=subprocess.PIPE, stderr=its_other_end, check=False)
    os.close(its_other_end)
    shown = os.read(terminal, 10_000).decode().replace("\r\n", "\n")
    os.close(terminal)
    assert (docgen.returncode, docgen.stdout.decode()) == (0, "output/岗位手册.docx\n")
    assert shown == f"读取、检查……\n排版……\n写 Word……\n{NO_PAGES}{NEXT_STEP}"
