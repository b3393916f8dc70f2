"""Safe YAML: text first, positions, what is refused. The traps of its lines are in test_traps.py."""

from __future__ import annotations

from typing import TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.source import Position
from docgen.yaml.reader import Mapping, Node, Scalar, Sequence, lines, read_yaml

Data: TypeAlias = "str | list[Data] | dict[str, Data]"


def data_of(node: Node) -> Data:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    return {key.text: data_of(value) for key, value in node.entries}


def scalars_of(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars_of(item)]
    return [scalar for key, value in node.entries for scalar in (key, *scalars_of(value))]


def read(source: str) -> Node:
    """The node of a source without problems."""
    node, problems = read_yaml("f.yaml", source.encode())
    assert problems == []
    assert node is not None
    return node


def problems_of(source: str) -> list[tuple[str, int, int, str]]:
    """(code, line, column, Chinese message) of each problem."""
    problems = read_yaml("f.yaml", source.encode())[1]
    return [
        (problem.code, problem.position.line, problem.position.column, problem.message.zh)
        for problem in problems
        if problem.position
    ]


def at(line: int, column: int, length: int) -> Position:
    return Position("f.yaml", line, column, length)


class TestNodes:
    def test_each_value_knows_its_line_column_and_length(self) -> None:
        source = "部门: 仓储部\n岗位:\n  主任: 'a b'\n  库管员: [甲, 乙]\n  说明: {a: 1}\n任职资格:\n  - 大专  # 注\n"
        assert read(source) == Mapping(
            (
                (Scalar("部门", at(1, 1, 2), "plain"), Scalar("仓储部", at(1, 5, 3), "plain")),
                (
                    Scalar("岗位", at(2, 1, 2), "plain"),
                    Mapping(
                        (
                            (Scalar("主任", at(3, 3, 2), "plain"), Scalar("a b", at(3, 7, 5), "single")),
                            (
                                Scalar("库管员", at(4, 3, 3), "plain"),
                                Sequence(
                                    (Scalar("甲", at(4, 9, 1), "plain"), Scalar("乙", at(4, 12, 1), "plain")),
                                    at(4, 8, 6),
                                    flow=True,
                                ),
                            ),
                            (
                                Scalar("说明", at(5, 3, 2), "plain"),
                                Mapping(
                                    ((Scalar("a", at(5, 8, 1), "plain"), Scalar("1", at(5, 11, 1), "plain")),),
                                    at(5, 7, 6),
                                    flow=True,
                                ),
                            ),
                        ),
                        at(3, 3, 2),
                        flow=False,
                    ),
                ),
                (
                    Scalar("任职资格", at(6, 1, 4), "plain"),
                    Sequence((Scalar("大专", at(7, 5, 2), "plain"),), at(7, 3, 1), flow=False),
                ),
            ),
            at(1, 1, 2),
            flow=False,
        )

    @pytest.mark.parametrize(
        "text",
        ["1.10", "否", "2026-01-01", "007", "~", "null", "yes", "0x1F", "1e3", "12:30:45", "20分", "２０", "=", "<"],
    )
    def test_a_scalar_stays_as_typed(self, text: str) -> None:
        assert read(f"值: {text}\n") == Mapping(
            ((Scalar("值", at(1, 1, 1), "plain"), Scalar(text, at(1, 4, len(text)), "plain")),),
            at(1, 1, 1),
            flow=False,
        )

    def test_a_field_with_nothing_is_null_and_an_empty_text_is_not(self) -> None:
        _, nothing, _, empty = scalars_of(read("工作标准:\n考核办法: ''\n"))
        assert nothing == Scalar("", at(1, 6, 1), "plain")
        assert nothing.is_null
        assert not empty.is_null

    def test_columns_count_characters(self) -> None:
        assert scalars_of(read("👨‍👩‍👧𠮷: 葛󠄀a\n"))[1] == Scalar("葛󠄀a", at(1, 9, 3), "plain")

    def test_the_lines_of_a_block_have_their_own_positions(self) -> None:
        source = (
            "部门: 仓储部\n工作标准: |  # 粘贴\n\n  单据当天录入。\n\n    每月盘点一次。\n  　　#3 仓库每天巡查。\n"
        )
        block = scalars_of(read(source))[3]
        assert block == Scalar("\n单据当天录入。\n\n  每月盘点一次。\n　　#3 仓库每天巡查。\n", at(4, 3, 7), "literal")
        assert lines(block) == (
            Scalar("单据当天录入。", at(4, 3, 7), "plain"),
            Scalar("每月盘点一次。", at(6, 5, 7), "plain"),
            Scalar("#3 仓库每天巡查。", at(7, 5, 10), "plain"),
        )

    def test_an_empty_block_has_no_lines(self) -> None:
        block = scalars_of(read("工作标准: |\n部门: 仓储部\n"))[1]
        assert block == Scalar("", at(1, 7, 1), "literal")
        assert lines(block) == ()

    def test_other_scalars_are_one_line(self) -> None:
        scalar = Scalar("a", at(1, 1, 1), "plain")
        assert lines(scalar) == (scalar,)

    def test_one_document_may_begin_with_a_marker(self) -> None:
        assert data_of(read("---\n部门: 仓储部\n...\n")) == {"部门": "仓储部"}


