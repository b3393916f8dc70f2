"""Style files: a typesetter's words in, measures out, and what is wrong said at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import resources
from docgen.numbering import NumberFormat
from docgen.problems import Problem, Words
from docgen.source import Position, Text
from docgen.style.model import Furniture, Line, Numbering, ParagraphStyle, Style, TableStyle
from docgen.style.reader import read_style

GBT9704 = (resources.templates() / "styles/gbt9704.yaml").read_text("utf-8")
PATH = "templates/styles/own.yaml"


def read(folder: Path, text: str) -> tuple[Style | None, list[Problem]]:
    """Read a project's own style of this text."""
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles/own.yaml").write_text(text, encoding="utf-8")
    return read_style(Text("own", Position("content/manual.yaml", 4, 5)), [folder, resources.templates()])


def changed(folder: Path, *changes: tuple[str, str]) -> tuple[Style | None, list[Problem]]:
    """Read gbt9704 with some words replaced, each of which it has."""
    text = GBT9704
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return read(folder, text)


def wrong(folder: Path, before: str, after: str) -> list[tuple[str, str, str]]:
    """Position, code and message of what is wrong after a change."""
    style, problems = changed(folder, (before, after))
    assert style is None
    return [(str(each.position), each.code, each.message.zh) for each in problems]


# What is read


def test_the_built_in_style_is_that_of_official_documents() -> None:
    style, problems = read_style(None, [resources.templates()])

    assert problems == []
    assert style
    assert (style.name, style.paper) == ("gbt9704", (210, 297))
    assert (style.margin_top, style.margin_bottom, style.margin_left, style.margin_right) == (37, 35, 28, 26)
    assert (style.characters_per_line, style.lines_per_page, style.text_width) == (28, 22, 156)
    assert style.latin_font == "Times New Roman"
    assert style.header.odd.text == style.header.even.text == ""
    assert style.footer.odd == Line(right="— {页码} —", inset=1)
    assert style.footer.even == Line(left="— {页码} —", inset=1)
    assert style.heading_formats == (
        NumberFormat("", "chinese", "、"),
        NumberFormat("（", "chinese", "）"),
        NumberFormat("", "decimal", "."),
        NumberFormat("（", "decimal", "）"),
    )
    assert style.list_formats == (NumberFormat("（", "decimal", "）"), NumberFormat("", "circled", ""))
    assert style.paragraphs["body"] == ParagraphStyle("仿宋", 16, 28.95, first_line_indent=2)
    assert style.paragraphs["heading3"] == ParagraphStyle("仿宋", 16, 28.95, first_line_indent=2, keep_with_next=True)
    assert style.paragraphs["caption"] == ParagraphStyle(
        "黑", 12, 20, align="center", space_before=6, space_after=4, keep_with_next=True
    )
    assert style.paragraphs["page_number"] == ParagraphStyle("宋", 14, 18)


def test_a_heading_level_that_is_not_set_looks_as_the_one_above_it() -> None:
    style, _ = read_style(None, [resources.templates()])

    assert style
    assert style.paragraphs["heading9"] == style.paragraphs["heading4"]


@pytest.mark.parametrize(
    ("size", "points"),
    [("小三", 15), ("六号", 7.5), ("10.5磅", 10.5), ("１２", 12), ("12 磅", 12), ("12pt", 12), ("小初", 36)],
)
def test_a_type_size_has_a_name_or_points(tmp_path: Path, size: str, points: float) -> None:
    style, problems = changed(tmp_path, ("正文: {字体: 仿宋, 字号: 三号", f"正文: {{字体: 仿宋, 字号: {size}"))

    assert problems == []
    assert style
    assert style.paragraphs["body"].size == points


def test_a_projects_own_style_comes_before_the_built_in_one_of_the_name(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/gbt9704.yaml").write_text(
        GBT9704.replace("西文字体: Times New Roman", "西文字体: Arial"), encoding="utf-8"
    )

    style, problems = read_style(None, [tmp_path, resources.templates()])

    assert problems == []
    assert style
    assert style.latin_font == "Arial"


# What is wrong


def test_an_unknown_style_is_a_problem_where_it_is_named() -> None:
    position = Position("content/manual.yaml", 4, 5, 7)

    assert read_style(Text("gbt9740", position), [resources.templates()]) == (
        None,
        [
            Problem(
                "error",
                "STYLE-UNKNOWN",
                position,
                Words("没有“gbt9740”这个样式", "there is no style “gbt9740”"),
                Words(
                    "是不是“gbt9704”？现有的样式：企业标准（enterprise）、公文（gbt9704）、现代（modern）",
                    "did you mean “gbt9704”? styles there are: enterprise, gbt9704, modern",
                ),
            )
        ],
    )


@pytest.mark.parametrize("name", ["../styles/gbt9704", "/etc/passwd", "styles/..", "a\\b"])
def test_a_style_is_a_name_and_no_path(name: str) -> None:
    style, (problem,) = read_style(Text(name, Position("content/manual.yaml", 4, 5)), [resources.templates()])

    assert (style, problem.code) == (None, "STYLE-UNKNOWN")


