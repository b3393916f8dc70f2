"""The arithmetic as formulas: LibreOffice Calc and docgen's exact decimals come to the same."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import xlsxwriter

from docgen.assessment.formulas import rounded_formula, scale_formula, weighted_formula
from docgen.assessment.lines import lines_of
from docgen.assessment.points import Scale, points, rounded, weighted
from docgen.clause import read
from tests.assessment.clause_points import CASES

FULL = Decimal(20)
CLAUSES = Path(__file__).parents[1] / "clause"


def computed(formulas: list[tuple[Decimal, str]], folder: Path) -> list[float]:
    """What Calc makes of formulas, each of the number in the first column of its row, called {x}."""
    file = folder / "formulas.xlsx"
    with xlsxwriter.Workbook(file) as workbook:
        worksheet = workbook.add_worksheet()
        for row, (value, formula) in enumerate(formulas):
            worksheet.write_number(row, 0, float(value))
            worksheet.write_formula(row, 1, f"={formula.format(x=f'A{row + 1}')}", None, "")
    _without_values(file)
    command = ["soffice", f"-env:UserInstallation={(folder.parent / 'calc').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "office"), str(file)]
    subprocess.run(command, capture_output=True, check=True)
    rows = openpyxl.load_workbook(folder / "office" / file.name, data_only=True).worksheets[0].iter_rows()
    return [float(str(row[1].value)) for row in rows]


def _without_values(file: Path) -> None:
    """openpyxl writes formulas without values, so that they have to be computed."""
    openpyxl.load_workbook(file).save(file)


def scales() -> Iterator[Scale]:
    """Those of the cases, and of every phrasing that the parser is measured on."""
    tables = (
        line.partition("\t")[0]
        for file in sorted(CLAUSES.glob("*.tsv"))
        for line in file.read_text("utf-8").split("\n")
    )
    for text in dict.fromkeys((*(case[0] for case in CASES), *tables)):
        for line in lines_of(read(text), FULL):
            yield from (scale for scale in (line.loss, line.award) if scale)


def test_every_scale_at_and_around_its_bounds(tmp_path: Path) -> None:
    cases = []
    for scale in dict.fromkeys(scales()):
        edges = {edge for rule in scale.rules for edge in (rule.low, rule.high, rule.start) if edge is not None}
        values = {edge + Decimal(tenths) / 10 for edge in edges for tenths in (-13, -7, -1, 0, 1, 3, 6, 7, 20, 130)}
        cases += [(scale, value) for value in sorted(values) if value >= 0]

    found = computed([(value, scale_formula(scale, "{x}")) for scale, value in cases], tmp_path)

    assert [f"{each:.9f}" for each in found] == [f"{points(scale, (value,)):.9f}" for scale, value in cases]


def test_scores_are_rounded_half_up_as_decimals_are(tmp_path: Path) -> None:
    values = [Decimal(each) / 1000 for each in range(5, 100000, 370)]
    found = computed([(value, rounded_formula("{x}*0.1*10")) for value in values], tmp_path)
    assert [f"{each:.6f}" for each in found] == [f"{rounded(value):.6f}" for value in values]


def test_the_mean_of_three_assessors(tmp_path: Path) -> None:
    given, weights = (Decimal(7), Decimal(8), Decimal("9.5")), (Decimal(50), Decimal(30), Decimal(20))
    (found,) = computed([(given[0], weighted_formula(["{x}", "8", "9.5"], weights))], tmp_path)
    assert f"{found:.6f}" == f"{weighted(given, weights):.6f}" == "7.800000"
