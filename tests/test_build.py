"""What a build makes: files of each department, one layout for all, and no post over its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf_findings import against_pdf_a
from tests.small_project import MANUAL, files_of, run, write_project

FINANCE = """\
部门: 财务部
布局: 对照表
岗位:
  会计:
    职责:
      记账: {工作标准: 当天记账。, 考核办法: 晚记一天扣1分。}
"""
LONG = """\
部门: 财务部
岗位:
  会计:
    职责:
""" + "".join(f"      事项{number}: {{工作标准: 当天办完。, 考核办法: 晚一天扣1分。}}\n" for number in range(1, 31))


def project(folder: Path, manual: str = "", finance: str = FINANCE) -> str:
    return str(write_project(folder, {"manual.yaml": MANUAL + manual, "departments/财务部.yaml": finance}))


class TestSplit:
    def test_each_department_is_a_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        root = project(tmp_path)
        result = run(capsys, "build", "-C", root, "--split", "部门", "--to", "md")

        assert result.exit_code == 0
        files = files_of(tmp_path / "output")
        assert sorted(files) == ["岗位手册-仓储部.md", "岗位手册-财务部.md"]
        assert files["岗位手册-财务部.md"].decode() == (
            "# 一、财务部\n\n## （一）会计\n\n| 岗位职责 | 工作标准 | 考核办法 |\n| --- | --- | --- |\n"
            "| 记账 | 当天记账。 | 晚记一天扣1分。 |\n"
        )

    def test_one_department_in_the_way_and_nothing_is_written(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        root = project(tmp_path, "版面: {每岗位最多页数: 1}\n", LONG)
        result = run(capsys, "build", "-C", root, "--split", "部门", "--to", "pdf,md")

        assert (result.exit_code, result.out) == (1, "")
        assert "POST-PAGES: 岗位“财务部/会计”" in result.err
        assert not (tmp_path / "output").exists()

    def test_a_manual_of_chapters_alone(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        root = write_project(tmp_path, {"chapters/总则.md": "# 总则\n\n正文。\n"})
        (root / "content/departments/仓储部.yaml").unlink()
        result = run(capsys, "build", "-C", str(root), "--split", "department", "--to", "md")

        assert (result.exit_code, result.out) == (1, "")
        assert "错误 SPLIT-NOTHING: 手册里没有部门，不能按部门分开" in result.err

    def test_a_part_cannot_be_split(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        result = run(capsys, "build", "--split", "部门", "--only", "仓储部")

        assert result.exit_code == 2
        assert "docgen: 命令写得不对：--only 和 --split 不能一起写" in result.err


class TestLayout:
    @pytest.mark.parametrize("layout", ["段落", "prose"])
    def test_it_is_that_of_every_department(
        self, layout: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        root = project(tmp_path, "章节: [仓储部, 财务部]\n")
        assert run(capsys, "build", "-C", root, "--layout", layout, "--to", "md").exit_code == 0

        (text,) = files_of(tmp_path / "output").values()
        assert text.decode().split("# 二、财务部\n\n")[1] == (
            "**会计**　岗位职责是：记账。工作标准是：记账，当天记账。考核办法是：记账，晚记一天扣1分。\n"
        )

    def test_what_is_no_layout_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        result = run(capsys, "build", "--layout", "表格")

        assert result.exit_code == 2
        assert "--layout：没有“表格”布局，可以写 三段式、对照表、评分表、条文、岗位说明书、段落" in result.err


class TestPageBudget:
    def test_a_post_over_its_pages_is_a_problem_where_it_is_written(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        root = project(tmp_path, "章节: [仓储部, 财务部]\n版面: {每岗位最多页数: 2}\n", LONG)
        result = run(capsys, "build", "-C", root)

        assert (result.exit_code, result.out) == (1, "")
        assert (
            "财务部.yaml:3:3: 错误 POST-PAGES: 岗位“财务部/会计”印了 5 页（2—6），超过每岗位最多 2 页\n"
            "    3 |   会计:\n"
            "      |   ^^^^\n"
        ) in result.err
        assert not (tmp_path / "output").exists()

    def test_without_a_pdf_there_are_no_pages(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        root = project(tmp_path, "版面: {每岗位最多页数: 1}\n", LONG)

        assert run(capsys, "build", "-C", root, "--to", "docx,md").exit_code == 0

    def test_a_draft_is_made_all_the_same(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        root = project(tmp_path, "版面: {每岗位最多页数: 1}\n", LONG)
        result = run(capsys, "build", "-C", root, "--draft", "--to", "pdf")

        assert result.exit_code == 0
        assert "警告 POST-PAGES" in result.err
        assert [*files_of(tmp_path / "output")] == ["岗位手册（草稿）.pdf"]


class TestKindsOfPdf:
    def test_one_for_the_archives(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        result = run(capsys, "build", "-C", project(tmp_path), "--to", "pdf", "--pdfa")

        assert result.exit_code == 0
        assert against_pdf_a((tmp_path / "output" / "岗位手册.pdf").read_bytes()) == []

    def test_it_is_either_for_the_archives_or_untagged(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        result = run(capsys, "build", "-C", project(tmp_path), "--pdfa", "--untagged")

        assert result.exit_code == 2
        assert "命令写得不对：--untagged 和 --pdfa 不能一起写" in result.err
