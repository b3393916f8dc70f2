"""What HR may do wrong: each time a message at the place that says what to do, exit code 1, nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_project import DEPARTMENT, MANUAL, files_of, run, write_project

WAREHOUSE = "departments/仓储部.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


CASES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "an empty file": (
        {WAREHOUSE: ""},
        """\
content/departments/仓储部.yaml:1:1: 错误 FILE-EMPTY: 文件里没有内容
    1 |
      | ^
      = 帮助: 写上内容，例如“部门: …”；不需要这个文件就删掉它
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "only comments": (
        {WAREHOUSE: "# 待写\n"},
        """\
content/departments/仓储部.yaml:1:1: 错误 FILE-EMPTY: 文件里没有内容
    1 | # 待写
      | ^
      = 帮助: 写上内容，例如“部门: …”；不需要这个文件就删掉它
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a list where a mapping belongs": (
        {WAREHOUSE: "部门: 仓储部\n岗位:\n  - 仓库主任\n"},
        """\
content/departments/仓储部.yaml:3:3: 错误 FIELD-NAMES: 这里每一项都要有名称
    3 |   - 仓库主任
      |   ^
      = 帮助: 写成“名称: 内容”，一项一行，不加“- ”
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a file that is a list": (
        {WAREHOUSE: "- 部门: 仓储部\n"},
        """\
content/departments/仓储部.yaml:1:1: 错误 FILE-NOT-FIELDS: 文件开头要写“栏目: 内容”，现在不是
    1 | - 部门: 仓储部
      | ^
      = 帮助: 第一行从“部门: …”写起，前面不加“- ”
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a duty with no text": (
        {WAREHOUSE: "部门: 仓储部\n岗位:\n  仓库主任:\n    职责:\n      物资收发:\n"},
        """\
content/departments/仓储部.yaml:5:7: 错误 DUTY-EMPTY: 职责“物资收发”下面什么也没写
    5 |       物资收发:
      |       ^^^^^^^^
      = 帮助: 写成“物资收发: 负责……”，或在下一行缩进写“内容”“工作标准”“考核办法”
职责 1 · 有标准 0 · 有条款 0 · 覆盖率 0.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a number as a post's name": (
        {WAREHOUSE: DEPARTMENT.replace("仓库主任:", "123:")},
        """\
content/departments/仓储部.yaml:3:3: 错误 NAME-NO-LETTER: 名称“123”里没有文字
    3 |   123:
      |   ^^^
      = 帮助: 写成文字的名称，例如 仓库主任；编号写在“编号”里
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "points in words": (
        {WAREHOUSE: DEPARTMENT.replace("        工作标准: 每天", "        分值: 二十\n        工作标准: 每天")},
        """\
content/departments/仓储部.yaml:10:13: 错误 NUMBER-INVALID: “二十”不是数字
   10 |         分值: 二十
      |               ^^^^
      = 帮助: 写成阿拉伯数字，例如 20 或 20分
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a post that supervises itself": (
        {WAREHOUSE: DEPARTMENT.replace("    职责:", "    直接下级: 仓库主任\n    职责:")},
        """\
content/departments/仓储部.yaml:4:11: 错误 SUPERIOR-SELF: “仓库主任”不能是自己的上级或下级
    4 |     直接下级: 仓库主任
      |               ^^^^^^^^
      = 帮助: 写上一级或下一级的岗位
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "two departments with one name": (
        {"departments/仓储二部.yaml": DEPARTMENT},
        """\
content/departments/仓储部.yaml:1:5: 错误 NAME-TWICE: 已经有一个部门叫“仓储部”（content/departments/仓储二部.yaml \
第 1 行）
    1 | 部门: 仓储部
      |       ^^^^^^
      = 帮助: 改掉其中一个的名称
职责 4 · 有标准 4 · 有条款 4 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a chapter file that is missing": (
        {
            "manual.yaml": f"{MANUAL}章节:\n  - 封面\n  - 总责.md\n  - 仓储部\n",
            "chapters/总则.md": "# 总则\n\n为明确职责，制定本手册。\n",
        },
        """\
content/manual.yaml:6:5: 错误 CHAPTER-UNKNOWN: content/chapters 里没有“总责.md”这个文件
    6 |   - 总责.md
      |     ^^^^^^^
      = 帮助: 是不是“总则”？有这些文件：总则.md
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a mistyped field and a mistyped name, reported together": (
        {
            WAREHOUSE: DEPARTMENT.replace("工作标准: 单据", "工作标淮: 单据").replace(
                "    职责:", "    直接上级: 仓库主人\n    职责:"
            )
        },
        """\
content/departments/仓储部.yaml:4:11: 错误 SUPERIOR-UNKNOWN: 直接上级“仓库主人”不是手册里的岗位
    4 |     直接上级: 仓库主人
      |               ^^^^^^^^
      = 帮助: 是不是“仓库主任”？手册里没有页的上级和考核人，写进 manual.yaml 的“外部岗位”
content/departments/仓储部.yaml:8:9: 错误 FIELD-UNKNOWN: 这里没有“工作标淮”这个栏目
    8 |         工作标淮: 单据当天录入。
      |         ^^^^^^^^
      = 帮助: 是不是“工作标准”？这里可以写：内容、对应、工作标准、考核办法、分值、引用
职责 2 · 有标准 1 · 有条款 2 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a duty whose scoring clause was deleted": (
        {WAREHOUSE: DEPARTMENT.replace("        考核办法: 少巡查一次扣1分。\n", "")},
        """\
content/departments/仓储部.yaml:9:7: 错误 DUTY-NO-CLAUSE: 职责“库区巡查”没有考核条款
    9 |       库区巡查:
      |       ^^^^^^^^
      = 帮助: 在“考核办法”下写一条，例如“晚录入1天扣1分”；docgen explain DUTY-NO-CLAUSE
职责 2 · 有标准 2 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_content_is_named_where_it_stands_and_nothing_is_written(
    case: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, expected = CASES[case]
    write_project(project, files)
    before = files_of(project)
    checked = run(capsys, "check")
    assert checked.out == expected
    assert (checked.exit_code, checked.err) == (1, "")
    assert run(capsys, "build").exit_code == 1
    assert files_of(project) == before


def test_a_yaml_bomb_is_refused_before_it_goes_off(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))]
    write_project(project, {WAREHOUSE: "\n".join(lines)})
    checked = run(capsys, "check")
    assert checked.exit_code == 1
    assert checked.out.startswith("content/departments/仓储部.yaml:1:5: 错误 YAML-ANCHOR: ")
    assert run(capsys, "build", "--draft").exit_code == 1
    assert not (project / "output").exists()


def test_without_a_model_a_draft_is_refused_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project, {WAREHOUSE: DEPARTMENT.replace("分", "分", 1) + "      坏: [一, 二]\n"})
    built = run(capsys, "build", "--draft", "--to", "md")
    assert built.exit_code == 1
    assert built.err.endswith("有读不了的内容，什么也没有写。先按上面的提示改好。\n")
    assert not (project / "output").exists()


ODD_TEXTS = ["{{ 7 * 7 }}", "<script>alert(1)</script>", "甲 & 乙", "甲|乙", "*甲*", "_甲_", "长" * 10_000]


@pytest.mark.parametrize("text", ODD_TEXTS, ids=lambda text: text[:10])
def test_odd_characters_come_out_as_typed_in_all_three_formats(
    text: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.reading_back import markdown, pdf, word

    write_project(project, {WAREHOUSE: DEPARTMENT.replace("负责各类物资的收、存、发。", f"'{text}'")})
    assert run(capsys, "build", "--out", "out").exit_code == 0
    for ending, read in (("md", markdown.read), ("docx", word.read), ("pdf", pdf.read)):
        blocks = read(project / "out" / f"岗位手册.{ending}")
        assert f"物资收发：{text}".replace(" ", "") in {block.text.replace(" ", "") for block in blocks}, ending


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% for a in range(9999) %}\n{% for b in range(9999) %}\n{% endfor %}\n{% endfor %}\n", 2),
        ("\n\n{% for a in range(1000000000000) %}{% endfor %}", 3),
        ("{% macro again() %}\n{{ again() }}\n{% endmacro %}\n{{ again() }}", 2),
    ],
    ids=["loops in loops", "a long loop", "a macro that calls itself"],
)
def test_a_template_that_loops_for_ever_is_stopped_at_its_line(
    template: str, line: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project)
    layouts = project / "templates" / "layouts"
    layouts.mkdir(parents=True)
    (layouts / "standard.html").write_text(template, encoding="utf-8")
    built = run(capsys, "build", "--to", "md")
    assert built.exit_code == 1
    assert built.err.startswith(f"templates/layouts/standard.html:{line}:1: 错误 TEMPLATE-ENDLESS: ")
    assert not (project / "output").exists()


def test_an_output_folder_that_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project)
    (project / "output").write_text("a file in the way", encoding="utf-8")
    built = run(capsys, "build", "--to", "md")
    assert built.exit_code == 5
    assert built.err.startswith("错误 OUTPUT-NOT-WRITTEN: 写不进 output")
    assert (project / "output").read_text(encoding="utf-8") == "a file in the way"


@pytest.mark.usefixtures("no_fonts")
def test_without_fonts_there_is_no_pdf_but_word_and_markdown_are_made(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project)
    refused = run(capsys, "build")
    assert refused.exit_code == 5
    assert refused.err.startswith("错误 FONT-NONE: ")
    assert "docgen doctor --fetch-fonts" in refused.err
    assert not (project / "output").exists()
    assert run(capsys, "check").exit_code == 0
    assert run(capsys, "build", "--to", "docx,md").exit_code == 0
    assert sorted(file.name for file in (project / "output").iterdir()) == ["岗位手册.docx", "岗位手册.md"]


LONG = "长" * 300
"""900 bytes: no file system takes more than 255."""


@pytest.mark.parametrize(
    ("words", "exit_code", "said"),
    [
        (["new", LONG], 5, f"错误 OUTPUT-NOT-WRITTEN: 建不了文件夹 {LONG}：名字太长"),
        (["check", "-C", LONG], 1, f"错误 PROJECT-MISSING: “{LONG}”里没有 content/manual.yaml，不是手册项目的文件夹"),
        (["handout", "--roster", LONG], 5, f"{LONG}:1:1: 错误 SHEET-NOT-OPENED: 文件打不开：名字太长"),
        (["score", LONG], 5, f"{LONG}:1:1: 错误 SHEET-NOT-OPENED: 文件打不开：名字太长"),
    ],
)
def test_a_name_that_no_file_can_have(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str], exit_code: int, said: str
) -> None:
    write_project(project)
    found = run(capsys, *words)
    assert (found.exit_code, (found.out + found.err).split("\n")[0]) == (exit_code, said)
