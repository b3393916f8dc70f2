"""评分表.xlsx, computed by LibreOffice Calc: every total is what docgen's own arithmetic says."""

from __future__ import annotations

import io
import random
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from docgen.assessment.lines import Line
from docgen.assessment.scheme import Scheme, schemes
from docgen.assessment.score_book import score_book
from docgen.assessment.total import score
from docgen.manual.model import Manual
from tests.assessment.filled_sheets import Computed, Filled, recalculated, summary, values
from tests.office import findings
from tests.small_project import MANUAL, read_project

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def sample() -> Manual:
    from docgen.loader import load

    manual = load(PROJECT).manual
    assert manual
    return manual


def some_values(scheme: Scheme, chance: random.Random) -> Filled:
    """Everything that is required, and about half of the rest."""
    filled: dict[int, list[Decimal]] = {}
    for place, line in enumerate(scheme.lines):
        if line.entry != "none" and not line.vetoes and (line.required or chance.random() < 0.5):
            count = len(scheme.assessors) if line.entry == "judged" else 1
            filled[place] = [_value(line, chance) for _ in range(count)]
    return filled


def _value(line: Line, chance: random.Random) -> Decimal:
    """Near where the line's points change: at its bounds, and a little beside its start."""
    if line.choices:
        return chance.choice(line.choices)
    if line.entry == "judged":
        return Decimal(chance.randint(0, int((line.high or 5) * 10))) / 10
    if line.entry == "count":
        return Decimal(chance.randint(0, 3))
    rules = [rule for scale in (line.loss, line.award) if scale for rule in scale.rules]
    edges = [edge for rule in rules for edge in (rule.low, rule.high, rule.start) if edge is not None]
    return max(Decimal(0), chance.choice(edges or [Decimal(0)]) + Decimal(chance.randint(-30, 30)) / 10)


def test_each_total_of_the_sample_is_docgens_own(sample: Manual, tmp_path: Path) -> None:
    posts = schemes(sample)
    chance = random.Random(2026)
    people = [scheme for scheme in posts for _ in scheme.place.post.holders or ("",)]
    sheets = [(scheme, some_values(scheme, chance)) for scheme in people]

    computed = summary(recalculated(score_book(sample, posts, "2026年11月"), sheets, tmp_path / "sample"), len(people))

    own = [score(scheme, values(scheme, filled)) for scheme, filled in sheets]
    assert [row.total for row in computed] == [f"{each.total:.6f}" for each in own]
    assert [row.grade for row in computed] == [each.band.name if each.band else "" for each in own]
    assert [row.rank for row in computed] == [1 + sum(other.total > each.total for other in own) for each in own]
    assert len({row.total for row in computed}) > len(posts) / 2


ODD_MANUAL = f"""\
{MANUAL}考核:
  加分上限: 3
  等级: {{'=优*': {{下限: 90, 系数: 1.2, 比例: 20%}}, "良'": {{下限: 80, 系数: 1}}, 差: 0}}
"""
ODD_POST = """\
部门: 仓储部
岗位:
  '=仓''库[1]主任':
    任职者: '=1+1'
    直接上级: 厂长
    职责:
      收发:
        工作标准: '=1+1'
        考核办法:
          - 晚录1天扣1分，扣完为止。
          - '+每条建议加2分'
          - 视情节扣1-3分
          - 发生死亡事故实行一票否决
          - 漏签每次扣4分，错填每次扣5分，最多扣6分
          - 每篇加1分，每件加2分，加分不超过2分
        分值: 30
      巡查:
        考核办法: 少巡查一次扣1.5分。
        分值: 70
  库管员:
    直接上级: 厂长
    职责: {保管: {考核办法: 账物不符每项扣0.05分}}
"""


@pytest.fixture
def odd(tmp_path: Path) -> Manual:
    return read_project(tmp_path, {"manual.yaml": ODD_MANUAL, "departments/仓储部.yaml": ODD_POST})


@pytest.mark.parametrize(
    ("filled", "expected"),
    [
        ({}, Computed("100.000000", 1, "=优*", 0)),
        ({0: ["50"], 8: ["2"]}, Computed("67.000000", 2, "差", 0)),
        ({1: ["2"], 2: ["2.5"]}, Computed("100.500000", 1, "=优*", 0)),
        ({1: ["2"], 8: ["99"]}, Computed("33.000000", 2, "差", 0)),
        ({1: ["1"], 3: ["1"]}, Computed("0.000000", 2, "差", 0)),
        ({8: ["13.9"]}, Computed("80.500000", 2, "良'", 0)),
        ({4: ["1"], 5: ["1"], 6: ["1"], 7: ["1"]}, Computed("96.000000", 2, "=优*", 0)),
    ],
    ids=[
        "nothing",
        "an item to 0",
        "awards to their cap",
        "awards and a loss",
        "a veto",
        "a part of a count",
        "caps in common",
    ],
)
def test_totals_caps_and_vetoes(odd: Manual, tmp_path: Path, filled: dict[int, list[str]], expected: Computed) -> None:
    posts = schemes(odd)
    typed = {place: [Decimal(each) for each in given] for place, given in filled.items()}
    found = recalculated(
        score_book(odd, posts, ""), [(posts[0], typed), (posts[1], {0: [Decimal(1)]})], tmp_path / "odd"
    )
    assert summary(found, 2)[0] == expected
    own = score(posts[0], values(posts[0], typed))
    assert (f"{own.total:.6f}", own.band.name if own.band else "") == (expected.total, expected.grade)
    counts = {row[1].value: row[2].value for row in found["汇总"].iter_rows(min_row=6, max_row=8)}
    assert counts == {name: (name == expected.grade) + (name == "=优*") for name in ("=优*", "良'", "差")}


