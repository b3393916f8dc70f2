"""考核结果汇总表: the workbook, and the same through the tree as Word and PDF."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from docgen.assessment.period import Period
from docgen.assessment.result_files import documents, workbook
from docgen.assessment.results import Result, results
from docgen.manual.model import Manual
from docgen.typesetting import Typesetting, typesetting
from tests.assessment.small_company import company, records
from tests.office import findings
from tests.reading_back import pdf, without_spaces, word

READERS = ((pdf, "pdf"), (word, "docx"))
NOVEMBER = Period(2026, 11, 1)
LINES = """\
2026-11-02,石长青,发错一次,2次,=甲单
2026-11-30,石长青,账物相符率,98.65%,
2026-11-30,石长青,协作,9.5分,
2026-11-08,周立夏,无,,
"""


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    return company(tmp_path)


@pytest.fixture
def found(manual: Manual, tmp_path: Path) -> list[Result]:
    read, _ = records(manual, tmp_path, LINES)
    return results(read, NOVEMBER, "记录.csv")[0]


def test_the_workbook(manual: Manual, found: list[Result]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(manual, found, NOVEMBER)))
    rows = {sheet.title: [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in book}
    assert rows == {
        "汇总": [
            [1, "周立夏", "仓储部", "库管员", 100, "优秀", 1.2, ""],
            [2, "石长青", "仓储部", "仓库主任", 95, "优秀", 1.2, "超出比例，待定"],
        ],
        "等级比例": [
            ["全部", "优秀", 2, "100.0%", "50%", 1, 1, "石长青（95.00）", ""],
            ["全部", "合格", 0, "0.0%", "", "", 0, "", ""],
            ["全部", "不合格", 0, "0.0%", "", "", 0, "", ""],
        ],
        "明细": [
            ["周立夏", "库管员", "2026年11月", "", "没有扣分、加分的记录", "", "", 0, 0, ""],
            ["周立夏", "库管员", "2026年11月", "合计", "职责 100；得分 100.00", "", "", "", "", ""],
            [
                "石长青", "仓库主任", "2026年11月", "物资收发", "发错一次扣3分，最多扣6分；漏签字每处扣0.5分。",
                "扣3分，每1次算一回，最多6分", "2次（11月2日）", -6, 0, "=甲单",
            ],
            [
                "石长青", "仓库主任", "2026年11月", "账物相符率", "每低0.1个百分点扣1分。",
                "扣1分，从99%起每0.1%算一回", "98.65%（11月30日）", -3, 0, "",
            ],
            [
                "石长青", "仓库主任", "2026年11月", "协作", "三个部门当月书面意见为零。",
                "按衡量标准评分", "9.5分（11月30日）", 9.5, 0, "",
            ],
            [
                "石长青", "仓库主任", "2026年11月", "合计", "职责 94×60%＋指标 97×30%＋评分表 95×10%；得分 95.00",
                "", "", "", "", "",
            ],
        ],
    }  # fmt: skip


def test_the_months_of_a_longer_period_have_a_column_each(manual: Manual, tmp_path: Path) -> None:
    lines = "2026-10-08,程小满,账物不符,1项,\n2026-12-08,程小满,账物不符,2项,\n2026-12-09,叉车工,损坏一件,1件,\n"
    fourth = Period(2026, 10, 3)
    found = results(records(manual, tmp_path, lines)[0], fourth, "记录.csv")[0]
    book = openpyxl.load_workbook(io.BytesIO(workbook(manual, found, fourth)))
    assert [list(row) for row in book["汇总"].iter_rows(min_col=3, values_only=True)] == [
        ["部门", "岗位", "总分", "等级", "系数", "备注", "2026年10月", "2026年12月"],
        ["仓储部", "库管员", 96.25, "优秀", 1.2, "", 97.5, 95],
        ["仓储部", "叉车工", 96, "优秀", 1.2, "超出比例，待定", "", ""],
    ]


def test_word_and_pdf_hold_the_same(manual: Manual, found: list[Result], tmp_path: Path) -> None:
    setting = typesetting(tmp_path, manual, lambda words: None)
    assert isinstance(setting, Typesetting)
    made = documents(setting, found, NOVEMBER, ("pdf", "docx"))
    assert [problem for problem in made.problems if problem.is_error] == []
    for name, content in made.files.items():
        (tmp_path / name).write_bytes(content)
    with pikepdf.open(tmp_path / "考核结果汇总表.pdf") as file:
        assert len(file.pages) == 3
    read = [without_spaces(reader.read(tmp_path / f"考核结果汇总表.{each}")) for reader, each in READERS]
    assert read[0] == read[1]
    texts = [block.text for block in read[0]]
    assert texts[0] == "2026年11月考核结果汇总表"
    assert "考核周期：2026年11月总分：95.00等级：优秀（系数1.2，超出比例，待定）" in texts
    assert {"发错一次扣3分，最多扣6分；漏签字每处扣0.5分。", "-6", "周立夏", "面谈记录", "厂长签字"} <= set(texts)
    assert findings(tmp_path / "考核结果汇总表.docx") == []
