"""The PDF writer: what poppler and the eye read back from the file."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import docgen.writers
from docgen import tree
from docgen.compose.chart import Area, lay_out
from docgen.fonts import FontSet, find_fonts
from docgen.numbering import NumberFormat, number_format
from docgen.source import Position
from docgen.style.model import Furniture, Line
from docgen.tree import (
    Block,
    Box,
    Cell,
    Chart,
    Contents,
    ContentsEntry,
    Cover,
    CoverField,
    Document,
    Figure,
    Group,
    Heading,
    Inline,
    Item,
    List,
    Note,
    PageBreak,
    PageSection,
    Paragraph,
    Ref,
    Row,
    Section,
    Table,
)
from docgen.writers import pdf
from docgen.writers.pdf_problems import missing_glyph
from tests.sample_style import gbt9704

HERE = Position("content/departments/仓储部.yaml", 14, 9, 6)
BRACKETS = number_format("（1）")
FORMATS: tuple[NumberFormat | None, ...] = (number_format("一、"), number_format("（一）"))


def text(value: str) -> tuple[Inline, ...]:
    return (tree.Text(value, HERE),)


def paragraph(key: str, value: str = "负责全公司物资的收、存、发。") -> Paragraph:
    return Paragraph(key, text(value))


def chapter(title: str, label: str, *blocks: Block) -> Section:
    return Section(title, (Heading(1, title, text(title), label), *blocks))


def body(*blocks: Block) -> Document:
    return Document("办法", {}, (PageSection("节", "body", blocks),), FORMATS)


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    found = find_fonts(tmp_path_factory.mktemp("project"))
    assert isinstance(found, FontSet), "run: docgen doctor --fetch-fonts"
    return found


Write = Callable[[Document], pdf.PdfResult]
Poppler = Callable[..., str]


@pytest.fixture
def write(fonts: FontSet, tmp_path: Path) -> Write:
    return lambda document: pdf.write(document, gbt9704(), fonts, tmp_path)


@pytest.fixture
def read(write: Write, tmp_path: Path) -> Poppler:
    """`read(document, "pdftotext", "-layout", "FILE", "-")`: what a poppler tool prints about the PDF of a document."""

    def run(document: Document, *command: str) -> str:
        result = write(document)
        assert result.problems == ()
        file = tmp_path / "out.pdf"
        file.write_bytes(result.pdf)
        arguments = [str(file) if word == "FILE" else word for word in command]
        return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout

    return run


ROOM = Area(400, 600)


def chain(length: int) -> Box:
    """Boxes one below the other."""
    return Box(f"第{length}级", text(f"第{length}级"), (chain(length - 1),) if length > 1 else ())


def inflated(stream: bytes) -> bytes:
    return zlib.decompress(stream) if stream.startswith(b"x") else stream


def structure(printed: str) -> str:
    """The structure without link annotations, whose object numbers say nothing."""
    return "\n".join(line for line in printed.splitlines() if "Object" not in line)


BOOK = Document(
    "岗位职责",
    {"organization": "青桐岭木业有限公司", "issued": "2026-01-05"},
    (
        PageSection(
            "封面", "cover", (Cover("封面", (CoverField("title", "", text("岗位职责")),)),), page_numbers="none"
        ),
        PageSection("序", "front", (paragraph("序/1"),), page_numbers="roman", restart=True),
        PageSection(
            "目录",
            "front",
            (
                Contents(
                    "目录",
                    2,
                    "目录",
                    (
                        ContentsEntry(1, "一、", "", "总则", "总则"),
                        ContentsEntry(1, "二、", "", "仓储部", "仓储部"),
                        ContentsEntry(2, "（一）", "", "仓库主任", "仓储部/仓库主任"),
                    ),
                ),
            ),
            page_numbers="roman",
        ),
        PageSection("总则", "body", (chapter("总则", "一、", PageBreak(), paragraph("总则/1")),), restart=True),
        PageSection(
            "仓储部",
            "body",
            (
                chapter(
                    "仓储部",
                    "二、",
                    Paragraph("仓储部/1", (Ref("总则", text("见总则")),)),
                    Section(
                        "仓储部/仓库主任",
                        (Heading(2, "仓储部/仓库主任", text("仓库主任"), "（一）"), PageBreak(), paragraph("末")),
                    ),
                ),
            ),
        ),
    ),
    FORMATS,
)


def test_totals_count_the_pages_of_the_run_without_cover_and_blank_pages(fonts: FontSet, tmp_path: Path) -> None:
    line = Line(center="第 {页码} 页 共 {总页数} 页")
    style = replace(gbt9704(), footer=Furniture(line, line, Line(center="首页")))
    file = tmp_path / "document.pdf"
    file.write_bytes(pdf.write(BOOK, style, fonts, tmp_path).pdf)

    printed = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout.decode()

    assert re.findall("第.*?共.*?页|首页", re.sub("[ \t]", "", printed)) == [
        "首页", "第II页共II页", "首页", "第2页共4页", "第3页共4页", "第4页共4页",
    ]  # fmt: skip


def test_every_heading_has_the_page_label_that_is_printed_there(write: Write) -> None:
    # 1 cover, 2 blank, 3 I, 4 II (contents), 5 1, 6 2, 7 3, 8 4
    result = write(BOOK)

    assert result.page_count == 8
    assert result.pages == {
        "目录": "II", "总则": "1", "总则/1": "2", "仓储部": "3", "仓储部/仓库主任": "3", "末": "4",
        tree.run_end(1): "II", tree.run_end(2): "4",
    }  # fmt: skip


def test_contents_and_furniture_print_those_labels(read: Poppler) -> None:
    pages = [re.sub(r"\s", "", page) for page in read(BOOK, "pdftotext", "-layout", "FILE", "-").split("\f")]

    assert pages == [
        "岗位职责",
        "",
        "负责全公司物资的收、存、发。—I—",
        "目录一、总则1二、仓储部3（一）仓库主任3—II—",
        "一、总则—1—",
        "负责全公司物资的收、存、发。—2—",
        "二、仓储部见总则（一）仓库主任—3—",
        "负责全公司物资的收、存、发。—4—",
        "",
    ]


def test_odd_page_numbers_stand_right_and_even_ones_left_one_character_in(read: Poppler) -> None:
    boxes = read(BOOK, "pdftotext", "-bbox", "FILE", "-").split("<page ")[1:]

    def edges(page: str) -> tuple[float, float]:
        dashes = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">—<', page)
        return float(dashes[0][0]), float(dashes[-1][1])

    left, right, character = 28 / 25.4 * 72, (210 - 26) / 25.4 * 72, 14
    assert edges(boxes[4])[1] == pytest.approx(right - character, abs=0.5)
    assert edges(boxes[5])[0] == pytest.approx(left + character, abs=0.5)


def test_long_texts_beside_each_other_in_a_header_take_more_lines(fonts: FontSet, tmp_path: Path) -> None:
    line = Line(left="左" * 30, right="右" * 30)
    style = replace(gbt9704(), header=Furniture(line, line, rule=True))
    (tmp_path / "out.pdf").write_bytes(pdf.write(body(paragraph("1", "正文")), style, fonts, tmp_path).pdf)
    command = ["pdftotext", "-bbox", str(tmp_path / "out.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def edges(character: str) -> list[tuple[float, float]]:
        words = re.findall(rf'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">{character}+<', printed)
        return [(float(start), float(end)) for start, end in words]

    assert len(edges("左")) == len(edges("右")) == 2
    assert max(end for _, end in edges("左")) <= min(start for start, _ in edges("右"))


def test_the_file_names_its_title_author_and_date(read: Poppler) -> None:
    printed = dict(line.split(":", 1) for line in read(BOOK, "pdfinfo", "-isodates", "FILE").splitlines())

    assert {name: printed[name].strip() for name in ("Title", "Author", "CreationDate", "ModDate", "Tagged")} == {
        "Title": "岗位职责",
        "Author": "青桐岭木业有限公司",
        "CreationDate": "2026-01-05T00:00:00Z",
        "ModDate": "2026-01-05T00:00:00Z",
        "Tagged": "yes",
    }


def test_a_packager_sets_the_date(monkeypatch: pytest.MonkeyPatch, read: Poppler) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert "CreationDate:    2023-11-14T22:13:20Z" in read(BOOK, "pdfinfo", "-isodates", "FILE")


def test_the_same_document_is_the_same_bytes(write: Write) -> None:
    assert write(BOOK).pdf == write(BOOK).pdf


def test_bookmarks_are_the_headings_with_their_labels(read: Poppler) -> None:
    outline = read(BOOK, "pdftohtml", "-xml", "-i", "-stdout", "FILE").partition("<outline>")[2]

    assert re.findall(r'<item page="(\d+)">([^<]+)</item>', outline) == [
        ("5", "一、总则"),
        ("7", "二、仓储部"),
        ("7", "（一）仓库主任"),
    ]


def test_links_lead_to_headings(read: Poppler) -> None:
    page = read(BOOK, "pdftohtml", "-xml", "-i", "-stdout", "FILE")

    assert re.findall(r'<a href="[^"#]*#(\d+)">([^<]+)</a>', page) == [
        ("5", "一、总则"), ("7", "二、仓储部"), ("7", "（一）仓库主任"), ("5", "见总则"),
    ]  # fmt: skip


def test_the_structure_holds_each_block_once_with_its_label_apart(read: Poppler) -> None:
    items = (Item("列/1", text("当天录入")), Item("列/2", text("每月盘点")))
    row = Row((Cell(text("成效"), header=True, rowspan=2), Cell(text("无差错"))))
    head = (Row((Cell(text("项目"), header=True), Cell(text("标准"), header=True))),)
    table = Table("表", (1, 2), head, (Group((row, Row((Cell(()),)))),), text("评分"))
    document = body(chapter("仓储部", "一、", List("列", items, format=BRACKETS, labels=("（1）", "（2）")), table))

    assert structure(read(document, "pdfinfo", "-struct-text", "FILE")) == (
        "Document\n"
        "  Sect\n"
        "    Sect\n"
        "      H1 (block)\n"
        "        Lbl (block)\n"
        '          "一、"\n'
        '        "仓储部"\n'
        "      L (block):\n"
        "         /ListNumbering /Decimal\n"
        "        LI (block)\n"
        "          Lbl (block)\n"
        '            "（1）"\n'
        "          LBody (block)\n"
        '            "当天录入"\n'
        "        LI (block)\n"
        "          Lbl (block)\n"
        '            "（2）"\n'
        "          LBody (block)\n"
        '            "每月盘点"\n'
        "      Table (block)\n"
        "        Caption\n"
        '          "评分"\n'
        "        THead\n"
        "          TR\n"
        "            TH:\n"
        "               /Scope /Column\n"
        '              "项目"\n'
        "            TH:\n"
        "               /Scope /Column\n"
        '              "标准"\n'
        "        TBody\n"
        "          TR\n"
        "            TH:\n"
        "               /Scope /Row\n"
        "               /RowSpan 2\n"
        '              "成效"\n'
        "            TD\n"
        '              "无差错"\n'
        "          TR\n"
        "            TD"
    )


def test_a_block_over_two_pages_is_one_element(read: Poppler) -> None:
    long = "负责全公司物资的收存发。" * 70
    printed = structure(read(body(paragraph("长", long)), "pdfinfo", "-struct-text", "FILE"))
    lines = printed.splitlines()

    assert [line.strip() for line in lines[:3]] == ["Document", "Sect", "P (block)"]
    assert "".join(line.strip().strip('"') for line in lines[3:]) == long


def test_a_repeated_table_head_is_read_once(read: Poppler) -> None:
    head = (Row((Cell(text("衡量标准"), header=True),)),)
    groups = tuple(Group((Row((Cell(text(f"第{number}行")),)),)) for number in range(60))
    document = body(Table("表", (1,), head, groups))

    assert read(document, "pdftotext", "FILE", "-").count("衡量标准") == 3
    printed = read(document, "pdfinfo", "-struct-text", "FILE")
    assert printed.count("衡量标准") == printed.count("Table (block)") == printed.count("THead") == 1
    assert re.findall(r'"第(\d+)行"', printed) == [str(number) for number in range(60)]


def scores(name: str) -> Group:
    """Two rows of 120 characters, named 甲1 and 甲2 or so."""
    return Group(tuple(Row((Cell(text(f"{name}{number}")), Cell(text("字" * 120)))) for number in (1, 2)))


SCORES = Table("表", (1, 9), (Row((Cell(text("要素")), Cell(text("标准")))),), (scores("甲"), scores("乙")))


def scores_after(lines: int, read: Poppler, *after: Block) -> list[tuple[list[str], int]]:
    """For each page after so many lines of text, a heading and a table: the names of its rows, and how many characters
    they have."""
    blocks = [paragraph(str(number), "上文") for number in range(lines)]
    document = body(*blocks, chapter("考核指标", "一、", SCORES, *after))
    pages = read(document, "pdftotext", "-layout", "FILE", "-").split("\f")
    found = [(re.findall("考核指标|要素|甲1|甲2|乙1|乙2|考核：", page), page.count("字")) for page in pages]
    return [page for page in found if page[0]]


WHOLE = [(["考核指标", "要素", "甲1", "甲2", "乙1", "乙2"], 480)]
GROUP_BY_GROUP = [(["考核指标", "要素", "甲1", "甲2"], 240), (["要素", "乙1", "乙2"], 240)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(10, WHOLE), *((lines, GROUP_BY_GROUP) for lines in range(11, 16)), *((lines, WHOLE) for lines in range(16, 21))],
)
def test_no_row_is_split_and_a_heading_stays_with_the_first_group(
    read: Poppler, lines: int, expected: list[tuple[list[str], int]]
) -> None:
    assert scores_after(lines, read) == expected


def test_a_group_higher_than_a_low_page_is_split(fonts: FontSet, tmp_path: Path) -> None:
    low = replace(gbt9704(), margin_top=150, margin_bottom=100)

    assert pdf.write(body(chapter("考核指标", "一、", SCORES)), low, fonts, tmp_path).problems == ()


def test_a_note_stays_with_the_rows_before_it(read: Poppler) -> None:
    note = Note("注", text("考核：按月。"))

    assert scores_after(9, read, note) == [(["考核指标", "要素", "甲1", "甲2", "乙1", "乙2", "考核："], 480)]
    assert scores_after(10, read, note) == [
        (["考核指标", "要素", "甲1", "甲2"], 240),
        (["要素", "乙1", "乙2", "考核："], 240),
    ]


def test_charts_one_below_the_other_leave_no_page_empty(read: Poppler) -> None:
    charts = [Chart(f"图/{number}", "汇报关系", (chain(12),), text(f"图{number}")) for number in (1, 2, 3)]
    placed = [part for chart in charts if (part := lay_out(chart, ROOM))]
    printed = read(body(chapter("汇报关系", "", *placed)), "pdftotext", "FILE", "-")

    assert [page.split()[-2:] for page in printed.split("\f")[:-1]] == [["图1", "—1—"], ["图2", "—2—"], ["图3", "—3—"]]


def test_a_figure_is_tagged_with_its_description(read: Poppler, write: Write, tmp_path: Path) -> None:
    square = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (tmp_path / "平面图.svg").write_text(square)
    document = body(Figure("图", "平面图.svg", "厂区平面图", text("图1")))

    printed = read(document, "pdfinfo", "-struct-text", "FILE")
    assert printed == (
        "Document\n"
        "  Sect\n"
        "    Figure:\n"
        "       /BBox [297.097 710.453 303.847 717.203]\n"
        '      ""\n'
        "      Caption\n"
        '        "图1"\n'
    )
    streams = re.findall(rb"stream\n(.*?)\nendstream", write(document).pdf, re.DOTALL)
    assert any(
        f"/Alt <feff{'厂区平面图'.encode('utf-16-be').hex()}>".encode() in inflated(stream) for stream in streams
    )


def test_a_draft_says_so_on_every_page_outside_the_reading_order(read: Poppler) -> None:
    draft = replace(body(paragraph("一"), PageBreak(), paragraph("二")), draft=True)

    assert read(draft, "pdftotext", "FILE", "-").count("草") == 2
    assert "草" not in read(draft, "pdfinfo", "-struct-text", "FILE")


def test_a_page_has_22_lines_of_28_characters_in_the_type_area(read: Poppler) -> None:
    style = gbt9704()
    assert (style.lines_per_page, style.characters_per_line) == (22, 28)
    document = body(paragraph("满", "汉" * (28 * 30)))
    lines = read(document, "pdftotext", "-layout", "-l", "1", "FILE", "-").split()[:-1]

    assert [len(line) for line in lines] == [26, *[28] * 21]


def test_no_line_begins_with_a_mark_that_may_not(read: Poppler) -> None:
    document = body(paragraph("避", "一二三四五六七八，" * 100))
    lines = read(document, "pdftotext", "-layout", "FILE", "-").split()

    assert [line for line in lines if line.startswith("，")] == []


def test_a_landscape_page_section_turns_its_pages_alone(read: Poppler) -> None:
    sections = (
        PageSection("甲", "body", (paragraph("甲"),)),
        PageSection("乙", "body", (paragraph("乙"),), "landscape"),
        PageSection("丙", "body", (paragraph("丙"),)),
    )
    printed = read(Document("题", {}, sections), "pdfinfo", "-l", "3", "FILE")

    assert re.findall(r"Page +\d size: +([\d.]+ x [\d.]+)", printed) == [
        "595.276 x 841.89", "841.89 x 595.276", "595.276 x 841.89",
    ]  # fmt: skip


def test_ten_thousand_characters_without_a_break_stay_on_the_paper(read: Poppler) -> None:
    printed = read(body(paragraph("长", "x" * 10_000)), "pdftotext", "-layout", "FILE", "-")

    assert printed.count("x") == 10_000


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("../secret.png", None),
        ("/etc/hostname", None),
        ("missing.png", None),
        ("broken.png", "not an image"),
        ("bomb.svg", '<!DOCTYPE svg [<!ENTITY a "汉">]><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ids=["outside the project", "elsewhere", "missing", "broken", "with entities"],
)
def test_a_picture_that_cannot_be_used_is_an_error_where_it_was_written(
    write: Write, tmp_path: Path, path: str, content: str | None
) -> None:
    if content:
        (tmp_path / path).write_text(content)
    result = write(body(Figure("图", path, "图", source=HERE)))

    assert [(problem.code, problem.position, problem.message.zh) for problem in result.problems] == [
        ("PDF-FETCH", HERE, f"“{path}”用不了：读不到、不是图片，或者不在项目里")
    ]
    assert result.pdf == b""


def test_a_picture_reaches_no_other_file(write: Write, tmp_path: Path) -> None:
    (tmp_path / "图.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
        '<image width="9" height="9" xlink:href="file:///etc/hostname"/></svg>'
    )
    result = write(body(Figure("图", "图.svg", "图")))

    assert [problem.code for problem in result.problems] == ["PDF-FETCH"]
    assert result.pdf == b""


def test_a_link_out_of_the_project_is_not_followed(write: Write, tmp_path: Path) -> None:
    (tmp_path / "图.png").symlink_to("/etc/hostname")

    assert [problem.code for problem in write(body(Figure("图", "图.png", "图"))).problems] == ["PDF-FETCH"]


def test_a_missing_glyph_is_an_error_at_each_place_that_has_it(write: Write) -> None:
    there = HERE._replace(line=30)
    blocks = (paragraph("一", "每天\U0010fffd检查"), Paragraph("二", (tree.Text("\U0010fffd", there),)))
    result = write(body(*blocks))

    assert [(problem.code, problem.position) for problem in result.problems] == [
        ("PDF-GLYPH", HERE),
        ("PDF-GLYPH", there),
    ]
    assert result.problems[0].message.zh == "现有字体里没有 “\U0010fffd”（U+10FFFD） 这个字，PDF 里印不出来"
    assert result.pdf == b""


def test_a_missing_glyph_is_pointed_at_within_a_text_that_stands_on_one_line(write: Write) -> None:
    chars = Paragraph("一", (tree.Text("每天\U0010fffd检查", HERE._replace(length=5)),))
    (problem,) = write(body(chars)).problems

    assert problem.position == HERE._replace(column=HERE.column + 2, length=1)


@pytest.mark.parametrize(("stand_in", "fetch"), [(False, ""), (True, "，先试 docgen doctor --fetch-fonts")])
def test_fonts_are_to_be_fetched_only_where_some_are_missing(fonts: FontSet, stand_in: bool, fetch: str) -> None:
    songs = fonts.roles["宋"]._replace(stand_in=stand_in)
    problem = missing_glyph("丗", HERE, fonts._replace(roles={**fonts.roles, "仿宋": songs}))

    assert problem.help.zh == (
        f"换一个写法；或把有这个字的字体文件放进项目的 fonts 文件夹{fetch}；"
        "只要 Word 和 Markdown 时用 docgen build --to docx,md"
    )


def test_in_a_draft_a_missing_glyph_is_only_a_warning(write: Write) -> None:
    result = write(replace(body(paragraph("一", "每天\U0010fffd检查")), draft=True))

    assert [(problem.code, problem.severity) for problem in result.problems] == [("PDF-GLYPH", "warning")]
    assert result.pdf.startswith(b"%PDF")


def test_without_pango_the_problem_names_the_way_out(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A WeasyPrint that can't load Pango raises OSError on import, as this one does."""
    (tmp_path / "weasyprint.py").write_text('raise OSError("cannot load library libpango-1.0-0")')
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.startswith(("weasyprint", "docgen.writers.pdf_"))]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("pdf_layout", "pdf_structure"):
        monkeypatch.delattr(docgen.writers, name, raising=False)
    result = write(BOOK)

    assert [problem.code for problem in result.problems] == ["PDF-NO-PANGO"]
    assert "apt install libpango" in result.problems[0].help.zh
    assert (result.pdf, result.pages, result.page_count) == (b"", {}, 0)


@pytest.mark.parametrize(("number", "expected"), [(1, "I"), (4, "IV"), (9, "IX"), (40, "XL"), (88, "LXXXVIII")])
def test_roman_numerals(number: int, expected: str) -> None:
    assert pdf.roman(number) == expected
