"""Handouts as HR makes them: one post's, a roster's, and whose a hash is; the files read back by poppler."""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import openpyxl
import pytest

from docgen.cli import main
from docgen.handout import find_post
from docgen.manual.references import directory
from docgen.problems import Problem
from tests.office import findings
from tests.pdf_findings import against_pdf_a
from tests.reading_back import pdf as reading
from tests.sample_style import BUILT_IN
from tests.small_project import DEPARTMENT, MANUAL, files_of, read_project, run, write_project

GENERAL = "# 总则\n\n本手册适用于全公司。\n"
APPEAL = "# 申诉\n\n五日内提出。\n"
FORM = "# 登记表\n\n每月填写。\n"
WAREHOUSE = f"""\
{DEPARTMENT}  库管员:
    职责:
      物资保管:
        工作标准: 账物相符。
        考核办法: 不符一处扣1分。
岗位通用:
  工作标准: 按时参加部门例会。
"""
COMMON = "岗位通用:\n  考核办法: 迟到一次扣1分。\n"
FILES: dict[str, str | bytes] = {
    "manual.yaml": f"{MANUAL}归口部门: 人事部\n附件: [登记表.md]\n",
    "common.yaml": COMMON,
    "departments/仓储部.yaml": WAREHOUSE,
    "chapters/总则.md": GENERAL,
    "chapters/申诉.md": APPEAL,
    "chapters/登记表.md": FORM,
}
ROSTER = """\
工号,姓名,部门,岗位,入职日期
1001,张伟,仓储部,仓库主任,2026-01-05
1002,张伟,仓储部,仓库主任,2026-02-01
1003,李娜,仓储部,库管员,
1003,李娜,仓储部,仓库主任,
"""
DIRECTOR, KEEPER = "7048e1501cea", "5156a96722bf"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a project with two posts, chapters and 岗位通用."""
    monkeypatch.chdir(tmp_path)
    return write_project(tmp_path, FILES)


def texts(file: Path) -> list[tuple[str, str, str]]:
    """Each block of a PDF in reading order, as its structure tree has it."""
    return [(block.kind, block.label, "".join(block.text.split())) for block in reading.read(file)]


def texts_of_tags(file: Path) -> str:
    command = ["pdfinfo", "-struct-text", str(file)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def page_texts(file: Path) -> list[str]:
    printed = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    return ["".join(page.split()) for page in printed.split("\f")[:-1]]


def bookmarks(file: Path) -> list[str]:
    import pikepdf

    with pikepdf.Pdf.open(file) as opened, opened.open_outline() as outline:
        return [item.title for item in outline.root]


POST = [
    ("heading 1", "一、", "总则"),
    ("paragraph", "", "本手册适用于全公司。"),
    ("heading 1", "二、", "申诉"),
    ("paragraph", "", "五日内提出。"),
    ("heading 1", "三、", "岗位通用要求"),
    ("heading 2", "（一）", "考核办法"),
    ("item", "（1）", "迟到一次扣1分。"),
    ("heading 1", "四、", "仓储部岗位通用要求"),
    ("heading 2", "（一）", "工作标准"),
    ("item", "（1）", "按时参加部门例会。"),
    ("heading 1", "五、", "仓库主任"),
    ("heading 2", "（一）", "岗位职责"),
    ("item", "（1）", "物资收发：负责各类物资的收、存、发。"),
    ("item", "（2）", "库区巡查"),
    ("heading 2", "（二）", "工作标准"),
    ("item", "（1）", "物资收发：单据当天录入。"),
    ("item", "（2）", "库区巡查：每天巡查一次。"),
    ("heading 2", "（三）", "考核办法"),
    ("item", "（1）", "物资收发：单据晚录入1天扣1分。"),
    ("item", "（2）", "库区巡查：少巡查一次扣1分。"),
]


def cells(*printed: str) -> list[tuple[str, str, str]]:
    return [("cell", "", text) for text in printed if text]


def receipt(name: str, number: str, *posts: tuple[str, str]) -> list[tuple[str, str, str]]:
    rows = ["文件名称", "岗位手册", "文件版本", "1.0"]
    for post, content_hash in posts:
        rows += ["岗位", post, "内容校验码", content_hash]
    rows += ["姓名", name, "工号", number, "本人签字", "签收日期", "年月日", "发放人签字", "发放日期", "年月日"]
    said = (
        "本人已收到下列文件中本人岗位的一份，已阅读其中的岗位职责、工作标准和考核办法，"
        "不明白的地方已得到说明，愿意遵照执行。"
    )
    note = "本页签字后交人事部存档，其余各页由本人保存。内容校验码由岗位内容和版本算出，用来核对签收的是哪一版。"
    return [
        ("heading 1", "", "签收回执"),
        ("paragraph", "", said),
        *cells(*rows),
        ("paragraph", "", note),
    ]


class TestOnePost:
    def test_it_is_a_copy_with_blanks(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made = run(capsys, "handout", "仓储部/仓库主任")
        file = project / "output" / "发放" / "岗位手册-仓储部-仓库主任.pdf"
        assert (made.exit_code, made.out) == (0, "output/发放/岗位手册-仓储部-仓库主任.pdf\n")
        assert made.err.endswith("下一步：打印，请本人在签收回执上签字，回执收回存档。\n")
        assert made.err.startswith("字体：")
        assert texts(file) == [
            ("cover", "", "示例木业有限公司"),
            ("cover", "", "岗位手册"),
            ("cover", "版本", "1.0"),
            ("cover", "部门", "仓储部"),
            ("cover", "岗位", "仓库主任"),
            *cells("姓名", "", "工号", "", "入职日期", "年月日", "领取日期", "年月日"),
            *POST,
            *receipt("", "", ("仓储部仓库主任", DIRECTOR)),
        ]

    def test_a_bare_name_and_both_formats_and_a_folder(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made = run(capsys, "handout", "库管员", "--to", "docx,pdf", "--out", "个人")
        assert (made.exit_code, made.out) == (0, "个人/岗位手册-仓储部-库管员.pdf\n个人/岗位手册-仓储部-库管员.docx\n")
        assert sorted(file.name for file in (project / "个人").iterdir()) == [
            "岗位手册-仓储部-库管员.docx",
            "岗位手册-仓储部-库管员.pdf",
        ]
        assert not (project / "output").exists()

    @pytest.mark.parametrize("style", BUILT_IN)
    def test_the_word_file_is_valid_in_every_style(
        self, style: str, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        manual = project / "content" / "manual.yaml"
        manual.write_text(f"{manual.read_text('utf-8')}样式: {style}\n", encoding="utf-8")

        assert run(capsys, "handout", "库管员", "--to", "docx").exit_code == 0
        (docx,) = (project / "output").rglob("*.docx")
        assert findings(docx) == []

    @pytest.mark.parametrize(
        ("chapters", "printed"),
        [("[申诉.md, 总则]", ["一、申诉", "二、总则"]), ("登记表", ["一、登记表"]), ("无", [])],
    )
    def test_its_chapters_are_those_chosen(
        self, chapters: str, printed: list[str], project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write_project(project, FILES | {"manual.yaml": f"{MANUAL}发放:\n  章节: {chapters}\n附件: [登记表.md]\n"})
        assert run(capsys, "handout", "库管员").exit_code == 0
        file = project / "output" / "发放" / "岗位手册-仓储部-库管员.pdf"
        assert bookmarks(file)[: len(printed) + 1] == [*printed, f"{'一二三'[len(printed)]}、岗位通用要求"]

    def test_an_unknown_post(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "handout", "仓库主管") == (
            2,
            "",
            "错误 HANDOUT-POST: 没有“仓库主管”这个岗位\n"
            "      = 帮助: 是不是“仓库主任”？写成 部门/岗位，例如 仓储部/仓库主任\n",
        )
        assert not (project / "output").exists()

    def test_a_name_of_several(self, tmp_path: Path) -> None:
        manual = read_project(tmp_path, {"departments/办公室.yaml": DEPARTMENT.replace("仓储部", "办公室")})
        problem = find_post(manual, "仓库主任")
        assert isinstance(problem, Problem)
        assert (problem.message.zh, problem.help.zh) == (
            "有几个部门都有“仓库主任”",
            "写明是哪一个：仓储部/仓库主任、办公室/仓库主任",
        )
        assert find_post(manual, "办公室/仓库主任") == directory(manual).paths["办公室/仓库主任"]

    def test_content_with_errors_is_not_handed_out(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_project(
            project, {"departments/仓储部.yaml": WAREHOUSE.replace("        考核办法: 不符一处扣1分。\n", "")}
        )
        made = run(capsys, "handout", "库管员")
        assert (made.exit_code, made.out) == (1, "")
        assert made.err.endswith("内容有错误，什么也没有写。发给个人的要是正式内容：改好后再运行。\n")
        assert not (project / "output").exists()

    @pytest.mark.parametrize("words", [[], ["库管员", "--verify", "0"], ["库管员", "--roster", "名单.csv"]])
    def test_one_thing_is_asked_for(self, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "handout", *words) == (
            2,
            "",
            "docgen: 命令写得不对：“部门/岗位”、--roster、--verify 要写其中一样\n  看全部说明：docgen handout --help\n",
        )

    @pytest.mark.parametrize("words", [["库管员", "--to", "md"], ["--roster", "名单.csv", "--to", "pdf,docx"]])
    def test_its_formats(self, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "handout", *words) == (
            2,
            "",
            "docgen: 命令写得不对：--to 可以写 pdf,docx；有 --roster 时只有 pdf\n  看全部说明：docgen handout --help\n",
        )


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what ROSTER's people are given."""
    folder = write_project(tmp_path_factory.mktemp("roster"), FILES)
    (folder / "名单.csv").write_text(ROSTER, encoding="utf-8")
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert main(["-C", str(folder), "handout", "--roster", str(folder / "名单.csv")]) == 0
    return folder / "output" / "发放"


