"""The traps of YAML, each with its message at the line where the writer erred."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.problems import render
from docgen.yaml import traps
from docgen.yaml.reader import Mapping, Node, Scalar, Sequence, read_yaml

FIELD_NAMES = frozenset({"部门", "上级", "简介", "工作标准", "考核办法", "内容", "目标", "检查", "岗位", "编制"})


def said(source: str) -> list[str]:
    """Each problem of a source as a clerk sees it."""
    rows = source.split("\n")
    problems = read_yaml("f.yaml", source.encode(), FIELD_NAMES)[1]
    return [render(problem, "zh", lambda position: rows[position.line - 1]) for problem in problems]


def found(source: str) -> list[tuple[str, int]]:
    """(code, line) of each problem of a source."""
    problems = read_yaml("f.yaml", source.encode(), FIELD_NAMES)[1]
    return [(problem.code, problem.position.line) for problem in problems if problem.position]


def value_of(source: str) -> Node:
    """The value of the only field of a source."""
    node, problems = read_yaml("f.yaml", source.encode(), FIELD_NAMES)
    assert problems == []
    assert isinstance(node, Mapping)
    return node.entries[0][1]


class TestCommentThatCutsATextOff:
    def test_a_number_sign_right_before_text_is_no_comment(self) -> None:
        assert said("工作标准:\n  - 每天巡查 #3 仓库。\n") == [
            "f.yaml:2:10: 错误 YAML-COMMENT: “#”前面有空格，从这里到行末会被当作注释丢掉\n"
            "    2 |   - 每天巡查 #3 仓库。\n"
            "      |              ^^^^^^^^^\n"
            "      = 帮助: “#”是文字就把整句放进单引号：'每天巡查 #3 仓库。'；是注释就在“#”后面加一个空格"
        ]

    @pytest.mark.parametrize(
        "source", ["- #3仓库\n", "简介: #3仓库\n", "简介: 巡查 #3\n", "- '巡查 #3' #每天\n", "简介:  ##3仓库\n"]
    )
    def test_wherever_something_stands_before_it(self, source: str) -> None:
        assert found(source) == [("YAML-COMMENT", 1)]

    @pytest.mark.parametrize(
        "source",
        [
            "#整行注释\n简介: 甲\n  #缩进的整行注释\n",
            "简介: 甲 # 注释 #3\n",
            "简介: 甲 #\n",
            "简介: 甲 #-----\n",
            "简介: 巡查#3仓库\n",
            "简介: '巡查 #3 仓库'\n",
            '简介: "巡查\n  #3 仓库"\n',
            "简介: |  #说明\n  巡查 #3 仓库\n\n  #4 仓库\n",
        ],
    )
    def test_a_comment_and_a_quoted_number_sign_are_fine(self, source: str) -> None:
        assert found(source) == []

    def test_the_rest_of_the_file_is_read(self) -> None:
        node = read_yaml("f.yaml", "简介: 巡查 #3\n上级: 总经理\n".encode())[0]
        assert isinstance(node, Mapping)
        assert [key.text for key, _ in node.entries] == ["简介", "上级"]


class TestColonInASentence:
    def test_a_second_colon_in_a_line(self) -> None:
        assert said("工作标准:\n  - 内容: 三项: 整理、清扫。\n") == [
            "f.yaml:2:9: 错误 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名\n"
            "    2 |   - 内容: 三项: 整理、清扫。\n"
            "      |           ^^^^^^^^^^^^^^^^^^\n"
            "      = 帮助: 冒号改成全角：三项：整理、清扫。；或把整句放进单引号：'三项: 整理、清扫。'"
        ]

    def test_a_mapping_where_a_text_was_expected(self) -> None:
        items = value_of("工作标准:\n  - 注意: 先断电。\n")
        assert isinstance(items, Sequence)
        assert isinstance(items.items[0], Mapping)
        problem = traps.colon_in_text(items.items[0])
        assert render(problem, "zh", lambda position: "  - 注意: 先断电。") == (
            "f.yaml:2:5: 错误 YAML-COLON-IN-TEXT: 句子里有半角冒号加空格，冒号前面会被当作字段名\n"
            "    2 |   - 注意: 先断电。\n"
            "      |     ^^^^^\n"
            "      = 帮助: 冒号改成全角：注意：先断电。；或把整句放进单引号：'注意: 先断电。'"
        )

    @pytest.mark.parametrize("source", ["内容: '三项: 整理'\n", "内容: 三项：整理\n", "内容: 8:30 到岗\n"])
    def test_quotes_and_full_width_colons_are_fine(self, source: str) -> None:
        assert found(source) == []


class TestBracketText:
    def test_a_text_in_brackets_is_shown_in_its_pieces(self) -> None:
        source = "考核办法: [单据晚录入1天扣1分,扣完为止]"
        node = value_of(source)
        assert isinstance(node, Sequence)
        assert render(traps.bracket_text(node), "zh", lambda position: source) == (
            "f.yaml:1:7: 错误 YAML-BRACKETS: 文字不要写在 [ ] 里，它被拆成了 2 段：“单据晚录入1天扣1分”、“扣完为止”\n"
            f"    1 | {source}\n"
            "      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "      = 帮助: 去掉括号，每条单独一行，以“- ”开头；括号是文字的一部分就把整句放进单引号"
        )

    def test_a_text_in_braces_too(self) -> None:
        node = value_of("内容: {晚1天扣1分, 注: 扣完为止, 甲: [乙]}\n")
        assert isinstance(node, Mapping)
        assert traps.bracket_text(node).message.zh == (
            "文字不要写在 { } 里，它被拆成了 3 段：“晚1天扣1分”、“注: 扣完为止”、“甲: …”"
        )

    @pytest.mark.parametrize(("source", "quoted"), [("a: ['甲,乙', \"丙\"]", True), ("a: ['甲', 乙]", False)])
    def test_quoted_items_may_stay(self, source: str, quoted: bool) -> None:
        node = value_of(source)
        assert isinstance(node, Sequence)
        assert traps.all_quoted(node) is quoted


class TestDashWithoutASpace:
    def test_lines_that_yaml_runs_together(self) -> None:
        assert said("工作标准:\n  -每日巡查。\n  -每周盘点。\n") == [
            "f.yaml:2:3: 错误 YAML-DASH: “-”后面少了空格，不是列表的一条：这 2 行会连成一段文字\n"
            "    2 |   -每日巡查。\n"
            "      |   ^^^^^^^^^^^\n"
            "      = 帮助: 每条单独一行，以“- ”（半角减号加一个空格）开头，编号不用写；确实是文字就放进单引号"
        ]

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ("工作标准:\n  - 每日巡查。\n  -每周盘点。\n", 3),
            ("工作标准:\n  - 每日巡查。\n    -每周盘点。\n", 3),
            ("工作标准:\n- 每日巡查。\n-每周盘点。\n部门: 仓储部\n", 3),
            ("工作标准:\n  －每日巡查。\n", 2),
            ("工作标准:\n  -　每日巡查。\n", 2),
            ("工作标准:\n  • 每日巡查。\n  • 每周盘点。\n", 2),
            ("工作标准:\n  —每日巡查。\n", 2),
            ("工作标准:\n  1. 每日巡查。\n  2. 每周盘点。\n", 2),
            ("工作标准:\n  1、每日巡查。\n  2、每周盘点。\n部门: 仓储部\n", 2),
            ("工作标准:\n  （1）每日巡查。\n  （2）每周盘点。\n", 2),
            ("工作标准:\n  一、每日巡查。\n  二、每周盘点。\n", 2),
            ("工作标准:\n  - 每日巡查。\n  2. 每周盘点。\n", 3),
            ("考核办法:\n  -0.5分/人次\n  -1分/天\n", 2),
        ],
    )
    def test_every_way_to_type_a_list(self, source: str, line: int) -> None:
        assert found(source) == [("YAML-DASH", line)]

    @pytest.mark.parametrize(
        "source",
        [
            "考核办法:\n  -0.5分/人次\n",
            "考核办法:\n  - -0.5分/人次\n",
            "考核办法: -10℃以下每次扣1分\n",
            "简介:\n  ——每日巡查。\n",
            "工作标准:\n  1. 每日巡查。\n",
            "工作标准:\n  3.5吨以下\n",
            "岗位:\n  1. 主任: 甲\n  2. 副主任: 乙\n",
            "工作标准: |\n  -每日巡查。\n  1. 每周盘点。\n  2. 每月盘点。\n",
            "简介: '\n  -每日巡查。'\n",
        ],
    )
    def test_a_text_may_begin_with_a_minus_or_a_number(self, source: str) -> None:
        assert found(source) == []

    @pytest.mark.parametrize("source", ["a: -每日巡查\n", "a: －每日巡查\n", "a: •每日巡查\n"])
    def test_a_text_of_a_list_that_begins_with_a_dash(self, source: str) -> None:
        scalar = value_of(source)
        assert isinstance(scalar, Scalar)
        assert [problem.code for problem in traps.dash_lines(scalar)] == ["YAML-DASH"]

    @pytest.mark.parametrize("source", ["a: 每日巡查\n", "a: -0.5分\n", "a: '-每日巡查'\n"])
    def test_a_text_of_a_list_that_does_not(self, source: str) -> None:
        scalar = value_of(source)
        assert isinstance(scalar, Scalar)
        assert traps.dash_lines(scalar) == []


class TestDashThatIsNoItem:
    """A `- ` in the further lines of a text: YAML reads on, and the text has a dash in it."""

    def test_an_item_that_is_indented_too_far(self) -> None:
        assert said("工作标准:\n  - 来文当天登记。\n    - 两日内送到。\n    - 每月归档。\n  - 丙\n") == [
            "f.yaml:3:5: 错误 YAML-DASH: 这一行的“- ”不是列表的一条：它接在上一行的后面，连成了一段文字\n"
            "    3 |     - 两日内送到。\n"
            "      |     ^^^^^^^^^^^^^^\n"
            "      = 帮助: “- ”与上一条的“- ”左边对齐；上一行的文字不带“- ”的，也另起一行写成一条；确实是文字就放进引号"
        ]

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ("工作标准: 认真\n  - 来文当天登记。\n  - 两日内送到。\n上级: 甲\n", 2),
            ("岗位:\n  文员:\n    内容: 负责催办。\n      - 子项一\n    上级: 甲\n", 4),
            ("工作标准:\n  - 来文当天\n    登记。\n    -\n      两日内送到。\n", 4),
            ("工作标准:\n  - 甲\n\n    - 乙\n上级: 丙: 丁\n", 4),
        ],
    )
    def test_below_any_text(self, source: str, line: int) -> None:
        assert ("YAML-DASH", line) in found(source)

    @pytest.mark.parametrize(
        "source",
        [
            "工作标准:\n  - 甲 - 乙\n  -  丙\n    -- 丁\n",
            "简介: |\n  甲\n    - 乙\n",
            "工作标准:\n  - - 甲\n    - 乙\n",
        ],
    )
    def test_a_dash_within_a_line_and_in_a_block_is_text(self, source: str) -> None:
        assert found(source) == []


class TestQuoteThatIsClosedTooLate:
    def test_a_quote_that_takes_in_the_fields_below(self) -> None:
        source = '部门: 甲\n内容: "审核各类来文。\n工作标准:\n  - 当天登记。\n考核办法: 扣完为止"\n上级: 乙\n'
        assert said(source) == [
            "f.yaml:2:5: 错误 YAML-SYNTAX: 引号没有成对：从这里一直到第 5 行的引号都成了一段文字，"
            "把下面的“工作标准:”也算了进去\n"
            '    2 | 内容: "审核各类来文。\n'
            "      |       ^^^^^^^^^^^^^^^\n"
            "      = 帮助: 在这一句的末尾补上同样的引号；引号是句子的一部分时用全角“ ”，或把整句放进单引号"
        ]

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ('工作标准:\n  - "甲\n  - 乙"\n上级: 丙\n', 2),
            ("内容: '甲\n上级: 乙'\n", 1),
            ('内容: "审核\n工作标准:\n  - "来文当天"登记\n上级: 甲\n', 1),
            ('内容: "审核\n工作标准:\n  - "来文当天"\n  - *乙\n', 1),
            ('内容: "审核\n考核办法: "扣1分"\n上级: 甲\n', 1),
            ('部门: 甲: 乙\n内容: "审核\n上级: 丙\n考核办法: 扣1分"\n', 2),
        ],
    )
    def test_it_is_shown_where_it_opens_and_nothing_below_is_blamed(self, source: str, line: int) -> None:
        assert found(source)[-1] == ("YAML-SYNTAX", line)

    def test_a_mistake_above_it_is_shown_too(self) -> None:
        source = '工作标准:\n  - "来文当天"登记\n考核办法: "扣1分\n上级: 乙"\n'
        assert found(source) == [("YAML-LEADING", 2), ("YAML-SYNTAX", 3)]

    @pytest.mark.parametrize("source", ["内容: '甲，\n  乙：丙\n  —— 丁'\n", '内容: "注意: 甲\n  说明: 乙"\n'])
    def test_a_quoted_text_may_have_several_lines(self, source: str) -> None:
        assert found(source) == []


class TestEscapedCharacters:
    @pytest.mark.parametrize(
        ("escape", "shown"),
        [("\\x07", "U+0007（控制字符）"), ("\\ufffe", "U+FFFE（控制字符）"), ("\\0", "U+0000（控制字符）"),
         ("\\u202e", "U+202E（改变文字方向的字符）"), ("\\u200b", "U+200B（零宽空格）")],
    )  # fmt: skip
    def test_what_a_file_may_not_hold_it_may_not_spell(self, escape: str, shown: str) -> None:
        node, problems = read_yaml("f.yaml", f'单位: "甲{escape}乙"\n'.encode(), FIELD_NAMES)
        assert [(str(problem.position), problem.code, problem.message.zh) for problem in problems] == [
            ("f.yaml:1:5", "FILE-CHARACTER", f"看不见的字符 {shown}")
        ]
        assert isinstance(node, Mapping)
        assert node.entries[0][1] == Scalar("甲乙", node.entries[0][1].position, "double")

    def test_other_escapes_are_text(self) -> None:
        text = value_of('单位: "甲\\t\\u4e59\\n\\"丙"\n')
        assert isinstance(text, Scalar)
        assert text.text == '甲\t乙\n"丙'


class TestColonAfterAFieldName:
    def test_a_full_width_colon_is_shown_at_its_line_not_at_the_next(self) -> None:
        assert said("部门：仓储部\n上级: 生产副总经理\n") == [
            "f.yaml:1:1: 错误 YAML-COLON: “部门”后面应当是半角冒号和一个空格，否则整行只是一段文字\n"
            "    1 | 部门：仓储部\n"
            "      | ^^^^^^\n"
            "      = 帮助: 写成“部门: …”；确实是句子就把整句放进单引号"
        ]

    @pytest.mark.parametrize(
        ("source", "lines"),
        [
            ("部门:仓储部\n上级: 生产副总经理\n", [1]),
            ("部门: 仓储部\n\n# 注\n上级：生产副总经理\n简介: 甲\n", [4]),
            ("部门: 仓储部\n上级:生产副总经理", [2]),
            ("部门：仓储部\n", [1]),
            ("岗位:\n  主任:\n    编制：1\n    上级: 甲\n", [3]),
            ("岗位:\n  主任:\n    编制：1\n    上级：甲\n", [3, 4]),
            ("工作标准:\n  - 内容：每日巡查。\n    考核办法: 少一次扣1分。\n", [2]),
            ("工作标准:\n  - 内容：每日巡查。\n    考核办法：少一次扣1分。\n", [2, 3]),
            ("岗位:\n  物资收发：\n    内容: 甲\n", [2]),
        ],
    )
    def test_each_line_with_it(self, source: str, lines: list[int]) -> None:
        assert found(source) == [("YAML-COLON", line) for line in lines]

    @pytest.mark.parametrize("source", ["工作标准:\n  - 目标：全年无事故。\n", "工作标准:\n  - 检查:每周一次。\n"])
    def test_an_item_may_be_a_sentence_so_it_is_a_warning(self, source: str) -> None:
        node, problems = read_yaml("f.yaml", source.encode(), FIELD_NAMES)
        assert node is not None
        assert [(problem.severity, problem.code) for problem in problems] == [("warning", "YAML-COLON")]

    @pytest.mark.parametrize(
        "source",
        [
            "简介: 目标：全年无事故。\n",
            "工作标准:\n  - 要求：全年无事故。\n",
            "工作标准:\n  - '目标：全年无事故。'\n",
            "工作标准: |\n  目标：全年无事故。\n",
            "简介: https://example.com\n",
        ],
    )
    def test_a_sentence_with_a_colon_is_fine(self, source: str) -> None:
        assert found(source) == []


class TestIndentation:
    def test_a_full_width_space_is_shown_at_its_line(self) -> None:
        assert said("岗位:\n　　主任: 甲\n") == [
            "f.yaml:2:1: 错误 YAML-INDENTATION: 行首的缩进里有全角空格（U+3000）\n"
            "    2 | 　　主任: 甲\n"
            "      | ^^^^\n"
            "      = 帮助: 缩进只用半角空格，每级两个；相同的用记事本的“替换”一次改完"
        ]

    @pytest.mark.parametrize(
        ("source", "lines"),
        [
            ("岗位:\n\t主任: 甲\n\t副主任: 乙\n", [2, 3]),
            ("岗位:\n  主任: 甲\n \xa0副主任: 乙\n", [3]),
            ("岗位:\n  \u3000主任: 甲\n", [2]),
            ("岗位:\n\u2003主任: 甲\n", [2]),
            ("简介: |\n  甲\n\t乙\n", [3]),
            ("简介: |\n　甲\n", [2]),
            ("简介: 甲\n\t\n上级: 乙\n", [2]),
            ("简介:\n\t# 注\n", [2]),
            ("简介: 甲\n　\n上级: 乙\n", [2]),
            ("简介: 甲、\n　　乙。\n", [2]),
        ],
    )
    def test_every_blank_that_is_no_space(self, source: str, lines: list[int]) -> None:
        assert found(source) == [("YAML-INDENTATION", line) for line in lines]

    @pytest.mark.parametrize(
        "source",
        [
            "简介: |\n  　　甲\n  \t乙\n",
            "简介: '甲\n  　　乙'\n",
            "- 甲\n- [乙,\n  \t\n  丙]\n",
            "简介: 甲\t# 注\n",
        ],
    )
    def test_in_a_block_or_in_quotes_it_is_text(self, source: str) -> None:
        assert found(source) == []


class TestLeadingCharacter:
    def test_the_sentence_goes_in_single_quotes(self) -> None:
        assert said("工作标准:\n  - \"五防\"工作每天检查，'记录'齐全。\n") == [
            'f.yaml:2:5: 错误 YAML-LEADING: 内容不能以“"”开头：它在 YAML 里有特殊含义\n'
            "    2 |   - \"五防\"工作每天检查，'记录'齐全。\n"
            "      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "      = 帮助: 把整句放进单引号：'\"五防\"工作每天检查，''记录''齐全。'"
        ]

    @pytest.mark.parametrize(
        "place", ["甲: 乙\n{}\n", "甲: {}\n乙: 丙\n", "- 甲\n- {}\n- 乙\n", "- 甲: {}\n  乙: 丙\n"]
    )
    @pytest.mark.parametrize(
        "sentence",
        [
            "*每天巡查",
            "* 每天巡查",
            "*a每天巡查",
            "&每天巡查",
            "!每天巡查",
            "%5以内",
            "@仓库主任",
            ">90%",
            "|每天|每周|",
            "`每天`巡查",
            ",每天巡查",
            "[注意]每天巡查",
            "{岗位}工作标准",
            "'五防'工作",
            '"五防"工作',
        ],
    )
    def test_every_character_yaml_has_a_use_for(self, place: str, sentence: str) -> None:
        source = place.format(sentence)
        line = 1 if source.startswith(("甲: " + sentence, "- 甲: ")) else 2
        assert found(source) == [("YAML-LEADING", line)]

    def test_an_asterisk_and_a_space_was_meant_as_a_list_item(self) -> None:
        assert said("工作标准:\n  * 每日巡查\n  * 每周盘点\n")[0].endswith(
            "帮助: 要写成列表的一条，就以“- ”开头：- 每日巡查；确实是文字就放进单引号：'* 每日巡查'"
        )

    def test_a_number_after_a_greater_than_sign_reads_as_nothing(self) -> None:
        assert found("目标: >5\n上级: 甲\n") == [("YAML-LEADING", 1)]

    @pytest.mark.parametrize(
        "source", ["a: '*每天'\n", "a: >\n  甲\n", "a: >2\n    甲\n", "a: ≥90%\n", "a: “五防”工作\n", "a: （每天）\n"]
    )
    def test_what_may_begin_a_text(self, source: str) -> None:
        assert found(source) == []


EXPLAIN = Path(traps.__file__).parents[1] / "explain"
# In brackets only the loader can know a text from a list.
PAGES = [page for page in sorted(EXPLAIN.glob("YAML-*.md")) if page.stem not in ("YAML-BRACKETS", "YAML-DEPTH")]


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in PAGES])
def test_the_examples_of_an_explain_page_are_wrong_and_right(page: Path) -> None:
    text = page.read_text("utf-8")
    wrong, right = (textwrap.dedent(example) for example in re.findall(r"[错对]：\n\n((?:    .*\n)+)", text))
    assert page.stem in {code for code, _ in found(wrong)}
    assert found(right) == []


# Fields that read well, with in their quotes and blocks what would be a trap elsewhere.
SOUND = [
    "部门: 仓储部\n",
    "简介: 负责物资的收、存、\n  发。  # 注 #3\n",
    "上级:\n",
    "#整行注释\n\n",
    "职权: |\n  　　-每日 #3\n  1. 甲: 乙: 丙\n  部门：仓储部\n\n  @全体\n",
    "栏目:\n- |-\n  -每日\n  -每周\n- '巡查 #3、甲: 乙'\n",
    '编号: "部门：甲 #3"\n',
    "编制: '1\n\n  -每日'\n",
    "岗位:\n  主任: {甲: 1, 乙: [2, 3]}\n  库管员: >-\n    收\n    存\n",
    "考核办法:\n  -0.5分/人次\n",
]
# A trap, its code, and which of its lines is the mistaken one.
TRAPS = [
    ("甲: 巡查 #3 仓库\n", "YAML-COMMENT", 0),
    ("甲:\n  - 乙\n  - #3仓库\n", "YAML-COMMENT", 2),
    ("甲: 三项: 整理\n", "YAML-COLON-IN-TEXT", 0),
    ("甲:\n  - 乙: 三项: 整理\n  - 丙\n", "YAML-COLON-IN-TEXT", 1),
    ("甲:\n  -每日\n  -每周\n", "YAML-DASH", 1),
    ("甲:\n  - 每日\n  -每周\n", "YAML-DASH", 2),
    ("甲:\n  －每日\n  －每周\n", "YAML-DASH", 1),
    ("甲:\n  1. 每日\n  2. 每周\n", "YAML-DASH", 1),
    ("目标：全年无事故\n", "YAML-COLON", 0),
    ("目标:全年无事故\n", "YAML-COLON", 0),
    ("甲:\n  目标：无事故\n  乙: 丙\n", "YAML-COLON", 1),
    ("甲:\n　　乙: 丙\n", "YAML-INDENTATION", 1),
    ("甲:\n\t乙: 丙\n", "YAML-INDENTATION", 1),
    ("甲:\n  乙: 丙\n\xa0 丁: 戊\n", "YAML-INDENTATION", 2),
    *((f"甲:\n  - 乙\n  - {char}巡查\n", "YAML-LEADING", 2) for char in "*&!%@>|`"),
    *((f"甲: {text}巡查\n", "YAML-LEADING", 0) for text in ('"五防"', "'五防'", "[注]", "{注}")),
    ("甲: &a 乙\n", "YAML-ANCHOR", 0),
    ("甲: !a 乙\n", "YAML-TAG", 0),
    ("甲: 乙\n甲: 丙\n", "YAML-REPEATED-KEY", 1),
]


@given(st.permutations(SOUND), st.integers(0, len(SOUND)), st.sampled_from(TRAPS))
def test_every_trap_at_any_place_of_a_sound_file_is_reported_at_its_line(
    fields: list[str], place: int, trap: tuple[str, str, int]
) -> None:
    source, code, line = trap
    before = "".join(fields[:place])
    assert found(before + "".join(fields[place:])) == []
    assert found(before + source + "".join(fields[place:])) == [(code, before.count("\n") + 1 + line)]


@given(st.permutations(SOUND), st.lists(st.sampled_from(TRAPS[:-3]), min_size=1, max_size=5))
def test_several_traps_in_a_file_are_reported_in_one_run(fields: list[str], traps: list[tuple[str, str, int]]) -> None:
    source, expected = "", []
    for number, (trap, code, line) in enumerate(traps):
        expected.append((code, source.count("\n") + 1 + line))
        source += re.sub("([甲乙丁]):", rf"\g<1>{number}:", trap) + fields[number]
    assert found(source) == expected
