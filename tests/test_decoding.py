"""Bytes to text: what is accepted, what is refused and how it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.decoding import MAX_BYTES, decode
from docgen.problems import Problem, Words, error
from docgen.source import Position

SAMPLE = "部门: 仓储部\n简介: 负责物资的收、存、发。\n"


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SAMPLE.encode("utf-8"), id="UTF-8"),
        pytest.param(SAMPLE.encode("utf-8-sig"), id="with a byte order mark"),
        pytest.param(SAMPLE.replace("\n", "\r\n").encode("utf-8"), id="with the line breaks of Windows"),
    ],
)
def test_utf8_is_read(data: bytes) -> None:
    assert decode("a.yaml", data) == (SAMPLE, [])


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(SAMPLE.encode("gbk"), "GBK/GB18030", id="GBK"),
        pytest.param("简介: 𠮷野家\n".encode("gb18030"), "GBK/GB18030", id="GB18030 with four bytes"),
        pytest.param("联通".encode("gbk"), "GBK/GB18030", id="GBK, two characters"),
        pytest.param(SAMPLE.encode("utf-16"), "UTF-16", id="UTF-16 of Notepad"),
        pytest.param(SAMPLE.encode("utf-16-le"), "UTF-16", id="UTF-16 little-endian without a mark"),
        pytest.param(SAMPLE.encode("utf-16-be"), "UTF-16", id="UTF-16 big-endian without a mark"),
        pytest.param(SAMPLE.encode("utf-32"), "UTF-32", id="UTF-32"),
    ],
)
def test_another_encoding_is_named_with_the_way_out(data: bytes, name: str) -> None:
    assert decode("a.yaml", data) == (
        None,
        [
            error(
                "FILE-ENCODING",
                Position("a.yaml"),
                Words(f"文件的编码是 {name}，不是 UTF-8", f"the file is encoded in {name}, not in UTF-8"),
                Words(
                    "用记事本打开，选“文件 → 另存为”，在“编码”一栏选 UTF-8，保存并覆盖原文件",
                    "open it in Notepad, choose File → Save as, set Encoding to UTF-8 and overwrite the file",
                ),
            )
        ],
    )


def test_a_damaged_byte_is_shown_at_its_line_and_column() -> None:
    data = "部门: 仓储部\r\n简介: 负责物资".encode() + b"\xff" + "的收、存、发。\r\n".encode()
    text, problems = decode("a.yaml", data)
    problem = only(problems)
    assert text is None
    assert problem.position == Position("a.yaml", 2, 9)
    assert problem.message.zh == "文件不全是 UTF-8 编码：这里的字节 0xFF 读不出文字"


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("\0", "看不见的字符 U+0000（控制字符）"),
        ("\x07", "看不见的字符 U+0007（控制字符）"),
        ("\x0b", "看不见的字符 U+000B（Word 的手动换行）"),
        ("\x0c", "看不见的字符 U+000C（分页符）"),
        ("\r", "看不见的字符 U+000D（单独的回车）"),
        ("\x85", "看不见的字符 U+0085（控制字符）"),
        ("\xad", "看不见的字符 U+00AD（软连字符）"),
        ("\u200b", "看不见的字符 U+200B（零宽空格）"),
        ("\u2028", "看不见的字符 U+2028（行分隔符）"),
        ("\u202e", "看不见的字符 U+202E（改变文字方向的字符）"),
        ("\u2066", "看不见的字符 U+2066（改变文字方向的字符）"),
        ("\ufeff", "看不见的字符 U+FEFF（零宽空格（BOM））"),
        ("\ufffd", "看不见的字符 U+FFFD（转换时丢失的字）"),
    ],
)
def test_an_invisible_character_is_refused_by_its_number(char: str, words: str) -> None:
    text, problems = decode("a.yaml", f"部门: 仓储部\n简介: 负责{char}物资\n".encode())
    problem = only(problems)
    assert text is None
    assert (problem.code, problem.position, problem.message.zh) == ("FILE-CHARACTER", Position("a.yaml", 2, 7), words)


def test_each_invisible_character_is_reported_up_to_twenty_then_their_number() -> None:
    _, problems = decode("a.yaml", "一\u200b二\u200b\n三\u202e".encode())
    assert [problem.position for problem in problems] == [
        Position("a.yaml", 1, 2),
        Position("a.yaml", 1, 4),
        Position("a.yaml", 2, 2),
    ]
    _, problems = decode("a.yaml", ("\u200b" * 30).encode())
    assert len(problems) == 21
    assert problems[-1].message.zh == "这样看不见的字符全文件共 30 个，不再一一列出"


def test_rare_names_emoji_and_ideographic_spaces_are_text() -> None:
    text = "𠮷田\u3000葛󠄀 👨‍👩‍👧\t㈠\xa0①\n"
    assert decode("a.yaml", text.encode()) == (text, [])


def test_a_file_over_10_megabytes_is_refused() -> None:
    assert decode("a.yaml", b"a" * MAX_BYTES)[1] == []
    text, problems = decode("a.yaml", b"a" * (MAX_BYTES + 1))
    assert text is None
    assert only(problems).code == "FILE-TOO-LARGE"


@given(st.binary() | st.text().map(lambda text: text.encode("gb18030")))
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    text, problems = decode("a.yaml", data)
    assert (text is None) == bool(problems)