class TestRoster:
    def test_the_files_are_named_for_the_people(self, handed_out: Path) -> None:
        assert sorted(file.name for file in handed_out.iterdir()) == [
            "1001-张伟-仓库主任.pdf",
            "1002-张伟-仓库主任.pdf",
            "1003-李娜-库管员、仓库主任.pdf",
            "发放登记.csv",
            "发放登记.xlsx",
        ]

    def test_each_person_has_a_cover_the_post_and_a_receipt(self, handed_out: Path) -> None:
        for number, joined in (("1001", "2026年1月5日"), ("1002", "2026年2月1日")):
            assert texts(handed_out / f"{number}-张伟-仓库主任.pdf") == [
                ("cover", "", "示例木业有限公司"),
                ("cover", "", "岗位手册"),
                ("cover", "版本", "1.0"),
                ("cover", "部门", "仓储部"),
                ("cover", "岗位", "仓库主任"),
                *cells("姓名", "张伟", "工号", number, "入职日期", joined, "领取日期", "年月日"),
                *POST,
                *receipt("张伟", number, ("仓储部仓库主任", DIRECTOR)),
            ]

    def test_personal_text_is_on_cover_and_receipt_alone(self, handed_out: Path) -> None:
        for number, other in (("1001", "1002"), ("1002", "1001")):
            pages = page_texts(handed_out / f"{number}-张伟-仓库主任.pdf")
            assert [number in page for page in pages] == [True, *[False] * (len(pages) - 2), True]
            assert not any(other in page for page in pages)

    def test_nothing_of_the_others_is_in_the_file(self, handed_out: Path) -> None:
        import pikepdf

        with pikepdf.Pdf.open(handed_out / "1001-张伟-仓库主任.pdf") as opened:
            found = [str(each) for each in opened.objects if not isinstance(each, pikepdf.Stream)]
            pages = [each for each in opened.objects if getattr(each, "Type", None) == "/Page"]
            assert len(pages) == len(opened.pages)
        assert not any("1002" in text or "1003" in text for text in found)

    def test_the_shared_pages_are_the_same(self, handed_out: Path) -> None:
        import pikepdf

        streams = []
        for number in ("1001", "1002"):
            with pikepdf.Pdf.open(handed_out / f"{number}-张伟-仓库主任.pdf") as opened:
                streams.append([page.Contents.read_bytes() for page in opened.pages])
        first, second = streams
        assert first[1:-1] == second[1:-1]
        assert first[0] != second[0]
        assert first[-1] != second[-1]

    def test_bookmarks_are_the_persons_own(self, handed_out: Path) -> None:
        shared = ["一、总则", "二、申诉", "三、岗位通用要求", "四、仓储部岗位通用要求"]
        assert bookmarks(handed_out / "1002-张伟-仓库主任.pdf") == [*shared, "五、仓库主任", "签收回执"]
        assert bookmarks(handed_out / "1003-李娜-库管员、仓库主任.pdf") == [
            *shared,
            "五、库管员",
            "六、仓库主任",
            "签收回执",
        ]

    def test_who_holds_two_posts_has_both_in_one(self, handed_out: Path) -> None:
        found = texts(handed_out / "1003-李娜-库管员、仓库主任.pdf")
        assert [text for kind, label, text in found if (kind, label) == ("cover", "岗位")] == [
            "仓储部库管员",
            "仓储部仓库主任",
        ]
        signed = receipt("李娜", "1003", ("仓储部库管员", KEEPER), ("仓储部仓库主任", DIRECTOR))
        assert found[-len(signed) :] == signed

    def test_the_register_as_csv(self, handed_out: Path) -> None:
        data = (handed_out / "发放登记.csv").read_bytes()
        rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
        assert data.startswith(b"\xef\xbb\xbf")
        director, other, keeper = (
            of_file(handed_out / name)
            for name in ("1001-张伟-仓库主任.pdf", "1002-张伟-仓库主任.pdf", "1003-李娜-库管员、仓库主任.pdf")
        )
        both = f"{KEEPER}、{DIRECTOR}"
        assert rows == [
            ["序号", "工号", "姓名", "部门", "岗位", "入职日期", "版本", "内容校验码", "页数", "文件", "SHA-256"],
            ["1", "1001", "张伟", "仓储部", "仓库主任", "2026-01-05", "1.0", DIRECTOR, *director],
            ["2", "1002", "张伟", "仓储部", "仓库主任", "2026-02-01", "1.0", DIRECTOR, *other],
            ["3", "1003", "李娜", "仓储部", "库管员、仓库主任", "", "1.0", both, *keeper],
        ]

    def test_the_register_as_a_workbook(self, handed_out: Path) -> None:
        in_csv = csv.reader((handed_out / "发放登记.csv").read_text("utf-8-sig").splitlines())
        sheet = openpyxl.load_workbook(handed_out / "发放登记.xlsx").worksheets[0]
        shown = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        assert shown == list(in_csv)

    def test_the_same_roster_gives_the_same_bytes(
        self, handed_out: Path, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "名单.csv").write_text(ROSTER, encoding="utf-8")
        made = run(capsys, "handout", "--roster", "名单.csv")
        assert (made.exit_code, made.out) == (
            0,
            "output/发放/1001-张伟-仓库主任.pdf\n"
            "output/发放/1002-张伟-仓库主任.pdf\n"
            "output/发放/1003-李娜-库管员、仓库主任.pdf\n"
            "output/发放/发放登记.xlsx\n"
            "output/发放/发放登记.csv\n",
        )
        assert files_of(project / "output" / "发放") == files_of(handed_out)

    def test_each_copy_for_the_archives_is_one_by_itself(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "名单.csv").write_text(ROSTER, encoding="utf-8")
        assert run(capsys, "handout", "--roster", "名单.csv", "--pdfa").exit_code == 0
        copies = sorted((project / "output" / "发放").glob("*.pdf"))
        assert [against_pdf_a(copy.read_bytes()) for copy in copies] == [[], [], []]

    def test_copies_without_tags_have_the_same_pages(
        self, handed_out: Path, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "名单.csv").write_text(ROSTER, encoding="utf-8")
        assert run(capsys, "handout", "--roster", "名单.csv", "--untagged").exit_code == 0
        for copy in (project / "output" / "发放").glob("*.pdf"):
            assert page_texts(copy) == page_texts(handed_out / copy.name)
            assert texts_of_tags(copy) == ""


