"""The traps of YAML as a clerk meets them: each typed into a department's file, and what `docgen check` then prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_project import DEPARTMENT, files_of, run, write_project

WAREHOUSE = "departments/仓储部.yaml"
CONTENT = "内容: 负责各类物资的收、存、发。"
STANDARD = "工作标准: 单据当天录入。"
CLAUSE = "考核办法: 单据晚录入1天扣1分。"

# What stands in the file, what was typed instead, and all that `docgen check` prints.
TRAPS = {
    "a text in brackets with a comma": (
        CLAUSE,
        "考核办法: [晚1天扣1分,扣完为止]",
        """\
content/departments/仓储部.yaml:8:15: 错误 YAML-BRACKETS: 文字不要写在 [ ] 里，它被拆成了 2 段：“晚1天扣1分”、“扣完为止”
    8 |         考核办法: [晚1天扣1分,扣完为止]
      |                   ^^^^^^^^^^^^^^^^^^^^^
      = 帮助: 去掉括号，每条单独一行，以“- ”开头；括号是文字的一部分就把整句放进单引号
职责 2 · 有标准 2 · 有条款 1 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a text in braces with a comma": (
        CLAUSE,
        "考核办法: {晚1天扣1分,扣完为止}",
        """\
content/departments/仓储部.yaml:8:15: 错误 YAML-BRACKETS: 文字不要写在 { } 里，它被拆成了 2 段：“晚1天扣1分”、“扣完为止”
    8 |         考核办法: {晚1天扣1分,扣完为止}
      |                   ^^^^^^^^^^^^^^^^^^^^^
      = 帮助: 去掉括号，每条单独一行，以“- ”开头；括号是文字的一部分就把整句放进单引号
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "brackets in a list": (
        CLAUSE,
        "考核办法:\n          - [晚1天扣1分,扣完为止]",
        """\