class TestFolding:
    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("- 负责收、\n  存、\n  发。\n", "负责收、存、发。"),
            ("- '负责收、\n  存''、''\n\n  发。'\n", "负责收、存'、'\n发。"),
            ('- "负责收、\n  存、发。"\n', "负责收、存、发。"),
            ('- "负责\\t收、\n  存、\\\n  发。"\n', "负责\t收、存、发。"),
            ("- >-\n  负责收、\n  存、\n\n  发。\n", "负责收、存、\n发。"),
            ("- >-\n  收\n    存\n  发\n", "收\n  存\n发"),
            ("- |-\n  收\n  存\n", "收\n存"),
            ("- the first\n  and the second\n", "the first and the second"),
            ("- 使用 ERP\n  系统\n", "使用 ERP 系统"),
            ("- 做到“有安排”\n  “有检查”\n", "做到“有安排” “有检查”"),
            ("- 做到“有安排”\n  和有检查\n", "做到“有安排”和有检查"),
            ("- 收 存\n", "收 存"),
        ],
    )
    def test_wide_characters_join_without_a_space_over_a_line_break(self, source: str, text: str) -> None:
        assert data_of(read(source)) == [text]

    def test_the_position_is_the_first_line(self) -> None:
        assert scalars_of(read("- 负责收、\n  存、发。\n")) == [Scalar("负责收、存、发。", at(1, 3, 4), "plain")]