def test_a_wrong_type_size_is_a_problem_with_the_known_ones(tmp_path: Path) -> None:
    _, problems = changed(tmp_path, ("正文: {字体: 仿宋, 字号: 三号", "正文: {字体: 仿宋, 字号: 三点五号"))

    assert problems == [
        Problem(
            "error",
            "STYLE-SIZE",
            Position(PATH, 16, 20, 4),
            Words("没有“三点五号”这个字号", "“三点五号” is not a type size"),
            Words(
                "可以写：初号、小初、一号、小一、二号、小二、三号、小三、四号、小四、五号、小五、六号、小六，"
                "或磅数如 10.5磅",
                "write a Chinese type size, or points: 10.5磅",
            ),
        )
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("字号: 三号", "字号: 0磅", ("16:20", "STYLE-SIZE", "没有“0磅”这个字号")),
        ("字号: 三号", "字号: 5000磅", ("16:20", "STYLE-SIZE", "没有“5000磅”这个字号")),
        ("字体: 仿宋", "字体: 彷宋", ("16:12", "WORD-UNKNOWN", "这里不认识“彷宋”")),
        ("行距: 28.95磅", "行距: 1.5倍", ("16:28", "NUMBER-UNIT", "“1.5倍”的单位不对")),
        ("行距: 28.95磅", "行距: 0磅", ("16:28", "STYLE-MEASURE", "“0磅”太小")),
        ("首行缩进: 2字", "首行缩近: 2字", ("16:36", "FIELD-UNKNOWN", "这里没有“首行缩近”这个栏目")),
        ("  列表: {", "  列表项: {", ("17:3", "STYLE-PARAGRAPH", "没有“列表项”这种段落")),
        ("纸张: A4", "纸张: A5", ("3:5", "WORD-UNKNOWN", "这里不认识“A5”")),
        ("上: 37", "上: 三十七", ("4:10", "NUMBER-INVALID", "“三十七”不是数字")),
        ("右: 26", "右: 190", ("4:31", "STYLE-MEASURE", "“190”太大，没有地方排字")),
        ("下: 35", "下: 250毫米", ("4:17", "STYLE-MEASURE", "“250毫米”太大，没有地方排字")),
        ("首行缩进: 2字", "首行缩进: 1.5字", ("16:42", "STYLE-MEASURE", "“1.5字”不是整数")),
        ("每行字数: 28", "每行字数: 0", ("5:7", "STYLE-MEASURE", "“0”太小")),
        ("每页行数: 22", "每页行数: 24", ("6:7", "STYLE-MEASURE", "按页边距和正文的行距，一页排 22 行，不是 24 行")),
        ("每页行数: 22", "每页行数: 2.5", ("6:7", "STYLE-MEASURE", "“2.5”不是整数")),
        ("（1）, ①]", "（1）, 甲]", ("10:13", "STYLE-NUMBERING", "“甲”里看不出编号")),
        ("['一、', （一）", "['壹、', （一）", ("9:8", "STYLE-NUMBERING", "“壹、”里看不出编号")),
        ("列表: [（1）, ①]", "列表: []", ("9:3", "STYLE-NUMBERING", "“[]”里看不出编号")),
        ("样子: — 1 —", "样子: 第页", ("13:7", "STYLE-NUMBERING", "“第页”里看不出编号")),
        ("位置: 外侧", "位置: 右", ("14:7", "WORD-UNKNOWN", "这里不认识“右”")),
        ("二级标题: {字体: 楷,", "二级标题: {加粗: 对, 字体: 楷,", ("19:14", "WORD-UNKNOWN", "这里不认识“对”")),
    ],
)
def test_a_wrong_value_is_a_problem_at_its_place(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str, str]
) -> None:
    place, code, message = expected

    assert wrong(tmp_path, before, after) == [(f"{PATH}:{place}", code, message)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("纸张: A4\n", ("FIELD-MISSING", "缺少必填的“纸张”")),
        ("每行字数: 28\n", ("FIELD-MISSING", "缺少必填的“每行字数”")),
        ("  列表: [（1）, ①]\n", ("FIELD-MISSING", "缺少必填的“列表”")),
        ("  样子: — 1 —\n", ("FIELD-MISSING", "缺少必填的“样子”")),
        ("  注: {字体: 楷, 字号: 小四, 行距: 20磅, 首行缩进: 2字}\n", ("STYLE-PARAGRAPH", "“段落”里缺：注")),
    ],
)
def test_what_a_style_must_say(tmp_path: Path, line: str, expected: tuple[str, str]) -> None:
    assert [found[1:] for found in wrong(tmp_path, line, "")] == [expected]


def test_several_mistakes_are_reported_together(tmp_path: Path) -> None:
    _, problems = changed(tmp_path, ("字号: 三号", "字号: 三"), ("注: {字体: 楷", "注: {字体: 揩"), ("上: 37", "上: x"))

    assert [str(problem.position) for problem in problems] == [f"{PATH}:4:10", f"{PATH}:16:20", f"{PATH}:22:11"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "FILE-EMPTY"), ("- 纸张", "FILE-NOT-FIELDS"), ("纸张: [", "YAML-SYNTAX"), ("三号", "FILE-NOT-FIELDS")],
)
def test_what_is_no_style_at_all(tmp_path: Path, text: str, code: str) -> None:
    style, problems = read(tmp_path, text)

    assert style is None
    assert code in [problem.code for problem in problems]
    assert all(problem.position and problem.position.path == PATH for problem in problems)


