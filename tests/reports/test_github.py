"""Workflow commands: one line each, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.manual.coverage import Coverage
from docgen.problems import Words, error
from docgen.reports import written
from docgen.source import Position
from tests.sample_report import EMPTY, NO_CLAUSE, NOWHERE, report, sound


def test_a_problem_is_a_command_with_its_place() -> None:
    assert written(report(NO_CLAUSE, EMPTY, NOWHERE), "github") == (
        "::error title=DUTY-NO-CLAUSE,file=content/departments/仓储部.yaml,line=9,col=7,endLine=9,endColumn=11"
        "::职责“库区巡查”没有考核条款%0A帮助: 写一条，例如“晚1天扣1分”\n"
        "::warning title=POST-EMPTY,file=content/departments/仓储部.yaml,line=12,col=3,endLine=12,endColumn=6"
        "::岗位“库管员”没有职责%0A帮助: 写“职责”\n"
        "::error title=PROJECT-MISSING::没有手册%0A帮助: 用 -C\n"
    )


def test_in_english() -> None:
    assert written(report(NOWHERE, language="en"), "github") == (
        "::error title=PROJECT-MISSING::there is no manual%0Ahelp: use -C\n"
    )


def test_the_path_begins_where_the_command_was_run() -> None:
    assert "file=手册/content/departments/仓储部.yaml," in written(report(EMPTY, prefix="手册/"), "github")


def test_the_summary_comes_last() -> None:
    covered = Coverage(2, with_standard=2, with_clause=2, covered=2, only_common=0, exempt=0)
    assert written(sound()._replace(coverage=covered), "github") == (
        "职责 2 · 有标准 2 · 有条款 2 · 覆盖率 100.0% · 仅通用 0 · 豁免 0\n"
    )


def test_signs_of_the_command_itself_are_escaped() -> None:
    odd = error("POST-EMPTY", Position("a,b:c%0A.yaml"), Words("100%,\r\n::error::x", ""), Words("甲:乙,丙", ""))
    assert written(report(odd), "github") == (
        "::error title=POST-EMPTY,file=a%2Cb%3Ac%250A.yaml,line=1,col=1,endLine=1,endColumn=2"
        "::100%25,%0D%0A::error::x%0A帮助: 甲:乙,丙\n"
    )


@given(st.text(), st.text())
def test_a_problem_is_always_one_line_of_which_all_can_be_read_back(path: str, message: str) -> None:
    odd = error("POST-EMPTY", Position(path), Words(message, ""), Words("", ""))
    line = written(report(odd), "github").removesuffix("\n")
    assert not set(line) & set("\r\n")
    head, _, text = line.removeprefix("::error title=POST-EMPTY,file=").partition("::")
    assert _unescaped(head.partition(",")[0]) == path
    assert _unescaped(text) == f"{message}\n帮助: "


def _unescaped(text: str) -> str:
    """As GitHub's runner does: the per cent sign last."""
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text