class TestRefused:
    @pytest.mark.parametrize(
        ("source", "problem"),
        [
            ("", ("FILE-EMPTY", 1, 1, "文件里没有内容")),
            ("# 只有注释\n\n", ("FILE-EMPTY", 1, 1, "文件里没有内容")),
            ("a: 1\nb: !!int 2\n", ("YAML-TAG", 2, 4, "这里不能用“!”开头：它在 YAML 里是类型标签")),
            ("a: ! 2\n", ("YAML-TAG", 1, 4, "这里不能用“!”开头：它在 YAML 里是类型标签")),
            ("a: !!python/object:os.system {}\n", ("YAML-TAG", 1, 4, "这里不能用“!”开头：它在 YAML 里是类型标签")),
            ("a: &x 1\n", ("YAML-ANCHOR", 1, 4, "这里不能用“&x”：它在 YAML 里是锚点记号")),
            ("a: 1\nb: *x\n", ("YAML-ALIAS", 2, 4, "这里不能用“*x”：它在 YAML 里是别名记号")),
            ("a:\n  <<: {b: 1}\n", ("YAML-MERGE", 2, 3, "这里不能用“<<”合并")),
            ("a: 1\n---\nb: 1\n", ("YAML-DOCUMENTS", 2, 1, "一个文件里只能有一份内容：从这里起是第二份")),
            ("%YAML 1.1\n---\na: 1\n", ("YAML-DIRECTIVE", 1, 1, "这里不能用以“%”开头的 YAML 指令")),
            ("%TAG !a! tag:b\n---\na: 1\n", ("YAML-DIRECTIVE", 1, 1, "这里不能用以“%”开头的 YAML 指令")),
            ("? [a]\n: 1\n", ("YAML-KEY", 1, 3, "冒号前面应当是名称，这里是列表或字段")),
            ("{岗位}: 1\n", ("YAML-KEY", 1, 1, "冒号前面应当是名称，这里是列表或字段")),
            ("a:\n  '': 1\n", ("YAML-EMPTY-KEY", 2, 3, "冒号前面没有名称")),
            ("a:\n  b: 1\n  : 每天巡查\n", ("YAML-EMPTY-KEY", 3, 3, "冒号前面没有名称")),
            ("a: " + "[" * 33 + "]" * 33, ("YAML-DEPTH", 1, 35, "内容嵌套超过 32 层")),
        ],
    )
    def test_what_a_manual_has_no_use_for_is_a_problem_at_its_place(
        self, source: str, problem: tuple[str, int, int, str]
    ) -> None:
        assert read_yaml("f.yaml", source.encode())[0] is None
        assert problems_of(source) == [problem]

    def test_a_repeated_key_names_the_first_ones_line_and_the_first_counts(self) -> None:
        source = "岗位:\n  主任: 1\n  库管员: 2\n  主任: 3\n"
        assert problems_of(source) == [("YAML-REPEATED-KEY", 4, 3, "“主任”重复了：第 2 行已经写过")]
        node = read_yaml("f.yaml", source.encode())[0]
        assert node is not None
        assert data_of(node) == {"岗位": {"主任": "1", "库管员": "2"}}

    def test_a_repeated_key_damages_every_mapping_it_stands_in_and_no_other(self) -> None:
        root = read_yaml("f.yaml", "岗位:\n  主任: [{甲: 1, 甲: 2}]\n  库管员: {乙: 1}\n".encode())[0]
        assert isinstance(root, Mapping)
        posts = root.entries[0][1]
        assert isinstance(posts, Mapping)
        (_, chief), (_, keeper) = posts.entries
        assert isinstance(chief, Sequence)
        assert [isinstance(node, Mapping) and node.damaged for node in (root, posts, *chief.items, keeper)] == [
            True, True, True, False,
        ]  # fmt: skip

    def test_a_second_department_in_a_file_is_one_problem(self) -> None:
        source = "部门: 甲\n岗位:\n  主任: 1\n部门: 乙\n岗位:\n  主任: 1\n"
        problems = read_yaml("f.yaml", source.encode())[1]
        assert [(str(problem.position), problem.code, problem.help.zh) for problem in problems] == [
            (
                "f.yaml:4:1",
                "YAML-REPEATED-KEY",
                "一个文件只写一个部门：第二个从这一行起移到它自己的文件里；不是第二个就删掉这一行",
            )
        ]

    @pytest.mark.parametrize("key", ["用品发放　", "用品发放\xa0", "'　用品发放 '", '"用品发放　"'])
    def test_blanks_around_a_name_are_no_part_of_it(self, key: str) -> None:
        assert data_of(read(f"职责:\n  {key}: 甲\n")) == {"职责": {"用品发放": "甲"}}
        assert problems_of(f"用品发放: 甲\n{key}: 乙\n") == [
            ("YAML-REPEATED-KEY", 2, 1, "“用品发放”重复了：第 1 行已经写过")
        ]

    def test_a_name_begins_at_its_first_letter(self) -> None:
        node = read("- 　甲　: 1\n")
        assert isinstance(node, Sequence)
        assert isinstance(node.items[0], Mapping)
        assert node.items[0].entries[0][0] == Scalar("甲", at(1, 4, 1), "plain")

    def test_several_problems_come_in_one_run_in_the_order_of_the_lines(self) -> None:
        source = "a: &x 1\nb: 巡查 #3 仓库\nb: *x\n<<: *x\n"
        assert [(code, line) for code, line, _, _ in problems_of(source)] == [
            ("YAML-ANCHOR", 1),
            ("YAML-COMMENT", 2),
            ("YAML-REPEATED-KEY", 3),
            ("YAML-ALIAS", 3),
            ("YAML-MERGE", 4),
            ("YAML-ALIAS", 4),
        ]

    def test_a_bomb_is_refused_by_its_anchors(self) -> None:
        levels = ["a0: &a0 [哈, 哈]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
        node, problems = read_yaml("f.yaml", "\n".join(levels).encode())
        assert node is None
        assert {problem.code for problem in problems} == {"YAML-ANCHOR", "YAML-ALIAS"}
        assert len(problems) == 100

    @pytest.mark.parametrize(
        "source",
        [
            pytest.param("[" * 1_000_000, id="brackets"),
            pytest.param("{" * 1_000_000, id="braces"),
            pytest.param("[ # ]\n" * 100_000, id="brackets closed in comments"),
            pytest.param("- " * 1_000_000, id="dashes"),
            pytest.param("? " * 1_000_000, id="question marks"),
            pytest.param("".join(f"{' ' * depth}a:\n" for depth in range(2000)), id="mappings"),
        ],
    )
    def test_a_bottomless_file_is_one_problem(self, source: str) -> None:
        assert [code for code, *_ in problems_of(source)] == ["YAML-DEPTH"]

    def test_depth_32_is_read(self) -> None:
        assert read("[" * 32 + "]" * 32)

    def test_what_cannot_be_decoded_is_no_yaml(self) -> None:
        node, problems = read_yaml("f.yaml", "部门: 仓储部\n".encode("gbk"))
        assert node is None
        assert [problem.code for problem in problems] == ["FILE-ENCODING"]


class TestSyntax:
    @pytest.mark.parametrize(
        ("source", "line", "column", "message"),
        [
            ("a: 1\n漏了冒号\nb: 2\n", 2, 1, "这一行应当是“名称: 内容”，却没有冒号加空格"),
            (
                "部门: 仓储部\n  上级: 总经理\n",
                2,
                3,
                "这里不应当有“名称: 内容”：上一行已经有内容，或这句话里有冒号加空格",
            ),
            ("a: - 每天巡查\n", 1, 4, "“- ”不能跟在“名称: ”的后面"),
            ("a: ? b\n", 1, 4, "“? ”不能写在这里"),
            ('a: "没有配对\nb: 1\n', 1, 4, "引号没有成对：从这里起一直到文件末尾都没有找到另一半"),
            ('a: "D:\\文件"\n', 1, 7, "双引号里的“\\”有特殊含义，这里的写法读不懂"),
            ("a: |0\n  b\n", 1, 5, "“|”或“>”的后面不能有文字"),
            ("a: [甲, 乙\nb: 1\n", 1, 4, "方括号“[”没有配对的“]”，或括号里少了逗号"),
            ("a: {甲: 1, 乙\nb: 1\n", 1, 4, "花括号“{”没有配对的“}”，或括号里少了逗号"),
            ("a:\n  - 甲\n  乙: 1\n", 3, 3, "列表到这里断了：这一行不是以“- ”开头，或没有与上面的“- ”左边对齐"),
            ("a:\n    b: 1\n  c: 2\n", 3, 3, "这一行与上面的字段对不齐，或引号、括号后面多了文字"),
            ("[甲]\n乙: 1\n", 2, 1, "这一行接不上前面的内容"),
            ("a: !<b 1\n", 1, 7, "这里的 * & ! % 在 YAML 里有特殊含义"),
            ("a: [@甲]\n", 1, 5, "内容不能以这个符号开头"),
        ],
    )
    def test_a_syntax_error_is_said_in_chinese_at_the_line_to_mend(
        self, source: str, line: int, column: int, message: str
    ) -> None:
        assert problems_of(source) == [("YAML-SYNTAX", line, column, message)]


# What a file may hold as it is: no controls, no invisible or unassigned characters.
CHARACTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\ufffc\ufffd")
TEXTS = st.text(CHARACTERS | st.sampled_from("\n\t '\"#:-：，。收存"), max_size=20)
NAMES = st.text(st.sampled_from("部门岗位abc 07"), min_size=1, max_size=6).map(str.strip).filter(bool)
DATA: st.SearchStrategy[Data] = st.recursive(
    TEXTS, lambda data: st.lists(data, max_size=4) | st.dictionaries(NAMES, data, max_size=4), max_leaves=12
)


@given(st.dictionaries(NAMES, DATA, min_size=1, max_size=4))
def test_nested_texts_dumped_as_yaml_read_back_the_same_at_their_places(data: dict[str, Data]) -> None:
    source = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6)
    node = read(source)
    rows = source.split("\n")
    assert data_of(node) == data
    for scalar in scalars_of(node):
        _, line, column, length = scalar.position
        row = rows[line - 1][column - 1 :]
        quote = {"single": "'", "double": '"'}.get(scalar.style, "")
        assert row.startswith(quote or scalar.text.strip("\n").split("\n")[0])
        assert 1 <= length <= max(1, len(row))


FRAGMENTS = st.sampled_from(
    [*"：:#'\"[]{}|>%@`\\，,a－-\n\t\u3000", "部门", "1. ", "? ", "- ", ": ", " #", "- \n", "  "]
) | (st.sampled_from(["|2\n", ">5", "*a", "&a", "!a", "---\n", "...\n"]))


@given(st.text() | st.lists(FRAGMENTS, max_size=40).map("".join))
def test_any_text_is_read_or_is_a_problem(source: str) -> None:
    node, problems = read_yaml("f.yaml", source.encode(errors="replace"), frozenset({"部门"}))
    assert node is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        assert problem.position is not None
        assert problem.position.line <= source.count("\n") + 1
        assert problem.position.column >= 1
        assert problem.position.length >= 1


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_are_a_problem(data: bytes) -> None:
    node, problems = read_yaml("f.yaml", data)
    assert (node is None) == any(problem.is_error for problem in problems) or problems[0].code == "YAML-COMMENT"
