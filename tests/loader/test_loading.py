"""A project's folder as a whole: which files are read, what hides nothing, and that damage is always named."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checks import check
from docgen.loader import load
from docgen.pipeline import check_project
from docgen.problems import render
from docgen.source_lines import SourceLines
from tests.loader.reading import WAREHOUSE, load_department, load_files, plain, said
from tests.small_project import DEPARTMENT, MANUAL, write_project

OTHER = """\
部门: 采购部
岗位:
  采购员:
    直接上级: 仓储部/仓库主任
    职责:
      询价:
        工作标准: 每单三家。
        考核办法: 少一家扣1分。
"""


class TestFiles:
    def test_a_department_is_read(self, tmp_path: Path) -> None:
        assert plain(load_department(tmp_path, DEPARTMENT)) == {
            "name": "仓储部",
            "posts": [
                {
                    "name": "仓库主任",
                    "duties": [
                        {
                            "name": "物资收发",
                            "content": "负责各类物资的收、存、发。",
                            "standards": [{"content": "单据当天录入。"}],
                            "clauses": [{"content": "单据晚录入1天扣1分。"}],
                        },
                        {
                            "name": "库区巡查",
                            "content": "库区巡查",
                            "standards": [{"content": "每天巡查一次。"}],
                            "clauses": [{"content": "少巡查一次扣1分。"}],
                        },
                    ],
                }
            ],
        }

    @pytest.mark.parametrize(
        "data",
        [DEPARTMENT.encode("utf-8-sig"), DEPARTMENT.replace("\n", "\r\n").encode(), DEPARTMENT.rstrip().encode()],
        ids=["a byte order mark", "Windows line breaks", "no last line break"],
    )
    def test_what_notepad_writes_is_read_at_the_same_places(self, data: bytes, tmp_path: Path) -> None:
        plainly = load_department(tmp_path, DEPARTMENT)
        loaded = load_files(tmp_path, {WAREHOUSE: data})
        assert loaded.problems == []
        assert loaded.manual is not None
        found = loaded.manual.departments[0]
        assert plain(found) == plain(plainly)
        assert found.posts[0].duties[1].clauses[0].position == plainly.posts[0].duties[1].clauses[0].position

    def test_departments_come_by_file_name_whatever_its_ending(self, tmp_path: Path) -> None:
        loaded = load_files(tmp_path, {"departments/A.yml": "部门: 甲\n", "departments/B.YAML": "部门: 乙\n"})
        assert loaded.problems == []
        assert loaded.manual is not None
        assert [str(department.name) for department in loaded.manual.departments] == ["甲", "乙", "仓储部"]

    def test_without_a_manual_there_is_no_project(self, tmp_path: Path) -> None:
        loaded = load(tmp_path)
        assert (loaded.manual, [problem.code for problem in loaded.problems]) == (None, ["PROJECT-MISSING"])

    def test_a_name_in_the_decomposed_form_of_a_mac_is_the_same_name(self, tmp_path: Path) -> None:
        chapter = unicodedata.normalize("NFD", "Überblick.md")
        department = unicodedata.normalize("NFD", "Büro.yaml")
        assert chapter != "Überblick.md"
        loaded = load_files(
            tmp_path,
            {
                "manual.yaml": f"{MANUAL}章节: [Überblick.md, Büro, 仓储部]\n",
                f"chapters/{chapter}": "# 总览\n\n本手册共两章。\n",
                f"departments/{department}": "部门: '\n",
            },
        )
        assert said(loaded.problems) == ["1:5 YAML-SYNTAX: 引号没有成对：从这里起一直到文件末尾都没有找到另一半"]
        assert loaded.manual is not None
        assert list(loaded.manual.chapter_files) == ["Überblick.md"]
        assert loaded.manual.unread == {"Büro"}
        assert check(loaded.manual) == []


class TestUnreadFiles:
    BROKEN = "部门: 仓储部\n岗位:\n  仓库主任: '\n"

    def test_the_problems_of_the_others_are_shown(self, tmp_path: Path) -> None:
        wrong = OTHER.replace("工作标准", "工作标淮")
        loaded = load_files(tmp_path, {WAREHOUSE: self.BROKEN, "departments/采购部.yaml": wrong})
        assert [(problem.code, str(problem.position)) for problem in loaded.problems] == [
            ("YAML-SYNTAX", "content/departments/仓储部.yaml:3:9"),
            ("FIELD-UNKNOWN", "content/departments/采购部.yaml:7:9"),
        ]
        assert not loaded.is_complete

    @pytest.mark.parametrize("file", [WAREHOUSE, "departments/01.yaml"], ids=["named as its department", "otherwise"])
    def test_what_it_holds_is_not_called_missing(self, file: str, tmp_path: Path) -> None:
        manual = f"{MANUAL}章节: [仓储部, 采购部]\n"
        write_project(tmp_path, {"manual.yaml": manual, "departments/采购部.yaml": OTHER})
        (tmp_path / "content" / WAREHOUSE).unlink()
        (tmp_path / "content" / file).write_text(self.BROKEN, encoding="utf-8")
        checked = check_project(tmp_path)
        assert [problem.code for problem in checked.problems] == ["YAML-SYNTAX"]

    def test_a_department_without_its_name_is_unread(self, tmp_path: Path) -> None:
        loaded = load_files(tmp_path, {WAREHOUSE: DEPARTMENT.replace("部门: 仓储部\n", "")})
        assert said(loaded.problems) == ["1:1 FIELD-MISSING: 缺少必填的“部门”"]
        assert loaded.manual is not None
        assert (loaded.manual.departments, loaded.manual.unread) == ((), frozenset({"仓储部"}))

    def test_a_file_that_cannot_be_opened_is_named(self, tmp_path: Path) -> None:
        write_project(tmp_path)
        file = tmp_path / "content" / "departments" / "采购部.yaml"
        file.symlink_to(tmp_path / "nowhere")
        loaded = load(tmp_path)
        assert said(loaded.problems) == ["1:1 FILE-UNREADABLE: 这个文件打不开：No such file or directory"]
        assert loaded.manual is not None
        assert loaded.manual.unread == {"采购部"}

    def test_a_chapter_that_cannot_be_read_exists_all_the_same(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes] = {
            "manual.yaml": f"{MANUAL}章节: [总则.md, 仓储部]\n",
            "chapters/总则.md": "# 总则\n\n一、制定目的\n".encode("gbk"),
        }
        checked = check_project(write_project(tmp_path, files))
        assert [problem.code for problem in checked.problems] == ["FILE-ENCODING"]

    def test_without_a_readable_manual_the_departments_are_read(self, tmp_path: Path) -> None:
        wrong = DEPARTMENT.replace("工作标准: 单据", "工作标淮: 单据")
        loaded = load_files(tmp_path, {"manual.yaml": "- 名称: 手册\n", WAREHOUSE: wrong})
        assert loaded.manual is None
        assert said(loaded.problems) == [
            "1:1 FILE-NOT-FIELDS: 文件开头要写“栏目: 内容”，现在不是",
            "7:9 FIELD-UNKNOWN: 这里没有“工作标淮”这个栏目",
        ]

    @pytest.mark.parametrize(
        ("right", "typed", "unread"),
        [
            ("工作标准: 单据当天录入。", "分值: 二十", set()),
            ("    职责:", "    编制: 二\n    职责:", set()),
            ("岗位:", "岗们:", {"仓储部"}),
        ],
    )
    def test_only_a_field_of_the_department_itself_may_take_names_away(
        self, right: str, typed: str, unread: set[str], tmp_path: Path
    ) -> None:
        loaded = load_files(tmp_path, {WAREHOUSE: DEPARTMENT.replace(right, typed, 1)})
        assert len(loaded.problems) == 1
        assert loaded.manual is not None
        assert loaded.manual.unread == unread

    def test_a_warning_damages_nothing(self, tmp_path: Path) -> None:
        source = DEPARTMENT.replace("工作标准: 单据", "工作标准:\n          - 目标：单据")
        loaded = load_files(tmp_path, {WAREHOUSE: source.replace("    职责:", "    直接上级: 没有此人\n    职责:", 1)})
        assert loaded.manual is not None
        assert not loaded.manual.departments[0].damaged
        assert [problem.code for problem in check(loaded.manual)] == ["SUPERIOR-UNKNOWN"]


# Any text a clerk may write on one line, with what YAML has a use for.
TEXTS = st.text(
    st.sampled_from("收存发录入单据账卡物1 2.%：:，,、。#-*&!|>'\"{}[]@`“”ABc"), min_size=1, max_size=24
).map(str.strip)
TEXTS = TEXTS.filter(bool)
NAMES = st.text(st.sampled_from("仓库物资验收盘点A类（夜班）"), min_size=2, max_size=8).filter(
    lambda name: any(char.isalpha() for char in name)
)
CLAUSES = st.lists(st.fixed_dictionaries({"内容": TEXTS}, optional={"对应": st.lists(NAMES, min_size=1)}), min_size=1)
STANDARDS = st.lists(
    st.fixed_dictionaries(
        {"内容": TEXTS}, optional={"考核办法": CLAUSES, "分值": st.integers(0, 100).map("{}分".format)}
    ),
    min_size=1,
)
DUTIES = st.dictionaries(
    NAMES,
    st.fixed_dictionaries({"内容": TEXTS}, optional={"工作标准": STANDARDS, "考核办法": CLAUSES}),
    min_size=1,
    max_size=3,
)
POST = st.fixed_dictionaries(
    {"职责": DUTIES},
    optional={"简介": TEXTS, "任职资格": st.lists(TEXTS, min_size=1), "直接上级": st.lists(NAMES, min_size=1)},
)
DEPARTMENTS = st.fixed_dictionaries(
    {"部门": NAMES},
    optional={"简介": TEXTS, "部门职责": DUTIES, "岗位": st.dictionaries(NAMES, POST, min_size=1, max_size=2)},
)


def as_yaml(data: Any) -> str:
    """What a careful clerk would write: every text in single quotes, one a line."""
    return yaml.dump(data, allow_unicode=True, default_style="'", sort_keys=False, width=10**6)


ATTRIBUTES = {
    "部门": "name", "简介": "summary", "部门职责": "duties", "岗位": "posts", "职责": "duties", "内容": "content",
    "工作标准": "standards", "考核办法": "clauses", "对应": "ties", "分值": "points", "任职资格": "qualifications",
    "直接上级": "reports_to",
}  # fmt: skip
NAMED = ("部门职责", "岗位", "职责")


def as_model(data: Any) -> Any:
    """The plain form of the model that stands for YAML data."""
    if isinstance(data, dict):
        return {
            ATTRIBUTES[field]: _members(value) if field in NAMED else as_model(value) for field, value in data.items()
        }
    return [as_model(item) for item in data] if isinstance(data, list) else data


def _members(data: dict[str, Any]) -> list[Any]:
    return [{"name": name, **as_model(value)} for name, value in data.items()]


@given(DEPARTMENTS)
@settings(max_examples=60)
def test_a_valid_department_is_read_as_it_was_written(data: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert plain(load_department(Path(folder), as_yaml(data))) == as_model(data)


FRAGMENTS = st.sampled_from(
    ["\n", " ", "  ", "- ", ": ", ":", "：", "#", " #3", "'", '"', "[", "]", "{", "}", "|", ">", "*a", "&a", "!", "\t",
     "\u3000", "\ufeff", "\x00", "\u202e", "内容: ", "内容:\n", "? ", "---\n", "部门", "💥", "\r", "\r\n", "1. ", "－",
     "~", "考核办法: [收,发]\n"]
)  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), FRAGMENTS | st.just("")), min_size=1, max_size=5)


def damaged(source: str, edits: list[tuple[float, int, str]]) -> str:
    """The source with a few characters cut out, and something put in, at some places."""
    for place, length, fragment in edits:
        start = round(place * len(source))
        source = source[:start] + fragment + source[start + length :]
    return source


FILES = {
    WAREHOUSE: DEPARTMENT,
    "manual.yaml": MANUAL
    + "考核:\n  等级: {好: 60, 差: 0}\n修订记录:\n  - {版本: '1', 日期: 2026-01-05, 内容: 初版}\n",
    "common.yaml": "公共职责:\n  交办工作: 完成交办的工作。\n岗位通用:\n  任职资格: |\n    守法。\n    健康。\n",
}


@given(st.sampled_from(sorted(FILES)), EDITS)
@settings(max_examples=300)
def test_whatever_happens_to_a_file_each_problem_is_shown_at_its_line(
    file: str, edits: list[tuple[float, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_project(Path(folder), {**FILES, file: damaged(FILES[file], edits)})
        checked = check_project(root)
        lines = SourceLines(root)
        for problem in checked.problems:
            assert render(problem, "zh", lines)
            if problem.position is not None:
                text = (root / problem.position.path).read_bytes().decode("utf-8-sig")
                rows = text.split("\n")
                assert 1 <= problem.position.line <= len(rows)
                assert 1 <= problem.position.column <= len(rows[problem.position.line - 1]) + 1
                assert problem.position.length >= 1
        assert (checked.manual is None) == (not load(root).is_complete)