content/departments/仓储部.yaml:9:13: 错误 YAML-BRACKETS: 文字不要写在 [ ] 里，它被拆成了 2 段：“晚1天扣1分”、“扣完为止”
    9 |           - [晚1天扣1分,扣完为止]
      |             ^^^^^^^^^^^^^^^^^^^^^
      = 帮助: 去掉括号，每条单独一行，以“- ”开头；括号是文字的一部分就把整句放进单引号
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "brackets for one text": (
        CONTENT,
        "内容: [负责各类物资,收存发]",
        """\
content/departments/仓储部.yaml:6:13: 错误 YAML-BRACKETS: 文字不要写在 [ ] 里，它被拆成了 2 段：“负责各类物资”、“收存发”
    6 |         内容: [负责各类物资,收存发]
      |               ^^^^^^^^^^^^^^^^^^^^^
      = 帮助: 去掉括号，每条单独一行，以“- ”开头；括号是文字的一部分就把整句放进单引号
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a number sign in a text": (
        STANDARD,
        "工作标准: 巡查 #3 仓库",
        """\
content/departments/仓储部.yaml:7:18: 错误 YAML-COMMENT: “#”前面有空格，从这里到行末会被当作注释丢掉
    7 |         工作标准: 巡查 #3 仓库
      |                        ^^^^^^^
      = 帮助: “#”是文字就把整句放进单引号：'巡查 #3 仓库'；是注释就在“#”后面加一个空格
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a number sign that begins an item": (
        STANDARD,
        "工作标准:\n          - #3仓库",
        """\
content/departments/仓储部.yaml:8:13: 错误 YAML-COMMENT: “#”前面有空格，从这里到行末会被当作注释丢掉
    8 |           - #3仓库
      |             ^^^^^^
      = 帮助: “#”是文字就把整句放进单引号：'#3仓库'；是注释就在“#”后面加一个空格
职责 2 · 有标准 1 · 有条款 2 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
    ),
    "an item with a colon": (
        STANDARD,
        "工作标准:\n          - 注意: 单据当天录入。",
        """\
content/departments/仓储部.yaml:8:13: 错误 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名
    8 |           - 注意: 单据当天录入。
      |             ^^^^^
      = 帮助: 冒号改成全角：注意：单据当天录入。；或把整句放进单引号：'注意: 单据当天录入。'
职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
""",
    ),
    "a text with a colon": (
        CONTENT,
        "内容: 三项: 收、存、发。",
        """\
content/departments/仓储部.yaml:6:13: 错误 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名
    6 |         内容: 三项: 收、存、发。
      |               ^^^^^^^^^^^^^^^^^^
      = 帮助: 冒号改成全角：三项：收、存、发。；或把整句放进单引号：'三项: 收、存、发。'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "dashes without spaces": (
        STANDARD,
        "工作标准:\n          -每日巡查\n          -每周盘点",
        """\
content/departments/仓储部.yaml:8:11: 错误 YAML-DASH: “-”后面少了空格，不是列表的一条：这 2 行会连成一段文字
    8 |           -每日巡查
      |           ^^^^^^^^^
      = 帮助: 每条单独一行，以“- ”（半角减号加一个空格）开头，编号不用写；确实是文字就放进单引号
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "full-width dashes": (
        STANDARD,
        "工作标准:\n          －每日巡查\n          －每周盘点",
        """\
content/departments/仓储部.yaml:8:11: 错误 YAML-DASH: 以“－”开头的行不是列表的一条：这 2 行会连成一段文字
    8 |           －每日巡查
      |           ^^^^^^^^^^
      = 帮助: 每条单独一行，以“- ”（半角减号加一个空格）开头，编号不用写；确实是文字就放进单引号
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "typed numbers": (
        STANDARD,
        "工作标准:\n          1. 每日巡查\n          2. 每周盘点",
        """\
content/departments/仓储部.yaml:8:11: 错误 YAML-DASH: 以“1.”开头的行不是列表的一条：这 2 行会连成一段文字
    8 |           1. 每日巡查
      |           ^^^^^^^^^^^
      = 帮助: 每条单独一行，以“- ”（半角减号加一个空格）开头，编号不用写；确实是文字就放进单引号
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a full-width colon": (
        "部门: ",
        "部门：",
        """\
content/departments/仓储部.yaml:1:1: 错误 YAML-COLON: “部门”后面应当是半角冒号和一个空格，否则整行只是一段文字
    1 | 部门：仓储部
      | ^^^^^^
      = 帮助: 写成“部门: …”；确实是句子就把整句放进单引号
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a colon without a space": (
        "部门: ",
        "部门:",
        """\
content/departments/仓储部.yaml:1:1: 错误 YAML-COLON: “部门”后面应当是半角冒号和一个空格，否则整行只是一段文字
    1 | 部门:仓储部
      | ^^^^^
      = 帮助: 写成“部门: …”；确实是句子就把整句放进单引号
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a full-width colon inside": (
        STANDARD,
        "工作标准：单据当天录入。",
        """\
content/departments/仓储部.yaml:7:9: 错误 YAML-COLON: “工作标准”后面应当是半角冒号和一个空格，否则整行只是一段文字
    7 |         工作标准：单据当天录入。
      |         ^^^^^^^^^^
      = 帮助: 写成“工作标准: …”；确实是句子就把整句放进单引号
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "full-width spaces as indentation": (
        f"        {STANDARD}",
        "\u3000\u3000\u3000\u3000工作标准: 单据当天录入。",
        """\
content/departments/仓储部.yaml:7:1: 错误 YAML-INDENTATION: 行首的缩进里有全角空格（U+3000）
    7 | \u3000\u3000\u3000\u3000工作标准: 单据当天录入。
      | ^^^^^^^^
      = 帮助: 缩进只用半角空格，每级两个；相同的用记事本的“替换”一次改完
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "no-break spaces as indentation": (
        f"        {STANDARD}",
        "\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0工作标准: 单据当天录入。",
        """\
content/departments/仓储部.yaml:7:1: 错误 YAML-INDENTATION: 行首的缩进里有不间断空格（U+00A0）
    7 |         工作标准: 单据当天录入。
      | ^^^^^^^^
      = 帮助: 缩进只用半角空格，每级两个；相同的用记事本的“替换”一次改完
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a tab as indentation": (
        f"        {STANDARD}",
        "\t\t工作标准: 单据当天录入。",
        """\
content/departments/仓储部.yaml:7:1: 错误 YAML-INDENTATION: 行首的缩进里有制表符（Tab）
    7 |   工作标准: 单据当天录入。
      | ^^
      = 帮助: 缩进只用半角空格，每级两个；相同的用记事本的“替换”一次改完
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading asterisk": (
        STANDARD,
        "工作标准: *单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“*”开头：它在 YAML 里有特殊含义
    7 |         工作标准: *单据当天录入
      |                   ^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'*单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading ampersand": (
        STANDARD,
        "工作标准: &单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“&”开头：它在 YAML 里有特殊含义
    7 |         工作标准: &单据当天录入
      |                   ^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'&单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading exclamation mark": (
        STANDARD,
        "工作标准: !单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“!”开头：它在 YAML 里有特殊含义
    7 |         工作标准: !单据当天录入
      |                   ^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'!单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading percent sign": (
        STANDARD,
        "工作标准: %单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“%”开头：它在 YAML 里有特殊含义
    7 |         工作标准: %单据当天录入
      |                   ^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'%单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading at sign": (
        STANDARD,
        "工作标准: @单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“@”开头：它在 YAML 里有特殊含义
    7 |         工作标准: @单据当天录入
      |                   ^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'@单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading greater-than sign": (
        STANDARD,
        "工作标准: >95%的单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“>”开头：它在 YAML 里有特殊含义
    7 |         工作标准: >95%的单据当天录入
      |                   ^^^^^^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'>95%的单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading bar": (
        STANDARD,
        "工作标准: |单据当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“|”开头：它在 YAML 里有特殊含义
    7 |         工作标准: |单据当天录入
      |                   ^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'|单据当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading double quote": (
        STANDARD,
        '工作标准: "五单"当天录入',
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“"”开头：它在 YAML 里有特殊含义
    7 |         工作标准: "五单"当天录入
      |                   ^^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'"五单"当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading bracket": (
        STANDARD,
        "工作标准: [单据]当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“[”开头：它在 YAML 里有特殊含义
    7 |         工作标准: [单据]当天录入
      |                   ^^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'[单据]当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading brace": (
        STANDARD,
        "工作标准: {单据}当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“{”开头：它在 YAML 里有特殊含义
    7 |         工作标准: {单据}当天录入
      |                   ^^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'{单据}当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
    "a leading backtick": (
        STANDARD,
        "工作标准: `单据`当天录入",
        """\
content/departments/仓储部.yaml:7:15: 错误 YAML-LEADING: 内容不能以“`”开头：它在 YAML 里有特殊含义
    7 |         工作标准: `单据`当天录入
      |                   ^^^^^^^^^^^^^^
      = 帮助: 把整句放进单引号：'`单据`当天录入'
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
""",
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_has_its_own_message_where_the_writer_erred(
    trap: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, typed, expected = TRAPS[trap]
    assert DEPARTMENT.count(right) == 1
    write_project(project, {WAREHOUSE: DEPARTMENT.replace(right, typed)})
    before = files_of(project)
    assert run(capsys, "check") == (1, expected, "")
    assert files_of(project) == before


ENCODINGS = {
    "GBK": (DEPARTMENT.encode("gbk"), "GBK/GB18030"),
    "UTF-16, as Notepad's Unicode": (DEPARTMENT.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": (DEPARTMENT.encode("utf-16-be"), "UTF-16"),
}


@pytest.mark.parametrize("case", ENCODINGS)
def test_another_encoding_is_named_with_the_way_out(
    case: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, name = ENCODINGS[case]
    write_project(project, {WAREHOUSE: data})
    expected = f"""\
content/departments/仓储部.yaml:1:1: 错误 FILE-ENCODING: 文件的编码是 {name}，不是 UTF-8
      = 帮助: 用记事本打开，选“文件 → 另存为”，在“编码”一栏选 UTF-8，保存并覆盖原文件
职责 0 · 有标准 0 · 有条款 0 · 覆盖率 — · 仅通用 0 · 豁免 0
"""
    assert run(capsys, "check") == (1, expected, "")


def test_a_field_with_nothing_is_the_same_as_an_absent_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(project, {WAREHOUSE: DEPARTMENT.replace(STANDARD, "工作标准:")})
    nothing = run(capsys, "check")
    write_project(project, {WAREHOUSE: DEPARTMENT.replace(f"        {STANDARD}\n", "")})
    assert run(capsys, "check") == nothing
    assert nothing == (
        1,
        """\
content/departments/仓储部.yaml:5:7: 错误 DUTY-NO-STANDARD: 职责“物资收发”没有工作标准
    5 |       物资收发:
      |       ^^^^^^^^
      = 帮助: 在“工作标准”下写一条，例如“单据当天录入”；docgen explain DUTY-NO-STANDARD
职责 2 · 有标准 1 · 有条款 2 · 覆盖率 50.0% · 仅通用 0 · 豁免 0
""",
        "",
    )


HARMLESS = {
    "a text folded over lines": (CONTENT, "内容: 负责各类物资的收、\n          存、发。"),
    "a quoted text in brackets": (CLAUSE, "考核办法: ['单据晚录入1天扣1分,扣完为止']"),
    "quotes around each trap": (STANDARD, "工作标准: '* 巡查 #3 仓库: [单据,账卡]'"),
    "a full-width colon in a sentence": (CONTENT, "内容: 三项：收、存、发。"),
    "a number sign without a space": (STANDARD, "工作标准: 巡查3#仓库"),
    "a comment": (STANDARD, "工作标准: 单据当天录入。  # 仓储部已同意"),
    "a negative number": (CLAUSE, "考核办法: -0.5分/单"),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_what_yaml_reads_as_it_was_meant_is_no_problem(
    case: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, typed = HARMLESS[case]
    write_project(project, {WAREHOUSE: DEPARTMENT.replace(right, typed)})
    assert run(capsys, "check") == (0, "职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0\n", "")


def test_a_folded_text_joins_without_a_space_in_the_manual(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folded = DEPARTMENT.replace(CONTENT, "内容: 负责各类物资的收、\n          存、发。")
    write_project(project, {WAREHOUSE: folded})
    assert run(capsys, "build", "--to", "md").exit_code == 0
    assert "物资收发：负责各类物资的收、存、发。" in (project / "output" / "岗位手册.md").read_text(encoding="utf-8")