def test_no_text_is_a_formula_and_only_what_is_filled_in_is_open(odd: Manual) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(score_book(odd, schemes(odd), "2026年11月")))
    assert workbook.sheetnames == ["汇总", "=仓'库_1_主任", "库管员"]
    sheet = workbook.worksheets[1]
    texts = {cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert {"=1+1", "+每条建议加2分", "示例木业有限公司　=仓'库[1]主任评分表", "2026年11月"} <= texts
    open_cells = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    # The name, the period, what is filled in, the notes; merged cells count.
    assert [name for name in open_cells if int(name[1:]) < 20] == [
        "B2", "F2", "G2", "H2", "I2", "J2", "F5", "F6", "G7", "F8", "F9", "F10", "F11", "F12", "F13",
    ]  # fmt: skip
    assert all(each.protection.sheet and each.protection.password is None for each in workbook.worksheets)
    assert all((each.page_setup.paperSize, each.page_setup.orientation) == (9, "landscape") for each in workbook)
    assert [each.print_title_rows for each in workbook] == ["$1:$1", "$3:$3", "$3:$3"]
    checked = {
        str(each.sqref): (each.type, each.formula1, each.formula2) for each in sheet.data_validations.dataValidation
    }
    assert checked == {
        "F5": ("decimal", "0.0", "1000000000.0"),
        "F6": ("whole", "0", None),
        "G7": ("decimal", "1.0", "3.0"),
        "F8": ("whole", "0", None),
        **{f"F{row}": ("whole", "0", None) for row in range(9, 14)},
    }


SEVERAL = """\
部门: 车间
岗位:
  工人:
    任职者: [程小满, 周立夏]
    直接上级: 厂长
    职责: {生产: {考核办法: 少做一件扣1分。}}
  班长:
    任职者: 梁树声
    直接上级: 厂长
    评分表: {成效: {协作: {衡量标准: 有求必应。, 满分: 100}}}
"""


def test_each_of_several_people_in_a_post_has_a_sheet(tmp_path: Path) -> None:
    manual = read_project(tmp_path, {"manual.yaml": ODD_MANUAL, "departments/仓储部.yaml": SEVERAL})
    workbook = openpyxl.load_workbook(io.BytesIO(score_book(manual, schemes(manual), "")), data_only=True)
    assert workbook.sheetnames == ["汇总", "工人 程小满", "工人 周立夏", "班长"]
    assert [sheet["B2"].value for sheet in workbook.worksheets[1:]] == ["程小满", "周立夏", "梁树声"]
    rows = workbook["汇总"].iter_rows(min_row=2, max_row=4, min_col=3, max_col=6, values_only=True)
    assert list(rows) == [("工人", "程小满", 100, 1), ("工人", "周立夏", 100, 1), ("班长", "梁树声", 0, None)]


def test_grades_are_counted_against_their_shares_and_who_is_not_scored_has_no_rank(tmp_path: Path) -> None:
    manual = read_project(tmp_path, {"manual.yaml": ODD_MANUAL, "departments/仓储部.yaml": SEVERAL})
    posts = schemes(manual)
    none: Filled = {}
    book = recalculated(
        score_book(manual, posts, ""),
        [(posts[0], {0: [Decimal(15)]}), (posts[0], none), (posts[1], none)],
        tmp_path / "several",
    )
    assert summary(book, 3) == [
        Computed("85.000000", 2, "良'", 0),
        Computed("100.000000", 1, "=优*", 0),
        Computed("0.000000", "", "未填完", 1),
    ]
    counts = book["汇总"].iter_rows(min_row=6, max_row=9, min_col=2, max_col=7, values_only=True)
    assert [[value if value is not None else "" for value in row] for row in counts] == [
        ["等级", "人数", "占比", "比例上限", "最多人数", "超出人数"],
        ["=优*", 1, "50.0%", "20%", 0, 1],
        ["良'", 1, "50.0%", "", "", ""],
        ["差", 0, "0.0%", "", "", ""],
    ]


def test_pages_end_between_items_and_results_are_signed_on_one_page(sample: Manual) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(score_book(sample, schemes(sample), "")))
    for sheet in workbook.worksheets[1:]:
        titled = {cell.row for cell in sheet["A"] if cell.value}
        after = {each.id + 1 for each in sheet.row_breaks.brk}
        assert after <= titled, sheet.title
        last = max(after, default=0)
        assert all(str(cell.value or "").find("签字") < 0 for cell in sheet["A"] if cell.row < last)


def test_two_validators_object_to_nothing(odd: Manual, tmp_path: Path) -> None:
    file = tmp_path / "评分表.xlsx"
    file.write_bytes(score_book(odd, schemes(odd), ""))
    assert findings(file) == []


def test_the_empty_sheet_says_its_values_before_anything_computes_it(odd: Manual) -> None:
    posts = schemes(odd)
    data = score_book(odd, posts, "")
    assert data == score_book(odd, posts, "")
    workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert summary(workbook, 2) == [Computed("100.000000", 1, "=优*", 0)] * 2
