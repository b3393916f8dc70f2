"""The way of a build: what a check hands on, and that the same content is the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from docgen.pipeline import Built, build, check_project
from docgen.problems import Words
from tests.reading_back.word import W, paragraphs
from tests.small_project import DEPARTMENT, MANUAL, files_of, write_project

WAREHOUSE = "departments/仓储部.yaml"
ISSUED = f"{MANUAL}发布日期: 2026-01-05\n章节: [封面, 目录, 总则.md, 仓储部]\n"
CHAPTER = "# 总则\n\n为明确职责，{单位}制定本手册。\n\n| 等级 | 分数 |\n| --- | --- |\n| 优秀 | 90 |\n"
FILES: dict[str, str | bytes] = {"manual.yaml": ISSUED, "chapters/总则.md": CHAPTER}


def built(folder: Path, *formats: str, only: str | None = None, progress: list[Words] | None = None) -> Built:
    """The project of FILES, built."""
    checked = check_project(write_project(folder, FILES))
    assert checked.problems == []
    assert checked.manual is not None
    said: list[Words] = [] if progress is None else progress
    return build(folder, checked.manual, formats, only=only, progress=said.append)


class TestCheck:
    def test_problems_of_reading_and_of_rules_come_in_the_order_of_the_files(self, tmp_path: Path) -> None:
        source = DEPARTMENT.replace("        工作标准: 单据当天录入。\n", "").replace("考核办法: 少", "考核办发: 少")
        manual = MANUAL.replace("'1.0'", "[1, 0]")
        checked = check_project(write_project(tmp_path, {WAREHOUSE: source, "manual.yaml": manual}))
        assert [(problem.code, str(problem.position)) for problem in checked.problems] == [
            ("DUTY-NO-STANDARD", "content/departments/仓储部.yaml:5:7"),
            ("FIELD-UNKNOWN", "content/departments/仓储部.yaml:10:9"),
            ("YAML-BRACKETS", "content/manual.yaml:3:5"),
        ]

    def test_what_could_not_be_read_whole_is_not_handed_on(self, tmp_path: Path) -> None:
        checked = check_project(
            write_project(tmp_path, {WAREHOUSE: DEPARTMENT.replace("工作标准: 单", "工作标淮: 单")})
        )
        assert checked.manual is None
        assert checked.coverage is not None
        assert (checked.coverage.duties, checked.has_errors) == (2, True)

    def test_what_only_breaks_a_rule_is(self, tmp_path: Path) -> None:
        source = DEPARTMENT.replace("        考核办法: 少巡查一次扣1分。\n", "")
        checked = check_project(write_project(tmp_path, {WAREHOUSE: source}))
        assert checked.manual is not None
        assert [problem.code for problem in checked.problems] == ["DUTY-NO-CLAUSE"]

    def test_a_style_that_there_is_not_is_seen_and_a_draft_is_in_the_usual_one(self, tmp_path: Path) -> None:
        checked = check_project(write_project(tmp_path, {"manual.yaml": f"{MANUAL}样式: gbt9740\n"}))
        assert [(problem.code, str(problem.position)) for problem in checked.problems] == [
            ("STYLE-UNKNOWN", "content/manual.yaml:4:5")
        ]
        assert checked.problems[0].help.zh.startswith("是不是“gbt9704”？现有的样式：")
        assert checked.manual is not None
        assert list(build(tmp_path, checked.manual, ("md",), draft=checked.problems).files) == ["岗位手册（草稿）.md"]

    def test_without_a_manual_there_is_nothing_to_count(self, tmp_path: Path) -> None:
        checked = check_project(tmp_path)
        assert (checked.manual, checked.coverage, checked.has_errors) == (None, None, True)


def contents_in_word(manual: Built, folder: Path) -> list[str]:
    """The lines of the contents as Word keeps them."""
    file = folder / "manual.docx"
    file.write_bytes(manual.files["岗位手册.docx"])
    styled = [(paragraph.find(f"{W}pPr/{W}pStyle"), paragraph) for paragraph in paragraphs(file)]
    found = [paragraph for style, paragraph in styled if style is not None and style.get(f"{W}val") in ("TOC1", "TOC2")]
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in found]


class TestBuild:
    def test_the_set_comes_of_one_load(self, tmp_path: Path) -> None:
        said: list[Words] = []
        manual = built(tmp_path, "pdf", "docx", "md", progress=said)
        assert list(manual.files) == ["岗位手册.pdf", "岗位手册.docx", "岗位手册.md"]
        assert manual.problems == []
        assert [words.zh for words in said] == ["排版……", "写 PDF……", "写 Word……"]

    def test_the_pdf_gives_the_contents_in_word_their_pages(self, tmp_path: Path) -> None:
        with_pages, without = built(tmp_path, "pdf", "docx"), built(tmp_path, "docx")
        assert contents_in_word(with_pages, tmp_path) == ["一、总则1", "二、仓储部2", "（一）仓库主任2"]
        assert contents_in_word(without, tmp_path) == ["一、总则", "二、仓储部", "（一）仓库主任"]
        assert [remark.zh for remark in without.remarks] == [
            "没有同时生成 PDF，Word 目录里没有页码；在 Word 里按 F9 更新目录即可"
        ]

    def test_a_format_is_the_same_alone_and_among_others(self, tmp_path: Path) -> None:
        together = built(tmp_path, "pdf", "docx", "md").files
        assert built(tmp_path, "pdf").files == {"岗位手册.pdf": together["岗位手册.pdf"]}
        assert built(tmp_path, "md").files == {"岗位手册.md": together["岗位手册.md"]}

    def test_nothing_is_written(self, tmp_path: Path) -> None:
        before = files_of(write_project(tmp_path, FILES))
        built(tmp_path, "pdf", "docx", "md", "html")
        assert files_of(tmp_path) == before

    def test_a_part_is_called_as_what_was_found(self, tmp_path: Path) -> None:
        assert list(built(tmp_path, "md", only="仓储部/").files) == ["岗位手册-仓储部.md"]
        assert list(built(tmp_path, "md", only="仓储部／仓库主任").files) == ["岗位手册-仓储部-仓库主任.md"]

    def test_a_draft_of_a_part_lists_what_is_to_do_in_its_file(self, tmp_path: Path) -> None:
        lacking = DEPARTMENT.replace("        考核办法: 少巡查一次扣1分。\n", "")
        other = lacking.replace("仓储部", "采购部").replace("库区巡查", "市场询价")
        checked = check_project(write_project(tmp_path, {WAREHOUSE: lacking, "departments/采购部.yaml": other}))
        assert checked.manual is not None
        found = build(tmp_path, checked.manual, ("md",), only="采购部", draft=checked.problems)
        appendix = found.files["岗位手册-采购部（草稿）.md"].decode().partition("待补事项")[2]
        assert len(checked.problems) == 2
        assert "采购部.yaml 第 9 行" in appendix
        assert "仓储部.yaml" not in appendix


def built_elsewhere(folder: Path, seed: str, epoch: str = "") -> dict[str, bytes]:
    """The official set as another process writes it, in another place."""
    write_project(folder, FILES)
    environment = os.environ | {"PYTHONHASHSEED": seed} | ({"SOURCE_DATE_EPOCH": epoch} if epoch else {})
    subprocess.run([sys.executable, "-m", "docgen", "build"], cwd=folder, env=environment, check=True)
    return files_of(folder / "output")


class TestSameBytes:
    def test_whoever_builds_it_wherever(self, tmp_path: Path) -> None:
        first, second = built_elsewhere(tmp_path / "甲", "1"), built_elsewhere(tmp_path / "乙" / "丙", "2")
        assert sorted(first) == ["岗位手册.docx", "岗位手册.md", "岗位手册.pdf"]
        assert first == second

    def test_the_date_is_the_day_of_issue(self, tmp_path: Path) -> None:
        assert self.dates(built(tmp_path, "pdf", "docx"), tmp_path) == ("20260105", "2026-01-05T00:00:00Z")

    def test_or_what_source_date_epoch_says(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        assert self.dates(built(tmp_path, "pdf", "docx"), tmp_path) == ("20231114", "2023-11-14T22:13:20Z")

    def dates(self, manual: Built, folder: Path) -> tuple[str, str]:
        """The day the PDF says it was made, and the moment the Word file says."""
        for name, content in manual.files.items():
            (folder / name).write_bytes(content)
        pdf = subprocess.run(
            ["pdfinfo", "-rawdates", str(folder / "岗位手册.pdf")], capture_output=True, text=True, check=True
        )
        made = re.search(r"CreationDate:\s+D:(\d{8})", pdf.stdout)
        with ZipFile(folder / "岗位手册.docx") as parts:
            created = re.search(r"<dcterms:created[^>]*>([^<]*)<", parts.read("docProps/core.xml").decode())
        assert made
        assert created
        return made[1], created[1]
