"""Chapters: what HR writes, as blocks with places; what a chapter may not have, as problems at the line."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import tree
from docgen.manual.model import Chapter
from docgen.problems import Problem
from docgen.richtext import fill, read_chapter
from docgen.source import Position, Text
from docgen.tree_walk import inline_runs

PATH = "content/chapters/总则.md"


def read(text: str, project: Path = Path("nowhere")) -> tuple[Chapter, list[Problem]]:
    chapter, problems = read_chapter(PATH, text.encode(), project)
    assert chapter is not None
    return chapter, problems


def outline(text: str) -> list[str]:
    """A chapter without a title, in a shorthand of one line a block; it has no problems."""
    chapter, problems = read(text)
    assert problems == []
    return [line for block in chapter.blocks for line in shown(block)]


def shown(block: tree.Block | tree.Item) -> list[str]:
    match block:
        case tree.Section():
            return [line for inner in block.blocks for line in shown(inner)]
        case tree.Heading():
            return [f"{'#' * block.level} {spelled(block.children)}"]
        case tree.Paragraph():
            return [spelled(block.children)]
        case tree.List():
            sign = "1." if block.ordered else "-"
            lines = [line for item in block.items for line in shown(item)]
            return [
                f"{sign} {line.removeprefix('item ')}" if line.startswith("item ") else f"   {line}" for line in lines
            ]
        case tree.Item():
            return [f"item {spelled(block.children)}", *(line for inner in block.lists for line in shown(inner))]
        case tree.Table():
            rows = [*block.head, *(row for group in block.groups for row in group.rows)]
            return [" | ".join(spelled(cell.children) for cell in row.cells) for row in rows]
        case tree.Figure():
            return [f"[{block.alt}] {block.path}"]
    raise AssertionError(block)


def spelled(children: tuple[tree.Inline, ...]) -> str:
    spelling = ""
    for child in children:
        match child:
            case tree.Text():
                spelling += child.text
            case tree.Break():
                spelling += "⏎"
            case tree.Strong():
                spelling += f"<b>{spelled(child.children)}</b>"
            case tree.Emphasis():
                spelling += f"<i>{spelled(child.children)}</i>"
            case tree.Link():
                spelling += f"<{child.href}>{spelled(child.children)}</>"
    return spelling


def brief(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.position.line, problem.position.column) for problem in problems if problem.position]


# What a chapter may have


def test_the_title_is_the_first_heading_and_sections_nest_by_level() -> None:
    chapter, problems = read("# 总则\n\n前言。\n\n## 目的\n\n甲。\n\n### 范围\n乙。\n## 用语 ##\n")
    assert problems == []
    assert (chapter.file, chapter.title, chapter.title.position) == ("总则.md", "总则", Position(PATH, 1, 3, 2))
    before, aim, terms = chapter.blocks
    assert shown(before) == ["前言。"]
    assert shown(aim) == ["## 目的", "甲。", "### 范围", "乙。"]
    assert shown(terms) == ["## 用语"]


def test_a_chapter_without_a_title_is_called_as_its_file() -> None:
    chapter, _ = read("甲。\n")
    assert (chapter.title, chapter.title.position) == ("总则", Position(PATH))


def test_every_node_knows_its_key_and_where_it_was_written() -> None:
    chapter, _ = read("# 总则\n\n## 目的\n\n为明确**职责**的\n分工。\n\n  - 甲\n    - 乙\n")
    (section,) = chapter.blocks
    assert section == tree.Section(
        "总则/目的",
        (
            tree.Heading(2, "总则/目的", (tree.Text("目的", Position(PATH, 3, 4, 2)),), source=Position(PATH, 3, 4, 2)),
            tree.Paragraph(
                "总则/目的/1",
                (
                    tree.Text("为明确", Position(PATH, 5, 1, 3)),
                    tree.Strong((tree.Text("职责", Position(PATH, 5, 6, 2)),)),
                    tree.Text("的", Position(PATH, 5, 10, 1)),
                    tree.Text("分工。", Position(PATH, 6, 1, 3)),
                ),
                Position(PATH, 5, 1, 10),
            ),
            tree.List(
                "总则/目的/2",
                (
                    tree.Item(
                        "总则/目的/2/1",
                        (tree.Text("甲", Position(PATH, 8, 5, 1)),),
                        (
                            tree.List(
                                "总则/目的/2/1/1",
                                (
                                    tree.Item(
                                        "总则/目的/2/1/1/1",
                                        (tree.Text("乙", Position(PATH, 9, 7, 1)),),
                                        source=Position(PATH, 9, 7, 1),
                                    ),
                                ),
                                ordered=False,
                                level=2,
                                source=Position(PATH, 9, 7, 1),
                            ),
                        ),
                        source=Position(PATH, 8, 5, 1),
                    ),
                ),
                ordered=False,
                source=Position(PATH, 8, 5, 1),
            ),
        ),
        Position(PATH, 3, 4, 2),
    )


def test_two_sections_of_one_name_have_two_keys() -> None:
    chapter, _ = read("## 目的\n\n## 目的\n")
    assert [block.key for block in chapter.blocks if isinstance(block, tree.Section)] == ["总则/目的", "总则/目的~2"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("每天巡查\n库区一次。", "每天巡查库区一次。"),
        ("安装 Windows\nServer 系统", "安装 Windows Server 系统"),
        ("使用**ERP**\n系统", "使用<b>ERP</b> 系统"),
        ("**甲**\n**乙**", "<b>甲</b><b>乙</b>"),
        ("第一行  \n第二行\\\n第三行", "第一行⏎第二行⏎第三行"),
        ("地址<br>电话<BR/>", "地址⏎电话"),
        ("　　首行缩进。\n　　第二行", "首行缩进。第二行"),
        (r"\*不强\* \| \<b> \_ \{ \- 1\.", "*不强* | <b> _ { - 1."),
        ("**“重点”**说明，*斜*", "<b>“重点”</b>说明，<i>斜</i>"),
        (
            "见[网站](https://a.cn/x_y?a=1&b=2)和<https://b.cn>",
            "见<https://a.cn/x_y?a=1&b=2>网站</>和<https://b.cn>https://b.cn</>",
        ),
        ("{{ x }} | A&B a_b_c 5 < 6 > 4 [注] 1*2*3", "{{ x }} | A&B a_b_c 5 < 6 > 4 [注] 1<i>2</i>3"),
        ("末尾的反斜杠\\", "末尾的反斜杠\\"),
    ],
)
def test_text(typed: str, expected: str) -> None:
    assert outline(typed) == [expected]


@pytest.mark.parametrize(
    "typed",
    [
        "甲：\n- 一\n  - 二\n- 三\n",
        "甲：\n\n- 一\n\n    - 二\n\n- 三\n",
        "甲：\n* 一\n   * 二\n* 三",
        "甲：\n    - 一\n        - 二\n    - 三\n",
        "甲：\n\n　- 一\n\t- 二\n　- 三\n",
    ],
)
def test_lists_nest_by_any_indent(typed: str) -> None:
    assert outline(typed) == ["甲：", "- 一", "   - 二", "- 三"]


def test_kinds_of_list_follow_one_another() -> None:
    assert outline("1. 一\n2) 二\n- 三\n1. 四\n\n   续四\n   1. 五\n   - 六\n2. 七\n续七\n\n后文") == [
        *("1. 一", "1. 二", "- 三", "1. 四⏎续四", "   1. 五"),
        *("   - 六", "1. 七续七", "后文"),
    ]


def test_a_table() -> None:
    chapter, problems = read(
        "登记表：\n| 项目 | 满分\\|权重 |\n| --- | ---: |\n| 质量 | 10<br>分 |\n||\n| **合计** | |\n"
    )
    assert problems == []
    table = chapter.blocks[1]
    assert isinstance(table, tree.Table)
    assert shown(table) == ["项目 | 满分|权重", "质量 | 10⏎分", "<b>合计</b> | "]
    assert [cell.header for cell in table.head[0].cells] == [True, True]
    assert [cell.align for cell in table.groups[0].rows[0].cells] == ["left", "right"]
    assert table.columns == (4, 9)
    assert table.groups[0].rows[0].cells[0].source == Position(PATH, 4, 3, 2)


PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"


def test_pictures_are_found_from_the_file_or_from_content(tmp_path: Path) -> None:
    for name, start in (("content/chapters/流程 图.png", PNG), ("content/images/架构.jpg", JPEG)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(start)
    chapter, problems = read(
        '![流程](流程%20图.png "图1 流程")\n\n![架构](images/架构.jpg)\n![架构](../images/架构.jpg)', tmp_path
    )
    assert problems == []
    flow, first, second = chapter.blocks
    assert flow == tree.Figure(
        "总则/1",
        "content/chapters/流程 图.png",
        "流程",
        (tree.Text("图1 流程", Position(PATH, 1, 7, 10)),),
        Position(PATH, 1, 7, 10),
    )
    assert shown(first) == shown(second) == ["[架构] content/images/架构.jpg"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("没有.png", "没有图片“没有.png”"),
        (f"{'长' * 300}.png", f"没有图片“{'长' * 300}.png”"),
        ("../../外面.png", "图片“../../外面.png”用不了"),
        ("/etc/x.png", "图片“/etc/x.png”用不了"),
        ("https://a.cn/x.png", "图片“https://a.cn/x.png”用不了"),
        ("说明.docx", "图片“说明.docx”用不了"),
        ("架构.SVG", "Word 文件放不下 SVG 图片“架构.SVG”"),
        ("文字.png", "“文字.png”不是 PNG 或 JPEG 图片，或者打不开"),
        ("空.jpg", "“空.jpg”不是 PNG 或 JPEG 图片，或者打不开"),
    ],
)
def test_a_picture_that_cannot_be_used(typed: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "外面.png").write_bytes(PNG)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/文字.png").write_text("不是图片")
    (tmp_path / "content/空.jpg").touch()
    (problem,) = read(f"甲\n\n![图]({typed})", tmp_path)[1]
    assert (problem.code, problem.position, problem.message.zh) == (
        "CHAPTER-IMAGE",
        Position(PATH, 3, 6, len(typed)),
        message,
    )


# What it may not have: each is named where it was typed, and its text is kept


@pytest.mark.parametrize(
    ("typed", "place", "name", "kept"),
    [
        ("甲<b>乙</b>", (1, 2), "HTML 标记", "甲<b>乙</b>"),
        ("甲\n<div class='x'>", (2, 1), "HTML 标记", "甲 <div class='x'>"),
        ("<!-- 备注 -->", (1, 1), "HTML 标记", "<!-- 备注 -->"),
        ("甲&nbsp;乙", (1, 2), "HTML 字符代码", "甲&nbsp;乙"),
        ("执行`a < b`命令", (1, 4), "代码（反引号）", "执行a < b命令"),
        ("甲\n\n    缩进", (3, 5), "代码块（行首空四格或 ```）", "甲|缩进"),
        ("```\n# 甲\n\n- 乙\n```\n丙", (1, 1), "代码块（行首空四格或 ```）", "# 甲|- 乙|丙"),
        ("> 甲\n> 乙", (1, 1), "引用（行首的 >）", "甲乙"),
        ("甲\n\n---\n\n乙", (3, 1), "分隔线", "甲|乙"),
        ("甲\n===\n乙", (2, 1), "下划线式标题", "甲|乙"),
        ("甲\n---\n乙", (2, 1), "下划线式标题", "甲|乙"),
        ("甲\n\n[^1]: 脚注文字", (3, 1), "脚注", "甲|[^1]: 脚注文字"),
        ("[法]: https://a.cn", (1, 1), "引用式链接", "[法]: https://a.cn"),
        ("见[附则](附则.md)", (1, 7), "这样的链接", "见附则"),
        ("见[附则](javascript:alert(1))", (1, 7), "这样的链接", "见附则"),
        ("甲~~乙~~", (1, 2), "删除线", "甲~~乙~~"),
        ("见图![图](a.png)所示", (1, 8), "写在文字中间的图片", "见图图所示"),
    ],
)
def test_what_a_chapter_may_not_have(typed: str, place: tuple[int, int], name: str, kept: str) -> None:
    chapter, problems = read(typed)
    assert {(problem.code, problem.message.zh) for problem in problems} == {
        ("CHAPTER-UNSUPPORTED", f"章节里不能用{name}")
    }
    assert brief(problems)[0][1:] == place
    assert "|".join(line for block in chapter.blocks for line in shown(block)) == kept


def test_blocks_within_an_item() -> None:
    chapter, problems = read("- 甲\n\n  | a | b |\n  |---|---|\n  | c | d |\n- 乙\n  - 丙\n\n  丁")
    assert [(problem.message.zh, problem.position) for problem in problems] == [
        ("章节里不能用列表项里的表格、标题或图片", Position(PATH, 3, 4, 8)),
        ("章节里不能用列表项里，下级列表之后又写的文字", Position(PATH, 9, 4)),
    ]
    assert [line for block in chapter.blocks for line in shown(block)] == ["- 甲⏎a⏎b⏎c⏎d", "- 乙⏎丁", "   - 丙"]


def test_a_list_nested_too_deep_is_named_and_kept() -> None:
    chapter, problems = read("\n".join(f"{'  ' * depth}- {depth}" for depth in range(1500)))
    assert brief(problems)[0] == ("CHAPTER-UNSUPPORTED", 10, 19)
    lines = [line for block in chapter.blocks for line in shown(block)]
    assert [line.split()[-1] for line in lines] == [str(depth) for depth in range(1500)]


def test_hundreds_of_marks_within_each_other_are_refused() -> None:
    chapter, problems = read_chapter(PATH, ("*a __b " * 700 + "__ *" * 700).encode(), Path("nowhere"))
    assert chapter is None
    assert [problem.message.zh for problem in problems] == ["章节里不能用几百层套在一起的 * 和 _"]


@pytest.mark.parametrize(
    "label",
    [
        "一、",
        "（一）",
        "(2)",
        "1.",
        "1、",
        "2．",
        "1.1 ",
        "1.2.3",
        "第一章 ",
        "第十二条　",
        "①",
        "㈠",
        "A. ",
        "<1>",
        "3 ",
    ],
)
def test_a_typed_label_in_a_heading(label: str) -> None:
    problems = read(f"# 总则\n\n## {label}目的")[1]
    assert [(problem.code, problem.position) for problem in problems] == [
        ("CHAPTER-HEADING-LABEL", Position(PATH, 3, 4, len(label.strip())))
    ]


@pytest.mark.parametrize(
    "heading", ["5S管理", "2026年度目标", "1.5吨以下车辆", "一线员工", "第三方服务", "A类物资", "{岗位}职责", "C#"]
)
def test_headings_that_have_no_label(heading: str) -> None:
    assert outline(f"## {heading}") == [f"## {heading}"]


@pytest.mark.parametrize(
    ("typed", "code", "place", "message"),
    [
        ("#总则", "CHAPTER-MARK", (1, 1), "“#”后面少一个空格，这一行会当成普通文字"),
        ("-每日巡查", "CHAPTER-MARK", (1, 1), "“-”后面少一个空格，这一行会当成普通文字"),
        ("1.每日巡查", "CHAPTER-MARK", (1, 1), "“1.”后面少一个空格，这一行会当成普通文字"),
        ("－每日巡查", "CHAPTER-MARK", (1, 1), "“－”开头的行不会排成列表，会接到上一行后面"),
        ("1、甲\n2、乙", "CHAPTER-MARK", (2, 1), "“2、”开头的行不会排成列表，会接到上一行后面"),
        ("如下：\n（一）甲", "CHAPTER-MARK", (2, 1), "“（一）”开头的行不会排成列表，会接到上一行后面"),
        ("3. 甲", "CHAPTER-MARK", (1, 1), "列表从 3 开始，印出来从第一个编号开始"),
        ("## ", "CHAPTER-MARK", (1, 1), "这个标题没有文字"),
        ("# 甲\n# 乙", "CHAPTER-LEVEL", (2, 3), "一个文件只有一个“# ”标题，就是这一章的标题"),
        ("# 甲\n### 乙", "CHAPTER-LEVEL", (2, 5), "标题跳了一级：这里是 3 个 #，应当是 2 个"),
        ("| a | b |\n| c | d |", "CHAPTER-TABLE", (1, 1), "像表格，但表头下面没有 | --- | 这一行"),
        ("| a | b |\n|---|---|\n| c | d | e |", "CHAPTER-TABLE", (3, 1), "这一行有 3 格，表头有 2 格"),
        ("| a | b |\n|---|---|\n后文", "CHAPTER-TABLE", (3, 1), "这一行有 1 格，表头有 2 格"),
        ("| a | b |\n|---|---|---|\n", "CHAPTER-TABLE", (2, 1), "这一行有 3 格，表头有 2 格"),
    ],
)
def test_traps(typed: str, code: str, place: tuple[int, int], message: str) -> None:
    problem = read(typed)[1][0]
    assert (problem.code, problem.message.zh) == (code, message)
    assert problem.position
    assert (problem.position.line, problem.position.column) == place


@pytest.mark.parametrize("typed", ["-5℃以下", "1.5米", "（1）单独一段", "一、单独一段"])
def test_no_traps(typed: str) -> None:
    assert outline(f"甲\n\n{typed}") == ["甲", typed]


def test_an_empty_file() -> None:
    chapter, problems = read_chapter(PATH, b"\xef\xbb\xbf \r\n", Path("nowhere"))
    assert chapter is None
    assert [problem.code for problem in problems] == ["CHAPTER-EMPTY"]


def test_files_are_decoded_as_all_content_is() -> None:
    text = "# 总则\r\n\r\n甲\r\n乙\r\n"
    chapter, problems = read_chapter(PATH, b"\xef\xbb\xbf" + text.encode(), Path("nowhere"))
    assert chapter is not None
    assert problems == []
    assert shown(chapter.blocks[0]) == ["甲乙"]
    assert [
        [problem.code for problem in read_chapter(PATH, data, Path("nowhere"))[1]]
        for data in (text.encode("gbk"), text.encode("utf-16"), "甲\u202e乙".encode(), "甲\ufdd0乙".encode())
    ] == [["FILE-ENCODING"], ["FILE-ENCODING"], ["FILE-CHARACTER"], ["FILE-CHARACTER"]]


# Filling in

VALUES = {"单位": Text("青桐岭木业有限公司", Position("content/manual.yaml", 2, 5, 9)), "版本": "2026.1", "代替": ""}


def test_placeholders_are_filled_in_and_keep_their_places() -> None:
    chapter, _ = read("# {单位}总则\n\n为{单位}制定，{{ x }}、{ a b }、**{版本}**版。\n")
    filled, problems = fill(chapter, VALUES)
    assert problems == []
    assert (filled.title, filled.title.position) == ("青桐岭木业有限公司总则", Position(PATH, 1, 3, 6))
    paragraph = filled.blocks[0]
    assert isinstance(paragraph, tree.Paragraph)
    assert paragraph.children == (
        tree.Text("为", Position(PATH, 3, 1, 1)),
        tree.Text("青桐岭木业有限公司", Position("content/manual.yaml", 2, 5, 9)),
        tree.Text("制定，{{ x }}、{ a b }、", Position(PATH, 3, 6, 19)),
        tree.Strong((tree.Text("2026.1", Position(PATH, 3, 27, 4)),)),
        tree.Text("版。", Position(PATH, 3, 33, 2)),
    )


def test_placeholders_in_lists_tables_and_headings() -> None:
    chapter, _ = read("## 版本{版本}\n\n- {版本}\n  1. {版本}\n\n| {版本} |\n| --- |\n| [{版本}](https://a.cn) |\n")
    filled, problems = fill(chapter, VALUES)
    assert problems == []
    assert [line for block in filled.blocks for line in shown(block)] == [
        *("## 版本2026.1", "- 2026.1", "   1. 2026.1", "2026.1", "<https://a.cn>2026.1</>"),
    ]


def test_a_placeholder_that_nothing_fills() -> None:
    chapter, _ = read("甲\n乙{单 位}、{单为}、{代替}。")
    _, problems = fill(chapter, VALUES)
    assert [(problem.code, problem.position, problem.message.zh, problem.help.zh) for problem in problems] == [
        (
            "CHAPTER-PLACEHOLDER",
            Position(PATH, 2, 8, 4),
            "没有“{单为}”这个填空",
            "是不是“{单位}”？可以写：{单位} {版本} {代替}",
        ),
        (
            "CHAPTER-PLACEHOLDER",
            Position(PATH, 2, 13, 4),
            "“{代替}”没有可填的内容：manual.yaml 里没有写“代替”",
            "在 manual.yaml 里写上“代替”，或改写这句话",
        ),
    ]


# Any file

SIGNS = (
    *(
        "甲乙",
        "a",
        " ",
        "  ",
        "    ",
        "- ",
        "1. ",
        "# ",
        "## ",
        "|",
        "---",
        "*",
        "**",
        "_",
        "`",
        "```",
        ">",
        "[",
        "](",
        ")",
    ),
    *("![", "<b>", "</b>", "&amp;", "\\", "{单位}", "~~", "　", "<!--", "-->", "\t", "："),
)
LINES = st.lists(st.sampled_from(SIGNS), max_size=6).map("".join)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_nothing_typed_is_dropped_and_nothing_breaks(typed: str) -> None:
    chapter, problems = read_chapter(PATH, typed.encode(), Path("nowhere"))
    if chapter is None:
        assert [problem.code for problem in problems] == ["CHAPTER-EMPTY"]
        return
    runs = "".join(tree.plain(run) for run in inline_runs(chapter.blocks)) + chapter.title
    kept = re.sub(r"[^甲乙单位：]", "", runs.removesuffix("总则"))
    images = [problem for problem in problems if problem.code == "CHAPTER-IMAGE"]
    links = "](" in typed
    assert images or links or sorted(kept) == sorted(re.sub(r"[^甲乙单位：]", "", typed))


WORDS = st.text("甲乙丙“”，。 abc012" + string.punctuation, min_size=1, max_size=12)


@given(WORDS)
def test_any_escaped_text_is_read_as_typed(typed: str) -> None:
    escaped = re.sub(f"[{re.escape(string.punctuation)}]", r"\\\g<0>", typed)
    chapter, problems = read(f"始{escaped}终\n")
    assert problems == []
    assert shown(chapter.blocks[0]) == [f"始{typed}终"]