# The styles there are


def built_in(name: str) -> Style:
    style, problems = read_style(name, [resources.templates()])
    assert problems == []
    assert style
    return style


@pytest.mark.parametrize(("chinese", "name"), [("公文", "gbt9704"), ("企业标准", "enterprise"), ("现代", "modern")])
def test_a_built_in_style_has_a_chinese_name_too(chinese: str, name: str) -> None:
    assert built_in(chinese) == built_in(name)


def test_a_companys_standard_is_numbered_and_furnished_as_one() -> None:
    style = built_in("enterprise")

    assert [form and form.label(4, 1, 2, 3) for form in style.heading_formats] == ["4", "3.4", "2.3.4", "1.2.3.4"]
    assert [form.label(1) for form in style.list_formats] == ["a)", "1)"]
    assert style.unnumbered == {"前言", "引言"}
    assert style.header.odd == Line(right="{编号}")
    assert style.footer.odd.right == "第 {页码} 页 共 {总页数} 页"
    assert style.table == TableStyle(frame=1, rule=0.5)
    assert (style.paragraphs["body"].font, style.paragraphs["body"].size) == ("宋", 10.5)


def test_the_style_for_new_hires_has_a_colour() -> None:
    style = built_in("modern")

    line = Line("{名称}", "", "{章}")
    assert style.paragraphs["heading1"].color == style.table.head_fill == "00677F"
    assert {paragraph.font for paragraph in style.paragraphs.values()} == {"黑"}
    assert style.header == Furniture(line, line, None, 6, True)


def test_articles_run_on_through_chapters() -> None:
    assert built_in("gbt9704").numbering_of("条文") == Numbering(
        (NumberFormat("第", "chinese", "章"), NumberFormat("第", "chinese", "节")),
        (
            NumberFormat("第", "chinese", "条", continuing=True),
            NumberFormat("（", "chinese", "）"),
            NumberFormat("", "decimal", "."),
        ),
    )


# Headers, footers, colours, labels


def test_a_header_has_its_own_line_on_odd_even_and_first_pages(tmp_path: Path) -> None:
    header = "页眉: {奇数页: {右: '{章}'}, 偶数页: {左: '{名称}'}, 首页: {}, 距版心: 5毫米, 横线: 是}\n编号:"
    style, problems = changed(tmp_path, ("编号:", header))

    assert problems == []
    assert style
    assert style.header == Furniture(Line(right="{章}"), Line(left="{名称}"), Line(), 5, True)
    assert (style.has_sides, style.has_first) == (True, True)


def test_a_heading_without_number_looks_as_the_contents_title_where_the_style_does_not_say(tmp_path: Path) -> None:
    line = next(line for line in GBT9704.splitlines(keepends=True) if line.startswith("  无编号标题"))
    style, problems = changed(tmp_path, (line, ""))

    assert problems == []
    assert style
    assert style.paragraphs["heading_unnumbered"] == style.paragraphs["contents_title"]


@pytest.mark.parametrize(("color", "hexadecimal"), [("深蓝", "1F3864"), ("'#00677f'", "00677F"), ("黑", "000000")])
def test_a_colour_has_a_name_or_six_digits(tmp_path: Path, color: str, hexadecimal: str) -> None:
    style, problems = changed(tmp_path, ("三级标题: {字体", f"三级标题: {{颜色: {color}, 字体"))

    assert problems == []
    assert style
    assert style.paragraphs["heading3"].color == hexadecimal


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("编号:", "页眉: {左: '第 {页马} 页'}\n编号:", ("8:12", "STYLE-FIELD", "页眉页脚里没有“{页马}”")),
        ("编号:", "页脚: {右: '{编号}'}\n编号:", ("14:3", "STYLE-FIELD", "“页码”的位置在“页脚”里已经有字了")),
        ("二级标题: {字体: 楷,", "二级标题: {颜色: 藏青, 字体: 楷,", ("19:14", "STYLE-COLOR", "没有“藏青”这种颜色")),
        (
            "['一、', （一）",
            "['一、', 1.1.1",
            ("9:14", "STYLE-NUMBERING", "“1.1.1”要带上级的编号，2 级标题没有那么多上级"),
        ),
        ("[（1）, ①]", "[1.1, ①]", ("10:8", "STYLE-NUMBERING", "“1.1”要带上级的编号，列表没有那么多上级")),
        ("连续: 第一条", "连续: 第一款", ("11:50", "STYLE-NUMBERING", "“第一款”不在“标题”和“列表”里")),
    ],
)
def test_a_wrong_furniture_colour_or_label_is_a_problem_at_its_place(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str, str]
) -> None:
    place, code, message = expected

    assert wrong(tmp_path, before, after) == [(f"{PATH}:{place}", code, message)]