def of_file(file: Path) -> list[str]:
    """Pages, name and SHA-256 of a file, as the register has them."""
    info = subprocess.run(["pdfinfo", file], capture_output=True, check=True, encoding="utf-8").stdout
    pages = next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:"))
    return [pages, file.name, hashlib.sha256(file.read_bytes()).hexdigest()]


WRONG = "1004,王强,仓储部,库管理员,\n"
SAID_WRONG = """\
名单.csv:6:1: 错误 ROSTER-POST-UNKNOWN: 没有“仓储部/库管理员”这个岗位
    6 | 1004,王强,仓储部,库管理员,
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^
      = 帮助: 是不是“仓储部/库管员”？部门和岗位的名称要和手册里的一样
"""


class TestWrongRoster:
    def test_nothing_is_made(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (project / "名单.csv").write_text(ROSTER + WRONG, encoding="utf-8")
        assert run(capsys, "handout", "--roster", "名单.csv") == (
            1,
            "",
            f"{SAID_WRONG}名单里有错，什么也没有写。改好后再运行；要先给其他人生成，加 --keep-going。\n",
        )
        assert not (project / "output").exists()

    def test_keep_going_makes_the_others(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (project / "名单.csv").write_text(ROSTER + WRONG, encoding="utf-8")
        made = run(capsys, "handout", "--roster", "名单.csv", "--keep-going", "--out", "个人")
        assert (made.exit_code, made.out.splitlines()[:3]) == (
            1,
            ["个人/1001-张伟-仓库主任.pdf", "个人/1002-张伟-仓库主任.pdf", "个人/1003-李娜-库管员、仓库主任.pdf"],
        )
        assert made.err.startswith(SAID_WRONG)
        assert len(list((project / "个人").iterdir())) == 5

    def test_nobody_is_left(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (project / "名单.csv").write_text("工号,姓名,岗位\n1,王强,司库\n", encoding="utf-8")
        made = run(capsys, "handout", "--roster", "名单.csv", "--keep-going")
        assert (made.exit_code, made.out) == (1, "")
        assert made.err.endswith("名单里没有可以生成的人，什么也没有写。\n")

    def test_a_name_that_no_font_can_print_is_its_rows_problem(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "名单.csv").write_text(
            ROSTER + "1005,王\U0001f9ff,仓储部,库管员,\n1006,赵敏,仓储部,库管员,\n", encoding="utf-8"
        )
        made = run(capsys, "handout", "--roster", "名单.csv")
        assert (made.exit_code, made.out) == (1, "")
        assert made.err.startswith("名单.csv:6:1: 错误 PDF-GLYPH: 现有字体里没有 “\U0001f9ff”（U+1F9FF） 这个字")
        assert not (project / "output").exists()
        made = run(capsys, "handout", "--roster", "名单.csv", "--keep-going")
        assert (made.exit_code, made.out.splitlines()) == (
            1,
            [
                "output/发放/1001-张伟-仓库主任.pdf",
                "output/发放/1002-张伟-仓库主任.pdf",
                "output/发放/1003-李娜-库管员、仓库主任.pdf",
                "output/发放/1006-赵敏-库管员.pdf",
                "output/发放/发放登记.xlsx",
                "output/发放/发放登记.csv",
            ],
        )

    def test_a_roster_that_is_not_there(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "handout", "--roster", "没有.csv") == (
            5,
            "",
            "没有.csv:1:1: 错误 SHEET-NOT-OPENED: 文件打不开：没有这个文件或文件夹\n"
            "      = 帮助: 看看文件名和权限，或是否正被别的程序占用\n"
            "名单里没有可以生成的人，什么也没有写。\n",
        )

    def test_a_roster_outside_the_project_is_named_as_it_was(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "外面").mkdir()
        monkeypatch.chdir(project / "外面")
        Path("名单.csv").write_text("工号,姓名,岗位\n1,王强,司库\n", encoding="utf-8")
        made = run(capsys, "-C", "..", "handout", "--roster", "名单.csv")
        assert made.err.startswith("名单.csv:2:1: 错误 ROSTER-POST-UNKNOWN: 没有“司库”这个岗位\n    2 | 1,王强,司库\n")

    def test_file_names_are_safe_and_unlike_each_other_whatever_the_roster_says(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = "工号,姓名,岗位\na/1,=1+1,库管员\nA／1,=1+1,库管员\n../a,王强,库管员\n"
        (project / "名单.csv").write_text(rows, encoding="utf-8")
        made = run(capsys, "handout", "--roster", "名单.csv")
        assert made.out.splitlines()[:3] == [
            "output/发放/a／1-=1+1-库管员.pdf",
            "output/发放/A／1-=1+1-库管员（2）.pdf",
            "output/发放/／a-王强-库管员.pdf",
        ]


class TestVerify:
    def test_a_hash_says_which_post_and_version(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "handout", "--verify", DIRECTOR) == (0, "仓储部/仓库主任\t1.0\n", "")
        assert run(capsys, "handout", "--verify", "5156 A967 22BF") == (0, "仓储部/库管员\t1.0\n", "")

    def test_one_that_none_has(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(capsys, "handout", "--verify", "000000000000") == (
            1,
            "",
            "错误 HANDOUT-HASH: 校验码 000000000000 和现在的内容（版本 1.0）里的哪个岗位都不相符\n"
            "      = 帮助: 校验码是签收回执上的 12 位数字和字母（0–9、a–f）；"
            "内容或版本改过以后，旧校验码要到当时的那一版里去查\n",
        )
